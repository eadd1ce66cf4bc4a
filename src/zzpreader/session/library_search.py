"""Search in the whole library: the two processes beside the window, seen as one thing that answers."""

from collections.abc import Callable

import msgspec
from PySide6.QtCore import QObject, QProcess, QTimer, Signal

from zzpreader.engine.lines import line
from zzpreader.engine.spawn import program
from zzpreader.fulltext.messages import Answer, Ask, LibraryHit, Progress, PublicationHits, Within
from zzpreader.model.decoding import learnt
from zzpreader.model.query import NONE_LIKE, Query, Synonyms, read_query
from zzpreader.model.typed import sound
from zzpreader.session.processes import let_go

__all__ = ["Answer", "LibraryHit", "LibrarySearch", "Progress", "PublicationHits", "Within"]

_AGAIN_MS = 2_000
"""While the library is being read the words are looked for again so often."""

_MOST_DEATHS = 3
_MORE = 1_000
"""Hits of one publication that are described beside those that are shown."""


class LibrarySearch(QObject):
    """The words that are looked for last are the ones that answers are about.

    Signals:
        answered(Answer): the first hits, then all.
        renewed(Answer): all hits of the same question, asked again while the library is being read.
        described(PublicationHits): what `describe` has asked for.
        progressed(): `progress` or `is_filling` is another.
        failed(): nothing can be searched here.
    """

    answered = Signal(object)
    renewed = Signal(object)
    described = Signal(object)
    progressed = Signal()
    failed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.progress: Progress | None = None
        self.is_paused = False
        self._pages_before = 0
        self._synonyms = NONE_LIKE
        self._number = self._details = 0
        self._asked: Ask | None = None
        self._described: dict[int, tuple[Query, Within]] = {}
        self._is_awaiting = self._is_renewing = self._is_outdated = False
        self._deaths = 0
        self._searcher: QProcess | None = None
        self._filler: QProcess | None = None
        self._again = QTimer(self, singleShot=True, interval=_AGAIN_MS)
        self._again.timeout.connect(self._ask_again)

    def use_synonyms(self, synonyms: Synonyms) -> None:
        self._synonyms = synonyms

    @property
    def is_filling(self) -> bool:
        return self._filler is not None

    def start(self, typed: str, within: Within = Within(), *, whole_words: bool = False, exact: bool = False) -> bool:  # noqa: B008 - it is immutable
        """Look for what was typed; for all notes that the filters keep, if nothing was.

        Returns: whether that asks for anything.
        """
        query: Query = read_query(sound(typed), self._synonyms, typing=True, whole_words=whole_words, exact=exact)
        if not query.asks and not within.only_notes:
            self._asked = None
            return False
        self._number += 1
        self._is_renewing = False
        self._asked = Ask(number=self._number, query=query, within=within)
        self._send()
        return True

    def describe(self, publication: str, shown: int) -> None:
        """Find passages of one publication, more than the `shown` ones that are there."""
        if self._asked is None or self._searcher is None:
            return
        self._details -= 1
        within = msgspec.structs.replace(self._asked.within, publications=(publication,))
        ask = msgspec.structs.replace(self._asked, number=self._details, within=within, most=shown + _MORE)
        self._described[self._details] = self._asked.query, self._asked.within
        self._searcher.write(line(ask))

    def fill(self) -> None:
        """Read what is not in the index yet, unless that is being done."""
        self.is_paused = False
        if self._filler is None:
            self._is_outdated = False
            self._filler = self._begin("--fill-index", self._take_progress, self._filled)
            self.progressed.emit()

    def fill_again(self) -> None:
        """The library has other publications than it had: also what is being filled does not know them yet."""
        if self.is_filling:
            self._is_outdated = True
        elif not self.is_paused:
            self.fill()

    def pause(self) -> None:
        """It goes on where it was."""
        self.is_paused = True
        self._pages_before = self.progress.pages if self.progress and self._filler else 0
        self._stop(self._filler)
        self._filler = None
        self.progressed.emit()

    def close(self) -> None:
        """End both processes; nothing that they do is lost."""
        self._again.stop()
        self._asked = None
        for process in (self._searcher, self._filler):
            self._stop(process)
        self._searcher = self._filler = None

    def _begin(self, door: str, take: Callable[[], None], ended: Callable[[], None]) -> QProcess:
        process = QProcess(self)
        process.setStandardErrorFile(QProcess.nullDevice())
        process.readyReadStandardOutput.connect(take)
        process.finished.connect(ended)
        process.errorOccurred.connect(self._not_started)
        first, *others = [*program(), door]
        process.start(first, others)
        return process

    def _stop(self, process: QProcess | None) -> None:
        if process:
            let_go(process)
            process.kill()

    # searching

    def _send(self) -> None:
        if self._asked is None:
            return
        if self._searcher is None:
            self._searcher = self._begin("--search-index", self._take_answers, self._searcher_ended)
        self._is_awaiting = True
        self._searcher.write(line(self._asked))

    def _ask_again(self) -> None:
        if self._asked and not self._is_awaiting:
            self._number += 1
            self._is_renewing = True
            self._asked = msgspec.structs.replace(self._asked, number=self._number)
            self._send()

    def _take_answers(self) -> None:
        while self._searcher and self._searcher.canReadLine():
            answer = msgspec.json.decode(bytes(self._searcher.readLine().data()), type=learnt(Answer))
            if answer.number in self._described:
                self._take_description(answer)
                continue
            if answer.number != self._number or self._asked is None:
                continue
            if answer.is_damaged:
                self._is_awaiting = False
                self.fill()
                self._again.start()
                continue
            self._is_awaiting = not answer.is_complete
            self._deaths = 0
            if not self._is_renewing:
                self.answered.emit(answer)
            elif answer.is_complete:
                self.renewed.emit(answer)
            if answer.is_complete and self.is_filling:
                self._again.start()

    def _take_description(self, answer: Answer) -> None:
        if not answer.is_complete:
            return
        asked = self._described.pop(answer.number)
        if self._asked and (self._asked.query, self._asked.within) == asked and answer.publications:
            self.described.emit(answer.publications[0])

    def _searcher_ended(self) -> None:
        self._described.clear()
        self._stop(self._searcher)
        self._searcher, self._is_awaiting = None, False
        self._deaths += 1
        if self._deaths < _MOST_DEATHS:
            self._send()
        else:
            self.failed.emit()

    # filling

    def _take_progress(self) -> None:
        told = b""
        while self._filler and self._filler.canReadLine():
            told = bytes(self._filler.readLine().data())
        if told:
            self.progress = _with_what_was_read(msgspec.json.decode(told, type=learnt(Progress)), self._pages_before)
            self.progressed.emit()
            if not self._again.isActive():
                self._again.start()

    def _filled(self) -> None:
        self._take_progress()
        self._stop(self._filler)
        self._filler, self._pages_before = None, 0
        if self._is_outdated:
            self.fill()
        self.progressed.emit()
        self._ask_again()

    def _not_started(self, error: QProcess.ProcessError) -> None:
        if error is QProcess.ProcessError.FailedToStart:
            self.failed.emit()


def _with_what_was_read(told: Progress, pages_before: int) -> Progress:
    """After a pause it goes on where it was, and is told of what is left alone.

    Args:
        pages_before: how many there were to be read before the pause.
    """
    pages = max(told.pages, pages_before)
    return msgspec.structs.replace(told, done=pages - (told.pages - told.done), pages=pages)
