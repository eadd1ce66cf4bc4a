"""Where the content of all pages lies, asked once."""

from collections.abc import Callable

from PySide6.QtCore import QObject

from zzpreader.model.margins import Halves, trim_of
from zzpreader.model.pages import Half, Trim
from zzpreader.session.errands import Errands
from zzpreader.session.pages import Pages
from zzpreader.wire import Answer, PrintedRead, ReadPrinted, Request

_AT_ONCE = 20
MOST_PAGES = 2_000
"""So many pages are looked at, which takes a worker some 10 s; those behind them are shown whole."""


class Margins(QObject):
    def __init__(self, errands: Errands, pages: Pages, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._errands, self._pages = errands, pages
        self._printed: list[Halves] | None = None

    @property
    def is_known(self) -> bool:
        return self._printed is not None

    def measure(self, done: Callable[[Trim], None], is_cancelled: Callable[[], bool]) -> None:
        """Call `done` with what can be left out, perhaps at once; not when it is cancelled."""
        count = min(self._pages.count, MOST_PAGES)
        asked = [ReadPrinted(first, min(_AT_ONCE, count - first)) for first in range(0, count, _AT_ONCE)]

        def take(answers: dict[Request, Answer]) -> None:
            if is_cancelled():
                return
            printed: list[Halves] = []
            for request in asked:
                answer = answers.get(request)
                found = answer.pages if isinstance(answer, PrintedRead) else ()
                unread = range(request.first + len(found), request.first + request.count)
                printed += [*found, *map(self._whole, unread)]
            self._printed = printed
            self._tell(done)

        if self._printed is None:
            self._errands.run(asked, take, is_cancelled)
        else:
            self._tell(done)

    def _whole(self, page: int) -> Halves:
        """For a page that no worker survives: nothing of it is left out."""
        left, right = (half.box(self._pages.page(page).size) for half in Half)
        return left, right

    def _tell(self, done: Callable[[Trim], None]) -> None:
        done(trim_of(self._pages.all, self._printed or [], self._pages.labels.is_spread))
