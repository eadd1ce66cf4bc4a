"""How deep the entries of a contents list are: by their numbers, then by indentation, then by type."""

from collections.abc import Sequence
from typing import NamedTuple

from zzpreader.structure.contents import Entry
from zzpreader.structure.numbering import Numbering, split_number
from zzpreader.structure.rows import Style

_INDENT = 3.0
"""Points from which a line counts as indented; lists set right-aligned numbers a little to and fro."""

_ACRONYM = 8
"""Letters up to which capitals are no emphasis: "HTML", "JPEG 2000"."""


class _Sign(NamedTuple):
    """What tells the level of a line."""

    number: Numbering | None
    left: float
    style: Style
    capitals: bool

    @property
    def value(self) -> int:
        return self.number.parts[0] if self.number else 0


def contents_levels(entries: Sequence[Entry]) -> list[int]:
    """A level for every entry, from 1.

    An entry goes below the nearest before it that it is deeper than, and beside the outermost that it is not.
    """
    levels: list[int] = []
    path: list[_Sign] = []
    for entry in entries:
        sign = _sign(entry)
        depth = _counted_on(sign, path)
        if depth is None:
            depth = next((n for n, above in enumerate(path) if not _is_deeper(sign, above)), len(path))
        path[depth:] = [sign]
        levels.append(depth + 1)
    return levels


def _sign(entry: Entry) -> _Sign:
    number, rest = split_number(entry.title)
    return _Sign(number, entry.left, entry.style, rest.isupper() and sum(map(str.isalpha, rest)) > _ACRONYM)


def _counted_on(sign: _Sign, path: Sequence[_Sign]) -> int | None:
    """The depth of an entry whose single number goes on, or begins again right below one that has counted further.

    "5. Issues" and then "1. Privacy", not to the left of it: what counts anew lies below. None if the two do not tell.
    """
    for n in range(len(path) - 1, -1, -1):
        if _in_series(sign, path[n]) and path[n].value + 1 == sign.value and abs(sign.left - path[n].left) <= _INDENT:
            return n
    last = path[-1] if path else None
    anew = last and sign.value == 1 < last.value and _in_series(sign, last) and sign.left >= last.left - _INDENT
    return len(path) if anew else None


def _in_series(sign: _Sign, above: _Sign) -> bool:
    """Whether both have a single number of one kind."""
    one, other = sign.number, above.number
    if one is None or other is None:
        return False
    return one.depth == other.depth == 1 and (one.kind, one.end, one.suffix) == (other.kind, other.end, other.suffix)


def _is_deeper(sign: _Sign, above: _Sign) -> bool:
    if sign.number and above.number:
        by_number = _deeper_number(sign.number, above.number)
        if by_number is not None:
            return by_number
    elif sign.number and sign.number.kind == "part":
        return False
    if abs(sign.left - above.left) > _INDENT:
        return sign.left > above.left
    return _lighter(sign, above)


def _deeper_number(number: Numbering, above: Numbering) -> bool | None:
    """Whether the number lies below the other; None if the two do not tell."""
    if not (number.is_absolute and above.is_absolute):
        return number.depth > above.depth if number.kind == above.kind else None
    if number.kind == "part" or above.kind == "part":
        return above.kind == "part" and number.kind != "part"
    if (number.depth > 1) != (above.depth > 1) or (number.depth > 1 and number.depth != above.depth):
        return number.depth > above.depth
    if number.depth > 1 or (number.kind, number.end) == (above.kind, above.end):
        return False
    chapters = {"chapter", "appendix"}
    if (number.kind in chapters) != (above.kind in chapters) and "section" not in (number.kind, above.kind):
        return above.kind == "chapter" and number.kind in {"number", "section"}
    return None


def _lighter(sign: _Sign, above: _Sign) -> bool:
    """Whether the line is set smaller, or not bold where the other is."""
    if abs(sign.style.size - above.style.size) > 0.6:
        return sign.style.size < above.style.size
    if sign.number and not above.number:
        return False  # a preface and the first chapter, however they are set
    if sign.style.bold != above.style.bold:
        return above.style.bold
    return above.capitals and not sign.capitals
