"""The workers of one file, seen as one thing that answers."""

import mmap
from collections.abc import Callable, Iterable, Sequence
from functools import partial
from io import BufferedReader
from pathlib import Path
from time import monotonic

from PySide6.QtCore import QObject, QTimer, Signal

from zzpreader.engine.deaths import Deaths
from zzpreader.engine.news import News
from zzpreader.engine.priority import Pause
from zzpreader.engine.process import Process
from zzpreader.engine.queue import IN_A_PAUSE, LOOKED_AT, ON_SCREEN, Lane, Queue
from zzpreader.engine.refusals import why_unread
from zzpreader.engine.spawn import Source, Spawned, spawn
from zzpreader.engine.trace import Trace
from zzpreader.wire import (
    TEXTS_BYTES,
    Answer,
    Draw,
    Failed,
    Find,
    GatherLines,
    Open,
    Opened,
    ReadStructure,
    Reason,
    Request,
    TakeTexts,
)

_PATIENCE_MS = 40
"""How long the screen, or a search, waits for a busy worker before another one is hired, or helps it out."""

_SEARCH_PATIENCE_MS = 15
"""How long, where no worker searches: what is read of pages takes no longer."""

_IDLE_MS, _SEARCHED_MS = 600, 5000
"""How long a worker that was hired besides the one for what is looked at stays when nobody wants anything of it, and
one that has searched: the next letter is typed soon."""

_TRIES = 2
"""Workers that may die of opening the document."""

_MANY_PAGES = 300
"""A worker that has read the lines of so many holds a hundred megabytes that no allocator gives back, and what it has
read another one would have to read again: from the first line on, it is one that is there for nothing else."""


