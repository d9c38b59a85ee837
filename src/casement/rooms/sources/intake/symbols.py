"""The signs that fonts such as Wingdings draw in place of letters, as characters that any page can show."""

_BY_FONT = {
    "wingdings": {
        0xFC: "✓", 0xFE: "☑", 0xFD: "☒", 0xA8: "☐", 0x6F: "☐", 0xFB: "✗", 0x78: "☒", 0xA7: "▪", 0x6C: "●",
        0xD8: "➢", 0xE0: "→", 0xE8: "➔", 0x4A: "☺", 0x4C: "☹", 0x71: "❑", 0x72: "❒",
    },
    "wingdings 2": {0x50: "✓", 0x52: "☑", 0x53: "☒", 0xA3: "☐", 0x4F: "✗", 0x54: "☒"},
    "symbol": {0xB7: "•", 0xAE: "→", 0xB0: "°", 0xB1: "±", 0xA3: "≤", 0xB3: "≥", 0xB9: "≠"},
}  # fmt: skip

# What is meant where the font is not known: list marks and ticks, which no font draws otherwise.
_BY_CUSTOM = {0xB7: "•", 0xA7: "▪", 0xFC: "✓", 0xFE: "☑", 0xA8: "☐", 0xD8: "➢"}
_PRIVATE = {0xF000 + code: sign for code, sign in _BY_CUSTOM.items()}


def sign(code: int, font: str = "") -> str:
    """The character for a sign, by its code in its font; empty where it is not known."""
    known = _BY_FONT.get(font.lower(), _BY_CUSTOM)
    return known.get(code - 0xF000 if 0xF000 <= code < 0xF100 else code, "")


def readable(text: str) -> str:
    """The text with the list marks and ticks that stand under private codes shown as what they are."""
    return text.translate(_PRIVATE)


def draws_signs(font: str) -> bool:
    """Whether the font draws signs in place of letters."""
    return font.lower() in _BY_FONT
