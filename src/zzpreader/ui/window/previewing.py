"""Previews in every view and column; each has its desk when one is first wanted."""

from PySide6.QtCore import QObject

from zzpreader.ui.preview.desk import PreviewDesk
from zzpreader.ui.preview.pages import PagesGround
from zzpreader.ui.reflow.pane import ReflowPane
from zzpreader.ui.reflow.referring import ColumnGround
from zzpreader.ui.view.page_view import PageView
from zzpreader.ui.view.pointer import Under
from zzpreader.ui.window.tab import ReadingTab


class Previews(QObject):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._views: dict[PageView, tuple[PagesGround, PreviewDesk]] = {}
        self._columns: dict[ReflowPane, tuple[ColumnGround, PreviewDesk]] = {}

    def hover(self, tab: ReadingTab, view: PageView, under: Under | None) -> None:
        """What the pointer is over in a view."""
        ground, desk = self._on_pages(tab, view)
        desk.hover(ground.under(under))

    def hover_column(self, tab: ReadingTab, pane: ReflowPane, position: int | None) -> None:
        """What the pointer is over in reading mode."""
        ground, desk = self._on_column(tab, pane)
        desk.hover(ground.at(position))

    def turn(self, tab: ReadingTab) -> None:
        """With the keys: the next where one is reading."""
        view, pane = tab.side.view, tab.reflow.pane
        is_column = tab.reflow.is_on and view is tab.view
        _, desk = self._on_column(tab, pane) if pane and is_column else self._on_pages(tab, view)
        desk.turn(1)

    def _on_pages(self, tab: ReadingTab, view: PageView) -> tuple[PagesGround, PreviewDesk]:
        if view not in self._views:
            ground = PagesGround(tab.session, view)
            self._views[view] = ground, PreviewDesk(tab.session, ground, lambda: tab.view.paper)
            view.destroyed.connect(lambda: self._views.pop(view, None))
        return self._views[view]

    def _on_column(self, tab: ReadingTab, pane: ReflowPane) -> tuple[ColumnGround, PreviewDesk]:
        if pane not in self._columns:
            ground = ColumnGround(tab.session, pane, tab.view)
            self._columns[pane] = ground, PreviewDesk(tab.session, ground, lambda: tab.view.paper)
            pane.destroyed.connect(lambda: self._columns.pop(pane, None))
        return self._columns[pane]
