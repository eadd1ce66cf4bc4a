"""A question that is answered with one line."""

from PySide6.QtWidgets import QInputDialog, QWidget

_WIDTH = 70
"""In average characters: the title of a section is to be read whole."""


def ask_line(parent: QWidget, title: str, question: str, proposal: str, verb: str) -> str | None:
    """None if the reader would rather not."""
    dialog = QInputDialog(parent)
    dialog.setWindowTitle(title)
    dialog.setLabelText(question)
    dialog.setTextValue(proposal)
    dialog.setOkButtonText(verb)
    dialog.resize(_WIDTH * dialog.fontMetrics().averageCharWidth(), dialog.sizeHint().height())
    taken = dialog.exec()
    dialog.deleteLater()
    return dialog.textValue() if taken else None
