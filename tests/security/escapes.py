"""Ways out of a locked worker, each tried by code that runs inside one as if a document had taken it over.

`python tests/security/escapes.py` forks a worker for each, locks it, lets it try, and prints a table; the exit status
is the number of those that got out. No file outside a scratch folder and no process but those it started are touched.
"""

import _thread
import ctypes
import errno
import mmap
import os
import signal
import socket
import struct
import sys
import tempfile
import time
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

from zzpreader.wire import BLOCK_BYTES, SHARED_BYTES
from zzpreader.worker import confine as walls
from zzpreader.worker.warm import get_ready

_libc = ctypes.CDLL(None, use_errno=True)
_REFUSED, _GOT_OUT = 10, 11


class Tried(NamedTuple):
    """How one attempt ended: `got_out`, and what stopped it."""

    name: str
    got_out: bool
    how: str


class Place(NamedTuple):
    """What there is to attack: a folder with a file, and a process of the same person."""

    folder: Path
    file: Path
    victim: int


def call(number: int, *arguments: object) -> bool:
    """Whether a system call was let through. Those that could harm a machine are given addresses that are none."""
    given = [ctypes.c_long(each) if isinstance(each, int) else each for each in arguments]
    _libc.syscall.restype = ctypes.c_long
    done = _libc.syscall(ctypes.c_long(number), *given)
    if done < 0 and ctypes.get_errno() != errno.EFAULT:  # what asks for an address has let the call through
        raise OSError(ctypes.get_errno(), os.strerror(ctypes.get_errno()))
    return True


_AT_FDCWD = -100


def _path(place: Place) -> ctypes.c_char_p:
    return ctypes.c_char_p(os.fsencode(place.file))


