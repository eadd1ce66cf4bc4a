"""What a crash left behind: halves of files that never took their place. Notes are never among them.

A file that is being written has its name for a moment only (`files.write_whole`), so one that has it for an hour is
nobody's any more, whatever other program of ours is running.
"""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path
from shutil import rmtree

from zzpreader.files import is_stale
from zzpreader.store.home import Home, lock_beside

_HALF = ".new"


def clear_leftovers(home: Home, now_s: float) -> list[Path]:
    """What was removed. Raises: nothing; what cannot be removed stays. Cost: 10 µs a file of the data folder.

    Args:
        now_s: as `time.time`.
    """
    removed: list[Path] = []
    for path in list(_halves(home)):
        with suppress(OSError):
            if is_stale(path, now_s) and _remove(path):
                removed.append(path)
    return removed


def _halves(home: Home) -> Iterator[Path]:
    for folder in (home.folder, home.notebooks, home.backups):
        yield from (path for path in folder.glob(f"*{_HALF}") if path.is_file())
    yield from home.cache.rglob(f"*{_HALF}")
    yield from home.bundles.glob(f".*{_HALF}")  # a whole folder; in a bundle others give the names


def _remove(path: Path) -> bool:
    """Not while somebody writes what it was to become."""
    if path.is_dir() and not path.is_symlink():
        rmtree(path, ignore_errors=True)
        return not path.exists()
    whole = path.with_suffix("")
    if not Path(f"{whole}.lock").exists():
        path.unlink()
        return True
    from filelock import Timeout  # noqa: PLC0415 - seldom needed

    try:
        with lock_beside(whole, wait_s=0):
            path.unlink()
    except Timeout:
        return False
    return True
