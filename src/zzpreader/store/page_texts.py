"""The page texts of editions on which there are notes: a cache, by which marks are found again surely when the file is
replaced by a new edition. Nothing is lost if it is deleted."""

import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import overload

import msgspec

from zzpreader.model.decoding import learnt
from zzpreader.model.text import EMPTY, PageText
from zzpreader.store.home import Home, keep_private

_LARGEST_PAGE = 1 << 26
"""Bytes: more than any page that a worker may answer with."""


def pack(text: PageText) -> bytes:
    """A page as it is kept: about a tenth of what it weighs in memory."""
    return zlib.compress(msgspec.msgpack.encode(text), 1)


def keep_texts(home: Home, edition: str, packed: Sequence[bytes]) -> None:
    """
    Args:
        edition: sha256 of the file.
        packed: all of its pages.
    """
    path = _path(home, edition)
    with suppress(OSError):  # marks are then found by their quotes alone
        keep_private(path, msgspec.msgpack.encode(list(packed)))


def has_texts(home: Home, edition: str) -> bool:
    return _path(home, edition).exists()


def kept_texts(home: Home, edition: str) -> "Sequence[PageText]":
    """Unpacked page by page when they are asked for; empty if there are none."""
    try:
        return KeptTexts(msgspec.msgpack.decode(_path(home, edition).read_bytes(), type=learnt(list[bytes])))
    except (OSError, msgspec.MsgspecError):
        return ()


class KeptTexts(Sequence[PageText]):
    def __init__(self, packed: Sequence[bytes]) -> None:
        self._packed = packed

    def __len__(self) -> int:
        return len(self._packed)

    @overload
    def __getitem__(self, index: int) -> PageText: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[PageText]: ...
    def __getitem__(self, index: int | slice) -> PageText | Sequence[PageText]:
        if isinstance(index, slice):
            return KeptTexts(self._packed[index])
        return _unpacked(self._packed[index])


def _unpacked(packed: bytes) -> PageText:
    """A page that is damaged has no text."""
    try:
        whole = zlib.decompressobj().decompress(packed, _LARGEST_PAGE)
        return msgspec.msgpack.decode(whole, type=learnt(PageText))
    except (zlib.error, msgspec.MsgspecError, ValueError):
        return EMPTY


def _path(home: Home, edition: str) -> Path:
    return home.cache / "texts" / f"{edition}.bin"
