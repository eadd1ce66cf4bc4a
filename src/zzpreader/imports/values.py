"""Values of unknown shape, taken apart without trust: what has another shape than it should is empty."""

import math
from collections.abc import Iterator
from typing import cast

import msgspec

from zzpreader.imports.source import LARGEST, Refused
from zzpreader.model.foreign import LONGEST, MOST_MARKS
from zzpreader.model.refused import Untaken
from zzpreader.model.typed import sound

Fields = dict[str, object]

_DEEPEST = 12


def json_in(data: bytes) -> object:
    """Raises: Refused."""
    if len(data) > LARGEST:
        raise Refused(Untaken.LARGE)
    try:
        return msgspec.json.decode(data.removeprefix(b"\xef\xbb\xbf"))
    except (msgspec.DecodeError, UnicodeError) as wrong:
        raise Refused(Untaken.DAMAGED) from wrong
    except RecursionError as wrong:
        raise Refused(Untaken.HOSTILE) from wrong


def fields(value: object) -> Fields:
    return cast("Fields", value) if isinstance(value, dict) else {}


def items(value: object) -> list[object]:
    return cast("list[object]", value) if isinstance(value, list) else list[object]()


def text(value: object) -> str:
    return sound(value[:LONGEST]) if isinstance(value, str) else ""


def number(value: object) -> float | None:
    if isinstance(value, bool) or not isinstance(value, int | float):
        return None
    try:
        found = float(value)
    except OverflowError:
        return None
    return found if math.isfinite(found) else None


def page(value: object) -> int | None:
    """A page number that can be one."""
    found = number(value)
    return int(found) if found is not None and 0 <= found < 10_000_000 else None


def all_fields(value: object) -> Iterator[Fields]:
    """Every object inside, in its order, at most so deep and so many as files of people are."""
    waiting: list[tuple[object, int]] = [(value, 0)]
    count = 0
    while waiting:
        one, depth = waiting.pop()
        inside = items(one)
        if found := fields(one):
            inside = list(found.values())
            count += 1
            if count > 20 * MOST_MARKS:
                raise Refused(Untaken.LARGE)
            yield found
        if depth < _DEEPEST:
            waiting.extend((part, depth + 1) for part in reversed(inside) if fields(part) or items(part))
