"""The checks themselves, as functions over source text or classes, so that tests can plant violations."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

SRC = Path(__file__).resolve().parents[2] / "src" / "casement"
ROOMS = (
    "people", "reviews", "proceedings", "letters", "planning", "sources", "conversations", "family", "chronology",
    "coding", "analysis",
    "meetings", "reports", "timekeeping", "markers", "responses",
)  # fmt: skip
WRITING = {
    "save", "create", "update", "delete", "get_or_create", "update_or_create", "bulk_create", "bulk_update",
    "select_for_update",
}  # fmt: skip
MAY_WRITE = re.compile(
    r"(rooms/\w+/commands(\.py|/)|foundation/(ledger|jobs|private_links)\.py|foundation/post/"
    r"|foundation/search/keeping\.py|/migrations/)"
)
PUTTING = ("put_new", "put_plain", "put_many", "change_many")
NOT_TABLES = {"messages", "hashlib", "os", "cache", "digest", "progress", "bar", "files", "hash"}


def python_files() -> Iterator[Path]:
    """Every module that ships."""
    return (path for path in SRC.rglob("*.py"))


def writes(text: str) -> list[int]:
    """Lines that call something like `.save(` or `.objects.update(` on a model or a queryset, or `put_new(`."""
    found = []
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.Call) and ast.unparse(node.func).split(".")[-1] in PUTTING:
            found.append(node.lineno)
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute)):
            continue
        if node.func.attr in WRITING and on_tables(node.func.value):
            found.append(node.lineno)
    return found


def on_tables(node: ast.expr) -> bool:
    """Whether an expression looks like a row, a manager or a queryset rather than a dict, set or file."""
    told = ast.unparse(node)
    return (
        ".objects" in told
        or "_default_manager" in told
        or "queryset" in told
        or re.fullmatch(r"row|rows|made|self", told) is not None
    )


def query_words(text: str) -> list[str]:
    """Words in a template that reach for rows: managers, or calls on related sets."""
    return re.findall(r"\{[{%][^}%]*?(\.objects\b|_set\b|\.all\b)", text)


BANNED = re.compile(
    r"\b(interviewee?s?|suspects?|culprits?|root cause|error owner|rag rating|oops|please note|invalid|"
    r"league table)\b",
    re.IGNORECASE,
)
TAGS = re.compile(r"\{%.*?%\}|\{\{.*?\}\}|\{#.*?#\}|<!--.*?-->|<[^>]+>", re.DOTALL)


def banned_words(template: str) -> list[str]:
    """Words that domain.md keeps out of the interface."""
    words = TAGS.sub(" ", template)
    return [found.group(0) for found in BANNED.finditer(words)] + (["!"] if "!" in words else [])


def outside_addresses(template: str) -> list[str]:
    """Addresses of other hosts that a page would fetch or open."""
    return re.findall(r"""(?:src|href|action)=["'](?:https?:)?//[^"']+""", template)


def inline_code(template: str) -> list[str]:
    """Inline styles and scripts, which the content policy forbids."""
    found = re.findall(r"\sstyle=|\son\w+=[\"']", template)
    for script in re.findall(r"<script\b[^>]*>", template):
        if "src=" not in script and "application/json" not in script:
            found.append(script)
    return found


def exported(folder: Path) -> set[str]:
    """What a package of commands offers to others: the names its __init__ imports."""
    top = folder / "__init__.py"
    if not top.exists():
        return set()
    return {
        alias.asname or alias.name
        for node in ast.walk(ast.parse(top.read_text()))
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }


def deep_imports(text: str) -> list[str]:
    """Imports of a module inside a room's commands, past what the room offers."""
    return re.findall(r"casement\.rooms\.\w+\.commands\.\w+", text)


def commands_without_a_door(text: str, offered: set[str] | None = None) -> list[str]:
    """Offered functions that take a seat and are neither commands nor marked as inside a command."""
    found = []
    for node in ast.parse(text).body:
        if not isinstance(node, ast.FunctionDef) or node.name.startswith("_"):
            continue
        if offered is not None and node.name not in offered:
            continue
        decorated = any("command" in ast.unparse(each) for each in node.decorator_list)
        takes_seat = bool(node.args.args) and node.args.args[0].arg == "seat"
        inside = "inside a command" in (ast.get_docstring(node) or "").lower()
        if takes_seat and not decorated and not inside:
            found.append(node.name)
    return found


def fields_without_privacy(model: type) -> set[str]:
    """Columns of a model that its Privacy class does not name."""
    named: set[str] = set()
    privacy = getattr(model, "Privacy", None)
    for kind in ("personal", "sensitive", "plain"):
        named |= set(getattr(privacy, kind, ()))
    columns = {field.name for field in model._meta.concrete_fields if not field.primary_key}
    return columns - named
