"""Passages for one column of text: what they say, and for every letter where it stands on the pages."""

from array import array
from bisect import bisect_left
from collections.abc import Callable, Sequence
from typing import NamedTuple

from msgspec import Struct

from zzpreader.model.flow import runs_on
from zzpreader.model.folding import cleaned, fold
from zzpreader.model.geometry import Rect
from zzpreader.model.pages import Half, Place
from zzpreader.model.reflow import Emphasis, PageFlow, Piece, PieceKind

_OFFSET_BITS = 32
_NEAR_POINTS = 60.0
"""So far from its place a heading is looked for."""

_HAIR_POINTS = 2.0
_MARGINAL = (PieceKind.NOTE, PieceKind.PICTURE, PieceKind.CAPTION)
"""What may stand between the two parts of a paragraph that runs on over the page."""

HalfOf = Callable[[int, float], Half | None]
"""Of a page and a place across it in points: which half of a spread it is on."""


class Origins:
    """For every UTF-16 unit of a text, which is how Qt counts, its page and code point there; they rise."""

    def __init__(self, pairs: Sequence[tuple[int, int]]) -> None:
        self._keys = array("Q", [page << _OFFSET_BITS | offset for page, offset in pairs])

    def __len__(self) -> int:
        return len(self._keys)

    def at(self, unit: int) -> tuple[int, int]:
        """Page and code point of the unit; behind the last one the gap after it."""
        key = self._keys[min(max(unit, 0), len(self._keys) - 1)]
        past = 1 if unit >= len(self._keys) else 0
        return key >> _OFFSET_BITS, (key & (1 << _OFFSET_BITS) - 1) + past

    def units(self, page: int, start: int, end: int) -> tuple[int, int]:
        """The units [first, last) of code points [start, end) of a page; equal numbers for none."""
        first, last = (bisect_left(self._keys, page << _OFFSET_BITS | offset) for offset in (start, end))
        return first, last


class Passage(Struct, frozen=True):
    """
    Args:
        text: clean, one line; of a picture the words that are drawn in it.
        emphasis: in units of the text.
        place: where it starts; bottom: how far down its page its first line reaches, in points.
        box: of a picture, on the page of its place.
    """

    kind: PieceKind
    text: str
    origins: Origins
    emphasis: tuple[Emphasis, ...]
    place: Place
    bottom: float
    level: int = 0
    box: Rect | None = None


class _Part(NamedTuple):
    page: int
    flow: PageFlow
    piece: Piece

    @property
    def words(self) -> str:
        return self.flow.text.text[self.piece.start : self.piece.end]


def passages(pages: Sequence[tuple[int, PageFlow]], half_of: HalfOf) -> list[Passage]:
    """In reading order; a paragraph that runs on over the page is one."""
    groups: list[list[_Part]] = []
    for page, flow in pages:
        parts = [_Part(page, flow, piece) for piece in flow.pieces]
        if parts and (before := _open(groups)) and _runs_on(before[-1], parts[0]):
            before.append(parts.pop(0))
        groups += [[part] for part in parts]
    return [_passage(group, half_of) for group in groups]


def index_of(column: Sequence[Passage], place: Place, title: str = "") -> int:
    """The passage that starts at the place, and says the title if one there does; else the first behind it."""
    there = [n for n, one in enumerate(column) if _is_on(one, place)]
    if not there:
        return next((n for n, one in enumerate(column) if one.place.page > place.page), len(column))
    near = {n: abs(column[n].place.y - place.y) for n in there}
    wanted = _letters(title)
    named = [n for n in there if wanted and near[n] < _NEAR_POINTS and _says(column[n], wanted)]
    below = [n for n in there if column[n].bottom - _HAIR_POINTS > place.y]
    if not named and not below:
        return there[-1] + 1
    return min(named or below, key=near.__getitem__)


def _is_on(passage: Passage, place: Place) -> bool:
    return passage.place.page == place.page and (place.half is None or passage.place.half in (None, place.half))


def _says(passage: Passage, wanted: str) -> bool:
    said = _letters(passage.text)
    # The number of a title, or what it numbers, may stand on a line of its own.
    return bool(said) and (
        said.endswith(wanted) or wanted.endswith(said) or (len(said) > 3 and wanted.startswith(said))
    )


def _letters(words: str) -> str:
    return "".join(char for char in fold(words).text if char.isalnum())


def _open(groups: Sequence[list[_Part]]) -> list[_Part] | None:
    """The paragraph with which the pages so far end."""
    last = next((group for group in reversed(groups) if group[0].piece.kind not in _MARGINAL), None)
    return last if last and last[0].piece.kind in (PieceKind.PARAGRAPH, PieceKind.ITEM) else None


def _runs_on(before: _Part, after: _Part) -> bool:
    return after.piece.kind is PieceKind.PARAGRAPH and runs_on(before.words, after.words)


def _passage(parts: Sequence[_Part], half_of: HalfOf) -> Passage:
    raw = "\n".join(part.words for part in parts)
    places = [(part.page, part.piece.start + n) for part in parts for n in range(len(part.words) + 1)]
    clean = cleaned(raw)
    text = clean.text.rstrip()
    pairs = [places[at] for char, at in zip(text, clean.offsets, strict=False) for _ in range(1 + (char > "\uffff"))]
    origins = Origins(pairs)
    first = parts[0]
    box = first.piece.box or _first_line(first)
    place = Place(first.page, max(box.top, 0.0), half_of(first.page, box.centre.x))
    return Passage(
        kind=first.piece.kind,
        text=text,
        origins=origins,
        emphasis=tuple(_emphasis(parts, origins)),
        place=place,
        bottom=box.bottom,
        level=first.piece.level,
        box=first.piece.box,
    )


def _first_line(part: _Part) -> Rect:
    quads = part.flow.text.quads(part.piece.start, part.piece.end)
    return quads[0].bounds if quads else Rect(0, 0, 0, 0)


def _emphasis(parts: Sequence[_Part], origins: Origins) -> list[Emphasis]:
    found: list[Emphasis] = []
    for part in parts:
        for one in part.flow.emphasis:
            if part.piece.start <= one.start < part.piece.end:
                first, last = origins.units(part.page, one.start, one.end)
                found.append(Emphasis(first, last, one.bold, one.italic, one.raised))
    return found
