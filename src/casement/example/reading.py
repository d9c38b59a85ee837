"""Turns the example's YAML and Markdown files into typed values, or says which file is wrong."""

import re
import types
import typing
from collections.abc import Mapping
from dataclasses import MISSING, fields, is_dataclass
from pathlib import Path
from typing import Any, TypeVar

import yaml

T = TypeVar("T")


class CaseError(ValueError):
    """A file of the example does not fit the rest. The message begins with the file's name."""

    def __init__(self, where: str, what: str) -> None:
        super().__init__(f"{where}: {what}")


def load_yaml(path: Path) -> dict[str, Any]:
    """The mapping in a YAML file. Raises CaseError when the file cannot be read as one."""
    try:
        found = yaml.load(path.read_text(encoding="utf-8"), Loader=getattr(yaml, "CSafeLoader", yaml.SafeLoader))
    except (OSError, yaml.YAMLError) as problem:
        raise CaseError(path.name, f"cannot be read ({problem})") from problem
    if not isinstance(found, dict):
        raise CaseError(path.name, "holds no keys")
    return found


def load_front(path: Path) -> tuple[dict[str, Any], str]:
    """The front matter and the body of a Markdown file."""
    parts = re.split(r"^---\n", path.read_text(encoding="utf-8"), maxsplit=2, flags=re.MULTILINE)
    if len(parts) != 3 or parts[0]:
        raise CaseError(path.name, "does not begin with front matter between two lines of ---")
    front = yaml.safe_load(parts[1])
    if not isinstance(front, dict):
        raise CaseError(path.name, "has front matter without keys")
    return front, parts[2].strip()


def build(cls: type[T], data: object, where: str) -> T:
    """One dataclass from a mapping. A key that is unknown, missing or of the wrong kind is a CaseError."""
    if not isinstance(data, dict):
        raise CaseError(where, f"{cls.__name__} should have keys, not {data!r}")
    hints = typing.get_type_hints(cls)
    known = {field.name.rstrip("_"): field for field in fields(cls)}  # type: ignore[arg-type]
    for key in data:
        if key not in known:
            raise CaseError(where, f"{cls.__name__} has no key {key!r}")
    values: dict[str, Any] = {}
    for key, field in known.items():
        if key in data:
            values[field.name] = _value(hints[field.name], data[key], f"{where}, {key}")
        elif field.default is MISSING and field.default_factory is MISSING:
            raise CaseError(where, f"{cls.__name__} needs the key {key!r}")
    return cls(**values)


def build_all(cls: type[T], data: object, where: str) -> tuple[T, ...]:
    """A dataclass from each item of a list."""
    if not isinstance(data, list):
        raise CaseError(where, f"should be a list of {cls.__name__}")
    return tuple(build(cls, item, where) for item in data)


def _value(hint: Any, data: object, where: str) -> Any:
    origin, inner = typing.get_origin(hint), typing.get_args(hint)
    if origin is tuple:
        if not isinstance(data, list):
            raise CaseError(where, "should be a list")
        return tuple(_value(inner[0], item, where) for item in data)
    if origin is Mapping:
        if not isinstance(data, dict):
            raise CaseError(where, "should have keys")
        return types.MappingProxyType({str(key): _value(inner[1], item, where) for key, item in data.items()})
    if is_dataclass(hint) and isinstance(hint, type):
        return build(hint, data, where)
    allowed = inner or (hint,)
    if type(data) not in allowed:
        raise CaseError(where, f"should be {' or '.join(kind.__name__ for kind in allowed)}, not {data!r}")
    return data
