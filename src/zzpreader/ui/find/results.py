"""All hits of a search by section, each with the words around it."""

from time import perf_counter

from PySide6.QtCore import QModelIndex, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QAbstractItemView, QLabel, QStackedWidget, QVBoxLayout, QWidget

from zzpreader.session.search import Search
from zzpreader.session.sections import Sections
from zzpreader.ui.empty import EmptyState
from zzpreader.ui.find.model import ResultsModel
from zzpreader.ui.find.painting import ResultDelegate
from zzpreader.ui.rows import RowTree, focus_rows

_PAUSE_MS = 80
_PAUSE_FACTOR = 10
"""While hits stream in the list is drawn up at most a tenth of the time."""


class ResultsPane(QWidget):
    """Signals: go_to(Hit)."""

    go_to = Signal(object)

    def __init__(self, search: Search, sections: Sections, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._model = ResultsModel(search, self)
        self._folded: set[str] = set()
        self._count = QLabel()
        self._count.setTextFormat(Qt.TextFormat.PlainText)
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._count.setContentsMargins(6, 0, 6, 0)
        self._count.setWordWrap(True)
        self._tree = self._make_tree()
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._tree)
        self._stack.addWidget(self._empty)
        column = QVBoxLayout(self)
        column.setContentsMargins(6, 6, 6, 6)
        column.setSpacing(6)
        column.addWidget(self._count)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self._tree)
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(_PAUSE_MS)
        self._pause.timeout.connect(self._draw_up)
        search.found.connect(self._draw_up_soon)
        search.finished.connect(self._draw_up)
        search.current_changed.connect(self._show_current)
        sections.changed.connect(self._draw_up)
        self._draw_up()

    def focus_list(self) -> bool:
        """Whether it has rows."""
        return focus_rows(self._tree)

    def _make_tree(self) -> RowTree:
        tree = RowTree()
        tree.setModel(self._model)
        tree.setItemDelegate(ResultDelegate(tree))
        tree.setIndentation(14)
        tree.setAccessibleName(self.tr("Results"))
        tree.clicked.connect(self._go)
        tree.activated.connect(self._go)
        tree.collapsed.connect(self._remember_folded)
        tree.expanded.connect(self._remember_open)
        return tree

    def _remember_folded(self, index: QModelIndex) -> None:
        self._folded.add(self._model.groups[index.row()].key)

    def _remember_open(self, index: QModelIndex) -> None:
        self._folded.discard(self._model.groups[index.row()].key)

    def _draw_up_soon(self) -> None:
        if not self._search.hits:
            self._folded.clear()
            self._draw_up()
        elif not self._pause.isActive():
            self._pause.start()

    def _draw_up(self) -> None:
        """The whole list anew, with what stood at the top still there."""
        self._pause.stop()
        began = perf_counter()
        top = self._model.hit(self._tree.indexAt(self._tree.viewport().rect().topLeft()))
        self._model.show_groups(self._search.groups())
        for row, group in enumerate(self._model.groups):
            if group.key not in self._folded:
                self._tree.expand(self._model.index(row, 0))
        anchor = self._model.index_of(top)
        if anchor.isValid():
            self._tree.scrollTo(anchor, QAbstractItemView.ScrollHint.PositionAtTop)
        self._show_count()
        self._show_current()
        self._pause.setInterval(max(_PAUSE_MS, round((perf_counter() - began) * 1000 * _PAUSE_FACTOR)))

    def _show_count(self) -> None:
        hits, sections = len(self._search.hits), len(self._model.groups)
        self._count.setText(self.tr("%Ln hit(s)", "", hits) + " · " + self.tr("%Ln section(s)", "", sections))
        self._count.setVisible(hits > 0)
        if not self._search.words:
            self._empty.say(self.tr("Press Ctrl+F and type the words you are looking for."), "text-search")
        elif self._search.is_running:
            self._empty.say(self.tr("Searching…"), "search")
        else:
            self._empty.say(self.tr("These words do not occur in this publication."), "search")
        self._stack.setCurrentWidget(self._tree if hits else self._empty)

    def _show_current(self) -> None:
        index = self._model.index_of(self._search.current)
        if not index.isValid():
            return
        # To make a row current that is hidden would unfold what the reader has folded.
        shown = index if self._tree.isExpanded(index.parent()) else index.parent()
        if shown != self._tree.currentIndex():
            self._tree.setCurrentIndex(shown)
            self._tree.scrollTo(shown, QAbstractItemView.ScrollHint.EnsureVisible)

    def _go(self, index: QModelIndex) -> None:
        if hit := self._model.hit(index):
            self._search.choose(hit)
            self.go_to.emit(hit)
        else:
            self._tree.setExpanded(index, not self._tree.isExpanded(index))
