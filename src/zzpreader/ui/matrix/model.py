"""The lessons of several publications as a table that sorts, filters and groups."""

import re
from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QDate, QLocale, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from zzpreader.model.matrix import Kept, LessonRow
from zzpreader.model.records import Status
from zzpreader.model.sections import in_reading_order
from zzpreader.ui.buttons import as_tooltip
from zzpreader.ui.filtering import folded
from zzpreader.ui.icons import icon
from zzpreader.ui.lessons.words import PICTURES, status_words
from zzpreader.ui.rows import column_heading, column_side

Index = QModelIndex | QPersistentModelIndex
_DIGITS = re.compile(r"([0-9]{1,9})")
_ROOT = 0
"""Internal id of a row at the root; below the group in row n it is n + 1."""


class Column(IntEnum):
    WORK = 0
    NUMBER = 1
    TITLE = 2
    PAGE = 3
    STATUS = 4
    OWNER = 5
    DATE = 6
    NOTES = 7


EDITABLE = (Column.STATUS, Column.OWNER, Column.DATE)
_RIGHT = (Column.NUMBER, Column.PAGE, Column.NOTES)
_Group = tuple[str, list[LessonRow]]


class MatrixModel(QAbstractItemModel):
    """Signals: edited(LessonRow, Column, object): the reader wants another Status, owner or date there."""

    edited = Signal(object, object, object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[LessonRow] = ()
        self._kept = Kept()
        self._wanted: Callable[[str], bool] | None = None
        self._grouped = False
        self._column, self._order = int(Column.WORK), Qt.SortOrder.AscendingOrder
        self._groups: list[_Group] = [("", [])]

    def show_rows(self, rows: Sequence[LessonRow]) -> bool:
        """Whether anything but the contents of cells has changed."""
        before = [(row.publication, row.section.id) for row in self.shown()]
        self._all = rows
        groups = self._laid_out()
        if [(row.publication, row.section.id) for _, rows in groups for row in rows] == before:
            self._groups = groups
            for n in range(self.rowCount()):
                group = self.index(n, 0)
                last = self.rowCount(group) - 1
                self.dataChanged.emit(group, self.index(n, len(Column) - 1))
                if last >= 0:
                    self.dataChanged.emit(self.index(0, 0, group), self.index(last, len(Column) - 1, group))
            return False
        self._reset()
        return True

    def keep(self, kept: Kept, wanted: Callable[[str], bool] | None, *, grouped: bool) -> None:
        self._kept, self._wanted, self._grouped = kept, wanted, grouped
        self._reset()

    def whatever_status(self) -> list[LessonRow]:
        """What the other filters keep."""
        return [row for row in self._all if self._kept.keeps(row, self._wanted)]

    def shown(self) -> list[LessonRow]:
        return [row for _, rows in self._groups for row in rows]

    def row(self, index: Index) -> LessonRow | None:
        """None for the heading of a group."""
        if not index.isValid():
            return None
        if not self._grouped:
            return self._groups[0][1][index.row()]
        return self._groups[index.internalId() - 1][1][index.row()] if index.internalId() != _ROOT else None

    def index_of(self, publication: str, section_id: str) -> QModelIndex:
        for n, (_, rows) in enumerate(self._groups):
            for m, row in enumerate(rows):
                if (row.publication, row.section.id) == (publication, section_id):
                    return self.createIndex(m, Column.TITLE, n + 1 if self._grouped else _ROOT)
        return QModelIndex()

    def text(self, row: LessonRow, column: int) -> str:
        match column:
            case Column.WORK:
                return row.work
            case Column.NUMBER:
                return str(row.number or "")
            case Column.TITLE:
                return row.section.title
            case Column.PAGE:
                return row.section.page_shown
            case Column.STATUS:
                return status_words(row.status)
            case Column.OWNER:
                return row.owner
            case Column.DATE:
                date = QDate.fromString(row.date, "yyyy-MM-dd")
                return QLocale().toString(date, QLocale.FormatType.ShortFormat) if date.isValid() else ""
            case _:
                return str(row.notes) if row.notes else ""

    # Qt

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        self._column, self._order = column, order
        self._reset()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature; the index is immutable
        if not parent.isValid():
            return len(self._groups) if self._grouped else len(self._groups[0][1])
        return len(self._groups[parent.row()][1]) if self._grouped and parent.internalId() == _ROOT else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return len(Column)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if not (0 <= row < self.rowCount(parent) and 0 <= column < len(Column)):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _ROOT)

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        above = child.internalId() if child.isValid() else _ROOT
        return QModelIndex() if above == _ROOT else self.createIndex(above - 1, 0, _ROOT)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= section < len(Column):
            return None
        return column_heading(self.headings()[section], orientation, role, at_right=section in _RIGHT)

    def headings(self) -> list[str]:
        return [
            self.tr("Publication"),
            self.tr("No."),
            self.tr("Lesson"),
            self.tr("Page"),
            self.tr("Status"),
            self.tr("Owner"),
            self.tr("Date"),
            self.tr("Notes"),
        ]

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            shown = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)
            return self._groups[index.row()][0] if index.isValid() and role in shown else None
        column = index.column()
        if role == Qt.ItemDataRole.DisplayRole:
            is_said = self._grouped and column == Column.WORK  # by the heading of the group
            return "" if is_said else self.text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return f"{self.headings()[column]}: {self.text(row, column)}"
        if role == Qt.ItemDataRole.EditRole:
            return row.status.value if column == Column.STATUS else self.text(row, column)
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column_side(at_right=column in _RIGHT)
        if role == Qt.ItemDataRole.DecorationRole and column == Column.STATUS:
            return icon(PICTURES[row.status])
        if role == Qt.ItemDataRole.ToolTipRole and column in (Column.WORK, Column.TITLE, Column.OWNER):
            return as_tooltip(self.text(row, column))
        return None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        row = self.row(index)
        if row is None or role != Qt.ItemDataRole.EditRole:
            return False
        column = Column(index.column())
        self.edited.emit(row, column, Status(str(value)) if column is Column.STATUS else str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        editable = self.row(index) is not None and index.column() in EDITABLE
        return flags | Qt.ItemFlag.ItemIsEditable if editable else flags

    def _reset(self) -> None:
        self.beginResetModel()
        self._groups = self._laid_out()
        self.endResetModel()

    def _laid_out(self) -> list[_Group]:
        status = self._kept.status
        rows = [row for row in self.whatever_status() if status is None or row.status is status]
        rows.sort(key=_place)
        backwards = self._order == Qt.SortOrder.DescendingOrder
        rows.sort(key=lambda row: _key(row, self._column), reverse=backwards)
        rows.sort(key=lambda row: not self.text(row, self._column))  # what is empty comes last either way
        if not self._grouped:
            return [("", rows)]
        groups: dict[str, _Group] = {}
        for row in sorted(rows, key=lambda row: folded(row.work)):
            groups.setdefault(row.publication, (row.work, []))[1].append(row)
        return list(groups.values())


def _place(row: LessonRow) -> tuple[str, str, int]:
    return (folded(row.work), row.publication, row.order)


def _key(row: LessonRow, column: int) -> tuple[object, ...]:
    match column:
        case Column.NUMBER:
            return (row.number or 0,)
        case Column.TITLE:
            return _natural(row.section.title)
        case Column.PAGE:
            return in_reading_order(row.section.place)
        case Column.STATUS:
            return (list(Status).index(row.status),)
        case Column.OWNER:
            return (folded(row.owner),)
        case Column.DATE:
            return (row.date,)
        case Column.NOTES:
            return (row.notes,)
        case _:
            return (folded(row.work),)


def _natural(title: str) -> tuple[object, ...]:
    """So that lesson 10 comes behind lesson 9: words and numbers take turns."""
    parts = _DIGITS.split(folded(title))
    return tuple(int(part) if n % 2 else part for n, part in enumerate(parts))
