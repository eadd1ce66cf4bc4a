"""The publications of the library as a table that sorts and filters."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import (
    QAbstractTableModel,
    QDate,
    QDateTime,
    QLocale,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    Qt,
)

from zzpreader.model.displayed import one_line
from zzpreader.model.library import Counts, PublicationRow, Shown, Sort, in_order
from zzpreader.ui.buttons import as_tooltip
from zzpreader.ui.icons import icon
from zzpreader.ui.rows import column_heading, column_side

Index = QModelIndex | QPersistentModelIndex
ROW_ROLE = Qt.ItemDataRole.UserRole
_RIGHT = (Sort.LESSONS, Sort.NOTES)
_MONTH, _YEAR = 7, 4


class LibraryModel(QAbstractTableModel):
    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._all: Sequence[PublicationRow] = ()
        self._kept = Shown()
        self._wanted: Callable[[str], bool] | None = None
        self._by, self._backwards = Sort.TITLE, False
        self._rows: list[PublicationRow] = []

    @property
    def rows(self) -> Sequence[PublicationRow]:
        """As they are shown."""
        return self._rows

    def show_rows(self, rows: Sequence[PublicationRow]) -> bool:
        """Whether anything but the contents of cells has changed."""
        self._all = rows
        before, now = self._rows, self._laid_out()
        if [row.id for row in before] != [row.id for row in now]:
            self._reset()
            return True
        self._rows = now
        for n, (old, new) in enumerate(zip(before, now, strict=True)):
            if old != new:
                self.dataChanged.emit(self.index(n, 0), self.index(n, len(Sort) - 1))
        return False

    def keep(self, kept: Shown, wanted: Callable[[str], bool] | None) -> None:
        self._kept, self._wanted = kept, wanted
        self._reset()

    def row(self, index: Index) -> PublicationRow | None:
        return self._rows[index.row()] if index.isValid() else None

    def index_of(self, publication: str) -> QModelIndex:
        found = (n for n, row in enumerate(self._rows) if row.id == publication)
        return self.index(next(found, -1), 0)

    def cover_changed(self, edition: str) -> None:
        for n, row in enumerate(self._rows):
            if row.edition == edition:
                self.dataChanged.emit(self.index(n, 0), self.index(n, 0))

    def headings(self) -> list[str]:
        return [
            self.tr("Publication"),
            self.tr("Author"),
            self.tr("Date"),
            self.tr("Lessons"),
            self.tr("Notes"),
            self.tr("Last opened"),
            self.tr("Collections"),
            self.tr("Tags"),
        ]

    def text(self, row: PublicationRow, column: int) -> str:
        counts = row.counts
        match column:
            case Sort.TITLE:
                return one_line(row.about.title)
            case Sort.AUTHOR:
                return one_line(row.about.author)
            case Sort.ISSUED:
                return _date(row.about.issued)
            case Sort.LESSONS:
                words = self.tr("%1 of %2").replace("%1", str(counts.read)) if counts else ""
                return words.replace("%2", str(counts.lessons)) if counts and counts.lessons else ""
            case Sort.NOTES:
                return str(counts.notes) if counts and counts.notes else ""
            case Sort.OPENED:
                moment = QDateTime.fromString(row.opened, Qt.DateFormat.ISODateWithMs).toLocalTime()
                return QLocale().toString(moment.date(), QLocale.FormatType.ShortFormat) if moment.isValid() else ""
            case Sort.COLLECTIONS:
                return ", ".join(row.collections)
            case _:
                return ", ".join(row.tags)

    def state_words(self, row: PublicationRow) -> str:
        """What is the matter with it, "" if nothing is."""
        return self.tr("File not found: %1").replace("%1", one_line(row.seen, 300)) if row.is_missing else ""

    def progress_words(self, row: PublicationRow) -> str:
        """How far the reader is, and since when it rests."""
        counts = row.counts or Counts()
        parts: list[str] = []
        if counts.lessons:
            words = self.tr("%1 of %n lesson(s) read", "", counts.lessons)
            parts.append(words.replace("%1", str(counts.read)))
        if counts.notes:
            parts.append(self.tr("%n note(s)", "", counts.notes))
        if opened := self.text(row, Sort.OPENED):
            parts.append(self.tr("opened %1").replace("%1", opened))
        return " · ".join(parts)

    # Qt

    def sort(self, column: int, order: Qt.SortOrder = Qt.SortOrder.AscendingOrder) -> None:
        if 0 <= column < len(Sort):
            self._by, self._backwards = Sort(column), order == Qt.SortOrder.DescendingOrder
            self._reset()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature; the index is immutable
        return 0 if parent.isValid() else len(self._rows)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(Sort)

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not 0 <= section < len(Sort):
            return None
        return column_heading(self.headings()[section], orientation, role, at_right=section in _RIGHT)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.row(index)
        if row is None:
            return None
        column = index.column()
        if role == ROW_ROLE:
            return row
        if role == Qt.ItemDataRole.DisplayRole:
            return self.text(row, column)
        if role == Qt.ItemDataRole.AccessibleTextRole:
            words = f"{self.headings()[column]}: {self.text(row, column)}"
            state = self.state_words(row) if column == Sort.TITLE else ""
            return ", ".join(part for part in (words, state) if part)
        if role == Qt.ItemDataRole.ToolTipRole:
            return as_tooltip(self.text(row, column), row.seen if column == Sort.TITLE else "")
        if role == Qt.ItemDataRole.TextAlignmentRole:
            return column_side(at_right=column in _RIGHT)
        if role == Qt.ItemDataRole.DecorationRole and column == Sort.TITLE and row.is_missing:
            return icon("triangle-alert")
        return None

    def _reset(self) -> None:
        self.beginResetModel()
        self._rows = self._laid_out()
        self.endResetModel()

    def _laid_out(self) -> list[PublicationRow]:
        kept = (row for row in self._all if self._kept.keeps(row, self._wanted))
        return in_order(kept, self._by, backwards=self._backwards)


def _date(issued: str) -> str:
    """As exactly as it is known."""
    if len(issued) == _YEAR:
        return issued
    if len(issued) == _MONTH:
        month = QDate.fromString(f"{issued}-01", "yyyy-MM-dd")
        return QLocale().toString(month, "MMM yyyy") if month.isValid() else issued
    date = QDate.fromString(issued, "yyyy-MM-dd")
    return QLocale().toString(date, QLocale.FormatType.ShortFormat) if date.isValid() else issued
