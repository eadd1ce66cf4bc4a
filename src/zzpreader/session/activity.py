"""What the workers of a publication are doing, for whoever looks for what is slow."""

import os
import sys
from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from zzpreader.engine.engine import Engine
from zzpreader.engine.trace import Done, Trace
from zzpreader.wire import Request


class Asked(Struct, frozen=True):
    """A request that was answered.

    Args:
        what: kind and pages, as in the program's own words.
        wait_ms: None if it was wanted before anyone looked.
        worker: its process id; None for what had been drawn before.
        failed: why there is no answer, "" if there is one.
    """

    what: str
    lane: str
    wait_ms: float | None
    took_ms: float
    worker: int | None
    failed: str


class Worker(Struct, frozen=True):
    """
    Args:
        doing: as `Asked.what`, "" if nothing.
        resident_mb: memory, shared pages included; None where the system does not tell.
    """

    pid: int
    doing: str
    resident_mb: float | None


class Activity:
    """Costs nothing before `begin` and after `end`."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine

    def begin(self) -> None:
        self._engine.trace = self._engine.trace or Trace()

    def end(self) -> None:
        self._engine.trace = None

    def asked(self) -> Sequence[Asked]:
        """The last first."""
        trace = self._engine.trace
        return [_asked(done) for done in reversed(trace.done)] if trace else []

    def workers(self) -> Sequence[Worker]:
        return [
            Worker(one.pid, _words(one.request) if one.request else "", resident_mb(one.pid))
            for one in self._engine.workers
        ]


def _asked(done: Done) -> Asked:
    lane = done.lane.name.lower()
    wait_ms = None if done.wait_s is None else 1000 * done.wait_s
    return Asked(_words(done.request), lane, wait_ms, 1000 * done.took_s, done.worker, done.failed)


def _words(request: Request) -> str:
    kind = type(request).__name__
    first = getattr(request, "page", getattr(request, "first", None))
    count = getattr(request, "count", 1)
    if first is None:
        return kind
    return f"{kind} {first + 1}" if count == 1 else f"{kind} {first + 1}\N{EN DASH}{first + count}"


def resident_mb(pid: int) -> float | None:
    if sys.platform != "linux":
        return None
    try:
        pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    except (OSError, IndexError, ValueError):
        return None  # it has ended meanwhile
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
