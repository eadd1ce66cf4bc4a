"""What can be done at a spot of the page, as a menu."""

from collections.abc import Callable, Sequence
from functools import partial

from msgspec import Struct
from PySide6.QtGui import QAction, QGuiApplication
from PySide6.QtWidgets import QMenu, QWidget

from zzpreader.model.annotation import Annotation, Highlight, Kind
from zzpreader.session.marks import Marks
from zzpreader.ui.acting import doing
from zzpreader.ui.colour_menu import fill_with_colours
from zzpreader.ui.icons import icon
from zzpreader.ui.view.page_view import Spot

_SHORT = 40
_PICTURES = {
    Highlight.SOLID: "highlighter",
    Highlight.UNDERLINE: "underline",
    Highlight.STRIKETHROUGH: "strikethrough",
    Highlight.SQUIGGLY: "squiggly",
}


class Doings(Struct, frozen=True):
    """What the menu does with the selection, with a mark, or at the spot.

    Args:
        show_card: brings a note into view in the notes pane.
        edit, tags, describe: the comment on a mark; its tags; what is to be seen in an area.
        copy_mark: with its source.
        link, pin: a mark by its id, "" for the selection, to something; as evidence to a lesson.
    """

    mark: Callable[[Highlight, str], object]
    note: Callable[[], object]
    bookmark: Callable[[], object]
    copy: Callable[[], object]
    copy_with_source: Callable[[], object]
    area: Callable[[], object]
    show_card: Callable[[str], object]
    edit: Callable[[str], object]
    tags: Callable[[str], object]
    copy_mark: Callable[[Annotation], object]
    describe: Callable[[str], object]
    link: Callable[[str], object]
    pin: Callable[[str], object]
    copy_link: Callable[[str], object]
    copy_page_link: Callable[[], object]


