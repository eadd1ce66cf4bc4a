"""A process that has imported everything and locked nothing: it forks a worker when one is wanted (Linux).

It never looks at a document: it hands descriptors on. It has neither threads nor Qt, so forking it is safe.
"""

import faulthandler
import gc
import os
import select
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from typing import NamedTuple, NoReturn

from zzpreader.orders import GLANCE, ORDER, ORDER_DESCRIPTORS, STATUS, OrderKind
from zzpreader.worker.confine import die_with

_FIRST_FREE = 3


class _Child(NamedTuple):
    process: int
    status: int


def run(arguments: Sequence[str]) -> int:
    """
    Args:
        arguments: the descriptor of the socket for orders.
    """
    return serve(socket.socket(fileno=int(arguments[0])), os.getppid())


def serve(orders: socket.socket, parent: int, glance: Sequence[int] = ()) -> int:
    """Until the other side hangs up. For each worker its number is written to its status pipe, and how it ended.

    Args:
        parent: number of the process that started this one.
        glance: descriptors for the first glance, whose process comes before all others; none for no such process.
    """
    die_with(parent)
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    faulthandler.enable()
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.close(nothing)
    if glance:
        _close_all_but([orders.fileno(), *glance])  # the window's ends: who reads must hear when it hangs up
    nursery = _Nursery(orders)
    if glance:
        nursery.glance(glance)
    from zzpreader.worker.warm import get_ready  # noqa: PLC0415 - MuPDF comes last: an order may wait already

    get_ready()
    gc.freeze()  # what is there is shared with every worker as long as nobody writes to it
    nursery.serve()
    return 0


class _Nursery:
    def __init__(self, orders: socket.socket) -> None:
        self._orders = orders
        self._children: dict[int, _Child] = {}
        self._wake, wake = os.pipe()
        for end in (self._wake, wake):
            os.set_blocking(end, False)
        signal.signal(signal.SIGCHLD, lambda *_: None)
        signal.set_wakeup_fd(wake, warn_on_full_buffer=False)

    def glance(self, descriptors: Sequence[int]) -> None:
        """Starts the process of the first glance. The processors are its and the window's until an order comes."""
        *handed, log = descriptors
        process = os.fork()
        if process == 0:

            def look() -> int:
                from zzpreader.worker.glancing import glance  # noqa: PLC0415 - in that process alone

                return glance(handed)

            _be_a_worker(handed, log, look)
        for descriptor in descriptors:
            os.close(descriptor)
        ended, status = os.pipe()
        os.close(ended)
        self._children[GLANCE] = _Child(process, status)
        select.select([self._orders.fileno()], [], [])

    def serve(self) -> None:
        poll = select.poll()
        for descriptor in (self._orders.fileno(), self._wake):
            poll.register(descriptor, select.POLLIN)
        while True:
            for descriptor, _ in poll.poll():
                if descriptor == self._wake:
                    os.read(self._wake, 4096)
                    self._reap()
                elif not self._obey():
                    return

    def _obey(self) -> bool:
        """Whether more orders may come."""
        said, descriptors, _, _ = socket.recv_fds(self._orders, ORDER.size, ORDER_DESCRIPTORS)
        if not said:
            return False
        kind, number = ORDER.unpack(said)
        if kind == OrderKind.START:
            self._start(number, descriptors)
        elif child := self._children.get(number):
            os.kill(child.process, signal.SIGKILL)  # not reaped yet, so the number is still its own
        return True

    def _start(self, number: int, descriptors: Sequence[int]) -> None:
        *handed, status = descriptors
        process = -1
        with suppress(OSError):  # no process to be had: the pipe closes without a word
            process = os.fork()
        if process == 0:
            document, texts, block, incoming, outgoing, log = handed

            def read() -> int:
                from zzpreader.worker.channel import Channel  # noqa: PLC0415 - there since `get_ready`
                from zzpreader.worker.main import (  # noqa: PLC0415
                    SHARED_BYTES,
                    TEXTS_BYTES,
                    map_block,
                    map_document,
                    work,
                )

                shared, kept = map_block(f"fd:{block}", SHARED_BYTES), map_block(f"fd:{texts}", TEXTS_BYTES)
                return work(Channel(incoming, outgoing), map_document(f"fd:{document}"), shared, kept)

            _be_a_worker(handed[:-1], log, read)
        for descriptor in handed:
            os.close(descriptor)
        if process < 0:
            os.close(status)
            return
        self._children[number] = _Child(process, status)
        _tell(status, process)

    def _reap(self) -> None:
        for number, child in list(self._children.items()):
            ended, status = os.waitpid(child.process, os.WNOHANG)
            if ended:
                del self._children[number]
                _tell(child.status, os.waitstatus_to_exitcode(status))
                os.close(child.status)


def _tell(pipe: int, number: int) -> None:
    with suppress(OSError):
        os.write(pipe, STATUS.pack(number))


def _be_a_worker(handed: Sequence[int], log: int, act: Callable[[], int]) -> NoReturn:
    """In the child: nothing of the nursery's own stays open."""
    status = 1
    try:
        die_with(os.getppid())
        signal.set_wakeup_fd(-1)
        signal.signal(signal.SIGCHLD, signal.SIG_DFL)
        _close_all_but([*handed, log])
        os.dup2(log, 2)
        os.dup2(log, 1)  # whatever a C library prints must not land between two messages
        os.close(log)
        faulthandler.enable()
        status = act()
    except BaseException:  # noqa: BLE001 - nothing may go on in the nursery's place
        import traceback  # noqa: PLC0415 - the first glance does not wait for it

        traceback.print_exc()
        sys.stderr.flush()
    finally:
        os._exit(status)


def _close_all_but(kept: Sequence[int]) -> None:
    below = _FIRST_FREE
    for descriptor in sorted(kept):
        os.closerange(below, descriptor)
        below = descriptor + 1
    os.closerange(below, 1 << 16)
