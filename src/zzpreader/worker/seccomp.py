"""The system calls that are left to a worker: seccomp, by hand (linux/seccomp.h, linux/filter.h).

A filter is a program for the kernel's own small machine. Each call costs it some tenths of a microsecond.
"""

import ctypes
import errno
import os
import struct
import sys
from functools import cache

from zzpreader.worker.libc import control
from zzpreader.worker.syscalls import ALLOWED, CONDITIONAL, OUTWARD, REFUSED, TO_ITSELF, Call, Condition

_LOAD, _IS_EQUAL, _IS_AT_LEAST, _HAS_A_BIT, _RETURN = 0x20, 0x15, 0x35, 0x45, 0x06
_ALLOW, _ERRNO, _TRAP, _KILL_PROCESS = 0x7FFF0000, 0x00050000, 0x00030000, 0x80000000
_NUMBER_AT, _MACHINE_AT, _ARGUMENTS_AT = 0, 4, 16

_MACHINES = {"x86_64": 0xC000003E, "aarch64": 0xC00000B7}
_X32 = 0x40000000
"""From here on the numbers on x86_64 are those of another way of calling, with calls of its own."""

_PR_SET_SECCOMP, _FILTER = 22, 2
_INSTRUCTION = struct.Struct("=HBBI")


def is_known_machine() -> bool:
    return os.uname().machine in _MACHINES and sys.maxsize > 1 << 32


def keep_only_needed_calls(libc: ctypes.CDLL, *, is_reported: bool) -> bool:
    """Whether it is so from now on; it cannot be undone. The process can gain no privileges any more, or this fails.

    Args:
        is_reported: somebody stands by who says which call ended the worker; without one it ends at once.
    """
    if not is_known_machine():
        return False
    return _install(libc, program(os.uname().machine, os.getpid(), _TRAP if is_reported else _KILL_PROCESS))


def refuse_network(libc: ctypes.CDLL) -> bool:
    """Whether this process, and what it runs, can reach no other one from now on. For programs of others, of which
    nobody knows all calls. The process can gain no privileges any more, or this fails."""
    return is_known_machine() and _install(libc, refusing(os.uname().machine))


def _install(libc: ctypes.CDLL, code: bytes) -> bool:
    kept = ctypes.create_string_buffer(code, len(code))
    filter_program = _FilterProgram(len(code) // _INSTRUCTION.size, ctypes.addressof(kept))
    return control(libc, _PR_SET_SECCOMP, _FILTER, ctypes.addressof(filter_program)) == 0


def refusing(machine: str) -> bytes:
    """All is allowed but the calls with which one process reaches another."""
    steps = _beginning(machine)
    for call in OUTWARD:
        steps += _if_called(_number(call, machine), [_step(_RETURN, _ERRNO | errno.EACCES)])
    return b"".join([*steps, _step(_RETURN, _ALLOW)])


def program(machine: str, process: int, otherwise: int = _KILL_PROCESS) -> bytes:
    """For a worker with that number. `otherwise` is done on every call that is not named."""
    before, behind = _around_process(machine, otherwise)
    return before + _step(_IS_EQUAL, process, 0, 1) + behind


def get_ready() -> None:
    """Makes beforehand what all workers have in common: half a millisecond of each."""
    if is_known_machine():
        for otherwise in (_TRAP, _KILL_PROCESS):
            _around_process(os.uname().machine, otherwise)


@cache
def _around_process(machine: str, otherwise: int) -> tuple[bytes, bytes]:
    """The steps before and behind the one that names the process itself."""
    steps = _beginning(machine)
    for call in ALLOWED:
        steps += _if_called(_number(call, machine), [_step(_RETURN, _ALLOW)])
    for call, condition in CONDITIONAL:
        steps += _if_called(_number(call, machine), _checked(condition))
    its_own = [_step(_RETURN, _ALLOW), _step(_RETURN, otherwise)]
    steps += [_step(_IS_EQUAL, _number(TO_ITSELF, machine) or 0, 0, 2 + len(its_own)), _step(_LOAD, _ARGUMENTS_AT)]
    before, steps = b"".join(steps), its_own
    for error, calls in REFUSED:
        for call in calls:
            steps += _if_called(_number(call, machine), [_step(_RETURN, _ERRNO | error)])
    return before, b"".join([*steps, _step(_RETURN, otherwise)])


def _beginning(machine: str) -> list[bytes]:
    steps = [_step(_LOAD, _MACHINE_AT), _step(_IS_EQUAL, _MACHINES[machine], 1, 0), _step(_RETURN, _KILL_PROCESS)]
    steps.append(_step(_LOAD, _NUMBER_AT))
    if machine == "x86_64":
        steps += [_step(_IS_AT_LEAST, _X32, 0, 1), _step(_RETURN, _KILL_PROCESS)]
    return steps


def _number(call: Call, machine: str) -> int | None:
    return call.x86_64 if machine == "x86_64" else call.aarch64


def _if_called(number: int | None, steps: list[bytes]) -> list[bytes]:
    return [] if number is None else [_step(_IS_EQUAL, number, 0, len(steps)), *steps]


def _checked(condition: Condition) -> list[bytes]:
    """The number of the call is not needed any more: it is decided here."""
    load = _step(_LOAD, _ARGUMENTS_AT + 8 * condition.argument)
    if condition.refuses_value is None:
        test = _step(_HAS_A_BIT, condition.refuses_bits, 1, 0)
    else:
        test = _step(_IS_EQUAL, condition.refuses_value, 1, 0)
    return [load, test, _step(_RETURN, _ALLOW), _step(_RETURN, _ERRNO | errno.EPERM)]


def _step(code: int, value: int, if_so: int = 0, if_not: int = 0) -> bytes:
    return _INSTRUCTION.pack(code, if_so, if_not, value)


class _FilterProgram(ctypes.Structure):
    _fields_ = (("length", ctypes.c_ushort), ("steps", ctypes.c_void_p))
