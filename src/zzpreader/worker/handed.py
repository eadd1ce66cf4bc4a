"""What a worker is handed: a document, and memory for pixels."""

import ctypes
import mmap
import os


def map_document(where: str) -> mmap.mmap | None:
    """The bytes of the document, read as they are needed; None if it is empty."""
    descriptor = descriptor_of(where, os.O_RDONLY)
    if os.fstat(descriptor).st_size == 0:
        return None
    data = mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ)
    os.close(descriptor)
    return data


def descriptor_of(where: str, mode: int) -> int:
    """Args: where: "fd:3" or "path:…"."""
    kind, _, value = where.partition(":")
    if kind == "fd":
        return int(value)
    return os.open(value, mode | getattr(os, "O_BINARY", 0))


def map_block(where: str, size: int) -> mmap.mmap:
    descriptor = descriptor_of(where, os.O_RDWR)
    block = mmap.mmap(descriptor, size)
    os.close(descriptor)
    return block


def address_of(shared: mmap.mmap) -> int:
    return ctypes.addressof(ctypes.c_char.from_buffer(shared))
