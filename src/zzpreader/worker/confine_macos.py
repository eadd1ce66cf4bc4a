"""macOS: the sandbox of the system's own helpers. Written after its header (sandbox.h) and never run there."""

import ctypes

_NOTHING = b"(version 1)(deny default)(allow sysctl-read)(allow signal (target self))"
"""No file, no network, no process. What is open stays open."""


def enter_sandbox() -> bool:
    """Whether it is so from now on; it cannot be undone. Everything must have been imported before."""
    try:
        system = ctypes.CDLL("/usr/lib/libSystem.B.dylib")
        complaint = ctypes.c_char_p()
        return system.sandbox_init(_NOTHING, ctypes.c_uint64(0), ctypes.byref(complaint)) == 0
    except (OSError, AttributeError):
        return False
