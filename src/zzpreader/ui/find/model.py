"""Hits grouped by section, as a tree of two levels."""

from collections.abc import Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zzpreader.session.search import Group, Hit, Search
from zzpreader.ui.buttons import as_tooltip
from zzpreader.ui.rows import heading

Index = QModelIndex | QPersistentModelIndex
_GROUP = 0


class Role(IntEnum):
    HIT = Qt.ItemDataRole.UserRole
    PAGE = HIT + 1
    COUNT = HIT + 2


class ResultsModel(QAbstractItemModel):
    """A hit's index carries the number of its group, from 1, as internal id; a group's carries 0."""

    def __init__(self, search: Search, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._search = search
        self._groups: Sequence[Group] = ()

    @property
    def groups(self) -> Sequence[Group]:
        return self._groups

    def show_groups(self, groups: Sequence[Group]) -> None:
        self.beginResetModel()
        self._groups = groups
        self.endResetModel()

    def hit(self, index: Index) -> Hit | None:
        """None for a group."""
        number = index.internalId() if index.isValid() else _GROUP
        return None if number == _GROUP else self._groups[number - 1].hits[index.row()]

    def index_of(self, hit: Hit | None) -> QModelIndex:
        """Invalid for a hit that is not in the list (yet). Cost: O(hits)."""
        if hit is None:
            return QModelIndex()
        for number, group in enumerate(self._groups, start=1):
            first, last = group.hits[0], group.hits[-1]
            if (first.page, first.start) <= (hit.page, hit.start) <= (last.page, last.start) and hit in group.hits:
                return self.createIndex(group.hits.index(hit), 0, number)
        return QModelIndex()

    def headerData(self, _section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return heading(self.tr("Hit"), orientation, role)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature; the index is immutable
        if not parent.isValid():
            return len(self._groups)
        return len(self._groups[parent.row()].hits) if parent.internalId() == _GROUP else 0

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        if column != 0 or not 0 <= row < self.rowCount(parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else _GROUP)

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        if not child.isValid() or child.internalId() == _GROUP:
            return QModelIndex()
        return self.createIndex(child.internalId() - 1, 0, _GROUP)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        if not index.isValid():
            return None
        hit = self.hit(index)
        if hit is None:
            return self._group_data(self._groups[index.row()], role)
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return hit.before + hit.match + hit.after
            case Qt.ItemDataRole.ToolTipRole:
                return as_tooltip(hit.before + hit.match + hit.after)
            case Qt.ItemDataRole.AccessibleTextRole:
                page = self.tr("page %1").replace("%1", self._search.page_shown(hit))
                return f"{hit.before}{hit.match}{hit.after}, {page}"
            case Role.HIT:
                return hit
            case Role.PAGE:
                return self._search.page_shown(hit)
            case _:
                return None

    def _group_data(self, group: Group, role: int) -> object:
        title = group.section.title if group.section else self.tr("Outside the sections")
        match role:
            case Qt.ItemDataRole.DisplayRole:
                return title
            case Qt.ItemDataRole.ToolTipRole:
                return as_tooltip(title)
            case Qt.ItemDataRole.AccessibleTextRole:
                return f"{title}, " + self.tr("%n hit(s)", "", len(group.hits))
            case Role.COUNT:
                return len(group.hits)
            case _:
                return None
