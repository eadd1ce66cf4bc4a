"""The worker process: one document, one request at a time, until the other side hangs up."""

import faulthandler
import mmap
import os
import sys
from collections.abc import Sequence

from zzpreader.wire import BLOCK_BYTES
from zzpreader.worker.channel import Channel, standard_channel
from zzpreader.worker.confine import confine


def run(arguments: Sequence[str]) -> int:
    """
    Args:
        arguments: the document, then the block for pixels; each as "fd:3" or "path:…" (`engine/spawn.py`).
    """
    channel = standard_channel()
    faulthandler.enable()
    document, block = arguments
    data = _map_document(document)
    confine(len(data) if data else 0)
    try:
        return _serve(channel, data, _map_block(block))
    except BrokenPipeError:
        return 0


def _serve(channel: Channel, data: mmap.mmap | None, block: mmap.mmap) -> int:
    # Not at the top: the limits are set before a line of the library runs.
    from zzpreader.worker.answers import Answers  # noqa: PLC0415

    answers = Answers(data, block)
    while (request := channel.receive()) is not None:
        channel.send(answers.answer(request))
        answers.rest()
    return 0


def _map_document(where: str) -> mmap.mmap | None:
    """The bytes of the document, read as they are needed; None if it is empty."""
    descriptor = _descriptor(where, os.O_RDONLY)
    if os.fstat(descriptor).st_size == 0:
        return None
    data = mmap.mmap(descriptor, 0, access=mmap.ACCESS_READ)
    os.close(descriptor)
    return data


def _map_block(where: str) -> mmap.mmap:
    descriptor = _descriptor(where, os.O_RDWR)
    block = mmap.mmap(descriptor, BLOCK_BYTES)
    os.close(descriptor)
    return block


def _descriptor(where: str, mode: int) -> int:
    kind, _, value = where.partition(":")
    if kind == "fd":
        return int(value)
    return os.open(value, mode | getattr(os, "O_BINARY", 0))


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
