"""The question before anything outside the program is opened."""

from urllib.parse import urlsplit

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

_LONGEST = 300


class OutsideQuestion(QMessageBox):
    """Whether an address may be opened in another program; it shows the whole of it, and its host."""

    def __init__(self, uri: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setWindowTitle(self.tr("Leave the publication?"))
        parts = urlsplit(uri)
        if parts.scheme == "mailto":
            self.setText(self.tr("This link writes an e-mail in your mail program."))
        else:
            host = parts.hostname or uri[:_LONGEST]
            self.setText(self.tr("This link opens your browser at %1.").replace("%1", host))
        self.setInformativeText(uri if len(uri) <= _LONGEST else uri[:_LONGEST] + "…")
        self._go = self.addButton(self.tr("Open link"), QMessageBox.ButtonRole.AcceptRole)
        self.setDefaultButton(self.addButton(self.tr("Cancel"), QMessageBox.ButtonRole.RejectRole))

    def asks_to_go(self) -> bool:
        """Ask, and wait for the answer."""
        self.exec()
        return self.clickedButton() is self._go
