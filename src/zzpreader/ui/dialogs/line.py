"""A question that is answered with one line."""

from PySide6.QtGui import QIcon
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QInputDialog, QWidget

_WIDTH = 70
"""In average characters, at least."""

_AROUND_PX = 60
_SHARE = 0.6
"""Of the screen, at most: what is proposed, as the title of a section, is to be read whole."""


def use_words_alone(dialog: QDialog) -> None:
    """On its buttons, as everywhere else: the style's own pictures are of another hand, and stay small."""
    for box in dialog.findChildren(QDialogButtonBox):
        for button in box.buttons():
            button.setIcon(QIcon())


def ask_line(parent: QWidget | None, title: str, question: str, proposal: str, verb: str) -> str | None:
    """None if the reader would rather not."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setTextValue(proposal)
    dialog.setOkButtonText(verb)
    use_words_alone(dialog)
    metrics, most = dialog.fontMetrics(), round(_SHARE * dialog.screen().availableSize().width())
    wanted = metrics.horizontalAdvance(proposal) + _AROUND_PX
    dialog.resize(min(max(_WIDTH * metrics.averageCharWidth(), wanted), most), dialog.sizeHint().height())
    taken = dialog.exec()
    dialog.deleteLater()
    return dialog.textValue() if taken else None
