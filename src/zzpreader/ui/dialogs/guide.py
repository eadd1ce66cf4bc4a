"""The user guide in the language of the interface."""

from PySide6.QtCore import QByteArray, QUrl
from PySide6.QtGui import QImage, QTextDocument
from PySide6.QtWidgets import QDialog, QTextBrowser, QVBoxLayout, QWidget

_FIRST_SIZE_PX = (760, 720)


class StillBrowser(QTextBrowser):
    """Shows text and loads nothing, whatever the text names; its links are not followed."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setOpenLinks(False)

    def loadResource(self, kind: int, name: QUrl | str) -> object:
        # An empty answer makes Qt look for the file itself; only a picture of its own stops it.
        if kind == QTextDocument.ResourceType.ImageResource.value:
            return QImage(1, 1, QImage.Format.Format_ARGB32)
        return QByteArray()


class GuideDialog(QDialog):
    """Args: markdown: the guide's text; from the program's own files."""

    def __init__(self, markdown: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("User guide"))
        self.resize(*_FIRST_SIZE_PX)
        text = StillBrowser()
        text.setAccessibleName(self.tr("User guide"))
        text.document().setDocumentMargin(24)
        text.setMarkdown(markdown)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(text)
