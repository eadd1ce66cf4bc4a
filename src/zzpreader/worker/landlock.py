"""No file, no network, no other process: Landlock, by its system calls (linux/landlock.h, since Linux 5.13)."""

import ctypes
import os
import stat
from collections.abc import Iterable

_CREATE_RULESET, _ADD_RULE, _RESTRICT_SELF = 444, 445, 446
"""On every machine: calls that are younger than Linux 5.1 have one number."""

_ASK_VERSION = 1

_FILES_IN = {1: 13, 2: 14, 3: 15, 5: 16}
"""So many rights to files are known from this version on: to run, write, read, list, make, link, cut short, control."""

_NETWORK_FROM, _SCOPES_FROM = 4, 6
_BIND_AND_CONNECT = 0b11
_PATH_BENEATH = 1
_TO_RUN_AND_READ, _TO_LIST = 0b0101, 0b1000
_SOCKETS_AND_SIGNALS = 0b11


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64))


class _Beneath(ctypes.Structure):
    _pack_ = 1
    _fields_ = (("rights", ctypes.c_uint64), ("folder", ctypes.c_int32))


def version(libc: ctypes.CDLL) -> int:
    """0 where the system has none, or has it switched off."""
    return max(0, libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _ASK_VERSION))


def close_all_doors(libc: ctypes.CDLL, *, but: Iterable[str] = ()) -> int:
    """Takes every right that this system's Landlock knows, for all paths. What is open stays open.

    Args:
        but: files and folders that may still be read and run, with all that lies in them.

    Returns: the version in use, 0 if nothing was closed. The process can gain no privileges any more, or this fails.
    """
    known = version(libc)
    if not known:
        return 0
    rights = max(count for since, count in _FILES_IN.items() if since <= known)
    rules = _Ruleset(
        files=(1 << rights) - 1,
        network=_BIND_AND_CONNECT if known >= _NETWORK_FROM else 0,
        scopes=_SOCKETS_AND_SIGNALS if known >= _SCOPES_FROM else 0,
    )
    fields = 3 if known >= _SCOPES_FROM else 2 if known >= _NETWORK_FROM else 1
    ruleset = libc.syscall(_CREATE_RULESET, ctypes.byref(rules), ctypes.c_size_t(8 * fields), 0)
    if ruleset < 0:
        return 0
    try:
        for path in but:
            _leave_open(libc, ruleset, path)
        return known if libc.syscall(_RESTRICT_SELF, ruleset, 0) == 0 else 0
    finally:
        os.close(ruleset)


def _leave_open(libc: ctypes.CDLL, ruleset: int, path: str) -> None:
    """What is not there needs no door."""
    try:
        place = os.open(path, os.O_PATH | os.O_CLOEXEC)
    except OSError:
        return
    try:
        rights = _TO_RUN_AND_READ | (_TO_LIST if stat.S_ISDIR(os.fstat(place).st_mode) else 0)
        libc.syscall(_ADD_RULE, ruleset, _PATH_BENEATH, ctypes.byref(_Beneath(rights, place)), 0)
    finally:
        os.close(place)
