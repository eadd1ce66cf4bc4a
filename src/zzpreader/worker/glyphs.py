"""The characters of a page straight out of MuPDF's structured text.

The binding needs some 3 µs for every field of every character, so a page of a manual would take ten times as long to
hand over as to read. Here the linked list is read as memory instead, with the layout of `fz_stext_char` in MuPDF 1.28.
Before that is trusted, the first line of a page is read both ways; if they differ, the slow way is taken for good.
"""

import ctypes
import mmap
import struct
from array import array
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from zzpreader.worker.found_lines import FoundLine
from zzpreader.worker.library import mupdf

_CHAR = struct.Struct("iHHI2f8ffPP")
"""int c; uint16 bidi, flags; uint32 argb; point origin; quad; float size; font *; next * (fitz/structured-text.h)"""

SIZE = _CHAR.size
_PAGE = mmap.PAGESIZE

WORDS = SIZE // 4
"""Length of a character in words of four bytes; CODE and the corners are places of such words in it."""

CODE = 0
UPPER_LEFT, UPPER_RIGHT, LOWER_LEFT, LOWER_RIGHT = (5, 6), (7, 8), (9, 10), (11, 12)


_BEFORE_CORNERS = b"\n\0\0\0" + bytes(UPPER_LEFT[0] * 4 - 4)
_AFTER_CORNERS = bytes(SIZE - (LOWER_RIGHT[1] + 1) * 4)


def line_end(line: bytes) -> bytes:
    """A character for the end of a line, without width, at the edge of the line's last."""
    last = line[-SIZE:]
    top, right, bottom = (last[4 * n : 4 * n + 4] for n in (UPPER_LEFT[1], *LOWER_RIGHT))
    return _BEFORE_CORNERS + 2 * (right + top) + 2 * (right + bottom) + _AFTER_CORNERS


class _Way:
    """Which way is taken; decided on the first line of characters that is seen."""

    is_fast: bool | None = None


def glyphs(structured: Any, lines: Sequence[FoundLine]) -> Iterable[bytes]:
    """For every line of a page its characters one after the other, `WORDS` words each."""
    if _Way.is_fast is None and (sample := next(filter(_has_characters, _lines(structured)), None)):
        _Way.is_fast = _layout_is_known(sample)
    return (_fast(line.first) for line in lines) if _Way.is_fast else map(_slow, _lines(structured))


def _lines(structured: Any) -> Iterator[Any]:
    for block in structured:
        if block.m_internal.type == mupdf.FZ_STEXT_BLOCK_TEXT:
            for line in block:
                yield line.m_internal


def _has_characters(line: Any) -> bool:
    return bool(line.first_char)


def _fast(at: int) -> bytes:
    """MuPDF takes characters from a pool, so mostly they lie side by side: whole runs are read at once.

    What is read lies in the same page of memory as a character that is known to be there.
    """
    pieces: list[bytes] = []
    while at:
        room = max(1, (_PAGE - at % _PAGE) // SIZE)
        piece = ctypes.string_at(at, room * SIZE)
        following = array("Q", piece)[SIZE // 8 - 1 :: SIZE // 8]
        length = _run(following, at)
        pieces.append(piece[: length * SIZE])
        at = following[length - 1]
    return b"".join(pieces)


def _run(following: "array[int]", at: int) -> int:
    """How many characters from `at` on lie side by side; the last of them is followed by another one or by none."""
    for length, (address, neighbour) in enumerate(zip(following, range(at + SIZE, 1 << 64, SIZE), strict=False), 1):
        if address != neighbour:
            return length
    return len(following)


def _slow(line: Any) -> bytes:
    pieces: list[bytes] = []
    char = line.first_char
    while char:
        pieces.append(_CHAR.pack(*_fields(char)))
        char = char.next
    return b"".join(pieces)


def _fields(char: Any) -> tuple[Any, ...]:
    quad, origin = char.quad, char.origin
    corners = [number for corner in (quad.ul, quad.ur, quad.ll, quad.lr) for number in (corner.x, corner.y)]
    font = int(char.font.this) if char.font else 0
    following = int(char.next.this) if char.next else 0
    return (char.c, char.bidi, char.flags, char.argb, origin.x, origin.y, *corners, char.size, font, following)


def _layout_is_known(line: Any) -> bool:
    if struct.calcsize("P") != struct.calcsize("Q"):
        return False
    char = line.first_char
    while char:
        if _CHAR.unpack(ctypes.string_at(int(char.this), SIZE)) != _fields(char):
            return False
        char = char.next
    return True
