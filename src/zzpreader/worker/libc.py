"""The one call of the C library that takes arguments of full width, whatever it is given."""

import ctypes


def control(libc: ctypes.CDLL, what: int, first: int = 0, second: int = 0) -> int:
    """prctl(2). Returns: 0 if it was done."""
    wide = (ctypes.c_ulong(argument) for argument in (first, second, 0, 0))
    return libc.prctl(ctypes.c_int(what), *wide)
