"""A worker for callers that wait: the command line, scripts and tests. Without Qt."""

import os
import select
import sys
import time
from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path
from subprocess import TimeoutExpired
from types import TracebackType
from typing import Self

from zzpreader.engine.limits import limit_seconds
from zzpreader.engine.refusals import why_unread
from zzpreader.engine.spawn import Source, Spawned, spawn
from zzpreader.engine.trust import is_honest
from zzpreader.wire import Answer, Failed, Frames, Open, Opened, Reason, Request, TakeTexts, WireError, read_answer

_PIECE_BYTES = 1024 * 1024
_TRIES = 2
_GONE_SECONDS = 10


class _Lost(Exception):
    def __init__(self, failed: Failed) -> None:
        super().__init__(failed.detail)
        self.failed = failed


class Unopened(Exception):
    """The document cannot be had; `failed` says why."""

    def __init__(self, failed: Failed) -> None:
        super().__init__(failed.detail)
        self.failed = failed


class Reader:
    """Answers requests about one file, with the time limits and the second try of the window.

    Attributes:
        opened: what the document says of itself.
    """

    opened: Opened

    def __init__(
        self, file: Path, password: str = "", start: Callable[[Source], Spawned] = spawn, *, patience: float = 1.0
    ) -> None:
        """
        Args:
            patience: by how much the time limits are longer, for who gives way to others.

        Raises: Unopened, here and from `open`.
        """
        self._start = start
        self._patience = patience
        self.file = file
        self._password = password
        self._spawned: Spawned | None = None
        self._said: list[TakeTexts] = []
        try:
            self._source = Source(file)
        except OSError as refused:
            raise Unopened(why_unread(refused)) from None

    def open(self) -> Self:
        answer = self._twice(Open(self._password))
        if isinstance(answer, Opened):
            self.opened = answer
            return self
        self.close()
        assert isinstance(answer, Failed)
        raise Unopened(answer)

    def __enter__(self) -> Self:
        return self.open()

    def __exit__(
        self, kind: type[BaseException] | None, problem: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()

    def close(self) -> None:
        self._dismiss()
        self._source.close()

    def ask(self, request: Request) -> Answer:
        """Waits for the answer."""
        return self._twice(request)

    def tell(self, news: Sequence[TakeTexts]) -> None:
        """What a worker must know before it answers anything else, also one that takes another's place."""
        self._said += news
        for each in news if self._spawned else ():
            self._twice(each)

    def _twice(self, request: Request) -> Answer:
        failed = Failed(Reason.CRASHED)
        for _ in range(_TRIES):
            try:
                return self._once(request)
            except _Lost as lost:
                self._dismiss()
                failed = lost.failed
        return failed

    def _once(self, request: Request) -> Answer:
        if self._spawned is None:
            try:
                self._spawned = self._start(self._source)
            except OSError as refused:
                return why_unread(refused)
            if not isinstance(request, Open):
                answer = self._exchange(self._spawned, Open(self._password))
                if isinstance(answer, Failed):
                    return answer
                for each in self._said:
                    self._exchange(self._spawned, each)
        return self._exchange(self._spawned, request)

    def _exchange(self, spawned: Spawned, request: Request) -> Answer:
        try:
            seconds = limit_seconds(request) * self._patience
            _send(spawned, request, seconds)
            body = _receive(spawned, seconds)
            answer = read_answer(body)
        except (OSError, WireError) as gone:
            raise _Lost(Failed(Reason.CRASHED, f"{gone}\n{spawned.log_tail()}".strip())) from None
        pages = self.opened.pages if hasattr(self, "opened") else 0
        if not is_honest(request, answer, pages):
            raise _Lost(Failed(Reason.CRASHED, f"{type(answer).__name__} to {type(request).__name__}"))
        return answer

    def _dismiss(self) -> None:
        if self._spawned:
            self._spawned.kill()
            with suppress(TimeoutExpired):  # a busy machine takes longer; nobody needs to wait for that
                self._spawned.process.wait(_GONE_SECONDS)
            self._spawned.release()
            self._spawned = None


def _send(spawned: Spawned, request: Request, seconds: float) -> None:
    """Raises: _Lost, OSError."""
    is_sent = spawned.send(request)
    while not is_sent:
        _, ready, _ = select.select([], [spawned.input], [], seconds)
        if not ready:
            raise _Lost(Failed(Reason.TIMEOUT, f"it has not read for {seconds:.0f} s"))
        is_sent = spawned.send_rest()


def _receive(spawned: Spawned, seconds: float) -> bytes:
    """One frame's body. Raises: _Lost, WireError."""
    frames, end = Frames(), time.monotonic() + seconds
    while True:
        if sys.platform != "win32":  # pipes cannot be waited for there, so the limits do not hold
            ready, _, _ = select.select([spawned.output], [], [], max(0.0, end - time.monotonic()))
            if not ready:
                raise _Lost(Failed(Reason.TIMEOUT, f"no answer in {seconds:.0f} s"))
        piece = os.read(spawned.output, _PIECE_BYTES)
        if not piece:
            raise _Lost(Failed(Reason.CRASHED, f"it died\n{spawned.log_tail()}".strip()))
        bodies = frames.feed(piece)
        if len(bodies) > 1:
            raise WireError("more than was asked for")
        if bodies:
            return bodies[0]
