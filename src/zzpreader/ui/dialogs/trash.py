"""What was deleted in the last thirty days, to be had back."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import NamedTuple

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QCheckBox,
    QDialog,
    QDialogButtonBox,
    QHeaderView,
    QLineEdit,
    QStackedWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from zzpreader.model.past import TRASH_DAYS, Trashed
from zzpreader.ui.buttons import as_tooltip
from zzpreader.ui.dialogs.history import moment
from zzpreader.ui.empty import EmptyState
from zzpreader.ui.filtering import filter_for
from zzpreader.ui.icons import icon
from zzpreader.ui.sizes import grown, resize_grown

Index = QModelIndex | QPersistentModelIndex
_FIRST_SIZE_PX = (860, 520)
_WIDTHS_PX = (190, 270, 170, 120)


class TrashRow(NamedTuple):
    """
    Args:
        picture: name of the icon of its kind.
        what: its kind, and the page.
        text: its words; on one line.
        section: title of the one in which it lay.
    """

    trashed: Trashed
    picture: str
    what: str
    text: str
    section: str


class TrashDialog(QDialog):
    """Enter or a double click restores; the dialog stays open for more.

    Signals: restored(list[Trashed]).

    Args:
        writable: whether anything can be restored.
    """

    restored = Signal(list)

    def __init__(self, rows: Sequence[TrashRow], *, writable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Recently deleted"))
        resize_grown(self, *_FIRST_SIZE_PX)
        self._all, self._writable = list(rows), writable
        self._model = _TrashModel(self)
        self._line = QLineEdit()
        self._line.setClearButtonEnabled(True)
        self._line.setPlaceholderText(self.tr("Search what was deleted"))
        self._line.setAccessibleName(self.tr("Search what was deleted"))
        self._line.textChanged.connect(self._list)
        self._undone = QCheckBox(self.tr("Also what &undo took away"))
        self._undone.setVisible(any(one.trashed.is_undone for one in rows))
        self._undone.toggled.connect(self._list)
        self._view = self._make_view()
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._view)
        self._stack.addWidget(self._empty)
        buttons = QDialogButtonBox()
        self._restore = buttons.addButton(self.tr("&Restore"), QDialogButtonBox.ButtonRole.ActionRole)
        self._restore.clicked.connect(self._bring_back)
        buttons.addButton(self.tr("Close"), QDialogButtonBox.ButtonRole.RejectRole).setAutoDefault(False)
        buttons.rejected.connect(self.reject)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        for part in (self._line, self._undone, self._stack, buttons):
            column.addWidget(part, 1 if part is self._stack else 0)
        self._list()
        (self._view if self.rows else self._line).setFocus()

    def _make_view(self) -> QTreeView:
        view = QTreeView()
        view.setModel(self._model)
        view.setRootIsDecorated(False)
        view.setUniformRowHeights(True)
        view.setAllColumnsShowFocus(True)
        view.setAlternatingRowColors(True)
        view.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        view.setAccessibleName(self.tr("Recently deleted"))
        view.header().setStretchLastSection(False)
        for column, width in enumerate(_WIDTHS_PX):
            view.header().resizeSection(column, grown(width, view))
        view.header().setSectionResizeMode(1, QHeaderView.ResizeMode.Stretch)
        view.doubleClicked.connect(self._bring_back)
        view.selectionModel().selectionChanged.connect(self._chosen)
        return view

    @property
    def rows(self) -> list[TrashRow]:
        """Those that are listed."""
        return self._model.rows

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self._view.hasFocus():
            self._bring_back()
        else:
            super().keyPressEvent(event)

    def _list(self) -> None:
        wanted = filter_for(self._line.text())
        listed = [one for one in self._all if self._undone.isChecked() or not one.trashed.is_undone]
        found = [one for one in listed if not wanted or wanted(f"{one.what} {one.text} {one.section}")]
        self._model.show_rows(found)
        self._line.setEnabled(bool(listed))
        if not listed:
            words = self.tr("Nothing was deleted in the last %n days.", "", TRASH_DAYS)
            self._empty.say(words, "trash-2")
        else:
            self._empty.say(self.tr("Nothing that was deleted has these words."), "search")
        self._stack.setCurrentWidget(self._view if found else self._empty)
        if found:
            self._view.setCurrentIndex(self._model.index(0, 0))
        self._chosen()

    def _chosen(self) -> None:
        count = len(self._view.selectionModel().selectedRows())
        self._restore.setEnabled(self._writable and count > 0)
        self._restore.setText(self.tr("&Restore") if count <= 1 else self.tr("&Restore %n", "", count))

    def _bring_back(self) -> None:
        rows = [self._model.rows[index.row()] for index in self._view.selectionModel().selectedRows()]
        if rows and self._writable:
            self._all = [one for one in self._all if one not in rows]
            self.restored.emit([one.trashed for one in rows])
            self._list()


class _TrashModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.rows: list[TrashRow] = []

    def show_rows(self, rows: list[TrashRow]) -> None:
        self.beginResetModel()
        self.rows = rows
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature; the index is immutable
        return 0 if parent.isValid() else len(self.rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - as above
        return 0 if parent.isValid() else 4

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if orientation is not Qt.Orientation.Horizontal or role != Qt.ItemDataRole.DisplayRole:
            return None
        return (self.tr("Kind"), self.tr("Text"), self.tr("Deleted"), self.tr("Kept for"))[section]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return self._cell(row, index.column())
            case Qt.ItemDataRole.DecorationRole if index.column() == 0:
                return icon(row.picture)
            case Qt.ItemDataRole.ToolTipRole:
                return as_tooltip("\n".join(filter(None, (row.what, row.text, row.section))))
            case _:
                return None

    def _cell(self, row: TrashRow, column: int) -> str:
        match column:
            case 0:
                return row.what
            case 1:
                return row.text or row.section
            case 2:
                return moment(row.trashed.deleted)
            case _:
                return self.tr("%n day(s)", "", days_left(row.trashed.deleted))


def days_left(deleted: str, now: datetime | None = None) -> int:
    """Before only the fact that it was deleted is known; 0 on the last day, and for what is no moment."""
    try:
        since = (now or datetime.now(UTC)) - datetime.fromisoformat(deleted)
    except (ValueError, TypeError):
        return 0
    return max(0, TRASH_DAYS - since.days)
