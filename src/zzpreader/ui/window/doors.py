"""What is asked before a document opens, and before anything leads out of it."""

from PySide6.QtCore import QObject, Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtWidgets import QWidget

from zzpreader.session.session import Session
from zzpreader.ui.notice import Notice


class Doors(QObject):
    """
    Signals:
        kept_shut(str): the reader gave no password, as a sentence.

    Args:
        parent: in front of which questions stand.
    """

    kept_shut = Signal(str)

    def __init__(self, session: Session, notice: Notice, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._notice, self._parent = session, notice, parent
        self._refused_before = False
        session.locked.connect(self._ask_password)

    def _ask_password(self, tries_left: int) -> None:
        again = self._refused_before
        self._refused_before = True
        from zzpreader.ui.dialogs.password import PasswordDialog

        dialog = PasswordDialog(self._session.file.name, tries_left, again=again, parent=self._parent)
        dialog.accepted.connect(lambda: self._session.unlock(dialog.password))
        words = self.tr("“%1” is protected and stays closed without its password.")
        dialog.rejected.connect(lambda: self.kept_shut.emit(words.replace("%1", self._session.file.name)))
        dialog.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        dialog.open()

    def leave(self, uri: str) -> None:
        from zzpreader.ui.dialogs.outside import OutsideQuestion

        if OutsideQuestion(uri, self._parent).asks_to_go():
            QDesktopServices.openUrl(QUrl(uri))

    def refuse(self, address: str) -> None:
        self._notice.say(
            self.tr("This link leads out of the publication and is not followed: %1").replace("%1", address[:300]),
            (self.tr("Copy address"), lambda: QGuiApplication.clipboard().setText(address)),
        )
