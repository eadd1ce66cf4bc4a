"""The words that are looked for together, as one list that can be edited."""

from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLabel, QPlainTextEdit, QVBoxLayout, QWidget

from zzpreader.ui.acting import doing
from zzpreader.ui.dialogs.choices import Choices
from zzpreader.ui.sizes import resize_grown

_SIZE_PX = (520, 460)


class SynonymsDialog(QDialog):
    """
    Args:
        text: the list as it is; shipped: as it came with the program.
    """

    def __init__(self, text: str, shipped: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Words that mean the same"))
        explained = QLabel(
            self.tr("Each line is a group, with commas between the words; whoever searches one finds all.")
        )
        explained.setWordWrap(True)
        self._shipped = shipped
        self._list = QPlainTextEdit(text)
        self._list.setTabChangesFocus(True)
        self._list.setAccessibleName(self.windowTitle())
        choices = Choices(self)
        restore = choices.addButton(self.tr("As it was shipped"), QDialogButtonBox.ButtonRole.ResetRole)
        restore.clicked.connect(doing(self.restore))
        column = QVBoxLayout(self)
        column.setSpacing(10)
        for part in (explained, self._list, choices):
            column.addWidget(part)
        resize_grown(self, *_SIZE_PX)
        self._list.setFocus()

    @property
    def text(self) -> str:
        return self._list.toPlainText()

    def restore(self) -> None:
        """The shipped list in the place of all; Ctrl+Z takes it back."""
        cursor = self._list.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(self._shipped)
