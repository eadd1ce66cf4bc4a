"""The process that reads the pictures of one publication: its job comes on the standard input."""

import os
import sys
from contextlib import suppress
from pathlib import Path

import msgspec

from zzpreader.engine.blocking import Reader, Unopened
from zzpreader.model.refused import Obstacle
from zzpreader.ocr.messages import Job, Step, line
from zzpreader.ocr.recognising import recognise
from zzpreader.store.home import Home
from zzpreader.worker.confine import die_with

_BACKGROUND = 5
"""How much more readily than the window this process gives way."""


def run() -> int:
    die_with(os.getppid())
    with suppress(AttributeError, OSError):
        os.nice(_BACKGROUND)
    job = msgspec.json.decode(sys.stdin.buffer.readline(), type=Job)
    try:
        with Reader(Path(job.file), job.password) as reader:
            recognise(reader, job, Home(), _print)
    except Unopened as refused:
        _print(Step(obstacle=Obstacle.UNOPENED, reason=refused.failed.reason))
    return 0


def _print(step: Step) -> None:
    try:
        sys.stdout.buffer.write(line(step))
        sys.stdout.buffer.flush()
    except BrokenPipeError:
        os._exit(0)  # nobody listens any more: the window has gone
