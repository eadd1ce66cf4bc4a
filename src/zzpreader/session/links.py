"""The links of the pages in view."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from zzpreader.engine.engine import Engine
from zzpreader.engine.process import Picture
from zzpreader.engine.queue import Lane
from zzpreader.model.links import Link
from zzpreader.session.wants import Wants
from zzpreader.wire import Answer, LinksRead, ReadLinks, Request

_KEPT = 60


class Links(QObject):
    """Signals: ready(int) the links of that page are there."""

    ready = Signal(int)

    def __init__(self, engine: Engine, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._engine = engine
        self._links: dict[int, tuple[Link, ...]] = {}
        self._wants = Wants[int]()
        self._asked: list[int] = []
        engine.answered.connect(self._take)

    def get(self, page: int) -> tuple[Link, ...]:
        """Empty as long as they are not known."""
        return self._links.get(page, ())

    def want(self, pages: Iterable[int], *, by: object = None) -> None:
        """Read these and forget what was wanted before by the same view."""
        asked = [page for page in self._wants.put(by, tuple(pages)) if page not in self._links]
        if asked != self._asked:
            self._asked = asked
            self._engine.want(Lane.LINKS, [ReadLinks(page) for page in asked])

    def _take(self, request: Request, answer: Answer | Picture) -> None:
        if not isinstance(request, ReadLinks):
            return
        self._links[request.page] = answer.links if isinstance(answer, LinksRead) else ()
        self._asked = [page for page in self._asked if page != request.page]
        for page in list(self._links)[: max(len(self._links) - _KEPT, 0)]:
            del self._links[page]
        self.ready.emit(request.page)
