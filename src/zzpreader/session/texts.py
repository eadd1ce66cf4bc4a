"""The texts of pages: those in view, and those of a long selection one by one."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from PySide6.QtCore import QObject, Signal

from zzpreader.engine.engine import Engine
from zzpreader.engine.process import Picture
from zzpreader.engine.queue import Lane
from zzpreader.model.text import EMPTY, PageText
from zzpreader.session.wants import Wants
from zzpreader.wire import Answer, ReadText, Request, TextRead

_KEPT = 16
"""Pages whose text is kept beside those that are wanted now; a page of running text weighs 60 kB."""

_AT_ONCE = 32


class _Collection:
    """Pages that are read for one caller, who gets all texts together."""

    def __init__(self, pages: Sequence[int], done: Callable[[list[PageText]], None]) -> None:
        self.pages = list(pages)
        self.done = done
        self.missing = dict.fromkeys(pages)
        self.texts: dict[int, PageText] = {}

    def take(self, page: int, text: PageText) -> None:
        if page in self.missing:
            del self.missing[page]
            self.texts[page] = text


class Texts(QObject):
    """Signals: ready(int) the text of that page is there.

    A page whose text cannot be read counts as one without text.
    """

    ready = Signal(int)

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._texts: dict[int, PageText] = {}
        self._pictures: set[int] = set()
        self._wants = Wants[int]()
        self._wanted: tuple[int, ...] = ()
        self._collections: list[_Collection] = []
        self._asked: tuple[int, ...] = ()
        engine.answered.connect(self._take)

    def get(self, page: int) -> PageText | None:
        return self._texts.get(page)

    def is_picture(self, page: int) -> bool:
        """Whether it is known to be one, and to have no text."""
        return page in self._pictures

    def read_again(self, pages: Iterable[int]) -> None:
        """They have another text now."""
        for page in pages:
            self._texts.pop(page, None)
            self._pictures.discard(page)
        self._asked = ()
        self._ask()

    def want(self, pages: Iterable[int], *, by: object = None) -> None:
        """Read these and forget what was wanted before by the same view."""
        self._wanted = self._wants.put(by, tuple(dict.fromkeys(pages)))
        self._ask()

    def collect(self, pages: Sequence[int], done: Callable[[list[PageText]], None]) -> None:
        """Call `done` with the texts of `pages` in order, as soon as all have been read; perhaps at once."""
        collection = _Collection(pages, done)
        for page in pages:
            if (text := self._texts.get(page)) is not None:
                collection.take(page, text)
        self._collections.append(collection)
        self._finish()
        self._ask()

    def _ask(self) -> None:
        seen = [page for page in self._wanted if page not in self._texts]
        collected = chain.from_iterable(collection.missing for collection in self._collections)
        asked = tuple(dict.fromkeys([*seen, *collected]))[:_AT_ONCE]
        if asked != self._asked:
            self._asked = asked
            self._engine.want(Lane.TEXT, [ReadText(page) for page in asked])

    def _take(self, request: Request, answer: Answer | Picture) -> None:
        if not isinstance(request, ReadText):
            return
        text = answer.text if isinstance(answer, TextRead) else EMPTY
        self._texts[request.page] = text
        if isinstance(answer, TextRead) and answer.is_picture:
            self._pictures.add(request.page)
        for collection in self._collections:
            collection.take(request.page, text)
        self._let_go()
        self._asked = tuple(page for page in self._asked if page != request.page)
        self.ready.emit(request.page)
        self._finish()
        if len(self._asked) < _AT_ONCE // 2:
            self._ask()

    def _finish(self) -> None:
        finished = [collection for collection in self._collections if not collection.missing]
        self._collections = [collection for collection in self._collections if collection.missing]
        for collection in finished:
            collection.done([collection.texts[page] for page in collection.pages])

    def _let_go(self) -> None:
        """The oldest first, but not what is in view."""
        for page in list(self._texts)[: max(len(self._texts) - _KEPT, 0)]:
            if page not in self._wanted:
                del self._texts[page]
