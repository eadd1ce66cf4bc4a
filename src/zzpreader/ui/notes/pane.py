"""The notes beside the page: the note sheet of the section being read, and what is marked there."""

from bisect import insort
from collections.abc import Mapping
from typing import cast

from msgspec.structs import replace
from PySide6.QtCore import QLocale, Qt, QTimer, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QLabel, QSizePolicy, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from zzpreader.model.annotation import Annotation, Kind
from zzpreader.model.notebook import Change, document_order
from zzpreader.model.sections import Section
from zzpreader.session.marks import Marks
from zzpreader.session.pages import Pages
from zzpreader.session.sections import Sections
from zzpreader.ui.colours import meaning
from zzpreader.ui.empty import EmptyState
from zzpreader.ui.filtering import filter_for, folded
from zzpreader.ui.notes.cards import CardList
from zzpreader.ui.notes.delegate import known_tags
from zzpreader.ui.notes.filters import FilterBar
from zzpreader.ui.notes.model import CardModel, Row
from zzpreader.ui.notes.sheet import Sheet

_SORT_ANEW = 50
"""Edits at once, from which sorting all is cheaper than putting each in its place."""

_FOLDED_AT_ONCE = 100

_SIZES_PX = range(1 << 16)
"""Possible heights; others are none, and Qt counts no further than 32 bits."""


