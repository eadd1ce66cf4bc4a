"""A page view over a real session, and what a hand does with it."""

from collections.abc import Callable
from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QMouseEvent

from zzpreader.model.geometry import Point
from zzpreader.ui.view.page_view import PageView

PAGES = 12
LEFT, FIRST_LINE, LEADING = 72.0, 100.0, 20.0
LINES = ("The first line of page {}.", "Words to be marked here.", "A third line ends it.")


def write_pdf(path: Path) -> Path:
    """Twelve pages of three lines; the first has a link to the last and one to the web, the third lies on its side."""
    with pymupdf.open() as document:
        for number in range(1, PAGES + 1):
            page = document.new_page(width=595, height=842)
            for row, words in enumerate(LINES):
                page.insert_text((LEFT, FIRST_LINE + row * LEADING), words.format(number), fontsize=14)
        first = document[0]
        inside, outside = pymupdf.Rect(72, 300, 200, 320), pymupdf.Rect(72, 340, 200, 360)
        first.insert_link({"kind": pymupdf.LINK_GOTO, "page": PAGES - 1, "from": inside, "to": pymupdf.Point(0, 50)})
        first.insert_link({"kind": pymupdf.LINK_URI, "uri": "https://example.org/", "from": outside})
        document[2].set_rotation(90)
        document.save(path)
    return path


class Hand:
    """Presses and drags at spots that are given in page space."""

    def __init__(self, view: PageView) -> None:
        self._view = view
        self._moment = 0

    def spot(self, page: int, x: float, y: float) -> QPointF:
        leaf = self._view.leaf_seen(page, x)
        assert leaf
        shown = leaf.to_layout(Point(x, y))
        return QPointF(shown.x, shown.y)

    def click(self, page: int, x: float, y: float, times: int = 1, *, shift: bool = False) -> None:
        self._moment += 10_000
        for _ in range(times):
            self._moment += 50
            self._send(QMouseEvent.Type.MouseButtonPress, self.spot(page, x, y), shift=shift)
            self._send(QMouseEvent.Type.MouseButtonRelease, self.spot(page, x, y), shift=shift)

    def drag(self, start: tuple[int, float, float], end: tuple[int, float, float]) -> None:
        self._moment += 10_000
        self._send(QMouseEvent.Type.MouseButtonPress, self.spot(*start))
        one, other = self.spot(*start), self.spot(*end)
        for share in (0.25, 0.5, 0.75, 1.0):
            self._send(QMouseEvent.Type.MouseMove, one + (other - one) * share)
        self._send(QMouseEvent.Type.MouseButtonRelease, other)

    def hover(self, page: int, x: float, y: float) -> None:
        self._send(QMouseEvent.Type.MouseMove, self.spot(page, x, y), held=False)

    def _send(self, kind: QMouseEvent.Type, spot: QPointF, *, shift: bool = False, held: bool = True) -> None:
        left, none = Qt.MouseButton.LeftButton, Qt.MouseButton.NoButton
        button = none if kind is QMouseEvent.Type.MouseMove else left
        keys = Qt.KeyboardModifier.ShiftModifier if shift else Qt.KeyboardModifier.NoModifier
        event = QMouseEvent(kind, spot, spot, button, left if held else none, keys)
        event.setTimestamp(self._moment)
        act: dict[QMouseEvent.Type, Callable[[QMouseEvent], None]] = {
            QMouseEvent.Type.MouseButtonPress: self._view.mousePressEvent,
            QMouseEvent.Type.MouseMove: self._view.mouseMoveEvent,
            QMouseEvent.Type.MouseButtonRelease: self._view.mouseReleaseEvent,
        }
        act[kind](event)


@pytest.fixture
def publication(tmp_path):
    return write_pdf(tmp_path / "publication.pdf")


@pytest.fixture
def view(session, qtbot):
    """Shown, and everything known of the pages in view."""
    view = PageView(session)
    qtbot.addWidget(view)
    view.resize(800, 700)
    view.show()
    with qtbot.waitSignal(session.marks.loaded):
        session.open()
    qtbot.waitUntil(lambda: session.texts.get(0) is not None and bool(session.links.get(0)))
    return view


@pytest.fixture
def hand(view):
    return Hand(view)
