"""The worker process: one document, one request at a time, until the other side hangs up."""

import faulthandler
import mmap
import os
import sys
from collections.abc import Sequence

from zzpreader.wire import BLOCK_BYTES, SHARED_BYTES, TEXTS_BYTES
from zzpreader.worker.channel import Channel, standard_channel
from zzpreader.worker.confine import confine, die_with
from zzpreader.worker.handed import address_of, map_block, map_document
from zzpreader.worker.memory import watch_memory


def run(arguments: Sequence[str]) -> int:
    """
    Args:
        arguments: the document, the block for pixels, and the memory for texts if there is one; each as "fd:3" or
            "path:…" (`engine/spawn.py`).
    """
    die_with(os.getppid())
    channel = standard_channel()
    faulthandler.enable()
    from zzpreader.worker.warm import get_ready  # noqa: PLC0415 - whoever forks has done so before

    get_ready()
    document, block, *texts = arguments
    shared = map_block(block, SHARED_BYTES)
    return work(channel, map_document(document), shared, map_block(texts[0], TEXTS_BYTES) if texts else None)


def work(channel: Channel, data: mmap.mmap | None, shared: mmap.mmap, texts: mmap.mmap | None) -> int:
    """Locks this process in, then reads the document and answers.

    Args:
        shared: the block for pixels, and behind it the number of the system call that was refused.
        texts: what all workers of the document share; None if it shares with none.
    """
    from zzpreader.worker.answers import Answers  # noqa: PLC0415 - the library comes late, with `get_ready`

    watch_memory()
    walls = confine(len(data) if data else 0, address_of(shared) + BLOCK_BYTES)
    answers = Answers(data, shared, walls, texts)
    try:
        while (request := channel.receive()) is not None:
            channel.send(answers.answer(request))
            answers.rest()
    except BrokenPipeError:
        return 0
    return 0


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
