"""One worker process as an object of Qt's event loop."""

import contextlib
import logging
import os
import platform
import sys
from collections.abc import Callable
from threading import Thread
from time import monotonic

from PySide6.QtCore import QCoreApplication, QObject, QSocketNotifier, Qt, QTimer, Signal
from PySide6.QtGui import QImage

from zzpreader.engine.limits import LONGER_SECONDS, limit_seconds
from zzpreader.engine.priority import give_way, processor_seconds, waiting_seconds
from zzpreader.engine.spawn import Spawned
from zzpreader.engine.trust import is_honest
from zzpreader.wire import Answer, Drawn, Failed, Find, Frames, Open, Opened, Reason, Request, WireError, read_answer

_log = logging.getLogger(__name__)

_PIECE_BYTES = 1024 * 1024
_REAP_MS = 20

_TIMES_AS_LONG, _ENOUGH = 10, 0.5
"""A worker that gives way may take so many times as long, unless it had a processor for that share of the limit: what
it does then is not endless, it is late. So may every worker that for that share of the time was ready to go on and had
no processor."""


Picture = QImage
"""Its own pixels, as `Format_RGB32`, copied out of the worker's block: the answer to Draw."""


class Process(QObject):
    """Asks one worker one thing at a time.

    Signals:
        answered(Process, Request, Answer | Picture)
        lost(Process, Request | None, Failed): it was ended, because it died, overran or lied; what it was asked.
    """

    answered = Signal(object, object, object)
    lost = Signal(object, object, object)
    _arrived = Signal(bytes)

    def __init__(self, spawned: Spawned, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spawned = spawned
        self._frames = Frames()
        self._request: Request | None = None
        self._pages = 0
        self._is_over = False
        self.gives_way = self.has_given_way = False
        self._seconds, self._waited = 0.0, 0
        self._asked_at = monotonic()
        self._drew_ms = 0
        self._had_before: float | None = None
        self._waiting_before: float | None = None
        self._limit = QTimer(self, singleShot=True)
        self._limit.timeout.connect(self._overran)
        self._reaping = QTimer(self)
        self._reaping.timeout.connect(self._reap)
        self._notifier: QSocketNotifier | None = None
        self._writable: QSocketNotifier | None = None
        self._listen()

    def _listen(self) -> None:
        if sys.platform == "win32":
            # Pipes cannot be watched there, so a thread reads (never tried).
            self._arrived.connect(self._take_in, Qt.ConnectionType.QueuedConnection)
            Thread(target=self._read_for_ever, daemon=True).start()
            return
        os.set_blocking(self._spawned.output, False)
        self._notifier = QSocketNotifier(self._spawned.output, QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._read)

    @property
    def is_free(self) -> bool:
        return self._request is None and not self._is_over

    @property
    def is_soon_replaced(self) -> bool:
        return not self._spawned.is_program

    @property
    def pid(self) -> int:
        return self._spawned.process.pid

    @property
    def request(self) -> Request | None:
        """What it is doing now."""
        return self._request

    @property
    def drawing_ms(self) -> int:
        """How long the last picture took, or how long it has been at something now, if that is longer."""
        return self._drew_ms if self.is_free else max(self._drew_ms, self._since_asked_ms)

    @property
    def _since_asked_ms(self) -> int:
        return round(1000 * (monotonic() - self._asked_at))

    def give_way(self) -> None:
        """All that has to do with the screen goes before it. Only when it has answered.

        There is no way back from that, and somebody waits for a search: it begins with what is asked besides one.
        """
        self.gives_way = True

    def ask(self, request: Request, *, longer: bool = False) -> None:
        """Only while it is free.

        Args:
            longer: it may take longer than is usual, since a person wants to wait for it.
        """
        assert self.is_free
        if self.gives_way and not self.has_given_way and not isinstance(request, Find):
            self.has_given_way = True
            give_way(self.pid)
        self._request, self._asked_at = request, monotonic()
        self._seconds = LONGER_SECONDS if longer else limit_seconds(request)
        self._had_before, self._waited = processor_seconds(self.pid) if self.has_given_way else None, 0
        has_number = self._spawned.is_program or not isinstance(request, Open)  # not yet if it was just forked
        self._waiting_before = waiting_seconds(self.pid) if has_number else None
        self._limit.start(int(self._seconds * 1000))
        try:
            if not self._spawned.send(request):
                self._send_rest_later()
        except OSError as gone:
            detail = str(gone)
            QTimer.singleShot(0, self, lambda: self._end(Reason.CRASHED, detail))

    def _send_rest_later(self) -> None:
        if self._writable is None:
            self._writable = QSocketNotifier(self._spawned.input, QSocketNotifier.Type.Write, self)
            self._writable.activated.connect(self._send_rest)
        self._writable.setEnabled(True)

    def _send_rest(self) -> None:
        if self._is_over or self._writable is None:
            return
        try:
            self._writable.setEnabled(not self._spawned.send_rest())
        except OSError as gone:
            self._end(Reason.CRASHED, str(gone))

    def _read(self) -> None:
        if self._is_over:
            return
        try:
            self._take_in(os.read(self._spawned.output, _PIECE_BYTES))
        except BlockingIOError:
            return

    def _read_for_ever(self) -> None:
        piece = b"-"
        while piece and not self._is_over:
            try:
                piece = os.read(self._spawned.output, _PIECE_BYTES)
            except OSError:
                piece = b""
            with contextlib.suppress(RuntimeError):  # the object may be gone before its thread
                self._arrived.emit(piece)

    def _take_in(self, piece: bytes) -> None:
        if not piece:
            self._end(Reason.CRASHED, "it died")
            return
        try:
            for body in self._frames.feed(piece):
                self._accept(read_answer(body))
        except WireError as lie:
            self._end(Reason.CRASHED, f"it said what nobody asked: {lie}")

    def _accept(self, answer: Answer) -> None:
        request = self._request
        if self._is_over or request is None or not is_honest(request, answer, self._pages):
            raise WireError(f"{type(answer).__name__} to {type(request).__name__}")
        self._limit.stop()
        self._request = None
        if isinstance(answer, Opened):
            self._pages = answer.pages
        elif isinstance(answer, Drawn):
            self._drew_ms = self._since_asked_ms
        self.answered.emit(self, request, self._copied(answer) if isinstance(answer, Drawn) else answer)

    def _copied(self, drawn: Drawn) -> Picture:
        """At once and in one go: the worker draws its next picture into the same block."""
        with memoryview(self._spawned.block) as block, block[: drawn.stride * drawn.height] as pixels:
            return Picture(pixels, drawn.width, drawn.height, drawn.stride, Picture.Format.Format_RGB32).copy()

    def _overran(self) -> None:
        if self._notifier:
            self._read()  # it may have answered while this process was held up itself
        if self._request is None or self._limit.isActive():
            return
        self._waited += 1
        if self._was_held_up() and self._waited < _TIMES_AS_LONG:
            self._limit.start(int(self._seconds * 1000))
            return
        self._end(Reason.TIMEOUT, f"no answer to {type(self._request).__name__} in time")

    def _was_held_up(self) -> bool:
        """Whether it had next to nothing of a processor, for others had all: on a busy machine that can last."""
        waited = self._since_asked(waiting_seconds, self._waiting_before)
        had = self._since_asked(processor_seconds, self._had_before)
        is_kept_waiting = waited is not None and waited >= _ENOUGH * self._seconds * self._waited
        return is_kept_waiting or (had is not None and had < _ENOUGH * self._seconds)

    def _since_asked(self, measure: Callable[[int], float | None], before: float | None) -> float | None:
        """None where that is not known."""
        now = measure(self.pid) if before is not None else None
        return None if now is None or before is None else now - before

    def _end(self, reason: Reason, detail: str) -> None:
        if self._is_over:
            return
        request, tail = self._request, self._spawned.log_tail()
        if call := self._spawned.refused_call:
            pid, machine = self._spawned.process.pid, platform.machine()
            _log.warning("worker %d was ended: it made system call %d of %s", pid, call, machine)
        self.stop()
        self.lost.emit(self, request, Failed(reason, f"{detail}\n{tail}".strip()))

    def stop(self) -> None:
        """Ends the worker; nothing is heard of it any more."""
        if self._is_over:
            return
        self._is_over = True
        self._request = None
        self._limit.stop()
        for notifier in (self._notifier, self._writable):
            if notifier:
                notifier.setEnabled(False)
        self._spawned.kill()
        # It outlives whoever stopped it, until the system has let go of the worker: waiting would stop the window.
        self.setParent(QCoreApplication.instance())
        self._reaping.start(_REAP_MS)

    def _reap(self) -> None:
        if self._spawned.is_gone():
            self._reaping.stop()
            self._spawned.release()
            self.deleteLater()
