"""Older states of a file, kept beside it: the one before the last save, one an hour older, one a day older."""

import os
import shutil
from datetime import UTC, datetime
from itertools import count
from pathlib import Path

from zzpreader.files import put_in_place

BACKUPS = 3
_APART_S = {2: 3600.0, 3: 24 * 3600.0}


def backup(path: Path, number: int) -> Path:
    """Number 1 is the newest."""
    return path.with_name(f"{path.name}.bak{number}")


def rotation(written: list[float | None]) -> list[int]:
    """Which of the backups 2 and 3 take over the state of the one before them, in the order of doing.

    Args:
        written: when the states of backups 1, 2 and 3 were written, in seconds; None for one that is not there.
    """
    moves: list[int] = []
    for number in (2, 3):
        younger, older = written[number - 2], written[number - 1]
        # A clock that was set back must not stop the rotation, hence the absolute distance.
        if younger is None or (older is not None and abs(younger - older) < _APART_S[number]):
            break
        moves.insert(0, number)
    return moves


def second_copy_name(path: Path) -> Path:
    """Under which the newest backup is made, before it takes its place."""
    return path.with_name(f"{path.name}.bak")


def keep_previous(path: Path) -> None:
    """Make what is now at `path` the newest backup; at no moment is there less than before. Raises: OSError."""
    if not path.exists():
        return
    for number in rotation([_written(backup(path, n)) for n in range(1, BACKUPS + 1)]):
        put_in_place(backup(path, number - 1), backup(path, number))
    link = second_copy_name(path)
    link.unlink(missing_ok=True)
    copy_or_link(path, link)
    put_in_place(link, backup(path, 1))


def copy_or_link(path: Path, other: Path) -> None:
    """A second name for a file that is never written in place; a copy where the disk cannot do that (FAT)."""
    try:
        os.link(path, other)
    except OSError:
        shutil.copy2(path, other)


def set_aside(path: Path) -> Path:
    """Rename a damaged file, so that nothing is ever written over it. Raises: OSError."""
    return path.rename(free_name(path, ".damaged-"))


def free_name(path: Path, word: str, ending: str = "") -> Path:
    """`path` with `word`, the time in UTC and `ending` behind its name, and a number if that is there already."""
    stamp = datetime.now(UTC).strftime("%Y%m%dT%H%M%SZ")
    names = (f"{path.name}{word}{stamp}" + (f"-{n}" if n > 1 else "") + ending for n in count(1))
    return next(other for name in names if not (other := path.with_name(name)).exists())


def _written(path: Path) -> float | None:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return None
