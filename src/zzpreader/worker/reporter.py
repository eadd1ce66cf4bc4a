"""Says which system call a locked worker was refused: a few instructions of the machine, for nothing else may run then.

The kernel hands them the number of the call; they put it where the window's side can read it, and end the process.
"""

import ctypes
import mmap
import os
import signal
import struct

EXIT_STATUS = 128 + 31
"""Of a worker that was refused a call; as a shell would say it of SIGSYS."""

_SA_SIGINFO = 4
_READ_AND_RUN = 1 | 4


class _Action(ctypes.Structure):
    """struct sigaction of glibc and musl, on machines of 64 bits."""

    _fields_ = (
        ("handler", ctypes.c_void_p),
        ("mask", ctypes.c_char * 128),
        ("flags", ctypes.c_int),
        ("restorer", ctypes.c_void_p),
    )


class _Standing:
    """The kernel jumps into it until the process ends."""

    code: mmap.mmap | None = None


def stand_by(libc: ctypes.CDLL, slot: int) -> bool:
    """Whether the reporter does, from now on; some hardened systems run nothing that was not a file.

    Args:
        slot: address of four bytes, for the number of the call.
    """
    code = _code_for(os.uname().machine, slot)
    if not code:
        return False
    page = mmap.mmap(-1, mmap.PAGESIZE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    page.write(code)
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    if libc.mprotect(ctypes.c_void_p(address), mmap.PAGESIZE, _READ_AND_RUN):
        return False
    _Standing.code = page
    action = _Action(handler=address, flags=_SA_SIGINFO)
    return libc.sigaction(int(signal.SIGSYS), ctypes.byref(action), None) == 0


def _code_for(machine: str, slot: int) -> bytes:
    """A handler of signals: its second argument has the number of the call 24 bytes from its start (siginfo_t)."""
    if machine == "x86_64":
        return (
            b"\x8b\x46\x18"  # mov eax, [rsi + 24]
            + (b"\x48\xb9" + struct.pack("<Q", slot))  # mov rcx, slot
            + b"\x89\x01"  # mov [rcx], eax
            + (b"\xbf" + struct.pack("<I", EXIT_STATUS))  # mov edi, status
            + b"\xb8\xe7\x00\x00\x00"  # mov eax, exit_group
            + b"\x0f\x05"  # syscall
        )
    if machine == "aarch64":
        words = (
            0xB9401822,  # ldr w2, [x1, 24]
            0x580000A3,  # ldr x3, slot
            0xB9000062,  # str w2, [x3]
            0x52800000 | EXIT_STATUS << 5,  # mov w0, status
            0xD2800BC8,  # mov x8, exit_group
            0xD4000001,  # svc 0
        )
        return struct.pack("<6IQ", *words, slot)
    return b""
