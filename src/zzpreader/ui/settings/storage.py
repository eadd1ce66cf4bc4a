"""Where the notes are, how much they are, and what can be done with all of them."""

from enum import StrEnum

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLabel, QPushButton, QVBoxLayout, QWidget


class Deed(StrEnum):
    SHOW_FOLDER = "show folder"
    BACK_UP = "back up"
    RESTORE = "restore"
    EXPORT_SETTINGS = "export settings"
    IMPORT_SETTINGS = "import settings"
    DELETE_ALL = "delete all"


class StorageBox(QWidget):
    """
    Args: folder: where all is kept; is_portable: because the program is a portable one.

    Signals: wanted(Deed).
    """

    wanted = Signal(object)

    def __init__(self, folder: str, *, is_portable: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        where = QLabel(folder)
        where.setTextFormat(Qt.TextFormat.PlainText)
        where.setTextInteractionFlags(
            Qt.TextInteractionFlag.TextSelectableByMouse | Qt.TextInteractionFlag.TextSelectableByKeyboard
        )
        where.setWordWrap(True)
        where.setAccessibleName(self.tr("Folder of your notes"))
        self._size = QLabel(self.tr("Counting…"))
        self._said = QLabel()
        self._said.setTextFormat(Qt.TextFormat.PlainText)
        self._said.setWordWrap(True)
        self._said.hide()
        buttons = QGridLayout()
        for number, (deed, words) in enumerate(
            (
                (Deed.SHOW_FOLDER, self.tr("&Open the folder")),
                (Deed.BACK_UP, self.tr("&Back up now…")),
                (Deed.RESTORE, self.tr("&Restore a backup…")),
                (Deed.EXPORT_SETTINGS, self.tr("E&xport settings…")),
                (Deed.IMPORT_SETTINGS, self.tr("&Import settings…")),
                (Deed.DELETE_ALL, self.tr("&Delete everything…")),
            )
        ):
            button = QPushButton(words)
            button.setAutoDefault(False)
            button.clicked.connect(lambda _checked=False, deed=deed: self.wanted.emit(deed))
            buttons.addWidget(button, *divmod(number, 3))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(where)
        if is_portable:
            column.addWidget(QLabel(self.tr("They travel with the program: a file “portable” lies beside it.")))
        column.addWidget(self._size)
        column.addLayout(buttons)
        column.addWidget(self._said)

    @property
    def counted(self) -> str:
        return self._size.text()

    def say(self, sentence: str) -> None:
        """What came of a deed."""
        self._said.setText(sentence)
        self._said.show()

    @property
    def said(self) -> str:
        return self._said.text()

    def show_size(self, size: int, publications: int, copies: int) -> None:
        """Args: copies: zip files of earlier days."""
        words = self.tr("%1 in all; notes on %n publication(s)", "", publications)
        words = words.replace("%1", QLocale().formattedDataSize(size, 1, QLocale.DataSizeFormat.DataSizeSIFormat))
        self._size.setText(words + "; " + self.tr("%n daily copy(ies).", "", copies))
