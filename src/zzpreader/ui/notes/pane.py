"""The notes beside the page: the note sheet of the section being read, and what is marked there."""

from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, cast

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QApplication, QLabel, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from zzpreader.model.annotation import Annotation
from zzpreader.model.notebook import Change
from zzpreader.model.order import Order
from zzpreader.model.sections import Section
from zzpreader.model.tags import STARTER_TAGS, proposals
from zzpreader.session.linking import Linking
from zzpreader.session.marks import Marks
from zzpreader.session.pages import Pages
from zzpreader.session.sections import Sections
from zzpreader.ui.empty import EmptyState
from zzpreader.ui.links.lines import LinkLines
from zzpreader.ui.notes.captions import Captions
from zzpreader.ui.notes.cards import CardList
from zzpreader.ui.notes.chosen_bar import ChosenBar
from zzpreader.ui.notes.filters import FilterBar
from zzpreader.ui.notes.layout import TAGS
from zzpreader.ui.notes.sheet import Sheet
from zzpreader.ui.notes.shown import ShownCards
from zzpreader.ui.rows import focus_rows
from zzpreader.ui.sizes import grown

if TYPE_CHECKING:
    from zzpreader.session.area_pictures import AreaPictures

_SIZES_PX = range(1 << 16)
"""Possible heights; others are none, and Qt counts no further than 32 bits."""

_FIRST_SIZES_PX = (210, 470)
_LEAST_LETTERS = 26
"""Of a line, about, in the narrowest pane that can be read."""


