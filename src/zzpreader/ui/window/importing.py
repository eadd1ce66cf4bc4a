"""Notes of other programs in the window: which file, what it would bring, and what became of it."""

from functools import partial

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from zzpreader.session.importing import Offer
from zzpreader.session.session import Session
from zzpreader.ui.dialogs.files import FileDialog
from zzpreader.ui.notice import Notice


class ImportingDesk(QObject):
    """Args: parent: in front of which dialogs stand."""

    def __init__(self, session: Session, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._notice, self._parent = session, notice, parent
        importing = session.importing
        importing.begun.connect(self._say_begun)
        importing.refused.connect(partial(notice.say, warning=True))
        importing.offered.connect(self._ask)
        importing.taken.connect(self._say_taken)

    def choose_file(self) -> None:
        known = "*.annotations *.jsonld *.json *.xfdf *.lua *.md"
        kinds = self.tr("Notes of other programs (%1);;All files (*)").replace("%1", known)
        files = FileDialog(self.tr("Import notes from a file"), kinds, self._parent).to_open(self._session.file.parent)
        if files:
            self._session.importing.read_file(files[0])

    def look_inside(self) -> None:
        """For marks that the PDF carries itself."""
        self._session.importing.read_inside(self._session.file.name)

    def _say_begun(self, name: str) -> None:
        words = self.tr("The notes in “%1” are being looked for in this publication…").replace("%1", name)
        self._notice.say(words, (self.tr("Cancel"), self._session.importing.give_up))

    def _ask(self, offer: Offer) -> None:
        self._notice.hide()
        from zzpreader.ui.dialogs.importing import ImportDialog

        dialog = ImportDialog(offer, self._parent)
        dialog.accepted.connect(partial(self._session.importing.take, offer))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def _say_taken(self, count: int) -> None:
        if count:
            marks = self._session.marks
            words = self.tr("%n note(s) and marks have come.", "", count)
            self._notice.say(words, (self.tr("Undo"), marks.undo), until=marks.undo_changed)