class NotesPane(QWidget):
    """Signals: go_to_annotation(str id)."""

    go_to_annotation = Signal(str)

    def __init__(self, marks: Marks, sections: Sections, pages: Pages, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._sections, self._pages = marks, sections, pages
        self._section: Section | None = None
        self._reading: Section | None = None
        self._meanings: Mapping[str, str] = {}
        self._ordered: list[Annotation] = []
        self._current = ""
        self._title = QLabel()
        self._title.setTextFormat(Qt.TextFormat.PlainText)
        self._title.setWordWrap(True)
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        bold = self._title.font()
        bold.setBold(True)
        self._title.setFont(bold)
        self._why = QLabel()
        self._why.setTextFormat(Qt.TextFormat.PlainText)
        self._why.setWordWrap(True)
        self._why.hide()
        self._sheet = Sheet(marks)
        self._filters = FilterBar()
        self._model = CardModel(self._spoken, self)
        self._list = CardList(self._model, marks, self._caption)
        self._count = QLabel()
        self._count.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        self._empty = EmptyState()
        self._stack = QStackedWidget()
        self._stack.addWidget(self._list)
        self._stack.addWidget(self._empty)
        self._splitter = QSplitter(Qt.Orientation.Vertical)
        self._lay_out()
        self._unread: list[Annotation] = []
        self._reader = QTimer(self)
        self._reader.setInterval(0)
        self._reader.timeout.connect(self._read_on)
        self._filters.changed.connect(self._filter_soon)
        self._list.go_to.connect(self._go)
        self._list.finished.connect(self._catch_up)
        self._sheet.left.connect(self._catch_up)
        marks.loaded.connect(self._load)
        marks.edited.connect(self._take)
        marks.read_only.connect(self._say_why)
        sections.changed.connect(self._load)
        pages.changed.connect(self._model.repaint)
        self._load()

    def show_section(self, section: Section | None) -> None:
        """Which section is being read. While one writes here the pane stays with what is written about."""
        self._reading = section
        if not self._sheet.is_typed_in and self._list.edited_id is None:
            self._catch_up()

    def show_annotation(self, annotation_id: str) -> None:
        """Bring its card into sight, beyond the section or the filter if it is there, and make it current."""
        if self._list.show_annotation(annotation_id):
            return
        self._filters.clear()
        if not self._list.show_annotation(annotation_id):
            self._filters.show_whole()
            self._list.show_annotation(annotation_id)

    def edit_annotation(self, annotation_id: str) -> None:
        """With the keyboard in its comment."""
        self.show_annotation(annotation_id)
        self._list.edit_field(annotation_id)

    def edit_sheet(self) -> None:
        """With the keyboard in the note sheet of the section being read."""
        self._sheet.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def focus_list(self) -> None:
        shown = self._list if self._stack.currentWidget() is self._list else self._sheet
        shown.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_meanings(self, meanings: Mapping[str, str]) -> None:
        """The reader's own words for the colours."""
        self._meanings = meanings
        self._filters.show_meanings(meanings)
        self._model.repaint()

    def state(self) -> dict[str, object]:
        """For `restore`, as plain JSON."""
        return {"whole": self._filters.whole, "sizes": self._splitter.sizes(), "current": self._list.current_id()}

    def restore(self, state: dict[str, object]) -> None:
        """As it was left, also if the notes come later."""
        if state.get("whole") is True:
            self._filters.show_whole()
        sizes = state.get("sizes")
        if isinstance(sizes, list):
            possible = [size for size in cast("list[object]", sizes) if isinstance(size, int) and size in _SIZES_PX]
            self._splitter.setSizes(possible)
        self._current = str(state.get("current") or "")
        self._load()

    def _lay_out(self) -> None:
        below = QWidget()
        inside = QVBoxLayout(below)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.setSpacing(6)
        inside.addWidget(self._filters)
        inside.addWidget(self._count)
        inside.addWidget(self._stack, 1)
        self._splitter.addWidget(self._sheet)
        self._splitter.addWidget(below)
        self._splitter.setChildrenCollapsible(False)
        self._splitter.setSizes([180, 500])
        self._splitter.setStretchFactor(1, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 8, 6, 6)
        column.setSpacing(6)
        for widget in (self._title, self._why):
            column.addWidget(widget)
        column.addWidget(self._splitter, 1)
        self.setFocusProxy(self._list)

    def _load(self) -> None:
        """Another notebook or another tree."""
        tree = self._sections.tree
        self._ordered = self._marks.notebook.in_order(tree)
        if self._section:
            self._section = tree.get(self._section.id)
        if self._reading:
            self._reading = tree.get(self._reading.id)
        self._model.editable = self._marks.writable
        if self._marks.writable:
            self._why.hide()
        self._sheet.show_changes()
        self._sheet.allow_writing()
        self._filters.show_tags(known_tags(self._marks))
        self._filter()
        if self._list.show_annotation(self._current):
            self._current = ""

    def _catch_up(self) -> None:
        if self._reading == self._section and self._title.text():
            return
        self._section = self._reading
        self._sheet.show_section(self._section)
        self._filter()

    def _take(self, change: Change) -> None:
        tree = self._sections.tree
        before = [edit.before for edit in change.annotations if edit.before]
        after = [edit.after for edit in change.annotations if edit.after]
        if len(change.annotations) > _SORT_ANEW:
            self._ordered = self._marks.notebook.in_order(tree)
        else:
            gone = {one.id for one in before}
            self._ordered = [one for one in self._ordered if one.id not in gone]
            for one in after:
                insort(self._ordered, one, key=lambda one: document_order(one, tree))
        self._sheet.show_changes()
        if [one.body.tags for one in before] != [one.body.tags for one in after]:
            self._filters.show_tags(known_tags(self._marks))
        # A card that is being written in stays, whatever the filter says of its new words.
        typed = change.typing and change.typing == self._list.edited_id
        if not (typed and len(after) == 1 and self._model.replace(after[0])):
            self._filter()

    def _filter_soon(self) -> None:
        """What is searched for words is folded first, which takes long the first time: a few at a time."""
        if filter_for(self._filters.words):
            self._unread = list(self._ordered)
            self._reader.start()
            self._read_on()
        else:
            self._reader.stop()
            self._filter()

    def _read_on(self) -> None:
        now, self._unread = self._unread[:_FOLDED_AT_ONCE], self._unread[_FOLDED_AT_ONCE:]
        for one in now:
            folded(_words_of(one))
        if not self._unread:
            self._reader.stop()
            self._filter()

    def _filter(self) -> None:
        rows, found = self._rows()
        self._model.show_rows(rows)
        self._show_count(found)
        self._title.setText(self._section.title if self._section else self.tr("Whole publication"))
        self._say_why_empty()
        self._stack.setCurrentWidget(self._list if rows else self._empty)

    def _rows(self) -> tuple[list[Row], int]:
        """The cards that are wanted under their headings, and how many there are."""
        whole = self._filters.whole
        wanted = replace(self._filters.wanted, scopes=None if whole else self._scopes())
        has_words = filter_for(self._filters.words)
        here = self._section.id if self._section else None
        rows: list[Row] = []
        found, last = 0, None if whole else here
        for one in self._ordered:
            in_sheet = not whole and one.kind is Kind.SHEET and one.target.scope == here
            if in_sheet or not wanted.has(one) or (has_words and not has_words(_words_of(one))):
                continue
            if one.target.scope != last:
                last = one.target.scope
                if section := self._sections.tree.get(last):
                    rows.append(section)
            rows.append(one)
            found += 1
        return rows, found

    def _scopes(self) -> frozenset[str | None]:
        """The section being read and those below it."""
        if self._section is None:
            return frozenset((None,))
        return frozenset(section.id for section in self._sections.tree.within(self._section))

    def _show_count(self, found: int) -> None:
        total = len(self._ordered)
        numbers = QLocale()
        if found == total:
            words = self.tr("%n note(s)", "", total)
        else:
            words = self.tr("%1 of %n note(s)", "", total).replace("%1", numbers.toString(found))
        self._count.setText(words)
        self._count.setVisible(total > 0)

    def _say_why_empty(self) -> None:
        if self._filters.asks:
            self._empty.say(self.tr("No note answers to this filter."), "filter")
        elif not self._marks.writable:
            self._empty.say(self.tr("Nothing is marked here."), "highlighter")
        elif self._filters.whole or self._section is None:
            self._empty.say(self.tr("Nothing is marked yet. Select text and press H to mark it."), "highlighter")
        else:
            self._empty.say(
                self.tr("Nothing is marked in this section yet. Select text and press H to mark it."), "highlighter"
            )

    def _say_why(self, sentence: str) -> None:
        self._why.setText(sentence)
        self._why.show()
        self._model.editable = False
        self._sheet.allow_writing()

    def _go(self, annotation_id: str) -> None:
        one = self._marks.notebook.get(annotation_id)
        if one and one.place:
            self.go_to_annotation.emit(annotation_id)

    def _caption(self, annotation: Annotation) -> str:
        kinds = {
            Kind.NOTE: self.tr("Note"),
            Kind.SHEET: self.tr("Note on the section"),
            Kind.BOOKMARK: self.tr("Bookmark"),
        }
        color = annotation.body.color
        words = meaning(color, self._meanings) if color else kinds.get(annotation.kind, self.tr("Mark"))
        page = self._page(annotation)
        return f"{words} · " + self.tr("p. %1").replace("%1", page) if page else words

    def _page(self, annotation: Annotation) -> str:
        place = annotation.place
        return self._pages.labels.shown(place.page, place.half) if place else ""

    def _spoken(self, annotation: Annotation) -> str:
        kinds = {
            Kind.HIGHLIGHT: self.tr("Highlight"),
            Kind.UNDERLINE: self.tr("Underline"),
            Kind.STRIKEOUT: self.tr("Strike-out"),
            Kind.SQUIGGLY: self.tr("Squiggly underline"),
        }
        body = annotation.body
        words = [kinds.get(annotation.kind, ""), self._caption(annotation), annotation.quote, body.value, *body.tags]
        return ", ".join(word for word in words if word)


def _words_of(annotation: Annotation) -> str:
    return " ".join((annotation.quote, annotation.body.value, *annotation.body.tags))
