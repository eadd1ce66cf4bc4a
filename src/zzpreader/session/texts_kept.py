"""Keeps the page texts of a publication with notes, so that these are found again when the file is replaced."""

from PySide6.QtCore import QObject, Signal

from zzpreader.engine.engine import Engine
from zzpreader.engine.process import Picture
from zzpreader.engine.queue import Lane
from zzpreader.session.deliver import deliver
from zzpreader.session.marks import Marks
from zzpreader.session.pages import Pages
from zzpreader.session.sections import Sections
from zzpreader.store.home import Home
from zzpreader.store.page_texts import has_texts, keep_texts, pack
from zzpreader.store.thread import StoreThread
from zzpreader.wire import Answer, ReadText, Request, TextRead

_AT_ONCE = 4


class TextsKept(QObject):
    """Once a session, when all else is done and there is a note; nobody waits for it."""

    _asked = Signal(bool)

    def __init__(
        self,
        engine: Engine,
        marks: Marks,
        pages: Pages,
        sections: Sections,
        thread: StoreThread,
        home: Home,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._engine, self._marks, self._pages, self._sections = engine, marks, pages, sections
        self._thread, self._home = thread, home
        self.is_secret = False
        """A protected file: its text is kept nowhere."""
        self._is_over = False
        self._waiting: list[Request] = []
        self._packed: list[bytes] = []
        self._asked.connect(self._begin)
        engine.answered.connect(self._take)
        marks.loaded.connect(self._consider)
        marks.edited.connect(self._consider)
        sections.settled.connect(self._consider)

    def _consider(self, *_: object) -> None:
        marks = self._marks
        if self._is_over or self.is_secret or not (marks.edition and marks.writable and self._sections.is_settled):
            return
        if not any(one.target.selector for one in marks.notebook):
            return
        self._is_over = True
        home, edition = self._home, marks.edition

        def look() -> None:
            deliver(self, "_asked", has_texts(home, edition))

        self._thread.submit(look)

    def _begin(self, is_there: bool) -> None:
        if not is_there:
            self._packed = [b""] * self._pages.count
            self._waiting = [ReadText(page) for page in range(self._pages.count)]
            self._engine.want(Lane.KEEP, self._waiting[:_AT_ONCE])

    def _take(self, request: Request, answer: Answer | Picture) -> None:
        if not isinstance(request, ReadText) or not self._packed:
            return
        if not isinstance(answer, TextRead):
            self._packed, self._waiting = [], []  # a page that failed today may be read tomorrow
            self._engine.want(Lane.KEEP, [])
            return
        self._packed[request.page] = pack(answer.text)
        if request in self._waiting:
            self._waiting.remove(request)
            self._engine.want(Lane.KEEP, self._waiting[:_AT_ONCE])
        if not self._waiting:
            home, edition, packed = self._home, self._marks.edition, self._packed
            self._packed = []
            self._thread.submit(lambda: keep_texts(home, edition, packed))
