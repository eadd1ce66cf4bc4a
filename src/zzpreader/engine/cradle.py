"""Forks the nursery of workers, before anything is imported that is not needed for it."""

import os
import signal
import sys
from collections.abc import Callable, Sequence
from contextlib import suppress
from socket import AF_UNIX, SOCK_SEQPACKET, socket, socketpair
from typing import NamedTuple

from zzpreader.orders import GLANCE, ORDER, OrderKind

Serve = Callable[[socket, int, Sequence[int]], int]
"""What the forked process does until it ends: `worker.door.serve`."""


class Cradle(NamedTuple):
    """The nursery's process, and where it takes orders."""

    orders: socket
    process: int


def is_alone() -> bool:
    """Whether this process can be forked: who forks beside Qt's threads forks their locks too."""
    threading = sys.modules.get("threading")  # who has not imported it has no threads
    is_single = threading is None or threading.active_count() == 1
    return sys.platform == "linux" and is_single and "PySide6.QtCore" not in sys.modules


def fork_nursery(serve: Serve, glance: Sequence[int] = ()) -> Cradle:
    """
    Args:
        glance: descriptors for the process of the first glance (`worker/glancing.py`); none for no such process.

    Raises: OSError.
    """
    here = os.getpid()
    ours, its = socketpair(AF_UNIX, SOCK_SEQPACKET)
    try:
        process = os.fork()
    except OSError:
        ours.close()
        its.close()
        raise
    if process:
        its.close()
        return Cradle(ours, process)
    status = 1
    try:
        ours.close()
        status = serve(its, here, glance)
    finally:
        os._exit(status)


def end_glance(cradle: Cradle) -> None:
    """Whatever its process is doing. From then on the nursery loads what workers need."""
    with suppress(OSError):
        cradle.orders.send(ORDER.pack(OrderKind.END, GLANCE))


def end_nursery(process: int) -> None:
    """At once, with the workers that it forked."""
    with suppress(OSError):
        os.kill(process, signal.SIGKILL)
        os.waitpid(process, 0)
