"""Which system calls a locked worker may make: the numbers of Linux on x86_64 and on aarch64, None where there is none.

What is named nowhere here ends the worker.
"""

import errno
from typing import NamedTuple


class Call(NamedTuple):
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
    Call(0, 63),  # read
    Call(1, 64),  # write
    Call(19, 65),  # readv
    Call(20, 66),  # writev
    Call(17, 67),  # pread64: of how much memory it holds
    Call(3, 57),  # close
    Call(8, 62),  # lseek
    Call(5, 80),  # fstat
    Call(11, 215),  # munmap
    Call(12, 214),  # brk
    Call(25, 216),  # mremap
    Call(28, 233),  # madvise
    Call(202, 98),  # futex
    Call(14, 135),  # rt_sigprocmask
    Call(15, 139),  # rt_sigreturn
    Call(131, 132),  # sigaltstack
    Call(60, 93),  # exit
    Call(231, 94),  # exit_group
    Call(219, 128),  # restart_syscall
    Call(228, 113),  # clock_gettime
    Call(229, 114),  # clock_getres
    Call(230, 115),  # clock_nanosleep
    Call(35, 101),  # nanosleep
    Call(96, 169),  # gettimeofday
    Call(201, None),  # time
    Call(318, 278),  # getrandom
    Call(98, 165),  # getrusage
    Call(100, 153),  # times
    Call(39, 172),  # getpid
    Call(186, 178),  # gettid
    Call(110, 173),  # getppid
    Call(102, 174),  # getuid
    Call(107, 175),  # geteuid
    Call(104, 176),  # getgid
    Call(108, 177),  # getegid
    Call(24, 124),  # sched_yield
    Call(204, 123),  # sched_getaffinity
    Call(99, 179),  # sysinfo
    Call(63, 160),  # uname
)

_PROT_EXEC = 4
_SIGSYS = 31

CONDITIONAL = (
    (Call(9, 222), Condition(2, refuses_bits=_PROT_EXEC)),  # mmap
    (Call(10, 226), Condition(2, refuses_bits=_PROT_EXEC)),  # mprotect
    (Call(13, 134), Condition(0, refuses_value=_SIGSYS)),  # rt_sigaction
)

TO_ITSELF = Call(234, 131)
"""tgkill, of which the first argument is the process: what aborts says so with it."""

REFUSED = (
    # What a library asks for in vain without harm: it takes the answer and goes on.
    (errno.EACCES, (Call(2, None), Call(257, 56), Call(437, 437))),  # open, openat, openat2
    (errno.EACCES, (Call(4, None), Call(6, None), Call(262, 79), Call(332, 291))),  # stat, lstat, newfstatat, statx
    (errno.EACCES, (Call(21, None), Call(269, 48), Call(439, 439))),  # access, faccessat, faccessat2
    (errno.EACCES, (Call(89, None), Call(267, 78), Call(79, 17), Call(80, 49), Call(217, 61))),  # readlink … getdents64
    (errno.EACCES, (Call(41, 198),)),  # socket
    (errno.EPERM, (Call(56, 220), Call(57, None), Call(58, None))),  # clone, fork, vfork
    (errno.EPERM, (Call(157, 167), Call(302, 261), Call(97, 163), Call(203, 122))),  # prctl, prlimit64, getrlimit …
    (errno.EPERM, (Call(72, 25), Call(32, 23), Call(33, None), Call(292, 24))),  # fcntl, dup, dup2, dup3
    (errno.ENOTTY, (Call(16, 29),)),  # ioctl
    (errno.ENOSYS, (Call(435, 435), Call(273, 99), Call(334, 293), Call(324, 283))),  # clone3, set_robust_list, rseq …
)

OUTWARD = (
    Call(41, 198),  # socket
    Call(53, 199),  # socketpair
    Call(42, 203),  # connect
    Call(101, 117),  # ptrace
    Call(310, 270),  # process_vm_readv
    Call(311, 271),  # process_vm_writev
    Call(425, 425),  # io_uring_setup, which does what others are refused
)
"""With which one process reaches another."""
