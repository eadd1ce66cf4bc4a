"""No file, no network, no other process: Landlock, by its system calls (linux/landlock.h, since Linux 5.13)."""

import ctypes
import os

_CREATE_RULESET, _RESTRICT_SELF = 444, 446
"""On every machine: calls that are younger than Linux 5.1 have one number."""

_ASK_VERSION = 1

_FILES_IN = {1: 13, 2: 14, 3: 15, 5: 16}
"""So many rights to files are known from this version on: to run, write, read, list, make, link, cut short, control."""

_NETWORK_FROM, _SCOPES_FROM = 4, 6
_BIND_AND_CONNECT = 0b11
_SOCKETS_AND_SIGNALS = 0b11


class _Ruleset(ctypes.Structure):
    _fields_ = (("files", ctypes.c_uint64), ("network", ctypes.c_uint64), ("scopes", ctypes.c_uint64))


def version(libc: ctypes.CDLL) -> int:
    """0 where the system has none, or has it switched off."""
    return max(0, libc.syscall(_CREATE_RULESET, None, ctypes.c_size_t(0), _ASK_VERSION))


def close_all_doors(libc: ctypes.CDLL) -> int:
    """Takes every right that this system's Landlock knows, for all paths. What is open stays open.

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
        return known if libc.syscall(_RESTRICT_SELF, ruleset, 0) == 0 else 0
    finally:
        os.close(ruleset)
