"""Pages taken apart to be read in one column."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject

from zzpreader.model.reflow import PageFlow
from zzpreader.session.errands import Errands
from zzpreader.session.pages import Pages
from zzpreader.wire import Answer, FlowRead, ReadFlow, Request

_KEPT = 60
"""Pages; one of running text weighs 80 kB."""

Done = Callable[[dict[int, PageFlow]], None]


class Flows(QObject):
    def __init__(self, errands: Errands, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errands, self._pages = errands, pages
        self._kept: dict[ReadFlow, PageFlow] = {}

    def collect(self, pages: Sequence[int], done: Done, is_cancelled: Callable[[], bool]) -> None:
        """Call `done` with all of `pages`, perhaps at once; a page that cannot be read is an empty one.

        Not called any more once it is cancelled.
        """
        asked = {page: ReadFlow(page, self._pages.labels.is_spread(page)) for page in pages}
        known = {page: self._kept[one] for page, one in asked.items() if one in self._kept}
        missing: list[Request] = [one for page, one in asked.items() if page not in known]

        def take(answers: dict[Request, Answer]) -> None:
            if is_cancelled():
                return
            for page, request in asked.items():
                answer = answers.get(request)
                if isinstance(answer, FlowRead):
                    known[page] = self._kept[request] = answer.flow
            for old in list(self._kept)[: max(len(self._kept) - _KEPT, 0)]:
                del self._kept[old]
            done({page: known.get(page, PageFlow()) for page in pages})

        if missing:
            self._errands.run(missing, take, is_cancelled)
        else:
            take({})
