"""The figures and letters that word processors draw before the items of a list."""

_ROMAN = (
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"),
    (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
)  # fmt: skip


def drawn(number: int, form: str) -> str:
    """A counter in the form `1`, `01`, `a`, `A`, `i` or `I`; empty for no form at all."""
    match form:
        case "":
            return ""
        case "a" | "A":
            figures = _letters(number)
        case "i" | "I":
            figures = _roman(number)
        case "01":
            figures = f"{number:02}"
        case _:
            figures = str(number)
    return figures.upper() if form in ("A", "I") else figures


def _roman(number: int) -> str:
    if not 0 < number < 4000:
        return str(number)
    figures = ""
    for value, figure in _ROMAN:
        figures += figure * (number // value)
        number %= value
    return figures


def _letters(number: int) -> str:
    if not 0 < number <= 260:
        return str(number)
    return chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
