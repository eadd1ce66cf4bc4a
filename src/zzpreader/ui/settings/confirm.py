"""The one question that is answered by typing: after it nothing can be had back."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QLineEdit, QVBoxLayout, QWidget


class TypedConfirmation(QDialog):
    """Args: folder: what is in it goes."""

    def __init__(self, folder: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Delete everything"))
        self._word = self.tr("delete")
        words = self.tr(
            "All notes, marks, settings, bundles and backups in %1 are deleted, and zzpreader closes. "
            "This cannot be undone. Your PDFs stay as they are. Type “%2” to confirm."
        )
        question = QLabel(words.replace("%1", folder).replace("%2", self._word))
        question.setWordWrap(True)
        question.setTextFormat(Qt.TextFormat.PlainText)
        self._line = QLineEdit()
        self._line.setAccessibleName(self.tr("The word that confirms"))
        buttons = QDialogButtonBox()
        keep = buttons.addButton(self.tr("Keep my notes"), QDialogButtonBox.ButtonRole.RejectRole)
        keep.setDefault(True)
        self._delete = buttons.addButton(self.tr("Delete everything"), QDialogButtonBox.ButtonRole.DestructiveRole)
        self._delete.setEnabled(False)
        self._delete.setAutoDefault(False)
        self._delete.clicked.connect(self.accept)
        buttons.rejected.connect(self.reject)
        self._line.textChanged.connect(self._judge)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        for part in (question, self._line, buttons):
            column.addWidget(part)
        self.setMinimumWidth(460)
        self._line.setFocus()

    def _judge(self, typed: str) -> None:
        self._delete.setEnabled(typed.strip().casefold() == self._word)
