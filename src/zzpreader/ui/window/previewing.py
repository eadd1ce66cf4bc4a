"""Previews in every view and column; each has its desk when one is first wanted."""

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from zzpreader.ui.preview.desk import PreviewDesk
from zzpreader.ui.preview.ground import Ground
from zzpreader.ui.preview.pages import PagesGround
from zzpreader.ui.reflow.pane import ReflowPane
from zzpreader.ui.reflow.referring import ColumnGround
from zzpreader.ui.view.page_view import PageView
from zzpreader.ui.view.pointer import Under
from zzpreader.ui.window.tab import ReadingTab


class Previews(QObject):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._desks: dict[QWidget, PreviewDesk] = {}
        self._pages: dict[QWidget, PagesGround] = {}
        self._columns: dict[QWidget, ColumnGround] = {}

    def hover(self, tab: ReadingTab, view: PageView, under: Under | None) -> None:
        """What the pointer is over in a view."""
        ground = self._on_pages(tab, view)
        self._desks[view].hover(ground.under(under))

    def hover_column(self, tab: ReadingTab, pane: ReflowPane, position: int | None) -> None:
        """What the pointer is over in reading mode."""
        ground = self._on_column(tab, pane)
        self._desks[pane].hover(ground.at(position))

    def turn(self, tab: ReadingTab) -> None:
        """With the keys: the next where one is reading."""
        view, pane = tab.side.view, tab.reflow.pane
        if pane and tab.reflow.is_on and view is tab.view:
            self._on_column(tab, pane)
            self._desks[pane].turn(1)
        else:
            self._on_pages(tab, view)
            self._desks[view].turn(1)

    def _on_pages(self, tab: ReadingTab, view: PageView) -> PagesGround:
        if view not in self._pages:
            self._pages[view] = ground = PagesGround(tab.session, view)
            self._add(view, tab, ground)
        return self._pages[view]

    def _on_column(self, tab: ReadingTab, pane: ReflowPane) -> ColumnGround:
        if pane not in self._columns:
            self._columns[pane] = ground = ColumnGround(tab.session, pane, tab.view)
            self._add(pane, tab, ground)
        return self._columns[pane]

    def _add(self, place: QWidget, tab: ReadingTab, ground: Ground) -> None:
        self._desks[place] = PreviewDesk(tab.session, ground, lambda: tab.view.paper)
        place.destroyed.connect(lambda: self._forget(place))

    def _forget(self, place: QWidget) -> None:
        for known in (self._desks, self._pages, self._columns):
            known.pop(place, None)
