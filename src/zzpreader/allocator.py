"""The C library's share in what a process holds."""

import sys


def give_back() -> None:
    """What is free goes back to the system; glibc keeps it otherwise. Cost: some milliseconds, and as many again where
    it is needed soon after."""
    if sys.platform == "linux":
        import ctypes  # noqa: PLC0415 - not before the first page

        if trim := getattr(ctypes.CDLL(None), "malloc_trim", None):
            trim(0)
