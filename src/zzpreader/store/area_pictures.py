"""Pictures of marked areas: a cache, so that one is seen also when the file in which it lay is no longer there."""

import hashlib
from contextlib import suppress
from pathlib import Path

from zzpreader.model.geometry import Rect
from zzpreader.store.home import Home, keep_private

_LARGEST = 4 * 2**20


def picture_path(home: Home, edition: str, page: int, box: Rect) -> Path:
    """
    Args:
        edition: sha256 of the file.
        box: in page space.
    """
    corners = ",".join(f"{side:.2f}" for side in (box.left, box.top, box.right, box.bottom))
    name = hashlib.blake2b(f"{edition} {page} {corners}".encode(), digest_size=16).hexdigest()
    return home.cache / "areas" / f"{name}.png"


def keep_picture(path: Path, png: bytes) -> None:
    with suppress(OSError):  # drawn again when it is needed
        keep_private(path, png)


def kept_picture(path: Path) -> bytes:
    """Empty if there is none."""
    with suppress(OSError):
        if path.stat().st_size <= _LARGEST:
            return path.read_bytes()
    return b""
