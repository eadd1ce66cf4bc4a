"""Pages that are pictures: the reader is told once, and can have their text read."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from zzpreader.sentences import INSTALL_TESSERACT, obstacle_sentence
from zzpreader.session.session import Session
from zzpreader.ui.find.bar import FindBar
from zzpreader.ui.notice import Notice
from zzpreader.ui.progress import ProgressStrip
from zzpreader.ui.view.page_view import PageView

if TYPE_CHECKING:
    from zzpreader.session.scans import Step


class ScanDesk(QObject):
    """
    Args:
        view: in which one is reading; its page is the one that is meant.
        find_bar: looks again when there is more to be found.

    Attributes:
        strip: how far the reading is.
    """

    def __init__(
        self, session: Session, view: PageView, find_bar: FindBar, notice: Notice, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._session, self._view, self._notice = session, view, notice
        self._is_told = False
        self.strip = ProgressStrip(parent)
        self.strip.cancelled.connect(self._stop)
        view.place_changed.connect(self._consider)
        session.texts.ready.connect(self._consider)
        session.scans.settled.connect(self._consider)
        session.scans.progressed.connect(self._show)
        session.scans.recognised.connect(find_bar.look_again)

    def read_page(self) -> None:
        """That one is looking at."""
        page = self._view.current_page
        if self._session.texts.is_picture(page):
            self._session.scans.read((page,))
        else:
            self._notice.say(self.tr("This page has text; there is nothing to be read from a picture."))

    def read_all(self) -> None:
        self._session.scans.read(None, self._view.current_page)

    def _consider(self) -> None:
        """Once, on the first page of which it is known."""
        scans = self._session.scans
        if self._is_told or scans.is_reading or not scans.is_settled:
            return
        if not self._session.texts.is_picture(self._view.current_page):
            return
        self._is_told = True
        words = self.tr("This page is a picture: its words can be neither selected nor found.")
        if scans.is_possible:
            offers = ((self.tr("Read this page"), self.read_page), (self.tr("Read all such pages"), self.read_all))
            self._notice.say(words, *offers)
        else:
            install = self.tr("Tesseract can read them; on Debian or Ubuntu: %1").replace("%1", INSTALL_TESSERACT)
            self._notice.say(f"{words} {install}", stays=True)

    def _stop(self) -> None:
        self._session.scans.stop()
        self.strip.hide()

    def _show(self, step: "Step") -> None:
        self._is_told = True
        if step.obstacle:
            self.strip.hide()
            name = self._session.file.name
            self._notice.say(obstacle_sentence(step.obstacle, name, step.reason), warning=True)
        elif step.is_finished:
            self.strip.hide()
            self._notice.say(self._outcome(step), warning=bool(step.failed or step.unkept))
        else:
            self.strip.show_progress(self._progress(step), step.done, step.total)

    def _progress(self, step: "Step") -> str:
        if not step.total:
            return self.tr("Looking for pages that are pictures…")
        words = self.tr("Reading the words in pictures: page %1 of %2")
        return words.replace("%1", str(min(step.done + 1, step.total))).replace("%2", str(step.total))

    def _outcome(self, step: "Step") -> str:
        if not step.total:
            return self.tr("There is no page left that is a picture only.")
        read = step.done - step.failed
        said = [self.tr("%n page(s) were read. Mistakes are possible; compare what you quote.", "", read)]
        if step.failed:
            said.append(self.tr("%n page(s) could not be read.", "", step.failed))
        if step.unkept:
            said.append(self.tr("What was read is lost at the end: the cache folder cannot be written."))
        return " ".join(said)
