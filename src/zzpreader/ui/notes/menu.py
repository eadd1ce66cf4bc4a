"""What can be done with the cards that are chosen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon
from PySide6.QtWidgets import QMenu, QWidget

from zzpreader.model.annotation import Annotation, Highlight, Kind
from zzpreader.model.legend import COLOURS
from zzpreader.session.marks import Marks
from zzpreader.ui.colours import colour_name
from zzpreader.ui.icons import icon
from zzpreader.ui.swatches import swatch_icon


class CardMenu(QMenu):
    """Signals: go_to(str id), edit(str id), tags(), copy(), delete()."""

    go_to = Signal(str)
    edit = Signal(str)
    tags = Signal()
    copy = Signal()
    delete = Signal()

    def __init__(self, chosen: Sequence[Annotation], marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._chosen, self._marks = chosen, marks
        first = chosen[0]
        if len(chosen) == 1:
            if first.place:
                go = self.addAction(icon("arrow-right"), self.tr("&Go to this place"))
                go.triggered.connect(lambda: self.go_to.emit(first.id))
            words = self.tr("&Rename") if first.kind is Kind.BOOKMARK else self.tr("&Edit comment")
            self._writing(icon("pencil"), words).triggered.connect(lambda: self.edit.emit(first.id))
        self._writing(icon("tag"), self.tr("&Tags…")).triggered.connect(self.tags)
        self._add_colours()
        self._add_styles()
        if any(one.quote for one in chosen):
            self.addAction(icon("copy"), self.tr("&Copy quote")).triggered.connect(self.copy)
        self.addSeparator()
        self._writing(icon("trash-2"), self.tr("&Delete")).triggered.connect(self.delete)

    def _writing(self, picture: QIcon, words: str) -> QAction:
        action = self.addAction(picture, words)
        action.setEnabled(self._marks.writable)
        return action

    def _add_colours(self) -> None:
        coloured = [one.id for one in self._chosen if one.body.color is not None or one.kind is Kind.NOTE]
        menu = self.addMenu(icon("palette"), self.tr("C&olour"))
        menu.setEnabled(bool(coloured) and self._marks.writable)
        colours = {one.body.color for one in self._chosen}
        group = QActionGroup(menu)
        for legend in COLOURS:
            action = menu.addAction(swatch_icon(legend), colour_name(legend.name))
            action.setCheckable(True)
            action.setChecked(colours == {legend.name})
            action.triggered.connect(lambda _on=False, name=legend.name: self._marks.recolour(coloured, name))
            group.addAction(action)

    def _add_styles(self) -> None:
        marked = [one for one in self._chosen if one.body.highlight]
        menu = self.addMenu(icon("highlighter"), self.tr("&Kind"))
        menu.setEnabled(bool(marked) and self._marks.writable)
        styles = (
            (Highlight.SOLID, self.tr("Highlight")),
            (Highlight.UNDERLINE, self.tr("Underline")),
            (Highlight.STRIKETHROUGH, self.tr("Strike out")),
            (Highlight.SQUIGGLY, self.tr("Squiggly underline")),
        )
        group = QActionGroup(menu)
        for style, words in styles:
            action = menu.addAction(words)
            action.setCheckable(True)
            action.setChecked({one.body.highlight for one in marked} == {style})
            action.triggered.connect(
                lambda _on=False, style=style: self._marks.restyle([one.id for one in marked], style)
            )
            group.addAction(action)
