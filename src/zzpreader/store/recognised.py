"""What was recognised in the pictures of pages, by edition: a cache, of which nothing is lost but the time it took.

One file for each edition, to which pages are only added: whoever is killed leaves all that was there before, and half
of a page is passed over. A page that comes twice counts as it came last.
"""

import os
import struct
import zlib
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from zzpreader.store.home import PRIVATE_FILE, Home, keep_within, make_private_folder

MOST_BYTES = 500_000_000
"""Of all editions together, some 100,000 pages; then those go that were read longest ago."""

_BEGINNING = b"zzpreader recognised 1\n"
_HEAD = struct.Struct("<III")
"""Page, bytes of what follows, and its checksum."""

_LARGEST = 1024 * 1024


def recognised_path(home: Home, edition: str) -> Path:
    """
    Args:
        edition: sha256 of the file.
    """
    return _folder(home) / f"{edition}.pages"


def has_any(home: Home) -> bool:
    """Whether anything was ever recognised here."""
    with suppress(OSError):
        return any(_folder(home).glob("*.pages"))
    return False


def kept_pages(home: Home, edition: str) -> dict[int, bytes]:
    """By page, as they were packed; none if there are none, or the file is not to be read."""
    try:
        return _read(recognised_path(home, edition).read_bytes())[0]
    except OSError:
        return {}


def recognised_when(home: Home, edition: str) -> int:
    """When a page was added last, in nanoseconds; 0 for never."""
    try:
        return recognised_path(home, edition).stat().st_mtime_ns
    except OSError:
        return 0


def add_pages(home: Home, edition: str, pages: Mapping[int, bytes]) -> None:
    """One process at a time does this for an edition. Raises: OSError."""
    path = recognised_path(home, edition)
    make_private_folder(path.parent)
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_BINARY", 0), PRIVATE_FILE)
    with os.fdopen(descriptor, "r+b") as file:
        whole = _read(file.read())[1]
        file.truncate(whole)
        file.seek(whole)
        new = b"" if whole else _BEGINNING
        file.write(new + b"".join(_HEAD.pack(page, len(data), zlib.crc32(data)) + data for page, data in pages.items()))


def make_room(home: Home, *, but: str, most: int = MOST_BYTES) -> None:
    """Raises: nothing; what cannot be removed stays."""
    keep_within(most, _folder(home).glob("*.pages"), but=recognised_path(home, but))


def _folder(home: Home) -> Path:
    return home.cache / "recognised"


def _read(data: bytes) -> tuple[dict[int, bytes], int]:
    """The pages, and how many bytes are whole."""
    if not data.startswith(_BEGINNING):
        return {}, 0
    pages: dict[int, bytes] = {}
    at = len(_BEGINNING)
    while at + _HEAD.size <= len(data):
        page, size, checksum = _HEAD.unpack_from(data, at)
        piece = data[at + _HEAD.size : at + _HEAD.size + size]
        if size > _LARGEST or len(piece) < size or zlib.crc32(piece) != checksum:
            break
        pages[page] = piece
        at += _HEAD.size + size
    return pages, at
