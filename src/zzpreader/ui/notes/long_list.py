"""A list of rows of different heights that costs what is in sight, not what is in the list.

QListView asks every row for its height again at each change: a second for ten thousand cards. So its layout is replaced
here; it stays the base, because screen readers are told of the rows of a QListView and of no view of our own.
"""

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
)
from PySide6.QtGui import QMouseEvent, QPainter, QPaintEvent, QRegion, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QListView, QStyle, QStyleOptionViewItem, QWidget

from zzpreader.ui.notes.heights import Heights

Index = QModelIndex | QPersistentModelIndex


class LongList(QListView):
    """A subclass says how high it guesses a row to be; the delegate's `sizeHint` says how high it is."""

    def __init__(self, model: QAbstractItemModel, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._heights = Heights()
        self._hovered = -1
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setModel(model)
        model.rowsRemoved.connect(self._remove_rows)

    def estimated_heights(self, first: int, last: int) -> list[int]:
        """Of the rows from `first` to `last`, both included. Cheap: they are asked for all."""
        raise NotImplementedError

    def remeasure(self, index: Index) -> None:
        """This row may be of another height now."""
        if index.isValid():
            self._heights.forget(index.row())
            self._settle()
            self.updateGeometries()
            self.viewport().update()

    def remeasure_all(self) -> None:
        rows = len(self._heights)
        top = self._heights.row_at(self.verticalOffset())
        if rows:
            self._heights.remove(0, rows - 1)
        self._heights.insert(0, self.estimated_heights(0, self.model().rowCount() - 1))
        if 0 <= top < len(self._heights):
            self._settle()
            self.updateGeometries()
            self.verticalScrollBar().setValue(self._heights.top(top))
        self.updateGeometries()
        self.viewport().update()

    # what Qt asks of a view

    def visualRect(self, index: Index) -> QRect:
        row = index.row()
        if not index.isValid() or row >= len(self._heights):
            return QRect()
        top = self._heights.top(row) - self.verticalOffset()
        return QRect(0, top, self.viewport().width(), self._heights.height(row))

    def indexAt(self, point: QPoint) -> QModelIndex:
        row = self._heights.row_at(point.y() + self.verticalOffset())
        return self.model().index(row, 0) if row >= 0 else QModelIndex()

    def scrollTo(
        self, index: Index, hint: QAbstractItemView.ScrollHint = QAbstractItemView.ScrollHint.EnsureVisible
    ) -> None:
        if not index.isValid() or index.row() >= len(self._heights):
            return
        for _ in range(2):  # on the way there rows come in sight that were only estimated
            self._measure(index.row())
            self.updateGeometries()
            self._scroll_to(index.row(), hint)
            self._settle()
        self._scroll_to(index.row(), hint)

    def _scroll_to(self, row: int, hint: QAbstractItemView.ScrollHint) -> None:
        top, height = self._heights.top(row), self._heights.height(row)
        first, room = self.verticalOffset(), self.viewport().height()
        if hint is QAbstractItemView.ScrollHint.PositionAtTop or top < first or height > room:
            self.verticalScrollBar().setValue(top)
        elif top + height > first + room:
            self.verticalScrollBar().setValue(top + height - room)

    def moveCursor(
        self,
        cursorAction: QAbstractItemView.CursorAction,  # noqa: N803 - Qt's name
        modifiers: Qt.KeyboardModifier,
    ) -> QModelIndex:
        row, rows = self.currentIndex().row(), len(self._heights)
        action = QAbstractItemView.CursorAction
        page = self.viewport().height()
        here = self._heights.top(row) if 0 <= row < rows else 0
        match cursorAction:
            case action.MoveDown | action.MoveRight | action.MoveNext:
                return self._selectable(range(row + 1, rows))
            case action.MoveUp | action.MoveLeft | action.MovePrevious:
                return self._selectable(range(row - 1, -1, -1))
            case action.MoveHome:
                return self._selectable(range(rows))
            case action.MoveEnd:
                return self._selectable(range(rows - 1, -1, -1))
            case action.MovePageDown:
                far = self._heights.row_at(here + page)
                return self._selectable(range(far if far >= 0 else rows - 1, row, -1))
            case action.MovePageUp:
                return self._selectable(range(max(self._heights.row_at(here - page), 0), max(row, 0)))
        return QModelIndex()

    def horizontalOffset(self) -> int:
        return 0

    def verticalOffset(self) -> int:
        return self.verticalScrollBar().value()

    def isIndexHidden(self, index: Index) -> bool:
        return False

    def setSelection(self, rect: QRect, command: QItemSelectionModel.SelectionFlag) -> None:
        first = self._heights.row_at(rect.top() + self.verticalOffset())
        last = self._heights.row_at(rect.bottom() + self.verticalOffset())
        selection = QItemSelection()
        if first >= 0:
            last = last if last >= 0 else len(self._heights) - 1
            selection.select(self.model().index(first, 0), self.model().index(last, 0))
        self.selectionModel().select(selection, command)

    def visualRegionForSelection(self, selection: QItemSelection) -> QRegion:
        region = QRegion()
        for row in self._rows_in_sight():
            index = self.model().index(row, 0)
            if selection.contains(index):
                region += self.visualRect(index)
        return region

    def updateGeometries(self) -> None:
        # Not the base's: it would take the range from a layout that is never made, and jump to the top.
        bar, room = self.verticalScrollBar(), self.viewport().height()
        bar.setPageStep(room)
        bar.setSingleStep(24)
        bar.setRange(0, max(self._heights.total - room, 0))
        self.updateEditorGeometries()

    # what changes

    def rowsInserted(self, parent: Index, start: int, end: int) -> None:
        self._heights.insert(start, self.estimated_heights(start, end))
        super().rowsInserted(parent, start, end)
        self.updateGeometries()
        self.viewport().update()

    def _remove_rows(self, _parent: QModelIndex, first: int, last: int) -> None:
        self._heights.remove(first, last)
        self.updateGeometries()
        self.viewport().update()

    def dataChanged(self, topLeft: Index, bottomRight: Index, roles: Sequence[int] = ()) -> None:  # noqa: N803
        for row in range(topLeft.row(), bottomRight.row() + 1):
            self._heights.forget(row)
        super().dataChanged(topLeft, bottomRight, list(roles))
        self._settle()
        self.updateGeometries()
        self.viewport().update()

    def scrollContentsBy(self, dx: int, dy: int) -> None:
        self.updateEditorGeometries()
        self.viewport().update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        if event.size().width() != event.oldSize().width():
            self.remeasure_all()
        else:
            self.updateGeometries()

    def doItemsLayout(self) -> None:
        self.updateGeometries()
        self.viewport().update()

    def viewportEvent(self, event: QEvent) -> bool:
        if isinstance(event, QMouseEvent) and event.type() == QEvent.Type.MouseMove:
            self._hovered = self._heights.row_at(event.position().toPoint().y() + self.verticalOffset())
            self.viewport().update()
        elif event.type() == QEvent.Type.Leave:
            self._hovered = -1
            self.viewport().update()
        return super().viewportEvent(event)

    # painting

    def paintEvent(self, event: QPaintEvent) -> None:
        self._settle()
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        enabled = option.state
        painter = QPainter(self.viewport())
        chosen, current = self.selectionModel(), self.currentIndex()
        for row in self._rows_in_sight():
            index = self.model().index(row, 0)
            option.rect = self.visualRect(index)
            state = enabled & ~QStyle.StateFlag.State_HasFocus
            if chosen.isSelected(index):
                state |= QStyle.StateFlag.State_Selected
            if row == self._hovered:
                state |= QStyle.StateFlag.State_MouseOver
            if index == current and self.hasFocus():
                state |= QStyle.StateFlag.State_HasFocus
            option.state = state
            self.itemDelegate().paint(painter, option, index)
        painter.end()

    def _rows_in_sight(self) -> range:
        first = self._heights.row_at(self.verticalOffset())
        last = self._heights.row_at(self.verticalOffset() + self.viewport().height())
        return range(max(first, 0), (last if last >= 0 else len(self._heights) - 1) + 1)

    def _settle(self) -> None:
        """Measure what is in sight. What grows above the upper edge pushes upwards: nothing jumps under the eyes."""
        before = self._heights.total
        for _ in range(3):
            rows = [row for row in self._rows_in_sight() if not self._heights.is_measured(row)]
            for row in rows:
                hidden_top = self._heights.top(row) < self.verticalOffset()
                more = self._measure(row)
                if hidden_top and more:
                    bar = self.verticalScrollBar()
                    bar.setRange(0, max(self._heights.total - self.viewport().height(), 0))
                    bar.setValue(bar.value() + more)
            if not rows:
                break
        if self._heights.total != before:
            self.updateGeometries()

    def _measure(self, row: int) -> int:
        option = QStyleOptionViewItem()
        self.initViewItemOption(option)
        return self._heights.measure(row, self.itemDelegate().sizeHint(option, self.model().index(row, 0)).height())

    def _selectable(self, rows: range) -> QModelIndex:
        """The first of these that can be chosen; the current one if none can."""
        for row in rows:
            index = self.model().index(row, 0)
            if index.flags() & Qt.ItemFlag.ItemIsSelectable:
                return index
        return self.currentIndex()
