"""Tells the reader of marks from another edition, and shows them when asked."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from zzpreader.model.anchoring import Found
from zzpreader.model.annotation import PdfRectsSelector, bounds_of
from zzpreader.model.pages import Place
from zzpreader.session.session import Session
from zzpreader.ui.notice import Notice
from zzpreader.ui.view.page_view import PageView

if TYPE_CHECKING:
    from zzpreader.ui.editions.dialog import EditionsDialog


class EditionsDesk(QObject):
    """
    Signals:
        again_wanted(): read the file that lies at the path now.
    """

    again_wanted = Signal()

    def __init__(self, session: Session, view: PageView, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._view, self._notice, self._window = session, view, notice, parent
        self._dialog: EditionsDialog | None = None
        session.editions.done.connect(self._tell)
        session.watch.replaced.connect(self._tell_replaced)

    def open(self) -> None:
        """The dialog, or to the front if it is open."""
        if self._dialog is None:
            from zzpreader.ui.editions.dialog import EditionsDialog

            session = self._session
            self._dialog = EditionsDialog(session.editions, session.marks, session.pages, self._window)
            self._dialog.go_to.connect(self._go)
            self._dialog.destroyed.connect(self._forget)
            self._dialog.show()
        self._dialog.raise_()
        self._dialog.activateWindow()

    def _tell(self) -> None:
        count = len(self._session.editions.found)
        words = self.tr("This is another edition. %n note(s) were made in an earlier one.", "", count)
        self._notice.say(words, (self.tr("Review…"), self.open))

    def _tell_replaced(self) -> None:
        words = self.tr("This file has been replaced. You are still reading the one before it.")
        self._notice.say(words, (self.tr("Read the new one"), self.again_wanted.emit))

    def _go(self, found: Found) -> None:
        rects = next((one for one in found.selector if isinstance(one, PdfRectsSelector) and one.quads), None)
        if rects:
            self._view.go_to(Place(rects.page, bounds_of(rects).top, rects.half))

    def _forget(self) -> None:
        self._dialog = None
