"""Limits that the worker sets for itself before it looks at the document."""

import ctypes
import signal
import sys

_MIB = 1024 * 1024
ADDRESS_SPACE_BYTES = 3072 * _MIB
"""Besides the document itself, which is mapped and not read."""

LOG_BYTES = _MIB
"""A document that provokes endless warnings does not fill a disk."""


def confine(document_bytes: int) -> None:
    """Cannot be undone. Where the system knows no such limits, nothing happens."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl+C in the terminal is meant for the reader
    if sys.platform != "win32":
        _limit_resources(document_bytes)
    if sys.platform == "linux":
        _die_with_parent()


def _limit_resources(document_bytes: int) -> None:
    import resource  # noqa: PLC0415 - not on Windows

    limits = {
        "RLIMIT_AS": ADDRESS_SPACE_BYTES + document_bytes,
        "RLIMIT_CORE": 0,  # a core file would hold pages of the document
        "RLIMIT_FSIZE": LOG_BYTES,
    }
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


def _die_with_parent() -> None:
    """A worker that is deep in a page does not notice that its channel was closed."""
    set_parent_death_signal = 1
    ctypes.CDLL(None).prctl(set_parent_death_signal, signal.SIGKILL, 0, 0, 0)
