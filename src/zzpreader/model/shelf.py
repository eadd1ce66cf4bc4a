"""Texts of pages that were read once: one memory for all workers of a document, and it outlives each of them.

Every page has a cell of its own, and in front of the cells stand the size and the checksum of what is in it. Nobody
waits: what two write at the same time, or who ends in the midst of it, gives a wrong checksum; the page is read again.
The window's process looks into it as well, to keep what is there for another day.
"""

import mmap
from array import array
from bisect import bisect_right
from zlib import crc32

import msgspec
from msgspec import Struct

from zzpreader.model.decoding import learnt

_MOST_BYTES = 64 * 1024 * 1024
"""Of texts that one worker adds, with those that it found there."""

_LARGEST_CELL, _STEP = 64 * 1024, 4096
_ENTRY = 2


class Shelved(Struct, frozen=True, array_like=True, gc=False):
    """A page's text as it is and folded, and the first code point, left, top and right of every line.

    Args:
        starts, edges: arrays of "i" and "f" as bytes.
    """

    text: str = ""
    folded: str = ""
    starts: bytes = b""
    edges: bytes = b""

    def place(self, offset: int) -> tuple[float, float]:
        """About where the code point stands, as if all of its line were equally wide; and the top of that line."""
        starts, edges = array("i", self.starts), array("f", self.edges)
        line = bisect_right(starts, offset) - 1
        length = self.text.find("\n", starts[line]) - starts[line]
        left, top, right = edges[3 * line : 3 * line + 3]
        return left + (right - left) * min(1.0, (offset - starts[line]) / max(1, length)), top


_pack = msgspec.msgpack.Encoder().encode
_unpack = msgspec.msgpack.Decoder(learnt(Shelved)).decode


def unpacked(packed: bytes) -> Shelved | None:
    """None for what is no page."""
    try:
        return _unpack(packed)
    except (msgspec.MsgspecError, UnicodeDecodeError):
        return None


class Shelf:
    """
    Args:
        memory: all zero at first.
    """

    def __init__(self, memory: mmap.mmap, pages: int) -> None:
        self._memory = memory
        self._entries = memoryview(memory)[: 4 * _ENTRY * pages].cast("I")
        self._first = -(-4 * _ENTRY * pages // _STEP) * _STEP
        self._cell = min((len(memory) - self._first) // max(1, pages) // _STEP * _STEP, _LARGEST_CELL)
        self._bytes = sum(self._entries[0::_ENTRY].tolist())

    def take(self, page: int) -> Shelved | None:
        packed = self.take_packed(page)
        return None if packed is None else unpacked(packed)

    def take_packed(self, page: int) -> bytes | None:
        """As it lies there."""
        size, checksum = self._entries[_ENTRY * page : _ENTRY * page + _ENTRY]
        if not 0 < size <= self._cell:
            return None
        start = self._first + page * self._cell
        packed = self._memory[start : start + size]
        return packed if crc32(packed, page) == checksum else None

    def put(self, page: int, text: Shelved) -> None:
        """What is too long for its cell, or too much together, is not kept."""
        self.put_packed(page, _pack(text))

    def put_packed(self, page: int, packed: bytes) -> None:
        if len(packed) > self._cell or self._bytes + len(packed) > _MOST_BYTES:
            return
        self.forget(page)
        start = self._first + page * self._cell
        self._memory[start : start + len(packed)] = packed
        self._entries[_ENTRY * page + 1] = crc32(packed, page)
        self._entries[_ENTRY * page] = len(packed)
        self._bytes += len(packed)

    def forget(self, page: int) -> None:
        """It has another text now."""
        self._bytes -= self._entries[_ENTRY * page]
        self._entries[_ENTRY * page] = 0

    @property
    def count(self) -> int:
        """How many pages are there."""
        return sum(map(bool, self._entries[0::_ENTRY].tolist()))

    def release(self) -> None:
        """Its memory can be closed."""
        self._entries.release()
