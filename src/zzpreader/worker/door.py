"""The door to the nursery: what is behind it is imported in the process that is forked for it, and not before."""

from collections.abc import Sequence
from socket import socket


def serve(orders: socket, parent: int, glance: Sequence[int] = ()) -> int:
    from zzpreader.worker.nursery import serve as fork_workers  # noqa: PLC0415

    return fork_workers(orders, parent, glance)
