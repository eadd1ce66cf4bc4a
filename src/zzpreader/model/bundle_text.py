"""A bundle as the text of its bundle.toml."""

import json
from datetime import date
from typing import cast

import msgspec

from zzpreader.model.bundle import Bundle, parse_bundle


def to_toml(bundle: Bundle) -> str:
    """Fields that hold their default are left out.

    Raises:
        BundleError: what stands in the bundle cannot stand in one.
    """
    table = cast("dict[str, object]", msgspec.to_builtins(bundle, builtin_types=(date,)))
    text = "\n".join([*_fields(table), ""])
    parse_bundle(text)
    return text


def _fields(table: dict[str, object]) -> list[str]:
    plain = [(name, value) for name, value in table.items() if not _is_tables(value)]
    lines = [f"{name} = {_value(value)}" for name, value in plain if value is not None and value != ()]
    for name, value in table.items():
        if _is_tables(value):
            for one in cast("tuple[dict[str, object], ...]", value):
                lines += ["", f"[[{name}]]", *_fields(one)]
    return lines


def _is_tables(value: object) -> bool:
    return isinstance(value, tuple) and any(isinstance(one, dict) for one in cast("tuple[object, ...]", value))


def _value(value: object) -> str:
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, tuple):
        return "[" + ", ".join(_value(one) for one in cast("tuple[object, ...]", value)) + "]"
    if isinstance(value, int):
        return str(value)
    return json.dumps(str(value), ensure_ascii=False)  # its escapes are those of TOML
