"""The section tree as a Qt model, of which a filter keeps a part."""

from collections.abc import Callable
from enum import IntEnum

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from zzpreader.model.counts import NoteCounts
from zzpreader.model.progress import LEAST_READ, MOST_READ, Progress
from zzpreader.model.records import Standing, Status
from zzpreader.model.sections import Kind, Section, SectionTree
from zzpreader.session.standings import Standings
from zzpreader.ui.buttons import as_tooltip
from zzpreader.ui.contents.origin import is_unsure, origin
from zzpreader.ui.lessons.words import standing_words
from zzpreader.ui.rows import heading

Index = QModelIndex | QPersistentModelIndex
_ROOT = -1


class Role(IntEnum):
    """What the delegate asks of a row besides its title."""

    PAGE = Qt.ItemDataRole.UserRole
    OWN_NOTES = PAGE + 1
    NOTES_WITHIN = PAGE + 2
    READING = PAGE + 3
    READING_WITHIN = PAGE + 4
    UNSURE = PAGE + 5
    KIND = PAGE + 6
    STATUS = PAGE + 7
    """None for a section to which none belongs: no lesson, and never given one."""

    READ = PAGE + 8
    """How much of it has been read, 0 to 1."""


class SectionModel(QAbstractItemModel):
    """Every index carries the section's number in the tree as its internal id.

    Signals: renamed(str id, str title): the reader typed another title.
    """

    renamed = Signal(str, str)

    def __init__(self, standings: Standings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._standings = standings
        self._tree = SectionTree()
        self._counts = NoteCounts(self._tree)
        self._reading: str | None = None
        self._path: frozenset[str] = frozenset()
        self._kept: frozenset[int] | None = None
        self.progress: Callable[[Section], Progress | None] = lambda _section: None
        """How far a section has been read; None where that is not kept."""
        self.is_editable = False
        """Whether titles can be typed and rows dragged."""
        self._answers: dict[int, Callable[[Section], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda section: section.title,
            Qt.ItemDataRole.EditRole: lambda section: section.title,
            Qt.ItemDataRole.ToolTipRole: lambda section: as_tooltip(
                section.title, self._standing_words(section), self._progress_words(section), origin(section)
            ),
            Qt.ItemDataRole.AccessibleTextRole: self._spoken,
            Qt.ItemDataRole.AccessibleDescriptionRole: origin,
            Role.PAGE: lambda section: section.page_shown,
            Role.OWN_NOTES: lambda section: self._counts.own(section.id),
            Role.NOTES_WITHIN: lambda section: self._counts.within(section.id),
            Role.READING: self._is_read,
            Role.READING_WITHIN: lambda section: section.id in self._path,
            Role.UNSURE: is_unsure,
            Role.KIND: lambda section: section.kind,
            Role.STATUS: self._status,
            Role.READ: self._read_share,
        }
        self._lay_out()

    def show_tree(self, tree: SectionTree, counts: NoteCounts) -> None:
        if self._kept is None and [(s.id, s.level) for s in tree] == [(s.id, s.level) for s in self._tree]:
            # The same sections on other pages: no row moves, and nobody loses his place.
            self._tree, self._counts = tree, counts
            for section in tree:
                self._tell(section.id)
            return
        self.beginResetModel()
        self._tree, self._counts, self._kept = tree, counts, None
        self._lay_out()
        self.endResetModel()
        self.read(self._reading)

    def keep(self, wanted: Callable[[str], bool] | None) -> int:
        """Show only the sections whose title is wanted and those above them; all for None. How many are wanted."""
        if not wanted and self._kept is None:
            return 0
        hits = [s for s in self._tree if wanted(s.title)] if wanted else []
        kept = {self._tree.order_of(above.id) for hit in hits for above in self._tree.path(hit)}
        self.beginResetModel()
        self._kept = frozenset(kept) if wanted else None
        self._lay_out()
        self.endResetModel()
        return len(hits)

    def tell(self, section_ids: set[str] | None) -> None:
        """The counts or standings of these are other ones; None: of all."""
        for section_id in {one.id for one in self._tree} if section_ids is None else section_ids:
            self._tell(section_id)

    def read(self, section_id: str | None) -> None:
        """Which section is being read."""
        section = self._tree.get(section_id)
        before, self._reading = self._path, section_id
        self._path = frozenset(one.id for one in self._tree.path(section)) if section else frozenset()
        for one in before ^ self._path | {section_id}:
            self._tell(one)

    def index_of(self, section_id: str | None) -> QModelIndex:
        """Invalid for a section that is not shown."""
        number = self._tree.order_of(section_id)
        return self.createIndex(self._rows[number], 0, number) if number in self._rows else QModelIndex()

    def section(self, index: Index) -> Section | None:
        return self._tree.sections[index.internalId()] if index.isValid() else None

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature; the index is immutable
        return len(self._children.get(_number(parent), ()))

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 1

    def headerData(self, _section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        return heading(self.tr("Section"), orientation, role)

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        children = self._children.get(_number(parent), [])
        if column != 0 or not 0 <= row < len(children):
            return QModelIndex()
        return self.createIndex(row, column, children[row])

    def parent(self, child: Index = QModelIndex()) -> QModelIndex:  # type: ignore[override]  # noqa: B008
        above = self._parents.get(_number(child), _ROOT)
        return QModelIndex() if above == _ROOT else self.createIndex(self._rows[above], 0, above)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        section = self.section(index)
        if section is None:
            return None
        answer = self._answers.get(role)
        return answer(section) if answer else None

    def setData(self, index: Index, value: object, role: int = Qt.ItemDataRole.EditRole) -> bool:
        section = self.section(index)
        if section is None or role != Qt.ItemDataRole.EditRole:
            return False
        self.renamed.emit(section.id, str(value))
        return True

    def flags(self, index: Index) -> Qt.ItemFlag:
        flags = super().flags(index)
        if not self.is_editable:
            return flags
        if self._kept is None:  # between rows that are not shown nothing can be dropped
            flags |= Qt.ItemFlag.ItemIsDropEnabled
        if not index.isValid():
            return flags
        dragged = Qt.ItemFlag.ItemIsDragEnabled if self._kept is None else Qt.ItemFlag.NoItemFlags
        return flags | Qt.ItemFlag.ItemIsEditable | dragged

    def supportedDropActions(self) -> Qt.DropAction:
        return Qt.DropAction.MoveAction

    def _is_read(self, section: Section) -> bool:
        return section.id == self._reading

    def _standing(self, section: Section) -> Standing | None:
        return self._standings.of(section.id)

    def _status(self, section: Section) -> Status | None:
        standing = self._standing(section)
        if standing:
            return standing.status
        return Status.UNREAD if section.kind is Kind.LESSON else None

    def _standing_words(self, section: Section) -> str:
        return standing_words(self._standing(section)) if self._status(section) else ""

    def _read_share(self, section: Section) -> float:
        progress = self.progress(section)
        return progress.read if progress else 0.0

    def _progress_words(self, section: Section) -> str:
        """Nothing of what has not been begun, nor of what has been read to the end."""
        progress = self.progress(section)
        if progress is None or not LEAST_READ < progress.read < MOST_READ:
            return ""
        words = self.tr("%1 % read, about %n minute(s) left", "", max(round(progress.minutes_left), 1))
        return words.replace("%1", str(round(100 * progress.read)))

    def _spoken(self, section: Section) -> str:
        words = [section.title, self.tr("page %1").replace("%1", section.page_shown)]
        if standing := self._standing_words(section):
            words.append(standing)
        if progress := self._progress_words(section):
            words.append(progress)
        if notes := self._counts.within(section.id):
            words.append(self.tr("%n note(s)", "", notes))
        if is_unsure(section):
            words.append(self.tr("uncertain"))
        if section.id == self._reading:
            words.append(self.tr("being read"))
        return ", ".join(words)

    def _tell(self, section_id: str | None) -> None:
        index = self.index_of(section_id)
        if index.isValid():
            self.dataChanged.emit(index, index)

    def _lay_out(self) -> None:
        self._children: dict[int, list[int]] = {}
        self._parents: dict[int, int] = {}
        self._rows: dict[int, int] = {}
        for number, section in enumerate(self._tree):
            if self._kept is not None and number not in self._kept:
                continue
            above = self._tree.parent(section)
            parent = self._tree.order_of(above.id) if above else _ROOT
            sisters = self._children.setdefault(parent, [])
            self._parents[number], self._rows[number] = parent, len(sisters)
            sisters.append(number)


def _number(index: Index) -> int:
    return index.internalId() if index.isValid() else _ROOT
