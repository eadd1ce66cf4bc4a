"""The texts of long publications as they were read for searching, by edition: a cache, which may be deleted.

What lies there is what a worker would read again: of the same bytes, by the same program.
"""

import os
import zlib
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from zzpreader.model.decoding import learnt
from zzpreader.store.home import Home, keep_private, keep_within
from zzpreader.store.structures import made_by

MOST_BYTES = 200_000_000
"""Of all editions together, some 80,000 pages; then those go that were used longest ago."""

_LARGEST = 128 * 1024 * 1024
"""More than a shelf takes."""

_READING = ("worker", "model")


class _Kept(Struct, frozen=True):
    by: str
    pages: list[bytes]


def keep_shelf(home: Home, edition: str, pages: Sequence[bytes], extractor: str) -> None:
    """
    Args:
        edition: sha256 of the file.
        pages: as they lie on the shelf; b"" for one that is not kept.
        extractor: what read them.
    """
    path = shelf_path(home, edition)
    kept = _Kept(made_by(extractor, _READING), list(pages))
    with suppress(OSError):  # read again
        keep_private(path, zlib.compress(msgspec.msgpack.encode(kept), 1))
        keep_within(MOST_BYTES, path.parent.glob("*.shelf"), but=path)


def kept_shelf(home: Home, edition: str, extractor: str) -> Sequence[bytes]:
    """Empty if there are none, they cannot be understood, or another program read them."""
    path = shelf_path(home, edition)
    try:
        whole = zlib.decompressobj().decompress(path.read_bytes(), _LARGEST)
        kept = msgspec.msgpack.decode(whole, type=learnt(_Kept))
        if kept.by != made_by(extractor, _READING):
            return ()
        os.utime(path)
    except (OSError, zlib.error, msgspec.MsgspecError, UnicodeDecodeError):
        return ()
    return kept.pages


def shelf_path(home: Home, edition: str) -> Path:
    return home.cache / "shelves" / f"{edition}.shelf"
