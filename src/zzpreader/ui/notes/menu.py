"""What can be done with the cards that are chosen, as a menu; its colours and kinds stand in other menus too."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtGui import QAction, QActionGroup, QIcon
from PySide6.QtWidgets import QMenu, QWidget

from zzpreader.model.annotation import Annotation, Highlight, Kind
from zzpreader.session.linking import Linking, Tie
from zzpreader.session.marks import Marks
from zzpreader.ui.acting import doing
from zzpreader.ui.colour_menu import fill_with_colours
from zzpreader.ui.icons import icon
from zzpreader.ui.links.menu import fill_with_relations
from zzpreader.ui.links.words import tie_words


class CardMenu(QMenu):
    """
    Signals:
        go_to(str id), edit(str id), tags(), copy(), copy_source(), history(str id), delete(): what the entries say.
        link(str id), pin(str id), copy_link(str id), describe(str id): of a single card.

    Args:
        ties: the links of a single one.
    """

    go_to = Signal(str)
    edit = Signal(str)
    tags = Signal()
    copy = Signal()
    copy_source = Signal()
    history = Signal(str)
    delete = Signal()
    link = Signal(str)
    pin = Signal(str)
    copy_link = Signal(str)
    describe = Signal(str)

    def __init__(
        self,
        chosen: Sequence[Annotation],
        marks: Marks,
        linking: Linking,
        meanings: Mapping[str, str],
        parent: QWidget | None = None,
        *,
        ties: Sequence[Tie] = (),
    ) -> None:
        super().__init__(parent)
        self._marks, self._linking = marks, linking
        first = chosen[0]
        if len(chosen) == 1:
            if first.place:
                go = self.addAction(icon("arrow-right"), self.tr("&Go to this place"))
                go.triggered.connect(lambda: self.go_to.emit(first.id))
            words = self.tr("&Rename") if first.kind is Kind.BOOKMARK else self.tr("&Edit comment")
            self._writing(icon("pencil"), words).triggered.connect(lambda: self.edit.emit(first.id))
            if first.kind is Kind.AREA:
                seen = self._writing(icon("scan"), self.tr("Desc&ribe area…"))
                seen.triggered.connect(lambda: self.describe.emit(first.id))
        self._writing(icon("tag"), self.tr("&Tags…")).triggered.connect(self.tags)
        fill_with_colours_of(self.addMenu(icon("palette"), self.tr("C&olour")), chosen, marks, meanings)
        fill_with_kinds_of(self.addMenu(icon("highlighter"), self.tr("&Kind")), chosen, marks)
        if any(one.quote for one in chosen):
            self.addAction(icon("copy"), self.tr("&Copy quote")).triggered.connect(self.copy)
            self.addAction(icon("quote"), self.tr("Copy with &source")).triggered.connect(self.copy_source)
        if len(chosen) == 1:
            earlier = self.addAction(icon("history"), self.tr("Earlier &versions…"))
            earlier.triggered.connect(lambda: self.history.emit(first.id))
        if len(chosen) == 1:
            self._about_links(first, ties)
        self.addSeparator()
        self._writing(icon("trash-2"), self.tr("&Delete")).triggered.connect(self.delete)

    def _about_links(self, one: Annotation, ties: Sequence[Tie]) -> None:
        self.addSeparator()
        self._writing(icon("link"), self.tr("&Link to…")).triggered.connect(lambda: self.link.emit(one.id))
        if one.place and one.kind is not Kind.BOOKMARK:
            words = self.tr("&Pin as evidence of a lesson…")
            self._writing(QIcon(), words).triggered.connect(lambda: self.pin.emit(one.id))
        self.addAction(self.tr("Cop&y link to this")).triggered.connect(lambda: self.copy_link.emit(one.id))
        if ties:
            changing, deleting = self.addMenu(self.tr("Chan&ge link")), self.addMenu(self.tr("Delete lin&k"))
            for menu in (changing, deleting):
                menu.setEnabled(self._marks.writable)
            for tie in ties:
                words = tie_words(tie, self._linking.called).replace("&", "&&")
                fill_with_relations(changing.addMenu(words), tie, self._linking)
                deleting.addAction(words).triggered.connect(doing(partial(self._linking.remove_one, tie.link.id)))

    def _writing(self, picture: QIcon, words: str) -> QAction:
        action = self.addAction(picture, words)
        action.setEnabled(self._marks.writable)
        return action


def fill_with_colours_of(menu: QMenu, chosen: Sequence[Annotation], marks: Marks, meanings: Mapping[str, str]) -> None:
    """The colours that those chosen can have; what never has one, such as a bookmark, stays as it is."""
    coloured = [one.id for one in chosen if one.body.color is not None or one.kind is Kind.NOTE]
    colours = {one.body.color for one in chosen}
    menu.setEnabled(bool(coloured) and marks.writable)
    current = colours.pop() if len(colours) == 1 else None
    fill_with_colours(menu, meanings, lambda name: marks.recolour(coloured, name), current or "")


def fill_with_kinds_of(menu: QMenu, chosen: Sequence[Annotation], marks: Marks) -> None:
    """How marked text of those chosen can look."""
    marked = [one for one in chosen if one.body.highlight]
    menu.setEnabled(bool(marked) and marks.writable)
    styles = (
        (Highlight.SOLID, QCoreApplication.translate("CardMenu", "Highlight")),
        (Highlight.UNDERLINE, QCoreApplication.translate("CardMenu", "Underline")),
        (Highlight.STRIKETHROUGH, QCoreApplication.translate("CardMenu", "Strike out")),
        (Highlight.SQUIGGLY, QCoreApplication.translate("CardMenu", "Squiggly underline")),
    )
    group = QActionGroup(menu)
    for style, words in styles:
        action = menu.addAction(words)
        action.setCheckable(True)
        action.setChecked({one.body.highlight for one in marked} == {style})
        action.triggered.connect(lambda _on=False, style=style: marks.restyle([one.id for one in marked], style))
        group.addAction(action)
