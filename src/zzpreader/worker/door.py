"""The door to the nursery: what is behind it is imported in the process that is forked for it, and not before."""

import socket


def serve(orders: socket.socket, parent: int) -> int:
    from zzpreader.worker.nursery import serve as fork_workers  # noqa: PLC0415

    return fork_workers(orders, parent)
