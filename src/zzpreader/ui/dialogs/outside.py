"""The question before anything outside the program is opened."""

from urllib.parse import urlsplit

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMessageBox, QWidget

_LONGEST = 300


def may_open(uri: str, parent: QWidget) -> bool:
    """Whether the reader wants this address opened in another program. The whole address is shown, and its host."""
    box = QMessageBox(parent)
    box.setTextFormat(Qt.TextFormat.PlainText)
    box.setWindowTitle(parent.tr("Leave the publication?"))
    parts = urlsplit(uri)
    if parts.scheme == "mailto":
        box.setText(parent.tr("This link writes an e-mail in your mail program."))
    else:
        box.setText(parent.tr("This link opens your browser at %1.").replace("%1", parts.hostname or uri[:_LONGEST]))
    box.setInformativeText(uri if len(uri) <= _LONGEST else uri[:_LONGEST] + "…")
    go = box.addButton(parent.tr("Open link"), QMessageBox.ButtonRole.AcceptRole)
    stay = box.addButton(parent.tr("Cancel"), QMessageBox.ButtonRole.RejectRole)
    box.setDefaultButton(stay)
    box.exec()
    return box.clickedButton() is go
