"""The characters of a page straight out of MuPDF's structured text.

The binding needs some 3 µs for every field of every character, so a page of a manual would take ten times as long to
hand over as to read. Here the linked list is read as memory instead, with the layout of `fz_stext_char` in MuPDF 1.28.
Before that is trusted, the first line of a page is read both ways; if they differ, the slow way is taken for good.
"""

import ctypes
import struct
from collections.abc import Iterator
from typing import Any

_CHAR = struct.Struct("iHHI2f8ffPP")
"""int c; uint16 bidi, flags; uint32 argb; point origin; quad; float size; font *; next * (fitz/structured-text.h)"""


def _fast(line: Any) -> Iterator[tuple[Any, ...]]:
    read, unpack, size = ctypes.string_at, _CHAR.unpack, _CHAR.size
    at = int(line.first_char.this) if line.first_char else 0
    while at:
        glyph = unpack(read(at, size))
        yield glyph
        at = glyph[16]


def _slow(line: Any) -> Iterator[tuple[Any, ...]]:
    char = line.first_char
    while char:
        yield _fields(char)
        char = char.next


def _fields(char: Any) -> tuple[Any, ...]:
    quad, origin = char.quad, char.origin
    corners = [number for corner in (quad.ul, quad.ur, quad.ll, quad.lr) for number in (corner.x, corner.y)]
    font = int(char.font.this) if char.font else 0
    following = int(char.next.this) if char.next else 0
    return (char.c, char.bidi, char.flags, char.argb, origin.x, origin.y, *corners, char.size, font, following)


class _Way:
    """Which way is taken; decided on the first line that is seen."""

    is_fast: bool | None = None


def glyphs(line: Any) -> Iterator[tuple[Any, ...]]:
    """The characters of an `fz_stext_line`, as plain tuples.

    Fields: 0 code point, 1 bidi, 2 flags, 3 colour, 4-5 origin, 6-13 corners (upper left, upper right, lower left,
    lower right; x and y), 14 size, 15 font, 16 the next one.
    """
    if _Way.is_fast is None:
        _Way.is_fast = _layout_is_known(line)
    return _fast(line) if _Way.is_fast else _slow(line)


def _layout_is_known(line: Any) -> bool:
    char = line.first_char
    while char:
        if _CHAR.unpack(ctypes.string_at(int(char.this), _CHAR.size)) != _fields(char):
            return False
        char = char.next
    return True