class NotesPane(QWidget):
    """
    Signals:
        go_to_annotation(str id).
        link_pressed(str address): a link in a note, as it was written, or the other end of a link; nothing has been
            done with it.
        link_wanted(str id), pin_wanted(str id), link_copy_wanted(str id): of a card.
        history_wanted(str id): the earlier versions of a note.
        source_wanted(list[Annotation]): these are to be copied with their sources.
        describe_wanted(str id): what is to be seen in an area is to be asked.
        cancelled(): of writing the sheet, by Esc.

    Args:
        areas: gives their pictures, if they are to be seen.

    Attributes:
        captions: of annotations, in words.
    """

    go_to_annotation = Signal(str)
    link_pressed = Signal(str)
    link_wanted = Signal(str)
    pin_wanted = Signal(str)
    link_copy_wanted = Signal(str)
    history_wanted = Signal(str)
    source_wanted = Signal(list)
    describe_wanted = Signal(str)
    cancelled = Signal()

    def __init__(
        self,
        marks: Marks,
        sections: Sections,
        pages: Pages,
        linking: Linking | None = None,
        areas: "Callable[[], AreaPictures] | None" = None,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        linking = linking or Linking(marks, sections, self)
        self._marks, self._sections = marks, sections
        self._reading: Section | None = None
        self._current = ""
        self._starters: Sequence[str] = STARTER_TAGS
        self._why = QLabel()
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._why.setWordWrap(True)
        self._why.hide()
        self._sheet = Sheet(marks, sections)
        self._filters = FilterBar()
        self.captions = self._captions = Captions(pages, self)
        self._shown = ShownCards(marks, sections, self._filters, self._captions, self)
        self.use_synonyms = self._shown.use_synonyms
        self._list = CardList(self._shown.model, marks, self._captions.caption, linking, areas)
        self._links = LinkLines(linking, marks)
        self._chosen = ChosenBar(marks, self._list.chosen)
        self._count, self._asked = QLabel(), QLabel()
        for label in (self._count, self._asked):
            label.setForegroundRole(QPalette.ColorRole.PlaceholderText)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self._asked.setWordWrap(True)
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self._connect(pages)
        self._load()

    def show_section(self, section: Section | None) -> None:
        """Which section is being read. While one writes here the pane stays with what is written about."""
        self._reading = section
        if not self._sheet.is_typed_in and self._list.edited_id is None:
            self._catch_up()

    def show_annotation(self, annotation_id: str) -> None:
        """Bring its card into sight, beyond the section or the filter if it is there, and make it current."""
        self._shown.settle()
        if self._list.show_annotation(annotation_id):
            return
        self._filters.clear()
        if not self._list.show_annotation(annotation_id):
            if section := self._section_of(annotation_id):
                self._turn_to(section)  # until one reads on
                self._shown.ask()
            else:
                self._filters.show_whole()
            self._list.show_annotation(annotation_id)

    def edit_annotation(self, annotation_id: str) -> None:
        """With the keyboard in its comment."""
        self.show_annotation(annotation_id)
        self._list.edit_field(annotation_id)

    def edit_tags(self, annotation_id: str) -> None:
        """With the keyboard in its tags."""
        self.show_annotation(annotation_id)
        self._list.edit_field(annotation_id, TAGS)

    def current_annotation(self) -> Annotation | None:
        """The card that is chosen, else the sheet of the section that is shown."""
        chosen = [] if self._sheet.has_keyboard else self._list.chosen()
        return chosen[0] if chosen else self._marks.notebook.sheet(self._shown.section and self._shown.section.id)

    def edit_sheet(self) -> None:
        """With the keyboard in the note sheet of the section being read."""
        self._sheet.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def put_headings(self) -> None:
        """The headings of the sections below the one being read, or of the lessons, in its note sheet."""
        self._sheet.put_headings()

    def minimumSizeHint(self) -> QSize:
        least = super().minimumSizeHint()
        return QSize(max(least.width(), self.fontMetrics().averageCharWidth() * _LEAST_LETTERS), least.height())

    def focus_list(self) -> None:
        if not focus_rows(self._list):
            self._sheet.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focused_annotation(self) -> str | None:
        """The current card, if the keyboard is in the list."""
        return self._list.current_id() if self._list.hasFocus() else None

    def copy_with_source(self) -> bool:
        """The cards that are chosen, if the keyboard is in the list."""
        if has_it := self._list.hasFocus() and bool(self._list.chosen()):
            self._list.copy_with_source()
        return has_it

    def set_meanings(self, meanings: Mapping[str, str]) -> None:
        """The reader's own words for the colours."""
        self._captions.meanings = self._list.meanings = self._chosen.meanings = meanings
        self._filters.show_meanings(meanings)
        self._shown.ask()
        self._shown.model.repaint()

    def set_starter_tags(self, tags: Sequence[str]) -> None:
        """Proposed while a tag is typed, before those in use."""
        self._starters = tags
        self._show_tags()

    def state(self) -> dict[str, object]:
        """For `restore`, as plain JSON."""
        return {
            "whole": self._filters.whole,
            "order": self._filters.order.value,
            "sizes": self._splitter.sizes(),
            "current": self._list.current_id(),
        }

    def restore(self, state: dict[str, object]) -> None:
        """As it was left, also if the notes come later."""
        if state.get("whole") is True:
            self._filters.show_whole()
        order = state.get("order")
        self._filters.sort_by(next((one for one in Order if one.value == order), Order.PLACE))
        sizes = state.get("sizes")
        if isinstance(sizes, list):
            possible = [size for size in cast("list[object]", sizes) if isinstance(size, int) and size in _SIZES_PX]
            self._splitter.setSizes(possible)
        self._current = str(state.get("current") or "")
        self._load()

    def _connect(self, pages: Pages) -> None:
        self._shown.loaded.connect(self._show_current)
        self._shown.changed.connect(self._show_rows)
        self._shown.tags_changed.connect(self._show_tags)
        self._list.go_to.connect(self._go)
        for theirs, ours in (
            (self._list.link_pressed, self.link_pressed),
            (self._links.pressed, self.link_pressed),
            (self._list.link_wanted, self.link_wanted),
            (self._list.pin_wanted, self.pin_wanted),
            (self._list.link_copy_wanted, self.link_copy_wanted),
            (self._list.source_wanted, self.source_wanted),
            (self._list.describe_wanted, self.describe_wanted),
        ):
            theirs.connect(ours)
        self._list.history.connect(self.history_wanted)
        self._list.begun.connect(self._keep)
        self._list.finished.connect(self._edited)
        self._list.chosen_changed.connect(self._chosen.show_count)
        self._chosen.tags.connect(self._list.ask_tags)
        self._chosen.delete.connect(self._list.delete_chosen)
        self._chosen.left.connect(self._list.choose_none)
        self._sheet.left.connect(self._catch_up)
        self._sheet.cancelled.connect(self.cancelled)
        self._marks.loaded.connect(self._load)
        self._marks.edited.connect(self._take)
        self._marks.read_only.connect(self._say_why)
        self._sections.changed.connect(self._load)
        pages.changed.connect(self._shown.model.repaint)

    def _lay_out(self) -> None:
        below = QWidget()
        inside = QVBoxLayout(below)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.setSpacing(6)
        for widget in (self._links, self._filters, self._asked, self._count, self._chosen):
            inside.addWidget(widget)
        inside.addWidget(self._stack, 1)
        self._splitter.addWidget(self._sheet)
        self._splitter.addWidget(below)
        self._splitter.setChildrenCollapsible(False)
        sheet, cards = _FIRST_SIZES_PX
        # Larger text gives the sheet some more, but a small screen has to show cards as well.
        self._splitter.setSizes([(3 * sheet + grown(sheet, self)) // 4, cards])
        self._splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 6, 6)
        column.setSpacing(6)
        column.addWidget(self._why)
        column.addWidget(self._splitter, 1)
        self.setFocusProxy(self._list)

    def _load(self) -> None:
        """Another notebook or another tree."""
        self._captions.edition = self._marks.edition
        tree = self._sections.tree
        if self._shown.section:
            self._shown.section = tree.get(self._shown.section.id)
        if self._reading:
            self._reading = tree.get(self._reading.id)
        self._shown.model.editable = self._marks.writable
        if self._marks.writable:
            self._why.hide()
        self._sheet.show_changes()
        self._sheet.allow_writing()
        self._filters.show_sections(tree)
        self._shown.load()

    def _show_current(self) -> None:
        if self._list.show_annotation(self._current):
            self._current = ""

    @property
    def _has_keys(self) -> bool:
        """Whether the keyboard is among the cards."""
        focus = QApplication.focusWidget()
        return focus is not None and (focus is self._list or self._list.isAncestorOf(focus))

    def _catch_up(self) -> None:
        if self._reading != self._shown.section:
            self._turn_to(self._reading)
            if not self._filters.whole:
                self._shown.ask()

    def _turn_to(self, section: Section | None) -> None:
        self._shown.section = section
        self._sheet.show_section(section)
        self._links.show_section(section.id if section else None)

    def _section_of(self, annotation_id: str) -> Section | None:
        one = self._marks.notebook.get(annotation_id)
        return self._sections.tree.get(one.target.scope) if one else None

    def _take(self, change: Change) -> None:
        self._sheet.take(change)
        before = {edit.id for edit in change.annotations}
        chosen = [] if change.typing else [one.id for one in self._list.chosen()]
        self._shown.take(change)
        if before.intersection(chosen):  # one that stands elsewhere now has left the choice on its way
            self._list.choose(chosen)

    def _keep(self, annotation_id: str) -> None:
        self._shown.kept_id = annotation_id

    def _edited(self) -> None:
        self._shown.let_go()
        if not self._has_keys:  # else the card would go from under the keyboard; reading on turns the pane
            self._catch_up()

    def _show_tags(self) -> None:
        self._filters.show_tags(self._shown.tags)
        self._list.propose_tags(proposals(self._shown.tags, self._starters))

    def _show_rows(self) -> None:
        total = len(self._shown)
        summary = self._filters.summary
        self._asked.setText(self.tr("Only: %1").replace("%1", summary))
        self._asked.setVisible(bool(summary))
        self._count.setText(self._captions.count(self._shown.found, total))
        self._count.setVisible(total > 0)
        self._say_why_empty()
        had_keys = self._has_keys
        self._stack.setCurrentWidget(self._list if self._shown.model.rows else self._empty)
        if had_keys and not self._shown.model.rows:
            self.focus_list()  # what has the keyboard is to be seen

    def _say_why_empty(self) -> None:
        if self._filters.asks:
            self._empty.say(self.tr("No note answers to this filter."), "filter")
        elif not self._marks.writable:
            self._empty.say(self.tr("Nothing is marked here."), "highlighter")
        elif self._shown.section and not self._filters.whole:
            self._empty.say(
                self.tr("Nothing is marked in this section yet. Select text and press H to mark it."), "highlighter"
            )
        elif len(self._shown) and len(self._sections.tree):
            words = self.tr("Nothing is marked outside the sections yet. Select text and press H to mark it.")
            self._empty.say(words, "highlighter")
        else:
            self._empty.say(self.tr("Nothing is marked yet. Select text and press H to mark it."), "highlighter")

    def _say_why(self, sentence: str) -> None:
        self._why.setText(sentence)
        self._why.show()
        self._shown.model.editable = False
        self._sheet.allow_writing()

    def _go(self, annotation_id: str) -> None:
        one = self._marks.notebook.get(annotation_id)
        if one and one.place:
            self.go_to_annotation.emit(annotation_id)
