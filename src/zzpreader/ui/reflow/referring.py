"""What refers to something in the column of reading mode."""

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QTextCursor

from zzpreader.model.links import Inside
from zzpreader.model.pages import Place
from zzpreader.session.session import Session
from zzpreader.ui.preview.ground import Ground, Origin, origin_in, origins_on
from zzpreader.ui.reflow.pane import ReflowPane
from zzpreader.ui.view.page_view import PageView


class ColumnGround(Ground):
    """Args: view: the pages behind the column, which lead it."""

    def __init__(self, session: Session, pane: ReflowPane, view: PageView) -> None:
        super().__init__(pane)
        self._session, self._column, self._browser, self._view = session, pane.column, pane.browser, view
        self.widget = pane.browser
        self._browser.verticalScrollBar().valueChanged.connect(self.moved)
        self._column.grown.connect(self.moved)

    def at(self, position: int | None) -> Origin | None:
        """At that position of the column; None for none."""
        found = self._column.filling.origin(position) if position is not None else None
        if position is None or found is None:
            return None
        page, offset = found
        if (link := self._column.link_at(position)) and isinstance(link.target, Inside):
            return Origin(page, link.box, link.target)
        return origin_in(page, self._column.text_of(page), offset)

    def seen(self) -> list[tuple[QRect, Origin]]:
        view = self._browser.viewport().rect()
        ends = (self._browser.cursorForPosition(corner) for corner in (view.topLeft(), view.bottomRight()))
        first, last = (self._column.filling.origin(end.position()) for end in ends)
        pages = [page for page in self._column.pages if (first or last) and self._is_between(page, first, last)]
        found: list[tuple[QRect, Origin]] = []
        for page in pages:
            for origin in origins_on(page, self._column.text_of(page), self._session.links.get(page)):
                box = self.where(origin)
                if box and view.contains(self._browser.viewport().mapFromParent(box.center())):
                    found.append((box, origin))
        return sorted(found, key=lambda one: (one[0].top(), one[0].left()))

    def where(self, origin: Origin) -> QRect | None:
        if isinstance(origin.refers, Inside):
            spans = self._column.spans_of(origin.page, origin.box)
        else:
            spans = self._column.filling.positions(origin.page, origin.refers.start, origin.refers.end)
        if not spans:
            return None
        start, end = spans[0]
        first, last = self._box(start), self._box(end)
        if last.top() > first.top():  # it goes on in the next line
            last = QRect(QPoint(self._browser.viewport().width() - self._browser.side_px, first.top()), first.size())
        return first.united(last).translated(self._browser.viewport().pos())

    def go_to(self, place: Place) -> None:
        self._view.go_to(place)

    def _is_between(self, page: int, first: tuple[int, int] | None, last: tuple[int, int] | None) -> bool:
        return (first is None or page >= first[0]) and (last is None or page <= last[0])

    def _box(self, position: int) -> QRect:
        cursor = QTextCursor(self._browser.document())
        cursor.setPosition(min(position, self._browser.document().characterCount() - 1))
        return self._browser.cursorRect(cursor)
