"""The C library, and its one call that takes arguments of full width, whatever it is given."""

import ctypes
from functools import cache


@cache
def library() -> ctypes.CDLL:
    """Looked up once: whoever forks has done so before."""
    return ctypes.CDLL(None)


def control(libc: ctypes.CDLL, what: int, first: int = 0, second: int = 0) -> int:
    """prctl(2). Returns: 0 if it was done."""
    wide = (ctypes.c_ulong(argument) for argument in (first, second, 0, 0))
    return libc.prctl(ctypes.c_int(what), *wide)
