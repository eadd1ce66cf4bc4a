"""What the colours mean, in the reader's own words."""

from collections.abc import Mapping

from PySide6.QtWidgets import QDialog, QGridLayout, QLabel, QLineEdit, QVBoxLayout, QWidget

from zzpreader.model.legend import COLOURS
from zzpreader.ui.colours import colour_name, meaning
from zzpreader.ui.dialogs.choices import Choices
from zzpreader.ui.swatches import swatch

_SWATCH_PX = 20


class LegendLines(QWidget):
    """One line of text for every colour; an emptied line goes back to the meaning that was given.

    Args:
        meanings: the reader's words so far, by name of the colour.
    """

    def __init__(self, meanings: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        explained = QLabel(self.tr("These words stand beside your marks, in the notes and in every export."))
        explained.setWordWrap(True)
        grid = QGridLayout()
        grid.setVerticalSpacing(8)
        self._lines: dict[str, QLineEdit] = {}
        for row, colour in enumerate(COLOURS):
            picture = QLabel()
            picture.setPixmap(swatch(colour, _SWATCH_PX))
            name = QLabel(colour_name(colour.name))
            line = QLineEdit(meanings.get(colour.name, ""))
            line.setPlaceholderText(meaning(colour.name, {}))
            line.setMaxLength(60)
            line.setAccessibleName(self.tr("Meaning of %1").replace("%1", colour_name(colour.name)))
            name.setBuddy(line)
            for column, part in enumerate((picture, name, line)):
                grid.addWidget(part, row, column)
            self._lines[colour.name] = line
        column_of_all = QVBoxLayout(self)
        column_of_all.setContentsMargins(0, 0, 0, 0)
        column_of_all.setSpacing(12)
        column_of_all.addWidget(explained)
        column_of_all.addLayout(grid)

    @property
    def meanings(self) -> dict[str, str]:
        """Only what differs from the meanings that are given."""
        words = {name: line.text().strip() for name, line in self._lines.items()}
        return {name: text for name, text in words.items() if text and text != meaning(name, {})}


class LegendDialog(QDialog):
    """Args: meanings: the reader's words so far, by name of the colour."""

    def __init__(self, meanings: Mapping[str, str], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle(self.tr("Meaning of the colours"))
        self._legend = LegendLines(meanings)
        column = QVBoxLayout(self)
        column.setSpacing(12)
        column.addWidget(self._legend)
        column.addWidget(Choices(self))
        self.setMinimumWidth(440)

    @property
    def meanings(self) -> dict[str, str]:
        """Only what differs from the meanings that are given."""
        return self._legend.meanings
