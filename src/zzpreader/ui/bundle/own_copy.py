"""The place where a reader attaches an own copy of the publication's PDF."""

from pathlib import Path

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QSizePolicy, QVBoxLayout, QWidget

from zzpreader.ui.buttons import PictureButton, as_tooltip
from zzpreader.ui.dialogs.files import FileDialog
from zzpreader.ui.zone import paint_zone


class OwnCopy(QWidget):
    """
    Signals:
        chosen(Path): a PDF was chosen or dropped.
        opened(Path): the attached one is to be read.
        detached(): the reader lets it go.
    """

    chosen = Signal(object)
    opened = Signal(object)
    detached = Signal()

    def __init__(self, title: str, parent: QWidget | None = None) -> None:
        """
        Args:
            title: of the publication.
        """
        super().__init__(parent)
        self._file: Path | None = None
        self._is_over = False
        self.setAcceptDrops(True)
        self.setAccessibleName(self.tr("Your copy of the publication"))
        self._heading = QLabel(title)
        self._heading.setTextFormat(Qt.TextFormat.PlainText)
        self._heading.setWordWrap(True)
        bold = self._heading.font()
        bold.setBold(True)
        self._heading.setFont(bold)
        self._words = QLabel()
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._words.setWordWrap(True)
        self._words.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._open = PictureButton("book-open", self.tr("Open the publication"))
        self._choose = PictureButton("folder-open")
        self._detach = PictureButton("x", self.tr("Detach"))
        self._open.clicked.connect(self._tell_open)
        self._choose.clicked.connect(self._ask)
        self._detach.clicked.connect(self.detached)
        row = QHBoxLayout()
        row.setSpacing(8)
        for button in (self._open, self._choose, self._detach):
            button.setMinimumHeight(32)
            row.addWidget(button)
        row.addStretch(1)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 16, 18, 16)
        column.setSpacing(10)
        column.addWidget(self._heading)
        column.addWidget(self._words)
        column.addLayout(row)
        self.show_file(None)

    def show_file(self, file: Path | None) -> None:
        """The copy that is attached, None if none is."""
        self._file = file
        self._open.setVisible(file is not None)
        self._detach.setVisible(file is not None)
        self._choose.setText(self.tr("Replace…") if file else self.tr("Choose your copy…"))
        if file:
            self._words.setText(self.tr("Attached: %1").replace("%1", file.name))
            self._words.setToolTip(as_tooltip(str(file)))
        else:
            self._words.setText(
                self.tr(
                    "The publication itself is not part of this bundle. Choose your own copy of the PDF "
                    "or drop it here: it stays where it is and is never changed."
                )
            )
            self._words.setToolTip("")

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _pdf_in(event.mimeData()):
            self._is_over = True
            self.update()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        self._is_over = False
        self.update()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        self._is_over = False
        self.update()
        if file := _pdf_in(event.mimeData()):
            event.acceptProposedAction()
            self.chosen.emit(file)

    def paintEvent(self, event: QPaintEvent) -> None:
        paint_zone(self, is_over=self._is_over, is_empty=self._file is None)

    def _tell_open(self) -> None:
        if self._file:
            self.opened.emit(self._file)

    def _ask(self) -> None:
        kinds = self.tr("PDF files (*.pdf);;All files (*)")
        dialog = FileDialog(self.tr("Choose your copy of the publication"), kinds, self)
        for path in dialog.to_open(self._file.parent if self._file else None)[:1]:
            self.chosen.emit(path)


def _pdf_in(dropped: QMimeData) -> Path | None:
    """The one PDF among what is dropped; a link to elsewhere is none."""
    files = [Path(url.toLocalFile()) for url in dropped.urls() if url.isLocalFile()]
    return next((file for file in files if file.suffix.lower() == ".pdf"), None)
