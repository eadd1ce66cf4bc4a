"""How much memory a worker may take for what it is asked next; told from here, as it can give itself no more."""

import sys
from contextlib import suppress


def limit_memory(process: int, most_bytes: int | None) -> None:
    """Of its address space, from now on. Linux alone: elsewhere the one limit that it began with holds.

    Args:
        process: one of ours that nobody has seen off yet, so that the number is still its own.
        most_bytes: None for all that it has taken for itself.
    """
    if sys.platform != "linux":
        return
    import resource  # noqa: PLC0415 - not on Windows

    with suppress(OSError):  # it is gone; that is heard elsewhere
        _, whole = resource.prlimit(process, resource.RLIMIT_AS)
        if whole == resource.RLIM_INFINITY:  # it has no walls yet, or none at all
            return
        most = whole if most_bytes is None else min(most_bytes, whole)
        resource.prlimit(process, resource.RLIMIT_AS, (most, whole))