class PageMenu(QMenu):
    """
    Args:
        spot: where it is asked for.
        selected: whether text is selected.
        keys: actions of the page with single letters as keys; they rest while the menu is open, for its letters come
            to the page first.
    """

    def __init__(
        self,
        spot: Spot,
        marks: Marks,
        meanings: dict[str, str],
        doings: Doings,
        *,
        selected: bool,
        keys: Sequence[QAction] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._marks, self._meanings, self._doings = marks, meanings, doings
        self._keys = [action for action in keys if action.isEnabled()]
        self.aboutToShow.connect(partial(self._let_keys_work, on=False))
        self.aboutToHide.connect(partial(self._let_keys_work, on=True))
        if selected:
            self._about_selection()
        self._about_marks([found for id_ in spot.annotations if (found := marks.notebook.get(id_))])
        if spot.address:
            self._do(self, self.tr("Copy &address"), partial(QGuiApplication.clipboard().setText, spot.address))
            self.addSeparator()
        words = self.tr("&Note on the selection") if selected else self.tr("&Note here")
        self._do(self, words, doings.note, changes=True)
        self._do(self, self.tr("&Bookmark here…"), doings.bookmark, changes=True)
        words = self.tr("Mark &area around the selection") if selected else self.tr("Mark &area")
        self._do(self, words, doings.area, changes=True)
        self._do(self, self.tr("Copy lin&k to this page"), doings.copy_page_link)

    def _about_selection(self) -> None:
        self._do(self, self.tr("&Copy"), self._doings.copy)
        self._do(self, self.tr("Copy with &source"), self._doings.copy_with_source)
        self._colours(self, self.tr("&Highlight"), partial(self._doings.mark, Highlight.SOLID))
        self._do(self, self.tr("&Pin as evidence of a lesson…"), partial(self._doings.pin, ""), changes=True)
        self._styles(self, self.tr("Mark &otherwise"), lambda style: self._doings.mark(style, ""), solid=False)
        self.addSeparator()

    def _about_marks(self, found: Sequence[Annotation]) -> None:
        """Of several on top of each other each has a menu of its own, the uppermost first."""
        for annotation in found:
            menu = self if len(found) == 1 else self.addMenu(self._named(annotation))
            self._about(menu, annotation)
        if found:
            self.addSeparator()

    def _named(self, annotation: Annotation) -> str:
        """Its kind, and the words by which a reader knows it."""
        kinds = {
            Kind.HIGHLIGHT: self.tr("Highlight"),
            Kind.UNDERLINE: self.tr("Underline"),
            Kind.STRIKEOUT: self.tr("Strike-out"),
            Kind.SQUIGGLY: self.tr("Squiggly underline"),
            Kind.AREA: self.tr("Area"),
            Kind.NOTE: self.tr("Note"),
            Kind.BOOKMARK: self.tr("Bookmark"),
        }
        kind = kinds.get(annotation.kind, self.tr("Mark"))
        words = " ".join((annotation.quote or annotation.body.value or annotation.body.description).split())
        short = words if len(words) <= _SHORT else words[:_SHORT].rstrip() + "…"
        return (f"{kind}: {short}" if short else kind).replace("&", "&&")

    def _about(self, menu: QMenu, annotation: Annotation) -> None:
        id_, body = annotation.id, annotation.body
        self._do(menu, self.tr("Show in the no&tes"), partial(self._doings.show_card, id_))
        if annotation.kind is not Kind.BOOKMARK:
            self._do(menu, self.tr("&Edit comment"), partial(self._doings.edit, id_), changes=True)
        self._do(menu, self.tr("Ta&gs…"), partial(self._doings.tags, id_), changes=True)
        if annotation.kind is Kind.AREA:
            self._do(menu, self.tr("Desc&ribe area…"), partial(self._doings.describe, id_), changes=True)
        self._do(menu, self.tr("&Link to…"), partial(self._doings.link, id_), changes=True)
        if annotation.kind is not Kind.BOOKMARK:
            self._do(menu, self.tr("P&in as evidence of a lesson…"), partial(self._doings.pin, id_), changes=True)
        self._do(menu, self.tr("Copy link to t&his"), partial(self._doings.copy_link, id_))
        if annotation.quote:
            self._do(menu, self.tr("Copy &quote"), partial(QGuiApplication.clipboard().setText, annotation.quote))
            self._do(menu, self.tr("Copy with &source"), partial(self._doings.copy_mark, annotation))
        if body.color:
            self._colours(menu, self.tr("C&olour"), partial(self._marks.recolour, [id_]), body.color)
        if body.highlight and annotation.kind is not Kind.AREA:
            self._styles(menu, self.tr("&Kind"), partial(self._marks.restyle, [id_]), current=body.highlight)
        self._do(menu, self.tr("&Delete"), partial(self._marks.delete, [id_]), changes=True)

    def _colours(self, menu: QMenu, title: str, act: Callable[[str], object], current: str | None = None) -> None:
        colours = menu.addMenu(title)
        colours.setEnabled(self._marks.writable)
        fill_with_colours(colours, self._meanings, act, current)

    def _styles(
        self,
        menu: QMenu,
        title: str,
        act: Callable[[Highlight], object],
        *,
        solid: bool = True,
        current: Highlight | None = None,
    ) -> None:
        styles = menu.addMenu(title)
        styles.setEnabled(self._marks.writable)
        words = {
            Highlight.SOLID: self.tr("&Highlight"),
            Highlight.UNDERLINE: self.tr("&Underline"),
            Highlight.STRIKETHROUGH: self.tr("&Strike out"),
            Highlight.SQUIGGLY: self.tr("S&quiggly underline"),
        }
        for style, name in words.items():
            if style is not Highlight.SOLID or solid:
                action = styles.addAction(icon(_PICTURES[style]), name)
                action.setCheckable(current is not None)
                action.setChecked(style is current)
                action.triggered.connect(doing(partial(act, style)))

    def _do(self, menu: QMenu, words: str, act: Callable[[], object], *, changes: bool = False) -> None:
        action = menu.addAction(words)
        action.setEnabled(self._marks.writable or not changes)
        action.triggered.connect(doing(act))

    def _let_keys_work(self, *, on: bool) -> None:
        for action in self._keys:
            action.setEnabled(on)
