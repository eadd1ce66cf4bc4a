"""Annotations and the headings between them, as the rows of a list."""

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zzpreader.model.annotation import Annotation
from zzpreader.model.sections import Section

Index = QModelIndex | QPersistentModelIndex
Row = Annotation | Section


class Role(IntEnum):
    ROW = Qt.ItemDataRole.UserRole


class CardModel(QAbstractListModel):
    """A section among the rows is a heading; it cannot be chosen.

    Args:
        spoken: an annotation in words, for screen readers.
    """

    def __init__(self, spoken: Callable[[Annotation], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._spoken = spoken
        self._rows: list[Row] = []
        self._numbers: dict[str, int] = {}
        self.editable = False

    @property
    def rows(self) -> Sequence[Row]:
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Other rows; those at both ends that stay are not touched, so nothing is lost that is being typed there."""
        new, old = list(rows), self._rows
        first = _agreeing(old, new)
        last = _agreeing(old[first:][::-1], new[first:][::-1])
        gone, come = old[first : len(old) - last], new[first : len(new) - last]
        if gone:
            self.beginRemoveRows(QModelIndex(), first, first + len(gone) - 1)
            self._rows = old[:first] + old[first + len(gone) :]
            self._renumber()
            self.endRemoveRows()
        if come:
            self.beginInsertRows(QModelIndex(), first, first + len(come) - 1)
            self._rows = self._rows[:first] + come + self._rows[first:]
            self._renumber()
            self.endInsertRows()
        for number, row in enumerate(new):
            if row is not self._rows[number] and row != self._rows[number]:
                self._put(number, row)

    def replace(self, annotation: Annotation) -> bool:
        """Another value of an annotation that is shown; False if it is not."""
        number = self._numbers.get(annotation.id)
        if number is None:
            return False
        self._put(number, annotation)
        return True

    def repaint(self) -> None:
        """The words around the annotations are others."""
        if self._rows:
            self.dataChanged.emit(self.index(0), self.index(len(self._rows) - 1))

    def annotation(self, index: Index) -> Annotation | None:
        row = self._rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Annotation) else None

    def index_of(self, annotation_id: str) -> QModelIndex:
        """Invalid for an annotation that is not shown."""
        number = self._numbers.get(annotation_id)
        return QModelIndex() if number is None else self.index(number)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature; the index is immutable
        return 0 if parent.isValid() else len(self._rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.annotation(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen | Qt.ItemFlag.ItemIsEditable if self.editable else chosen

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self._rows[index.row()]
        if role == Role.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row) if isinstance(row, Annotation) else row.title
        return None

    def _put(self, number: int, row: Row) -> None:
        self._rows[number] = row
        self.dataChanged.emit(self.index(number), self.index(number))

    def _renumber(self) -> None:
        self._numbers = {row.id: number for number, row in enumerate(self._rows)}


def _agreeing(one: Sequence[Row], other: Sequence[Row]) -> int:
    """How many rows from the front are about the same annotation or section."""
    count = 0
    for mine, yours in zip(one, other, strict=False):
        if mine.id != yours.id:
            break
        count += 1
    return count
