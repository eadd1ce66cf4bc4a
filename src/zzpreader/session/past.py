"""What is no longer in the notebook: what was deleted, and what stood in a note before."""

from collections.abc import Callable, Sequence

from msgspec.structs import replace
from PySide6.QtCore import QObject

from zzpreader.model.annotation import Annotation, Kind, timestamp
from zzpreader.model.notebook import Edit
from zzpreader.model.past import Earlier, Trashed
from zzpreader.model.records import Record, SectionRecord, Standing
from zzpreader.session.marks import Marks


class Past(QObject):
    """Answers come when the disk has been asked; each way back is one step that can be undone."""

    def __init__(self, marks: Marks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._marks = marks

    def trash(self, answer: Callable[[list[Trashed]], object]) -> None:
        """What was deleted in the last thirty days, the last first."""
        self._marks.keeper.ask(lambda file: file.trash(), answer)

    def earlier(self, annotation_id: str, answer: Callable[[list[Earlier]], object]) -> None:
        """The earlier texts of an annotation, the last first."""
        self._marks.keeper.ask(lambda file: file.earlier(annotation_id), answer)

    def restore(self, trashed: Sequence[Trashed]) -> None:
        """Each under the id that it had."""
        edits = [self._restored(one.record) for one in trashed if self._marks.notebook.record(one.record.id) is None]
        self._marks.finish_typing()
        name = self.tr("Restore") if len(edits) == 1 else self.tr("Restore %n notes", "", len(edits))
        self._marks.bring_back(name, edits)

    def bring_back(self, annotation_id: str, text: str) -> None:
        """An earlier text in the place of the present one."""
        self._marks.finish_typing()
        if before := self._marks.notebook.get(annotation_id):
            after = replace(before, body=replace(before.body, value=text), modified=timestamp())
            self._marks.do(self.tr("Restore earlier version"), [Edit(before=before, after=after)])

    def _restored(self, record: Record) -> Edit:
        """Of what a section has only one, what it has now makes way; a sheet that was begun since stays beside it."""
        notebook = self._marks.notebook
        now: Record | None = None
        match record:
            case Annotation() if record.kind is Kind.SHEET and (sheet := notebook.sheet(record.target.scope)):
                record = replace(record, body=replace(record.body, conflict=sheet.id))
            case Standing():
                now = notebook.standing(record.section)
            case SectionRecord():
                now = notebook.section_record(record.section.id)
            case _:
                pass
        after = self._marks.placed(record)
        return Edit(before=now, after=replace(after, id=now.id) if now else after)