def _runs_code(_: Place) -> bool:
    page = mmap.mmap(-1, 4096, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    address = ctypes.addressof(ctypes.c_char.from_buffer(page))
    if _libc.mprotect(ctypes.c_void_p(address), 4096, 7):
        raise OSError(ctypes.get_errno(), "mprotect")
    return True


def _gets_memory(_: Place) -> bool:
    mmap.mmap(-1, 4 << 30, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
    return True


def _fills_the_disk(_: Place) -> bool:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    for _n in range(100):
        os.write(2, bytes(1 << 20))
    return True


def _grows_the_block(_: Place) -> bool:
    return call(77, 3, 1 << 40)


def _raises_its_own_limit(_: Place) -> bool:
    import resource

    resource.setrlimit(resource.RLIMIT_AS, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    return True


def _takes_over_the_reporter(_: Place) -> bool:
    signal.signal(signal.SIGSYS, signal.SIG_IGN)
    return True


_PROT_ALL, _PRIVATE = 7, 0x22

ESCAPES: dict[str, Callable[[Place], bool]] = {
    # files
    "read a file": lambda at: bool(at.file.read_bytes()),
    "read a file by the old call": lambda at: call(2, _path(at), 0, 0),
    "read a file by openat2": lambda at: call(437, _AT_FDCWD, _path(at), ctypes.create_string_buffer(24), 24),
    "write a file": lambda at: bool(at.file.write_bytes(b"x")),
    "make a file": lambda at: bool((at.folder / "new").write_bytes(b"x")),
    "make a file by creat": lambda at: call(85, ctypes.c_char_p(os.fsencode(at.folder / "made")), 0o600),
    "list a folder": lambda at: bool(os.listdir(at.folder)),
    "ask whether a file is there": lambda at: bool(at.file.stat()),
    "ask whether one may read a file": lambda at: os.access(at.file, os.R_OK),
    "follow a link": lambda at: bool(os.readlink("/proc/self/exe")),
    "make a folder": lambda at: os.mkdir(at.folder / "folder") is None,
    "delete a file": lambda at: os.unlink(at.file) is None,
    "rename a file": lambda at: os.rename(at.file, at.folder / "other") is None,
    "link a file": lambda at: os.link(at.file, at.folder / "linked") is None,
    "make a symbolic link": lambda at: os.symlink(at.file, at.folder / "symbolic") is None,
    "cut a file short": lambda at: os.truncate(at.file, 0) is None,
    "change a file's mode": lambda at: os.chmod(at.file, 0o777) is None,
    "change a file's time": lambda at: os.utime(at.file) is None,
    "make a device": lambda at: os.mknod(at.folder / "device", 0o600 | 0o020000, os.makedev(1, 3)) is None,
    "mount a file system": lambda at: call(165, 0, 1, 1, 4096, 0),
    "change the root": lambda at: os.chroot(at.folder) is None,
    "read its own memory as a file": lambda at: bool(Path("/proc/self/mem").read_bytes()),
    "grow the shared block": _grows_the_block,
    "fill the disk through the log": _fills_the_disk,
    # processes
    "start a program": lambda at: os.execv("/bin/true", ["true"]) is None,
    "start a program by its descriptor": lambda at: call(322, 3, b"", 0, 0, 0x1000),
    "fork": lambda at: os.fork() >= 0,
    "fork by vfork": lambda at: call(58),
    "fork by clone3": lambda at: call(435, ctypes.create_string_buffer(88), 88),
    "start a thread": lambda at: bool(_thread.start_new_thread(time.sleep, (0,))),
    "kill another process": lambda at: os.kill(at.victim, signal.SIGKILL) is None,
    "stop its parent": lambda at: os.kill(os.getppid(), signal.SIGSTOP) is None,
    "signal another thread": lambda at: call(234, at.victim, at.victim, signal.SIGKILL),
    "look into another process": lambda at: call(101, 16, at.victim, 0, 0),
    "read another's memory": lambda at: call(310, at.victim, 0, 0, 0, 0, 0),
    "write another's memory": lambda at: call(311, at.victim, 0, 0, 0, 0, 0),
    "take another's descriptor": lambda at: bool(os.pidfd_open(at.victim)),
    "open another's memory": lambda at: bool(Path(f"/proc/{at.victim}/mem").open("rb")),
    # network and other ways of talking
    "open an internet socket": lambda at: bool(socket.socket(socket.AF_INET, socket.SOCK_STREAM)),
    "open a datagram socket": lambda at: bool(socket.socket(socket.AF_INET6, socket.SOCK_DGRAM)),
    "open a local socket": lambda at: bool(socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)),
    "open a pair of sockets": lambda at: bool(socket.socketpair()),
    "talk to the kernel's network": lambda at: bool(socket.socket(16, socket.SOCK_RAW)),
    "type into the terminal": lambda at: call(16, 2, 0x5412, b"x"),
    "share memory": lambda at: call(29, 0, 4096, 0o1600),
    "send a message": lambda at: call(68, 0, 0o1600),
    # the kernel
    "make a file in memory": lambda at: bool(os.memfd_create("x")),
    "make code": _runs_code,
    "map code": lambda at: call(9, 0, 4096, _PROT_ALL, _PRIVATE, -1, 0),
    "use io_uring": lambda at: call(425, 1, ctypes.create_string_buffer(120)),
    "load a program into the kernel": lambda at: call(321, 0, ctypes.create_string_buffer(64), 64),
    "watch the machine": lambda at: call(298, ctypes.create_string_buffer(128), 0, -1, -1, 0),
    "handle its own page faults": lambda at: call(323, 0),
    "put a key away": lambda at: call(248, b"user", b"x", b"x", 1, -3),
    "enter other namespaces": lambda at: call(272, 0x10000000),
    "change the execution domain": lambda at: call(135, 0x0400000),
    "load a module": lambda at: call(313, 3, b"", 0),
    "restart the machine's clock": lambda at: call(227, 0, 1),
    "call by the other numbers (x32)": lambda at: call(0x40000000 + 39),
    # its own walls
    "take more memory": _gets_memory,
    "raise its limit of memory": _raises_its_own_limit,
    "raise its limit by prlimit": lambda at: call(302, 0, 9, struct.pack("QQ", 1 << 62, 1 << 62), 0),
    "put a new filter in place": lambda at: call(317, 1, 0, 0),
    "outlive the window": lambda at: call(157, 1, 0, 0, 0, 0),
    "take over the reporter": _takes_over_the_reporter,
    "become another user": lambda at: os.setuid(0) is None,
}


def attempt(name: str, place: Place) -> Tried:
    """In a process of its own that is locked as a worker is."""
    shared = mmap.mmap(-1, SHARED_BYTES)
    log = os.memfd_create("log")
    child = os.fork()
    if child == 0:
        os._exit(_inside(ESCAPES[name], place, shared, log))
    _, status = os.waitpid(child, 0)
    os.close(log)
    code = os.waitstatus_to_exitcode(status)
    refused = int.from_bytes(shared[BLOCK_BYTES : BLOCK_BYTES + 4], sys.byteorder)
    shared.close()
    if code == _GOT_OUT:
        return Tried(name, got_out=True, how="nothing")
    return Tried(name, got_out=False, how="an error" if code == _REFUSED else f"its end ({refused or -code})")


def _inside(escape: Callable[[Place], bool], place: Place, shared: mmap.mmap, log: int) -> int:
    os.dup2(log, 2)
    slot = ctypes.addressof(ctypes.c_char.from_buffer(shared)) + BLOCK_BYTES
    walls.confine(0, slot)
    try:
        return _GOT_OUT if escape(place) else _REFUSED
    except (OSError, MemoryError, RuntimeError, ValueError):
        return _REFUSED


def attempts() -> list[Tried]:
    """All of them; a victim of our own is killed afterwards."""
    get_ready()
    with tempfile.TemporaryDirectory(prefix="zzpreader-") as folder:
        file = Path(folder, "secret")
        file.write_bytes(b"secret")
        victim = os.fork()
        if victim == 0:
            signal.pause()
            os._exit(0)
        place = Place(Path(folder), file, victim)
        try:
            found = [attempt(name, place) for name in ESCAPES]
            before = os.waitpid(victim, os.WNOHANG)
            assert before == (0, 0), "the victim did not live"
            assert file.read_bytes() == b"secret"
            assert [entry.name for entry in Path(folder).iterdir()] == ["secret"]
            return found
        finally:
            os.kill(victim, signal.SIGKILL)
            os.waitpid(victim, 0)


def main() -> int:
    found = attempts()
    for one in found:
        print(f"{'GOT OUT' if one.got_out else 'held':8} {one.name:38} {one.how}")
    out = sum(one.got_out for one in found)
    print(f"{len(found)} kinds of attempts, {out} got out")
    return out


if __name__ == "__main__":
    sys.exit(main())
