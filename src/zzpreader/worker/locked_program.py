"""A program of others that looks at what documents hold, such as one that reads text in pictures: with walls around it.

It gets its input and gives its output through descriptors, and needs nothing but its own files. Where a system has no
such walls it runs without them, for as long and with as much memory as it may (the time is the caller's to watch).
"""

import ctypes
import os
import signal
import sys
from collections.abc import Sequence
from pathlib import Path

from zzpreader.worker.confine import die_with
from zzpreader.worker.landlock import close_all_doors
from zzpreader.worker.libc import control
from zzpreader.worker.seccomp import refuse_network

_MIB = 1024 * 1024
_LIMITS = {
    "RLIMIT_AS": 2048 * _MIB,
    "RLIMIT_CPU": 180,
    "RLIMIT_FSIZE": 32 * _MIB,  # of what it answers
    "RLIMIT_CORE": 0,
    "RLIMIT_NPROC": 0,
}
_PR_SET_NO_NEW_PRIVS = 38
_OF_THE_SYSTEM = ("/usr", "/lib", "/lib64", "/bin", "/etc/ld.so.cache", "/dev/null")


def run(arguments: Sequence[str]) -> int:
    """This process becomes that program.

    Args:
        arguments: its path and what it is told. Its data are sought beside it, and in `TESSDATA_PREFIX`.
    """
    program = Path(arguments[0])
    die_with(os.getppid())
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _limit()
    if sys.platform == "linux":
        libc = ctypes.CDLL(None)
        if control(libc, _PR_SET_NO_NEW_PRIVS, 1) == 0:
            close_all_doors(libc, but=(*_OF_THE_SYSTEM, *_its_own(program)))
            refuse_network(libc)
    os.execve(program, list(arguments), _surroundings())  # noqa: S606 - there is no shell to be misled


def _limit() -> None:
    import resource  # noqa: PLC0415 - not on Windows

    for name, wanted in _LIMITS.items():
        kind = getattr(resource, name, None)
        if kind is None:
            continue
        _, hard = resource.getrlimit(kind)
        most = wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
        try:
            resource.setrlimit(kind, (most, most))
        except (OSError, ValueError):
            continue  # macOS refuses RLIMIT_AS


def _its_own(program: Path) -> list[str]:
    """Where it lies, and what lies beside that as is usual on Unix."""
    folder = program.resolve().parent
    own = [str(folder), str(folder.parent / "lib"), str(folder.parent / "share")]
    data = os.environ.get("TESSDATA_PREFIX")
    return [*own, data] if data else own


def _surroundings() -> dict[str, str]:
    """Without the libraries of a bundle of ours, which are not those that it was made for."""
    return {name: value for name, value in os.environ.items() if name != "LD_LIBRARY_PATH"}
