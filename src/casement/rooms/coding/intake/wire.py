"""A project between two processes: plain JSON, checked value by value when it arrives, so nothing can act."""

import json
from dataclasses import asdict, fields, is_dataclass
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from casement.rooms.coding.rules.exchange.values import Project


def pack(project: Project) -> bytes:
    """A project as bytes."""
    return json.dumps(asdict(project), ensure_ascii=False).encode("utf-8", "surrogatepass")


def unpack(data: bytes) -> Project:
    """The project in these bytes; ValueError where they hold none."""
    made = _made(Project, json.loads(data.decode("utf-8", "surrogatepass")))
    assert isinstance(made, Project)
    return made


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _made(kind: Any, told: Any) -> Any:
    if get_origin(kind) is tuple:
        if not isinstance(told, list):
            raise ValueError
        return tuple(_made(get_args(kind)[0], each) for each in told)
    if is_dataclass(kind):
        if not isinstance(told, dict) or set(told) != {field.name for field in fields(kind)}:
            raise ValueError
        return kind(**{name: _made(_hints(kind)[name], value) for name, value in told.items()})  # type: ignore[operator, arg-type]
    if type(told) is not kind:
        raise ValueError
    return told
