"""What was deleted, what stood there before, and what others made: shown, and taken back into the notebook."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QDialog, QWidget

from zzpreader.model.annotation import Annotation
from zzpreader.model.displayed import shortened
from zzpreader.model.past import Brought, Earlier, Trashed
from zzpreader.model.records import LabelRule, Link, SectionRecord, Standing
from zzpreader.session.merging import Proposal
from zzpreader.session.session import Session
from zzpreader.ui.dialogs.files import FileDialog
from zzpreader.ui.notes.painting import KIND_ICONS
from zzpreader.ui.notes.pane import NotesPane
from zzpreader.ui.notice import Notice

if TYPE_CHECKING:
    from zzpreader.ui.dialogs.trash import TrashRow

_LONGEST = 200


class Recovering(QObject):
    """Args: parent: in front of which dialogs stand."""

    def __init__(self, session: Session, notes: NotesPane, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._notes, self._notice, self._parent = session, notes, notice, parent
        self._offered = ""
        session.merging.copies_found.connect(self._offer_copies)
        session.merging.proposed.connect(self._ask)
        session.merging.refused.connect(partial(notice.say, warning=True))
        session.merging.merged.connect(self._say_merged)
        notes.history_wanted.connect(self.show_history)

    # deleted

    def show_trash(self) -> None:
        self._session.past.trash(self._open_trash)

    def _open_trash(self, found: list[Trashed]) -> None:
        from zzpreader.ui.dialogs.trash import TrashDialog

        dialog = TrashDialog([self._row(one) for one in found], writable=self._writable, parent=self._parent)
        dialog.restored.connect(self._session.past.restore)
        _open(dialog)

    def _row(self, trashed: Trashed) -> "TrashRow":
        record, tree = trashed.record, self._session.sections.tree
        match record:
            case Annotation():
                section = tree.get(record.target.scope)
                words = " – ".join(filter(None, (record.quote, record.body.value or record.body.description)))
                what, picture, text = self._notes.captions.caption(record), KIND_ICONS[record.kind], words
            case Standing():
                section = tree.get(record.section)
                what, picture, text = self.tr("Status of a lesson"), "lightbulb", record.owner
            case SectionRecord():
                section = record.section
                what, picture, text = (
                    self.tr("Change of the contents"),
                    "list-tree",
                    record.title or record.section.title,
                )
            case LabelRule():
                section = None
                what, picture, text = self.tr("Change of the page numbers"), "file", record.printed or ""
            case Link():
                section = None
                what, picture, text = self.tr("Link"), "link", f"{record.start} → {record.end}"
        from zzpreader.ui.dialogs.trash import TrashRow

        return TrashRow(trashed, picture, what, shortened(text, _LONGEST), section.title if section else "")

    # earlier texts

    def show_current_history(self) -> None:
        """Of the note that one is in or has chosen."""
        if one := self._notes.current_annotation():
            self.show_history(one.id)
        else:
            self._notice.say(self.tr("Choose a note first, or go to a section that has one."))

    def show_history(self, annotation_id: str) -> None:
        self._session.marks.finish_typing()
        self._session.past.earlier(annotation_id, partial(self._open_history, annotation_id))

    def _open_history(self, annotation_id: str, earlier: list[Earlier]) -> None:
        one = self._session.marks.notebook.get(annotation_id)
        if one is None:
            return
        # What has come back is no earlier version.
        if not (other := [text for text in earlier if text.value != one.body.value]):
            self._notice.say(self.tr("There is no earlier version of this note yet."))
            return
        section = self._session.sections.tree.get(one.target.scope)
        title = " – ".join(filter(None, (section.title if section else "", self._notes.captions.caption(one))))
        from zzpreader.ui.dialogs.history import HistoryDialog

        dialog = HistoryDialog(title, other, one.body.value, writable=self._writable, parent=self._parent)
        dialog.restored.connect(partial(self._session.past.bring_back, annotation_id))
        _open(dialog)

    # merging

    def choose_notes(self) -> None:
        """Ask for a file of notes to merge."""
        kinds = self.tr("Notes of zzpreader (*.zzpnotes *.json);;All files (*)")
        files = FileDialog(self.tr("Merge notes from a file"), kinds, self._parent).to_open(self._session.file.parent)
        if files:
            self._session.merging.propose(files)

    def _offer_copies(self, copies: list[Path]) -> None:
        self._offered = words = self.tr("A sync tool left %n other version(s) of these notes.", "", len(copies))
        not_now: tuple[str, Callable[[], object]] = (self.tr("Not now"), lambda: None)
        self._notice.say(words, (self.tr("Merge…"), partial(self._session.merging.propose, copies)), not_now)

    def _ask(self, proposal: Proposal) -> None:
        from zzpreader.ui.dialogs.merge import MergeDialog

        if self._notice.sentence == self._offered:
            self._notice.hide()  # it may have come from elsewhere as well; merged copies are gone
        dialog = MergeDialog([path.name for path in proposal.files], proposal.brought, self._parent)
        dialog.accepted.connect(partial(self._session.merging.take, proposal))
        _open(dialog)

    def _say_merged(self, brought: Brought) -> None:
        if not brought.edits:
            return
        count = len(brought.edits)
        self._notice.say(
            self.tr("The notes are merged: %n thing(s) are new or different.", "", count),
            (self.tr("Undo"), self._session.marks.undo),
            until=self._session.marks.undo_changed,
        )

    @property
    def _writable(self) -> bool:
        return self._session.marks.writable


def _open(dialog: QDialog) -> None:
    dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
    dialog.open()
