"""The lessons of a publication as a list, of which a filter keeps a part."""

from collections.abc import Callable, Sequence
from enum import IntEnum

from PySide6.QtCore import QAbstractListModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from zzpreader.model.counts import NoteCounts
from zzpreader.model.records import Status
from zzpreader.model.sections import Section, SectionTree
from zzpreader.session.standings import Standings
from zzpreader.ui.buttons import as_tooltip
from zzpreader.ui.lessons.words import standing_words

Index = QModelIndex | QPersistentModelIndex


class Role(IntEnum):
    """What the delegate asks of a row besides its title."""

    PAGE = Qt.ItemDataRole.UserRole
    NOTES = PAGE + 1
    STATUS = PAGE + 2
    STANDING = PAGE + 3
    READING = PAGE + 4


class LessonsModel(QAbstractListModel):
    def __init__(self, standings: Standings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._standings = standings
        self._lessons: Sequence[Section] = ()
        self._shown: list[Section] = []
        self._rows: dict[str, int] = {}
        self._counts = NoteCounts(SectionTree())
        self._reading = ""
        self._wanted: Callable[[str], bool] | None = None
        self._status: Status | None = None

    @property
    def lessons(self) -> Sequence[Section]:
        """All, whatever is kept."""
        return self._lessons

    def show_tree(self, tree: SectionTree, counts: NoteCounts) -> None:
        self._lessons, self._counts = tree.lessons, counts
        self._lay_out()

    def keep(self, wanted: Callable[[str], bool] | None, status: Status | None) -> None:
        """Only lessons with a wanted title and this status; all for None."""
        self._wanted, self._status = wanted, status
        self._lay_out()

    def read(self, section_id: str) -> None:
        """Which lesson is being read, "" for none."""
        before, self._reading = self._reading, section_id
        self.tell({before, section_id})

    def tell(self, section_ids: set[str]) -> None:
        """These look different now."""
        for section_id in section_ids:
            if section_id in self._rows:
                index = self.index(self._rows[section_id], 0)
                self.dataChanged.emit(index, index)

    def lesson(self, index: Index) -> Section | None:
        return self._shown[index.row()] if index.isValid() else None

    def index_of(self, section_id: str) -> QModelIndex:
        """Invalid for one that is not shown."""
        return self.index(self._rows[section_id], 0) if section_id in self._rows else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's signature; the index is immutable
        return 0 if parent.isValid() else len(self._shown)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        lesson = self.lesson(index)
        if lesson is None:
            return None
        answers: dict[int, Callable[[], object]] = {
            Qt.ItemDataRole.DisplayRole: lambda: lesson.title,
            Qt.ItemDataRole.ToolTipRole: lambda: as_tooltip(lesson.title),
            Qt.ItemDataRole.AccessibleTextRole: lambda: self._spoken(lesson),
            Role.PAGE: lambda: lesson.page_shown,
            Role.NOTES: lambda: self._counts.within(lesson.id),
            Role.STATUS: lambda: self._standings.status(lesson.id),
            Role.STANDING: lambda: standing_words(self._standings.of(lesson.id)),
            Role.READING: lambda: lesson.id == self._reading,
        }
        return answers[role]() if role in answers else None

    def _spoken(self, lesson: Section) -> str:
        words = [
            lesson.title,
            self.tr("page %1").replace("%1", lesson.page_shown),
            standing_words(self._standings.of(lesson.id)),
        ]
        if notes := self._counts.within(lesson.id):
            words.append(self.tr("%n note(s)", "", notes))
        return ", ".join(words)

    def _lay_out(self) -> None:
        self.beginResetModel()
        self._shown = [one for one in self._lessons if self._is_kept(one)]
        self._rows = {one.id: row for row, one in enumerate(self._shown)}
        self.endResetModel()

    def _is_kept(self, lesson: Section) -> bool:
        if self._status is not None and self._standings.status(lesson.id) is not self._status:
            return False
        return self._wanted is None or self._wanted(lesson.title)
