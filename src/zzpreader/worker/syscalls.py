"""Which system calls a locked worker may make: the numbers of Linux on x86_64 and on aarch64, None where there is none.

What is named nowhere here ends the worker.
"""

import errno
from typing import NamedTuple


class Call(NamedTuple):
    """By its name in the kernel's headers."""

    name: str
    x86_64: int | None
    aarch64: int | None


class Condition(NamedTuple):
    """What must hold for one argument of a call, counted from 0, of which the lower half is looked at.

    Args:
        refuses_bits: none of them may be set.
        refuses_value: it may not be this one.
    """

    argument: int
    refuses_bits: int = 0
    refuses_value: int | None = None


ALLOWED = (
    Call("read", 0, 63),
    Call("write", 1, 64),
    Call("readv", 19, 65),
    Call("writev", 20, 66),
    Call("pread64", 17, 67),  # of how much memory it holds
    Call("close", 3, 57),
    Call("lseek", 8, 62),
    Call("fstat", 5, 80),
    Call("munmap", 11, 215),
    Call("brk", 12, 214),
    Call("mremap", 25, 216),
    Call("madvise", 28, 233),
    Call("futex", 202, 98),
    Call("rt_sigprocmask", 14, 135),
    Call("rt_sigreturn", 15, 139),
    Call("sigaltstack", 131, 132),
    Call("exit", 60, 93),
    Call("exit_group", 231, 94),
    Call("restart_syscall", 219, 128),
    Call("clock_gettime", 228, 113),
    Call("clock_getres", 229, 114),
    Call("clock_nanosleep", 230, 115),
    Call("nanosleep", 35, 101),
    Call("gettimeofday", 96, 169),
    Call("time", 201, None),
    Call("getrandom", 318, 278),
    Call("getrusage", 98, 165),
    Call("times", 100, 153),
    Call("getpid", 39, 172),
    Call("gettid", 186, 178),
    Call("getppid", 110, 173),
    Call("getuid", 102, 174),
    Call("geteuid", 107, 175),
    Call("getgid", 104, 176),
    Call("getegid", 108, 177),
    Call("sched_yield", 24, 124),
    Call("sched_getaffinity", 204, 123),
    Call("sysinfo", 99, 179),
    Call("uname", 63, 160),
)

_PROT_EXEC = 4
_SIGSYS = 31

CONDITIONAL = (
    (Call("mmap", 9, 222), Condition(2, refuses_bits=_PROT_EXEC)),
    (Call("mprotect", 10, 226), Condition(2, refuses_bits=_PROT_EXEC)),
    (Call("rt_sigaction", 13, 134), Condition(0, refuses_value=_SIGSYS)),
)

TO_ITSELF = Call("tgkill", 234, 131)
"""Of which the first argument is the process: what aborts says so with it."""

REFUSED = (
    # What a library asks for in vain without harm: it takes the answer and goes on.
    (errno.EACCES, (Call("open", 2, None), Call("openat", 257, 56), Call("openat2", 437, 437))),
    (errno.EACCES, (Call("stat", 4, None), Call("lstat", 6, None))),
    (errno.EACCES, (Call("newfstatat", 262, 79), Call("statx", 332, 291))),
    (errno.EACCES, (Call("access", 21, None), Call("faccessat", 269, 48), Call("faccessat2", 439, 439))),
    (errno.EACCES, (Call("readlink", 89, None), Call("readlinkat", 267, 78))),
    (errno.EACCES, (Call("getcwd", 79, 17), Call("chdir", 80, 49), Call("getdents64", 217, 61))),
    (errno.EACCES, (Call("socket", 41, 198),)),
    (errno.EPERM, (Call("clone", 56, 220), Call("fork", 57, None), Call("vfork", 58, None))),
    (errno.EPERM, (Call("prctl", 157, 167), Call("prlimit64", 302, 261))),
    (errno.EPERM, (Call("getrlimit", 97, 163), Call("sched_setaffinity", 203, 122))),
    (errno.EPERM, (Call("fcntl", 72, 25), Call("dup", 32, 23), Call("dup2", 33, None), Call("dup3", 292, 24))),
    (errno.ENOTTY, (Call("ioctl", 16, 29),)),
    (errno.ENOSYS, (Call("clone3", 435, 435), Call("set_robust_list", 273, 99))),
    (errno.ENOSYS, (Call("rseq", 334, 293), Call("membarrier", 324, 283))),
)

OUTWARD = (
    Call("socket", 41, 198),
    Call("socketpair", 53, 199),
    Call("connect", 42, 203),
    Call("ptrace", 101, 117),
    Call("process_vm_readv", 310, 270),
    Call("process_vm_writev", 311, 271),
    Call("io_uring_setup", 425, 425),  # which does what others are refused
)
"""With which one process reaches another."""
