"""What the reader is told of the publication that he opened, over its page: what is wrong with it, or not all there."""

from functools import partial

from PySide6.QtCore import QObject

from zzpreader.session.session import Session
from zzpreader.ui.notice import Notice


class Telling(QObject):
    def __init__(self, session: Session, notice: Notice, parent: QObject) -> None:
        super().__init__(parent)
        self._session, self._notice = session, notice
        session.opened.connect(self._say_repaired)
        session.stopped.connect(self._say_stopped)
        for told in (session.read_only, session.marks.mended, session.sections.unplaced):
            told.connect(partial(notice.say, stays=True))

    def remind(self) -> None:
        """Again why pages stay empty, for who closed it and now looks at one."""
        if self._session.is_stopped and not self._notice.isVisible():
            self._say_stopped()

    def _say_repaired(self) -> None:
        details = self._session.details
        if details and details.repaired:
            words = self.tr("This PDF is damaged and was repaired for reading. Check that no page is missing.")
            self._notice.say(words, stays=True)

    def _say_stopped(self) -> None:
        words = self.tr(
            "Several pages of this PDF could not be read, one after another, so reading it was stopped. "
            "Your notes are safe, and pages that are there can be read."
        )
        self._notice.say(words, (self.tr("Go on reading"), self._session.go_on), warning=True)
