"""Whether the notes are on the disk, as the window says it; and a copy elsewhere when they are not."""

from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zzpreader.session.session import Session
from zzpreader.ui.dialogs.files import FileDialog
from zzpreader.ui.notice import Notice


class SavingDesk(QObject):
    """
    Args:
        parent: in front of which dialogs stand.

    Attributes:
        state: saved, saving or not, in a few words that stay in sight; empty before there are notes.

    Signals:
        changed(): `state` is another.
    """

    changed = Signal()

    def __init__(self, session: Session, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._notice, self._parent = session, notice, parent
        self.state = self._told = ""
        marks = session.marks
        marks.saving.connect(self._say_saving)
        marks.saved.connect(self._say_saved)
        marks.unsaved.connect(self._say_unsaved)
        session.read_only.connect(self._say_read_only)
        marks.keeper.copied.connect(notice.say)
        marks.keeper.not_copied.connect(self._say_not_copied)

    def save_copy(self) -> None:
        """Ask where to, and write all notes there, also those that could not be saved."""
        kinds = self.tr("Notebooks of zzpreader (*.json)")
        words = self.tr("%1, notes")
        proposal = self._session.file.parent / f"{words.replace('%1', self._session.file.stem)}.json"
        dialog = FileDialog(self.tr("Save a copy of the notes"), kinds, self._parent)
        if path := dialog.to_save(proposal):
            self.write_copy(path)

    def write_copy(self, path: Path) -> None:
        self._session.marks.finish_typing()
        self._session.marks.keeper.save_copy(path)

    def _say(self, state: str) -> None:
        self.state = state
        self.changed.emit()

    def _say_read_only(self) -> None:
        self._say(self.tr("Notes can only be read"))

    def _say_saving(self) -> None:
        if not self._session.marks.trouble:  # a further try has not succeeded yet
            self._say(self.tr("Saving…"))

    def _say_saved(self) -> None:
        self._say(self.tr("All notes are saved"))
        if self._told and self._notice.sentence == self._told:
            self._notice.hide()
        self._told = ""

    def _say_unsaved(self, sentence: str) -> None:
        self._say(self.tr("Not saved"))
        if sentence != self._told:  # who has closed it need not close it again at every try
            self._told = sentence
            self._notice.say(sentence, (self.tr("Save a copy elsewhere…"), self.save_copy), warning=True)

    def _say_not_copied(self, sentence: str) -> None:
        self._notice.say(sentence, (self.tr("Save a copy elsewhere…"), self.save_copy), warning=True)
