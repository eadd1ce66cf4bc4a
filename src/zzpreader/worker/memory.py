"""How much memory the worker holds, and giving it back."""

import os
import sys
from pathlib import Path

from zzpreader.worker.library import mupdf

_PLENTY = 256 * 1024 * 1024
_STATM = Path("/proc/self/statm")


def holds_plenty() -> bool:
    """Whether more is resident than reading a publication needs. Known on Linux only; elsewhere it says no."""
    if sys.platform != "linux":
        return False
    try:
        resident_pages = int(_STATM.read_text(encoding="ascii").split()[1])
    except (OSError, IndexError, ValueError):
        return False
    return resident_pages * os.sysconf("SC_PAGE_SIZE") > _PLENTY


def empty_store() -> None:
    """Decoded pictures, fonts and glyphs; they are made again when they are needed."""
    mupdf.fz_empty_store()
