"""How far the reader is with each lesson: one standing a section, changed through the notebook's one funnel."""

from collections.abc import Iterable

from msgspec.structs import replace
from PySide6.QtCore import QObject, Signal

from zzpreader.model.annotation import new_id, timestamp
from zzpreader.model.corrections import remember
from zzpreader.model.notebook import Change, Edit
from zzpreader.model.records import Standing, Status
from zzpreader.model.typed import sound
from zzpreader.session.marks import Marks
from zzpreader.session.sections import Sections


class Standings(QObject):
    """Signals: changed(set): the standings of these sections are other ones; None as the set: of all."""

    changed = Signal(object)

    def __init__(self, marks: Marks, sections: Sections, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks, self._sections = marks, sections
        self._by_section: dict[str, Standing] = {}
        marks.loaded.connect(self._load)
        marks.edited.connect(self._take)

    def of(self, section_id: str) -> Standing | None:
        return self._by_section.get(section_id)

    def status(self, section_id: str) -> Status:
        standing = self.of(section_id)
        return standing.status if standing else Status.UNREAD

    def set_status(self, section_ids: Iterable[str], status: Status) -> None:
        self._set(self.tr("Change status"), section_ids, status=status)

    def describe(self, section_ids: Iterable[str], *, owner: str, date: str) -> None:
        """
        Args:
            date: `YYYY-MM-DD` or "".
        """
        self._set(self.tr("Change owner and date"), section_ids, owner=" ".join(sound(owner).split()), date=date)

    def _set(self, name: str, section_ids: Iterable[str], **fields: object) -> None:
        edits: list[Edit] = []
        for section_id in dict.fromkeys(section_ids):
            section = self._sections.tree.get(section_id)
            if section is None:
                continue
            now, before = timestamp(), self.of(section_id)
            standing = before or Standing(
                id=new_id(), section=section_id, created=now, modified=now, creator=self._marks.creator
            )
            after = replace(standing, **fields)
            if after == standing:
                continue
            edits.append(Edit(before=before, after=replace(after, modified=now)))
            if not self._marks.notebook.section_record(section_id):
                edits.append(Edit(before=None, after=remember(section, self._sections.found)))
        self._marks.do(name, edits)

    def _load(self) -> None:
        self._by_section = {one.section: one for one in self._marks.notebook.standings}
        self.changed.emit(None)

    def _take(self, change: Change) -> None:
        touched: set[str] = set()
        for edit in change.edits:
            if isinstance(edit.before, Standing):
                self._by_section.pop(edit.before.section, None)
                touched.add(edit.before.section)
            if isinstance(edit.after, Standing):
                self._by_section[edit.after.section] = edit.after
                touched.add(edit.after.section)
        if touched:
            self.changed.emit(touched)
