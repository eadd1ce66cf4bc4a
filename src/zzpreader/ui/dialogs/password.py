"""Asks for the password of a protected PDF. It stays in memory and is never kept."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget


class PasswordDialog(QDialog):
    """
    Args:
        name: the file's name, for the sentence.
        tries_left: how often it may still be tried, this time included.
        again: whether a password was refused just now.
    """

    def __init__(self, name: str, tries_left: int, *, again: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Password needed"))
        question = QLabel(self.tr("“%1” is protected. Which password opens it?").replace("%1", name))
        question.setTextFormat(Qt.TextFormat.PlainText)
        question.setWordWrap(True)
        refused = QLabel(self.tr("That password is not right. %n tries left.", "", tries_left))
        refused.setVisible(again)
        refused.setWordWrap(True)
        self._password = QLineEdit()
        self._password.setEchoMode(QLineEdit.EchoMode.Password)
        self._password.setAccessibleName(self.tr("Password"))
        self._password.setMaxLength(500)
        kept = QLabel(self.tr("The password is not stored."))
        kept.setEnabled(False)
        buttons = QDialogButtonBox()
        self._open = buttons.addButton(self.tr("Open"), QDialogButtonBox.ButtonRole.AcceptRole)
        buttons.addButton(self.tr("Cancel"), QDialogButtonBox.ButtonRole.RejectRole)
        buttons.accepted.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._open.setEnabled(False)
        self._password.textChanged.connect(self._typed)
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for part in (question, refused, self._password, kept, buttons):
            column.addWidget(part)
        self.setMinimumWidth(420)

    @property
    def password(self) -> str:
        return self._password.text()

    def _typed(self, text: str) -> None:
        self._open.setEnabled(bool(text))
