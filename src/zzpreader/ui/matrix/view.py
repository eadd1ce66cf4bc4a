"""The lessons of all known publications in one table, with how far the reader is with each."""

from collections.abc import Iterable, Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPoint, Qt, Signal
from PySide6.QtWidgets import QAbstractItemView, QButtonGroup, QCheckBox, QComboBox, QMenu, QToolButton, QWidget

from zzpreader.model.displayed import one_line
from zzpreader.model.matrix import Kept, LessonRow, counted
from zzpreader.model.records import Status
from zzpreader.model.settings import MatrixState
from zzpreader.ui.acting import doing
from zzpreader.ui.buttons import LEAST_PX
from zzpreader.ui.filtering import filter_for, folded
from zzpreader.ui.flow import FlowLayout
from zzpreader.ui.icons import icon
from zzpreader.ui.lessons.menu import fill_status_menu
from zzpreader.ui.lessons.owner import OwnerDialog
from zzpreader.ui.lessons.words import PICTURES, status_words
from zzpreader.ui.matrix.editing import CellDelegate, date_typed
from zzpreader.ui.matrix.model import Column, MatrixModel
from zzpreader.ui.table_tab import TableTab, offer

_WIDTHS_PX = {
    Column.WORK: 210,
    Column.NUMBER: 50,
    Column.PAGE: 70,
    Column.STATUS: 200,
    Column.OWNER: 170,
    Column.DATE: 100,
    Column.NOTES: 80,
}


_Cell = tuple[str, str, int]
"""Publication, section and column."""


class MatrixView(TableTab[_Cell, MatrixState]):
    """
    Signals:
        go_to(LessonRow).
        status_wanted(list[LessonRow], Status), owner_wanted(list[LessonRow], str), date_wanted(list[LessonRow], str),
        described(list[LessonRow], str owner, str date).
        copy_wanted(), save_wanted(): the table as it is shown; see `table`.
    """

    go_to = Signal(object)
    status_wanted = Signal(object, object)
    owner_wanted = Signal(object, str)
    date_wanted = Signal(object, str)
    described = Signal(object, str, str)
    copy_wanted = Signal()
    save_wanted = Signal()

    def __init__(self, state: MatrixState, parent: QWidget | None = None) -> None:
        self._model = MatrixModel()
        super().__init__(self._model, self.tr("Overview of lessons"), self.tr("Filter lessons"), state.words, parent)
        self._model.setParent(self)
        self._model.edited.connect(self._edited)
        self._rows: Sequence[LessonRow] = ()
        self._owner, self._publication = state.owner, state.publication
        self._make_table()
        self._works = self._filter_box(self.tr("Show lessons of publication"), self._choose_work)
        self._owners = self._filter_box(self.tr("Show lessons of owner"), self._choose_owner)
        self._grouped = QCheckBox(self.tr("Group by publication"))
        self._grouped.setChecked(state.grouped)
        self._filters.addWidget(self._grouped)
        self._filter_button("copy", self.tr("Copy table"), self.copy_wanted.emit)
        self._filter_button("save", self.tr("Save table…"), self.save_wanted.emit)
        self._statuses = QButtonGroup(self)
        self._lay_out(self._make_chips(state.status))
        self._set_columns(_WIDTHS_PX.items(), Column.TITLE, Column.WORK, Qt.SortOrder.AscendingOrder, state.header)
        self._words.textChanged.connect(self._keep)
        self._grouped.toggled.connect(self._keep)
        self._statuses.idClicked.connect(self._keep)
        self._keep()
        self.show_rows(())

    @property
    def state(self) -> MatrixState:
        return MatrixState(
            header=self._header,
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
        owners = {one.owner: one.owner for one in rows if one.owner}
        _offer_sorted(self._owners, self.tr("All owners"), self._owner, owners)
        works = {one.publication: one.work for one in rows}
        _offer_sorted(self._works, self.tr("All publications"), self._publication, works)
        kept = self._chosen_keys()
        if self._model.show_rows(rows):
            self._settle(kept)
        self._say_empty()
        self._say_counts()

    def table(self) -> list[list[str]]:
        """Headings and rows as they are shown, columns in the reader's order."""
        header = self._table.header()
        columns = [header.logicalIndex(n) for n in range(header.count())]
        headings = self._model.headings()
        rows = [[self._model.text(row, column) for column in columns] for row in self._model.shown()]
        return [[headings[column] for column in columns], *rows]

    # inside

    def _make_table(self) -> None:
        table = self._table
        delegate = CellDelegate(table)
        delegate.closeEditor.connect(lambda: self.show_rows(self._rows), Qt.ConnectionType.QueuedConnection)
        table.setItemDelegate(delegate)
        table.setExpandsOnDoubleClick(False)
        table.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectItems)
        table.setEditTriggers(
            QAbstractItemView.EditTrigger.EditKeyPressed | QAbstractItemView.EditTrigger.SelectedClicked
        )
        table.activated.connect(self._go)
        for key, status in zip("123456", Status, strict=True):
            self._add_key(key, partial(self._set_status, status))
        self._add_key("Del", self._clear)

    def _make_chips(self, status: str) -> FlowLayout:
        """One for every status; what is chosen is what is shown."""
        chips = FlowLayout(gap_px=4)
        for number, one in enumerate((None, *Status)):
            chip = QToolButton()
            chip.setCheckable(True)
            chip.setAutoRaise(True)
            chip.setMinimumHeight(LEAST_PX)
            chip.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
            chip.setChecked((one.value if one else "") == status)
            self._statuses.addButton(chip, number)
            chips.addWidget(chip)
        if not self._statuses.checkedButton():
            self._statuses.button(0).setChecked(True)
        return chips

    @property
    def _status(self) -> Status | None:
        return (None, *Status)[max(self._statuses.checkedId(), 0)]

    def _keep(self) -> None:
        kept = self._chosen_keys()
        status = Kept(status=self._status, owner=self._owner, publication=self._publication)
        self._model.keep(status, filter_for(self._words.text()), grouped=self._grouped.isChecked())
        self._settle(kept)
        self._say_counts()

    def _settle(self, kept: Iterable[_Cell]) -> None:
        grouped = self._grouped.isChecked()
        self._table.setRootIsDecorated(grouped)
        if grouped:
            for n in range(self._model.rowCount()):
                self._table.setFirstColumnSpanned(n, QModelIndex(), True)  # noqa: FBT003 - Qt knows no names
            self._table.expandAll()
        super()._settle(kept)

    def _say_empty(self) -> None:
        if self._rows:
            self._empty.say(self.tr("No lesson answers to these filters."), "search")
        else:
            self._empty.say(
                self.tr("No lessons are known yet. They come here when you open a publication that has them."),
                "lightbulb",
            )

    def _chosen_keys(self) -> list[_Cell]:
        cells = [*self._table.selectedIndexes(), self._table.currentIndex()]
        found = [(row, cell.column()) for cell in cells if (row := self._model.row(cell))]
        return list(dict.fromkeys((row.publication, row.section.id, column) for row, column in found))

    def _index_of(self, key: _Cell) -> QModelIndex:
        publication, section, column = key
        return self._model.index_of(publication, section).siblingAtColumn(column)

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


def _offer_sorted(box: QComboBox, everything: str, chosen: str | None, values: dict[str, str]) -> None:
    pairs = sorted(((value, one_line(words, 80)) for value, words in values.items()), key=lambda pair: folded(pair[1]))
    unknown = chosen or ""
    offer(box, everything, pairs, chosen, unknown="…" if unknown.startswith("urn:") else one_line(unknown, 80))
