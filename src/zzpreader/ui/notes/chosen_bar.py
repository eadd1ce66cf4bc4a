"""What can be done with several chosen cards, in sight while several are chosen."""

from collections.abc import Callable, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QToolButton, QWidget

from zzpreader.model.annotation import Annotation
from zzpreader.session.marks import Marks
from zzpreader.ui.acting import doing
from zzpreader.ui.buttons import IconButton
from zzpreader.ui.notes.menu import fill_with_colours_of, fill_with_kinds_of


class ChosenBar(QWidget):
    """
    Signals: tags(), delete(), left() none is to be chosen any more.

    Args:
        chosen: asks which cards are chosen, as soon as something is done with them.
    """

    tags = Signal()
    delete = Signal()
    left = Signal()

    def __init__(self, marks: Marks, chosen: Callable[[], Sequence[Annotation]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._chosen = marks, chosen
        self.meanings: Mapping[str, str] = {}
        self._count = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        row.addWidget(self._count, 1)
        tag = IconButton("tag", self.tr("Tags of those chosen"))
        tag.clicked.connect(doing(self.tags.emit))
        delete = IconButton("trash-2", self.tr("Delete those chosen"), self.tr("Del"))
        delete.clicked.connect(doing(self.delete.emit))
        leave = IconButton("x", self.tr("Choose none"), "Esc")
        leave.clicked.connect(doing(self.left.emit))
        colours = self._with_menu("palette", self.tr("Colour of those chosen"), self._fill_colours)
        kinds = self._with_menu("highlighter", self.tr("Kind of those chosen"), self._fill_kinds)
        self._writing = (tag, colours, kinds, delete)
        for button in (*self._writing, leave):
            row.addWidget(button)
        self.hide()

    def show_count(self, count: int) -> None:
        """In sight from two on."""
        self._count.setText(self.tr("%n chosen", "", count))
        self.setAccessibleName(self._count.text())
        for button in self._writing:
            button.setEnabled(self._marks.writable)
        self.setVisible(count > 1)

    def _with_menu(self, picture: str, words: str, fill: Callable[[QMenu], None]) -> IconButton:
        button = IconButton(picture, words)
        menu = QMenu(button)
        menu.aboutToShow.connect(lambda: fill(menu))
        button.setMenu(menu)
        button.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        return button

    def _fill_colours(self, menu: QMenu) -> None:
        menu.clear()
        fill_with_colours_of(menu, self._chosen(), self._marks, self.meanings)

    def _fill_kinds(self, menu: QMenu) -> None:
        menu.clear()
        fill_with_kinds_of(menu, self._chosen(), self._marks)
