"""Windows: the worker puts itself into a job of its own. Written after the documentation and never run there."""

import ctypes
from ctypes import wintypes
from typing import Any

_EXTENDED_LIMITS = 9
_ACTIVE_PROCESS, _PROCESS_MEMORY, _DIE_ON_UNHANDLED = 0x8, 0x100, 0x400
_UI_RESTRICTIONS = 4
_ALL_UI = 0xFF
"""No clipboard, no windows and desktops of others, no system settings, no switching off."""


class _Basic(ctypes.Structure):
    _fields_ = (
        ("process_time", ctypes.c_int64),
        ("job_time", ctypes.c_int64),
        ("flags", wintypes.DWORD),
        ("least_working_set", ctypes.c_size_t),
        ("most_working_set", ctypes.c_size_t),
        ("active_processes", wintypes.DWORD),
        ("affinity", ctypes.c_size_t),
        ("priority", wintypes.DWORD),
        ("scheduling", wintypes.DWORD),
    )


class _Extended(ctypes.Structure):
    _fields_ = (
        ("basic", _Basic),
        ("io", ctypes.c_uint64 * 6),
        ("process_memory", ctypes.c_size_t),
        ("job_memory", ctypes.c_size_t),
        ("peak_process_memory", ctypes.c_size_t),
        ("peak_job_memory", ctypes.c_size_t),
    )


def join_job(most_bytes: int) -> bool:
    """Whether it may hold no more memory than that, and start no process, from now on."""
    windows: Any = ctypes
    kernel = windows.WinDLL("kernel32", use_last_error=True)
    for call in (kernel.CreateJobObjectW, kernel.GetCurrentProcess):
        call.restype = wintypes.HANDLE
    job, here = wintypes.HANDLE(kernel.CreateJobObjectW(None, None)), wintypes.HANDLE(kernel.GetCurrentProcess())
    if not job:
        return False
    basic = _Basic(flags=_ACTIVE_PROCESS | _PROCESS_MEMORY | _DIE_ON_UNHANDLED, active_processes=1)
    limits = _Extended(basic=basic, process_memory=most_bytes)
    screen = wintypes.DWORD(_ALL_UI)
    kernel.SetInformationJobObject(job, _UI_RESTRICTIONS, ctypes.byref(screen), ctypes.sizeof(screen))
    is_limited = kernel.SetInformationJobObject(job, _EXTENDED_LIMITS, ctypes.byref(limits), ctypes.sizeof(limits))
    return bool(is_limited and kernel.AssignProcessToJobObject(job, here))
