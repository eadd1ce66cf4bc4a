"""The walls around a worker: what it takes from itself before it looks at the document.

Each system has other walls. Those that could not be raised are not counted; the reader is told which stand.
"""

import os
import signal
import sys
from contextlib import suppress

from zzpreader.model.walls import Wall
from zzpreader.worker.landlock import close_all_doors
from zzpreader.worker.libc import control, library
from zzpreader.worker.reporter import stand_by
from zzpreader.worker.seccomp import keep_only_needed_calls

_MIB = 1024 * 1024
ADDRESS_SPACE_BYTES = 3072 * _MIB
"""Besides the document itself, which is mapped and not read."""

LOG_BYTES = _MIB
"""A document that provokes endless warnings does not fill a disk."""

_SOONER = 500
"""Of the thousand points by which the kernel chooses whom it ends."""

_PR_SET_PDEATHSIG, _PR_SET_NO_NEW_PRIVS = 1, 38


def confine(document_bytes: int, slot: int) -> tuple[Wall, ...]:
    """Cannot be undone. Cost: 1 ms.

    Args:
        slot: address of four bytes of memory that the window's side sees: the system call that ended this process.

    Returns: the walls that stand.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is meant for the reader
    if sys.platform == "win32":
        from zzpreader.worker.confine_windows import join_job  # noqa: PLC0415 - there alone

        return (Wall.MEMORY, Wall.PROCESSES) if join_job(ADDRESS_SPACE_BYTES + document_bytes) else ()
    walls = _limit_resources(document_bytes)
    _go_first()
    if sys.platform == "linux":
        walls += _lock(slot)
    elif sys.platform == "darwin":
        from zzpreader.worker.confine_macos import enter_sandbox  # noqa: PLC0415 - there alone

        walls += (Wall.FILES, Wall.NETWORK, Wall.PROCESSES) if enter_sandbox() else ()
    return walls


def _limit_resources(document_bytes: int) -> tuple[Wall, ...]:
    import resource  # noqa: PLC0415 - not on Windows

    limits = {
        "RLIMIT_AS": ADDRESS_SPACE_BYTES + document_bytes,
        "RLIMIT_CORE": 0,  # a core file would hold pages of the document
        "RLIMIT_FSIZE": LOG_BYTES,
        "RLIMIT_NPROC": 0,
        "RLIMIT_MEMLOCK": 0,
    }
    kept: set[str] = set()
    for name, wanted in limits.items():
        kind = getattr(resource, name, None)
        if kind is None:
            continue
        _, hard = resource.getrlimit(kind)
        soft = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        try:
            resource.setrlimit(kind, (soft, soft))
        except (OSError, ValueError):
            # macOS refuses RLIMIT_AS; the time limits of the other side still hold
            continue
        kept.add(name)
    return (Wall.MEMORY,) if "RLIMIT_AS" in kept else ()


def _go_first() -> None:
    """When the machine itself has no memory left, a worker is ended and not the window (Linux)."""
    with suppress(OSError, ValueError):
        points = os.open("/proc/self/oom_score_adj", os.O_RDWR)
        try:
            os.write(points, b"%d" % min(int(os.read(points, 16)) + _SOONER, 1000))
        finally:
            os.close(points)


def _lock(slot: int) -> tuple[Wall, ...]:
    libc = library()
    if control(libc, _PR_SET_NO_NEW_PRIVS, 1) != 0:
        return ()
    doors = close_all_doors(libc)
    calls = keep_only_needed_calls(libc, is_reported=stand_by(libc, slot))
    walls: list[Wall] = []
    if doors or calls:
        walls += [Wall.FILES, Wall.PROCESSES] if calls else [Wall.FILES]
    if calls:
        walls += [Wall.NETWORK, Wall.CALLS]
    return tuple(walls)


def die_with(parent: int) -> None:
    """A worker that is deep in a page does not notice that its channel was closed.

    Args:
        parent: number of the process that started this one.
    """
    if sys.platform != "linux":
        return
    control(library(), _PR_SET_PDEATHSIG, signal.SIGKILL)
    if os.getppid() != parent:  # it was gone before
        os._exit(1)
