"""The process that reads the pictures of one publication: its job comes on the standard input."""

import os
import sys
from contextlib import suppress
from pathlib import Path

import msgspec

from zzpreader.engine.blocking import Reader, Unopened
from zzpreader.engine.lines import tell
from zzpreader.model.decoding import learnt
from zzpreader.model.refused import Obstacle
from zzpreader.ocr.messages import Job, Step
from zzpreader.ocr.recognising import recognise
from zzpreader.store.home import Home
from zzpreader.worker.confine import die_with

_BACKGROUND = 5
"""How much more readily than the window this process gives way."""


def run() -> int:
    die_with(os.getppid())
    with suppress(AttributeError, OSError):
        os.nice(_BACKGROUND)
    job = msgspec.json.decode(sys.stdin.buffer.readline(), type=learnt(Job))
    try:
        with Reader(Path(job.file), job.password) as reader:
            recognise(reader, job, Home(), tell)
    except Unopened as refused:
        tell(Step(obstacle=Obstacle.UNOPENED, reason=refused.failed.reason))
    return 0
