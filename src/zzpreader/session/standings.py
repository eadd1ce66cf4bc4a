"""How far the reader is with each lesson: one standing a section, changed through the notebook's one funnel."""

from collections.abc import Iterable

from PySide6.QtCore import QObject, Signal

from zzpreader.model.notebook import Change
from zzpreader.model.records import Standing, Status
from zzpreader.model.standing import restanding, status_of, with_date, with_owner, with_status
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
        return status_of(self.of(section_id))

    def set_status(self, section_ids: Iterable[str], status: Status) -> None:
        self.give(section_ids, with_status(status))

    def describe(self, section_ids: Iterable[str], *, owner: str, date: str) -> None:
        """
        Args:
            date: `YYYY-MM-DD` or "".
        """
        self.give(section_ids, with_owner(owner) | with_date(date))

    def give(self, section_ids: Iterable[str], fields: dict[str, object]) -> None:
        """Fields of `Standing`, as `model.standing` makes them; one step for all these sections."""
        name = self.tr("Change status") if "status" in fields else self.tr("Change owner and date")
        sections, marks = self._sections, self._marks
        edits = restanding(marks.notebook, sections.tree, sections.found, section_ids, fields, creator=marks.creator)
        marks.do(name, edits)

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