class Engine(QObject):
    """Hires workers as they are needed and replaces those that die.

    A request that two workers did not survive is answered with Failed; a page that did that stays in quarantine
    (`deaths.py`) until `try_again`. If opening itself kills two, those that read
    already go on alone; without any nobody is hired any more.

    Of two workers one is kept for what is looked at. The other does all else and gives way: to the first one, to the
    window, and to the screen, which would have to share the processors with it at every page that is turned. It draws
    only where pages take long: one that it began while somebody turned pages could take it ten times as long. The whole
    of a long publication is read in a pause (`priority.py`), by that other one alone, which is hired for it if need be.

    Signals:
        opened(Opened): once.
        failed(Failed): the document cannot be had; after PASSWORD `open` may be called again.
        answered(Request, Answer | Picture): Picture for Draw; Failed where it could not be had.
        told(): all workers know what `tell` said last; no answer comes any more from one that does not.
        stopped(): page after page has ended its workers, so nothing more is asked until `go_on`.
    """

    opened = Signal(object)
    failed = Signal(object)
    answered = Signal(object, object)
    told = Signal()
    stopped = Signal()

    def __init__(
        self,
        file: Path,
        *,
        workers: int = 2,
        first: Spawned | None = None,
        start: Callable[[Source], Spawned] = spawn,
        parent: QObject | None = None,
    ) -> None:
        """
        Args:
            workers: how many there may be at most.
            start: where workers come from.
            first: one that was started earlier for this file; it belongs to the engine from now on.
        """
        super().__init__(parent)
        self._file = file
        self._source: Source | None = first.source if first else None
        self._first = first
        self._start = start
        self._most = max(1, workers)
        self._queue = Queue(self._most)
        self._staff: list[Process] = []
        self._ready: set[Process] = set()
        self._heavy: set[Process] = set()
        self._news = News()
        self._password = ""
        self._is_open = False
        self.is_long = False
        """Its whole is read in pauses, by a worker that is there for nothing else."""
        self._is_over = False
        self.is_stopped = False
        self._opening_deaths = 0
        self._deaths = Deaths()
        self._patient_with: set[int] = set()
        self.trace: Trace | None = None
        """Whoever looks at what the workers do puts one there, and takes it away again."""
        self._patience = QTimer(self, singleShot=True)
        self._patience.timeout.connect(self._find_somebody)
        self._idle = QTimer(self, singleShot=True)
        self._idle.timeout.connect(self._dismiss_idle)
        self._gatherers: set[Process] = set()
        """What they have read for the structure nobody else has."""
        self._pause = Pause()
        self._until_pause = QTimer(self, singleShot=True)
        self._until_pause.timeout.connect(self._dispatch)

    def open(self, password: str = "") -> None:
        """Answers by `opened` or `failed`. The password is kept for workers that are hired later, in memory only."""
        if self._is_over or self._is_open:
            return
        self._password = password
        if not self._staff:
            self._hire()
        elif self._staff[0].is_free:
            self._staff[0].ask(Open(password))

    def want(self, lane: Lane, requests: Sequence[Request]) -> None:
        """Replaces what is wanted in `lane`: priority and cancellation in one. What a worker has begun it finishes."""
        self._queue.want(lane, requests)
        if requests and lane in ON_SCREEN:
            self._pause.disturb()
        if self.trace:
            self.trace.want(lane, requests)
        self._dispatch()

    def hurry(self) -> None:
        """Somebody waits for the whole of the publication."""
        self._pause.cut_short()
        self._dispatch()

    def tell(self, news: Sequence[TakeTexts]) -> None:
        """What every worker must know before it answers anything else, also those that are hired later."""
        self._news.add(news)
        if self._is_open and not self._staff:
            self._hire()
        self._dispatch()

    def _tell_when_all_know(self) -> None:
        if self._news.is_known_to(self._ready):
            self.told.emit()

    def try_again(self, page: int, *, longer: bool = False) -> None:
        """Take a page out of quarantine; `longer`: drawing it may take a minute from now on."""
        self._deaths.forgive(page)
        if longer:
            self._patient_with.add(page)
        if self.is_stopped:
            self.go_on()

    def go_on(self) -> None:
        """After `stopped`."""
        self.is_stopped = False
        self._deaths.begin_anew()
        self._dispatch()

    @property
    def workers(self) -> list[Process]:
        """Those that are there now."""
        return list(self._staff)

    def reopened(self) -> BufferedReader:
        """The document's own bytes once more, whatever stands at its path by now. Raises: OSError."""
        if self._source is None:
            raise FileNotFoundError(self._file)
        return self._source.reopened()

    @property
    def has_told(self) -> bool:
        """Whether pages have another text than that in the file."""
        return bool(self._news)

    def texts_memory(self) -> mmap.mmap | None:
        """Where the workers keep what they have read of pages, for whoever closes it; None where they share nothing."""
        if self._source is None or self._source.texts is None:
            return None
        return mmap.mmap(self._source.texts, TEXTS_BYTES)

    def close(self) -> None:
        """Ends all workers. No signal follows."""
        if self._is_over:
            return
        self._is_over = True
        self._password = ""
        self._dismiss()
        if self._first:
            Process(self._first).stop()
            self._first = None
        if self._source:
            self._source.close()
            self._source = None

    def _dismiss(self) -> None:
        self._queue.clear()
        self._patience.stop()
        self._until_pause.stop()
        self._idle.stop()
        self._gatherers.clear()
        self._ready.clear()
        self._heavy.clear()
        self._news.clear_workers()
        while self._staff:
            self._staff.pop().stop()

    def _hire(self, *, behind: bool = False) -> None:
        """Args: behind: it gives way to the others even while it gets ready."""
        try:
            spawned = self._first or self._spawn()
        except OSError as refused:
            failed = why_unread(refused)
            QTimer.singleShot(0, self, lambda: self._manage_without(failed))
            return
        self._first = None
        process = Process(spawned, self)
        process.answered.connect(self._take_in)
        process.lost.connect(self._replace)
        self._staff.append(process)
        if behind:
            process.give_way()
        process.ask(Open(self._password))

    @property
    def _is_led(self) -> bool:
        """Whether there is one that is kept for what is looked at."""
        return bool(self._leaders)

    @property
    def _leaders(self) -> list[Process]:
        return [one for one in self._ready - self._heavy if not one.gives_way]

    @property
    def _help_ms(self) -> int:
        """How long until who gives way draws as well, as far as is known; 0 if it may."""
        return max(0, _PATIENCE_MS - max((one.drawing_ms for one in self._leaders), default=_PATIENCE_MS))

    def _spawn(self) -> Spawned:
        if self._source is None:
            self._source = Source(self._file)
        return self._start(self._source)

    def _take_in(self, process: Process, request: Request, answer: Answer) -> None:
        if isinstance(request, Open):
            self._begin(process, answer)
            return
        if isinstance(request, TakeTexts):
            self._dispatch()
            self._tell_when_all_know()
            return
        self._queue.done(request)
        self._deaths.survived(request)
        if self.trace:
            self.trace.end(request, answer)
        self._watch_for_idleness(process, request)
        if isinstance(request, ReadStructure) and request.count >= _MANY_PAGES:
            self._heavy.add(process)
        self.answered.emit(request, answer)
        self._relieve()
        self._dispatch()

    def _watch_for_idleness(self, process: Process, request: Request) -> None:
        if isinstance(request, GatherLines):
            self._gatherers.add(process)
        elif isinstance(request, ReadStructure):
            self._gatherers.discard(process)
        if process.gives_way and process.is_soon_replaced:
            self._idle.start(_SEARCHED_MS if isinstance(request, Find) else _IDLE_MS)

    def _dismiss_idle(self) -> None:
        for process in [one for one in self._ready if one.gives_way and one.is_free and one not in self._gatherers]:
            self._let_go(process)
            process.stop()

    def _relieve(self) -> None:
        """Another worker takes the place of a heavy one, as soon as it can read."""
        for process in list(self._heavy):
            if len(self._ready) > 1 and process.is_free:
                self._let_go(process)
                process.stop()
            elif len(self._staff) == 1:
                self._hire()

    def _let_go(self, process: Process) -> None:
        self._staff.remove(process)
        self._ready.discard(process)
        self._heavy.discard(process)
        self._gatherers.discard(process)
        self._news.forget(process)

    def _begin(self, process: Process, answer: Answer) -> None:
        if isinstance(answer, Opened):
            if self._is_led:
                process.give_way()
            self._ready.add(process)
            self._watch_for_idleness(process, Open())  # whoever waited may have been served meanwhile
            self._opening_deaths = 0
            if not self._is_open:
                self._is_open = True
                self.is_long = answer.pages >= _MANY_PAGES
                self._pause.begin()
                self.opened.emit(answer)
            self._relieve()
            self._dispatch()
        elif isinstance(answer, Failed) and answer.reason is Reason.PASSWORD and not self._is_open:
            self.failed.emit(answer)
        elif isinstance(answer, Failed):
            self._let_go(process)
            process.stop()
            self._manage_without(answer)

    def _replace(self, process: Process, request: Request | None, failed: Failed) -> None:
        self._let_go(process)
        if isinstance(request, Open):
            self._opening_deaths += 1
            if self._opening_deaths >= _TRIES:
                self._manage_without(failed)
            else:
                self._hire()
            return
        if isinstance(request, TakeTexts):
            self._news.ended_a_worker(request)
        elif request is not None:
            if self._deaths.count(request, failed, monotonic()):
                self._queue.again(request)
            else:
                self._queue.done(request)
                self._stop_if_endless()
                self.answered.emit(request, failed)
        self._dispatch()
        self._tell_when_all_know()

    def _stop_if_endless(self) -> None:
        if not self.is_stopped and self._deaths.are_too_many(monotonic()):
            self.is_stopped = True
            self._patience.stop()
            self.stopped.emit()

    def _manage_without(self, failed: Failed) -> None:
        """A worker cannot be had: those that read already go on alone, and without any the document is lost."""
        self._heavy.clear()
        if self._ready:
            self._opening_deaths = 0
            self._most = len(self._staff)
            self._dispatch()
        else:
            self._give_up(failed)

    def _give_up(self, failed: Failed) -> None:
        if self._is_over:
            return
        self._dismiss()
        self._is_open = False
        self.failed.emit(failed)

    def _dispatch(self) -> None:
        if self._is_over or not self._is_open or self.is_stopped:
            return
        for process in sorted(self._ready, key=lambda process: process.gives_way):
            if not process.is_free:
                continue
            if news := self._news.next_for(process):
                process.ask(news)
            elif request := self._next(self._lanes_for(process), is_slow=process.has_given_way):
                if self.trace:
                    self.trace.begin(request, self._queue.lane_of(request), process.pid)
                process.ask(request, longer=isinstance(request, Draw) and request.page in self._patient_with)
        if not self._staff and self._queue.is_anything_waiting:
            self._hire()
        else:
            self._be_patient()
        if self.is_long and (awaiting := self._queue.awaiting_a_pause):
            self._find_somebody_for_the_whole(min(map(self._until_pause_ms, awaiting)))

    def _be_patient(self) -> None:
        patience_ms = self._wait_ms()
        if patience_ms:
            _start_sooner(self._patience, patience_ms)
        else:
            self._patience.stop()  # whoever waited has been served

    def _until_pause_ms(self, lane: Lane) -> int:
        return self._pause.wait_ms(is_light=lane is Lane.LEARN)

    def _find_somebody_for_the_whole(self, wait_ms: int) -> None:
        if wait_ms:
            _start_sooner(self._until_pause, wait_ms)
        elif len(self._staff) < self._most:
            self._hire()

    def _lanes_for(self, process: Process) -> Iterable[Lane]:
        is_last_to_choose = process.gives_way or self._most == 1
        if not is_last_to_choose and any(other.gives_way for other in self._ready):
            return LOOKED_AT
        lanes = [lane for lane in Lane if lane not in ON_SCREEN] if process.gives_way and self._help_ms else list(Lane)
        if not self.is_long:
            return lanes
        return [
            lane for lane in lanes if lane not in IN_A_PAUSE or (is_last_to_choose and not self._until_pause_ms(lane))
        ]

    def _wait_ms(self) -> int:
        """How long until another worker is hired, or helps; 0 if nobody waits for one, or none could."""
        if len(self._staff) >= self._most:
            may_help = self._queue.is_picture_waiting and any(one.gives_way and one.is_free for one in self._ready)
            return self._help_ms if may_help else 0
        if self._queue.is_search_waiting:
            return _SEARCH_PATIENCE_MS
        if self._queue.is_somebody_waiting:
            return _PATIENCE_MS
        return 0

    def _next(self, lanes: Iterable[Lane], *, is_slow: bool) -> Request | None:
        """What is in quarantine costs no worker any more: it is answered here, a little later as all answers are."""
        while (request := self._queue.take(lanes, is_slow=is_slow)) is not None:
            refusal = self._deaths.refusal(request)
            if refusal is None:
                return request
            self._queue.done(request)
            QTimer.singleShot(0, self, partial(self.answered.emit, request, refusal))
        return None

    def _find_somebody(self) -> None:
        if len(self._staff) >= self._most:
            self._dispatch()
        elif self._wait_ms():
            # Whoever waits for a search waits for this one; who looks at a page, for the first one, which is at work.
            self._hire(behind=self._is_led and not self._queue.is_search_waiting)


def _start_sooner(timer: QTimer, ms: int) -> None:
    """Unless it goes off before that anyway."""
    if not 0 <= timer.remainingTime() <= ms:
        timer.start(ms)
