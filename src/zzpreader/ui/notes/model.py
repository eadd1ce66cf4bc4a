"""The rows of a listing as Qt's list model."""

from collections.abc import Callable, Sequence
from enum import IntEnum
from itertools import chain

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zzpreader.model.annotation import Annotation
from zzpreader.ui.notes.listing import Listing, Row, Splice

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    ROW = Qt.ItemDataRole.UserRole


class CardModel(QAbstractListModel):
    """A heading among the rows cannot be chosen.

    Args:
        listing: whose rows these are; they change through `splice` only.
        spoken: an annotation in words, for screen readers.
    """

    def __init__(self, listing: Listing, spoken: Callable[[Annotation], str], parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._listing = listing
        self._spoken = spoken
        self.editable = False

    @property
    def rows(self) -> Sequence[Row]:
        return self._listing.rows

    def splice(self, splice: Splice) -> None:
        """Other rows; those at both ends that stay are not touched, so nothing is lost that is being typed there."""
        begin, end = splice.first, splice.first + splice.gone
        old, new = self._listing.rows[begin:end], splice.come
        first = _agreeing(old, new)
        last = _agreeing(old[first:][::-1], new[first:][::-1])
        gone, come = slice(first, len(old) - last), slice(first, len(new) - last)
        if old[gone]:
            self.beginRemoveRows(QModelIndex(), begin + gone.start, begin + gone.stop - 1)
            self._listing.apply(Splice(begin + gone.start, gone.stop - gone.start, [], []))
            self.endRemoveRows()
        if new[come]:
            self.beginInsertRows(QModelIndex(), begin + come.start, begin + come.stop - 1)
            self._listing.apply(Splice(begin + come.start, 0, new[come], splice.places[come]))
            self.endInsertRows()
        self._listing.apply(splice._replace(gone=len(new)))
        stayed = chain(range(first), range(len(new) - last, len(new)))
        before, after = (chain(rows[:first], rows[len(rows) - last :]) for rows in (old, new))
        others = zip(before, after, stayed, strict=True)
        if other := [n for mine, yours, n in others if mine is not yours and mine != yours]:
            self.dataChanged.emit(self.index(begin + other[0]), self.index(begin + other[-1]))

    def repaint(self) -> None:
        """The words around the annotations are others."""
        if self.rows:
            self.dataChanged.emit(self.index(0), self.index(len(self.rows) - 1))

    def annotation(self, index: Index) -> Annotation | None:
        row = self.rows[index.row()] if index.isValid() else None
        return row if isinstance(row, Annotation) else None

    def index_of(self, annotation_id: str) -> QModelIndex:
        """Invalid for an annotation that is not shown."""
        row = self._listing.row_of(annotation_id)
        return QModelIndex() if row < 0 else self.index(row)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature; the index is immutable
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        if self.annotation(index) is None:
            return Qt.ItemFlag.ItemIsEnabled
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen | Qt.ItemFlag.ItemIsEditable if self.editable else chosen

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == Role.ROW:
            return row
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return self._spoken(row) if isinstance(row, Annotation) else row.title
        return None


def _agreeing(one: Sequence[Row], other: Sequence[Row]) -> int:
    """How many rows from the front are about the same annotation or heading."""
    count = 0
    for mine, yours in zip(one, other, strict=False):
        if mine is not yours and mine.id != yours.id:
            break
        count += 1
    return count
