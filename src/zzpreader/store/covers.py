"""Pictures of first pages: a cache, of which nothing is lost if it is deleted."""

import re
from contextlib import suppress
from pathlib import Path

from zzpreader.store.home import Home, keep_private

_LARGEST = 2 * 2**20
_SHA256 = re.compile(r"[0-9a-f]{64}\Z")


def keep_cover(home: Home, edition: str, png: bytes) -> None:
    """
    Args:
        edition: sha256 of the file.
    """
    path = _path(home, edition)
    if path:
        with suppress(OSError):  # drawn again when it is needed
            keep_private(path, png)


def kept_cover(home: Home, edition: str) -> bytes | None:
    path = _path(home, edition)
    with suppress(OSError):
        if path and path.stat().st_size <= _LARGEST:
            return path.read_bytes()
    return None


def _path(home: Home, edition: str) -> Path | None:
    return home.cache / "covers" / f"{edition}.png" if _SHA256.match(edition) else None
