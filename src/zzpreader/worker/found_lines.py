"""The lines of a page straight out of MuPDF's structured text.

The binding needs some 10 µs for a line. Here the linked lists are read as memory instead, with the layouts of
`fz_stext_block` and `fz_stext_line` in MuPDF 1.28. Before these are trusted, the first page is read both ways; if they
differ, the slow way is taken for good.
"""

import ctypes
import struct
from collections.abc import Iterator
from typing import Any, NamedTuple

from zzpreader.worker.library import mupdf

_BLOCK = struct.Struct("i20xQ32xQ")
"""int type, id; rect; first line *; ...; next * (fitz/structured-text.h)"""

_LINE = struct.Struct("4x6f4xQ16xQ")
"""uint8 wmode, flags; point direction; rect; first char *; last *, previous *; next *"""


class FoundLine(NamedTuple):
    """
    Args:
        block: number of the text block in which it stands, rising.
        across, down: direction of the writing.
        box: left, top, right, bottom of its characters, as MuPDF shows the page.
        first: where its first character lies in memory, 0 without one.
    """

    block: int
    across: float
    down: float
    box: tuple[float, float, float, float]
    first: int


class _Way:
    """Which way is taken; decided on the first page that is seen."""

    is_fast: bool | None = None


def found_lines(structured: Any) -> list[FoundLine]:
    if _Way.is_fast is None:
        slowly = list(_slow(structured))
        if slowly:
            _Way.is_fast = struct.calcsize("P") == struct.calcsize("Q") and _are_read_as(structured, slowly)
        return slowly
    return list((_fast if _Way.is_fast else _slow)(structured))


def _fast(structured: Any) -> Iterator[FoundLine]:
    block = structured.m_internal.first_block
    at = int(block.this) if block else 0
    number = -1
    while at:
        kind, line, at = _BLOCK.unpack(ctypes.string_at(at, _BLOCK.size))
        if kind != mupdf.FZ_STEXT_BLOCK_TEXT:
            continue
        number += 1
        while line:
            across, down, left, top, right, bottom, first, line = _LINE.unpack(ctypes.string_at(line, _LINE.size))
            yield FoundLine(number, across, down, (left, top, right, bottom), first)


def _slow(structured: Any) -> Iterator[FoundLine]:
    number = -1
    for block in structured:
        if block.m_internal.type != mupdf.FZ_STEXT_BLOCK_TEXT:
            continue
        number += 1
        for each in block:
            line = each.m_internal
            box, way = line.bbox, line.dir
            first = int(line.first_char.this) if line.first_char else 0
            yield FoundLine(number, way.x, way.y, (box.x0, box.y0, box.x1, box.y1), first)


def _are_read_as(structured: Any, lines: list[FoundLine]) -> bool:
    """Whether the fast way finds the same: pointers are followed only as far as the slow way says that they lead."""
    blocks, starts = [], []
    for block in structured:
        blocks.append(int(block.m_internal.this))
        starts.append([int(each.m_internal.this) for each in block] if _is_text(block) else [])
    for n, at in enumerate(blocks):
        kind, line, following = _BLOCK.unpack(ctypes.string_at(at, _BLOCK.size))
        if following != (blocks[n + 1] if n + 1 < len(blocks) else 0):
            return False
        if kind == mupdf.FZ_STEXT_BLOCK_TEXT and line != (starts[n][0] if starts[n] else 0):
            return False
        for place, ends in zip(starts[n], [*starts[n][1:], 0], strict=True):
            if _LINE.unpack(ctypes.string_at(place, _LINE.size))[-1] != ends:
                return False
    return list(_fast(structured)) == lines


def _is_text(block: Any) -> bool:
    return bool(block.m_internal.type == mupdf.FZ_STEXT_BLOCK_TEXT)
