"""The lessons of all known publications in one table, with how far the reader is with each."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import QByteArray, QItemSelectionModel, QModelIndex, QPoint, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QAction, QKeySequence, QShowEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QButtonGroup,
    QCheckBox,
    QComboBox,
    QHBoxLayout,
    QHeaderView,
    QLineEdit,
    QMenu,
    QStackedWidget,
    QToolButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from zzpreader.model.displayed import one_line
from zzpreader.model.matrix import Kept, LessonRow, counted
from zzpreader.model.records import Status
from zzpreader.model.settings import MatrixState
from zzpreader.ui.acting import doing
from zzpreader.ui.buttons import LEAST_PX, IconButton, name_box
from zzpreader.ui.empty import EmptyState
from zzpreader.ui.filtering import filter_for, folded
from zzpreader.ui.flow import FlowLayout
from zzpreader.ui.icons import icon
from zzpreader.ui.lessons.menu import fill_status_menu
from zzpreader.ui.lessons.owner import OwnerDialog
from zzpreader.ui.lessons.words import PICTURES, status_words
from zzpreader.ui.matrix.editing import CellDelegate, date_typed
from zzpreader.ui.matrix.model import Column, MatrixModel
from zzpreader.ui.notice import Notice
from zzpreader.ui.sizes import grown

_NARROW_PX = 110
"""Columns up to this grow with the text: a number or a date is of no use when it is cut."""

_WIDTHS_PX = {
    Column.WORK: 210,
    Column.NUMBER: 50,
    Column.PAGE: 70,
    Column.STATUS: 200,
    Column.OWNER: 170,
    Column.DATE: 100,
    Column.NOTES: 80,
}


class MatrixView(QWidget):
    """
    Signals:
        shown(): it has come in front of the reader.
        go_to(LessonRow).
        status_wanted(list[LessonRow], Status), owner_wanted(list[LessonRow], str), date_wanted(list[LessonRow], str),
        described(list[LessonRow], str owner, str date).
        copy_wanted(), save_wanted(): the table as it is shown; see `table`.
    """

    shown = Signal()
    go_to = Signal(object)
    status_wanted = Signal(object, object)
    owner_wanted = Signal(object, str)
    date_wanted = Signal(object, str)
    described = Signal(object, str, str)
    copy_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, state: MatrixState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: Sequence[LessonRow] = ()
        self._owner, self._publication = state.owner, state.publication
        self._model = MatrixModel(self)
        self._model.edited.connect(self._edited)
        self.notice = Notice()
        self._words = QLineEdit(state.words)
        self._words.setPlaceholderText(self.tr("Filter lessons"))
        self._words.setAccessibleName(self.tr("Filter lessons"))
        self._words.setClearButtonEnabled(True)
        self._owners, self._works = QComboBox(), QComboBox()
        name_box(self._owners, self.tr("Show lessons of owner"))
        name_box(self._works, self.tr("Show lessons of publication"))
        self._grouped = QCheckBox(self.tr("Group by publication"))
        self._grouped.setChecked(state.grouped)
        self._statuses = QButtonGroup(self)
        self._table = self._make_table()
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._table)
        self._stack.addWidget(self._empty)
        self._lay_out(state.status)
        self._restore_header(state.header)
        self._words.textChanged.connect(self._keep)
        self._owners.activated.connect(self._choose_owner)
        self._works.activated.connect(self._choose_work)
        self._grouped.toggled.connect(self._keep)
        self._statuses.idClicked.connect(self._keep)
        self.show_rows(())

    @property
    def state(self) -> MatrixState:
        return MatrixState(
            header=bytes(self._table.header().saveState().toBase64().data()).decode(),
            grouped=self._grouped.isChecked(),
            words=self._words.text(),
            status=self._status.value if self._status else "",
            owner=self._owner,
            publication=self._publication,
        )

    def show_rows(self, rows: Sequence[LessonRow]) -> None:
        """The lessons of all publications; what is chosen stays chosen."""
        if self._table.state() == QAbstractItemView.State.EditingState:
            self._rows = rows  # what is being typed is not lost to it; shown when the cell is left
            return
        self._rows = rows
        _offer(self._owners, self.tr("All owners"), self._owner, {one.owner: one.owner for one in rows if one.owner})
        works = {one.publication: one.work for one in rows}
        _offer(self._works, self.tr("All publications"), self._publication, works)
        kept = self._chosen_cells()
        if self._model.show_rows(rows):
            self._settle(kept)
        self._say_counts()

    def table(self) -> list[list[str]]:
        """Headings and rows as they are shown, columns in the reader's order."""
        header = self._table.header()
        columns = [header.logicalIndex(n) for n in range(header.count())]
        headings = self._model.headings()
        rows = [[self._model.text(row, column) for column in columns] for row in self._model.shown()]
        return [[headings[column] for column in columns], *rows]

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.shown.emit()

    # inside

    def _make_table(self) -> QTreeView:
        table = QTreeView()
        table.setModel(self._model)
        delegate = CellDelegate(table)
        delegate.closeEditor.connect(lambda: self.show_rows(self._rows), Qt.ConnectionType.QueuedConnection)
        table.setItemDelegate(delegate)
        table.setAccessibleName(self.tr("Overview of lessons"))
        table.setFrameShape(QTreeView.Shape.NoFrame)
        table.setUniformRowHeights(True)
        table.setAlternatingRowColors(True)
        table.setExpandsOnDoubleClick(False)
        table.setRootIsDecorated(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.SelectedClicked
        )
        table.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        table.customContextMenuRequested.connect(self._open_menu)
        table.activated.connect(self._go)
        header = table.header()
        header.setSectionsMovable(True)
        header.setFirstSectionMovable(True)
        header.setStretchLastSection(False)
        for column, width in _WIDTHS_PX.items():
            header.resizeSection(column, grown(width, table) if width <= _NARROW_PX else width)
        header.setSectionResizeMode(Column.TITLE, QHeaderView.ResizeMode.Stretch)
        for key, status in zip("123456", Status, strict=True):
            self._add_key(table, key, partial(self._set_status, status))
        self._add_key(table, "Del", self._clear)
        return table

    def _add_key(self, table: QTreeView, key: str, act: Callable[[], object]) -> None:
        action = QAction(table)
        action.setShortcut(QKeySequence(key))
        action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)
        action.triggered.connect(doing(act))
        table.addAction(action)

    def _lay_out(self, status: str) -> None:
        filters, counts = QHBoxLayout(), FlowLayout(gap_px=4)
        filters.addWidget(self._words, 2)
        for box in (self._works, self._owners):
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            box.setMinimumContentsLength(12)
            filters.addWidget(box, 1)
        filters.addWidget(self._grouped)
        for picture, words, wanted in (
            ("copy", self.tr("Copy table"), self.copy_wanted),
            ("save", self.tr("Save table…"), self.save_wanted),
        ):
            button = IconButton(picture, words)
            button.clicked.connect(doing(wanted.emit))
            filters.addWidget(button)
        for number, one in enumerate((None, *Status)):
            chip = QToolButton()
            chip.setCheckable(True)
            chip.setAutoRaise(True)
            chip.setMinimumHeight(LEAST_PX)
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.setChecked((one.value if one else "") == status)
            self._statuses.addButton(chip, number)
            counts.addWidget(chip)
        if not self._statuses.checkedButton():
            self._statuses.button(0).setChecked(True)
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 8, 10, 0)
        column.setSpacing(6)
        column.addWidget(self.notice)
        column.addLayout(filters)
        column.addLayout(counts)
        column.addWidget(self._stack, 1)
        self.setFocusProxy(self._table)

    def _restore_header(self, kept: str) -> None:
        header = self._table.header()
        header.setSortIndicator(Column.WORK, Qt.SortOrder.AscendingOrder)
        if kept:
            header.restoreState(QByteArray.fromBase64(kept.encode(errors="replace")))
        self._table.setSortingEnabled(True)
        self._keep()

    @property
    def _status(self) -> Status | None:
        return (None, *Status)[max(self._statuses.checkedId(), 0)]

    def _keep(self) -> None:
        kept = self._chosen_cells()
        status = Kept(status=self._status, owner=self._owner, publication=self._publication)
        self._model.keep(status, filter_for(self._words.text()), grouped=self._grouped.isChecked())
        self._settle(kept)
        self._say_counts()

    def _settle(self, kept: list[tuple[str, str, int]]) -> None:
        """After the rows are laid out anew."""
        grouped = self._grouped.isChecked()
        self._table.setRootIsDecorated(grouped)
        if grouped:
            for n in range(self._model.rowCount()):
                self._table.setFirstColumnSpanned(n, QModelIndex(), True)  # noqa: FBT003 - Qt knows no names
            self._table.expandAll()
        for publication, section, column in kept:
            index = self._model.index_of(publication, section)
            if index.isValid():
                cell = index.siblingAtColumn(column)
                self._table.selectionModel().select(cell, QItemSelectionModel.SelectionFlag.Select)
                self._table.selectionModel().setCurrentIndex(cell, QItemSelectionModel.SelectionFlag.NoUpdate)
        if self._rows:
            self._empty.say(self.tr("No lesson answers to these filters."), "search")
        else:
            self._empty.say(
                self.tr("No lessons are known yet. They come here when you open a publication that has them."),
                "lightbulb",
            )
        self._stack.setCurrentWidget(self._table if self._model.rowCount() else self._empty)

    def _chosen_cells(self) -> list[tuple[str, str, int]]:
        cells = [*self._table.selectedIndexes(), self._table.currentIndex()]
        found = [(row, cell.column()) for cell in cells if (row := self._model.row(cell))]
        return list(dict.fromkeys((row.publication, row.section.id, column) for row, column in found))

    def _chosen(self) -> list[LessonRow]:
        """The keyboard can come to a row without choosing it."""
        cells = self._table.selectedIndexes() or [self._table.currentIndex()]
        found = [row for cell in cells if (row := self._model.row(cell))]
        return list({(row.publication, row.section.id): row for row in found}.values())

    def _say_counts(self) -> None:
        rows = self._model.whatever_status()
        counts = counted(rows)
        done = len(rows) - counts[Status.UNREAD]
        words = self.tr("%1 of %2 read").replace("%1", str(done)).replace("%2", str(len(rows)))
        self._statuses.button(0).setText(words)
        for number, status in enumerate(Status, start=1):
            chip = self._statuses.button(number)
            chip.setText(f"{status_words(status)} {counts[status]}")
            if isinstance(chip, QToolButton):
                chip.setIcon(icon(PICTURES[status], self.palette()))

    def _choose_owner(self) -> None:
        self._owner = self._owners.currentData()
        self._keep()

    def _choose_work(self) -> None:
        self._publication = self._works.currentData()
        self._keep()

    def _go(self, index: QModelIndex) -> None:
        if row := self._model.row(index):
            self.go_to.emit(row)

    def _edited(self, row: LessonRow, column: Column, value: object) -> None:
        if isinstance(value, Status):
            self.status_wanted.emit([row], value)
        elif column is Column.OWNER:
            self.owner_wanted.emit([row], str(value))
        elif (date := date_typed(str(value))) is not None:
            self.date_wanted.emit([row], date)
        else:
            self.notice.say(self.tr("“%1” is not a date.").replace("%1", one_line(str(value), 40)), warning=True)

    def _set_status(self, status: Status) -> None:
        if rows := self._chosen():
            self.status_wanted.emit(rows, status)

    def _clear(self) -> None:
        """Owners or dates that are chosen, by the column of the current cell."""
        column, rows = self._table.currentIndex().column(), self._chosen()
        if rows and column == Column.OWNER:
            self.owner_wanted.emit(rows, "")
        elif rows and column == Column.DATE:
            self.date_wanted.emit(rows, "")

    def _open_menu(self, at: QPoint) -> None:
        rows = self._chosen()
        if not rows:
            return
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        go = menu.addAction(self.tr("&Go there"))
        go.triggered.connect(doing(partial(self._go, self._table.currentIndex())))
        menu.addSeparator()
        fill_status_menu(menu, {row.status for row in rows}, self._set_status, digits=True)
        menu.addSeparator()
        menu.addAction(self.tr("Owner and date…"), partial(self._describe, rows))
        menu.popup(self._table.viewport().mapToGlobal(at))

    def _describe(self, rows: list[LessonRow]) -> None:
        dialog = OwnerDialog([row.standing for row in rows], self)
        dialog.accepted.connect(lambda: self.described.emit(rows, dialog.owner, dialog.date))
        dialog.open()


def _offer(box: QComboBox, everything: str, chosen: str | None, values: dict[str, str]) -> None:
    """All, or one of these; a choice that is not among them now stays, and can be seen."""
    with QSignalBlocker(box):
        box.clear()
        box.addItem(everything, None)
        for value, words in sorted(values.items(), key=lambda pair: folded(pair[1])):
            box.addItem(one_line(words, 80), value)
        if chosen is not None and box.findData(chosen) < 0:
            box.addItem("…" if chosen.startswith("urn:") else one_line(chosen, 80), chosen)
        box.setCurrentIndex(max(box.findData(chosen), 0) if chosen is not None else 0)
