"""What the workers of one file were asked lately, and how long it took; kept only while somebody looks."""

from collections import deque
from collections.abc import Iterable, Sequence
from time import perf_counter

from msgspec import Struct
from msgspec.structs import replace

from zzpreader.engine.queue import Lane
from zzpreader.wire import Failed, Request

_KEPT = 200


class Done(Struct, frozen=True):
    """
    Args:
        wait_s: from when it was wanted until a worker began; None if that was before the trace.
        took_s: until the answer was there.
        worker: its process id; None for what was there already.
        failed: why there is no answer, "" if there is one.
    """

    request: Request
    lane: Lane
    wait_s: float | None = 0.0
    took_s: float = 0.0
    worker: int | None = None
    failed: str = ""


class Trace:
    """The last requests of an engine. Times are those of the window's side, hand-over included."""

    def __init__(self) -> None:
        self.done: deque[Done] = deque(maxlen=_KEPT)
        self._wanted: dict[Lane, dict[Request, float]] = {}
        self._begun: dict[Request, tuple[Done, float]] = {}

    def want(self, lane: Lane, requests: Sequence[Request]) -> None:
        now = perf_counter()
        before = self._wanted.get(lane, {})
        self._wanted[lane] = {request: before.get(request, now) for request in requests}

    def begin(self, request: Request, lane: Lane, worker: int) -> None:
        now = perf_counter()
        wanted = self._wanted.get(lane, {}).pop(request, None)
        wait_s = None if wanted is None else now - wanted
        self._begun[request] = Done(request, lane, wait_s=wait_s, worker=worker), now

    def end(self, request: Request, answer: object) -> None:
        if begun := self._begun.pop(request, None):
            done, began = begun
            failed = answer.reason.value if isinstance(answer, Failed) else ""
            self.done.append(replace(done, took_s=perf_counter() - began, failed=failed))

    def was_there(self, requests: Iterable[Request]) -> None:
        """These came into view and had been drawn before."""
        self.done.extend(Done(request, Lane.SCREEN) for request in requests)
