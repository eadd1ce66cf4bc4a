"""The note sheet of a section, edited in place; every key goes to the marks, which save it."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPalette
from PySide6.QtWidgets import QHBoxLayout, QPlainTextEdit, QSizePolicy, QVBoxLayout, QWidget

from zzpreader.model.annotation import Kind
from zzpreader.model.notebook import Change
from zzpreader.model.sections import Kind as SectionKind
from zzpreader.model.sections import Section
from zzpreader.model.skeleton import headings_for, with_headings
from zzpreader.session.marks import Marks
from zzpreader.session.sections import Sections
from zzpreader.ui.acting import doing
from zzpreader.ui.buttons import IconButton
from zzpreader.ui.notes.editors import NoteEditor
from zzpreader.ui.notes.heading import Heading
from zzpreader.ui.short_label import ShortLabel

_LEAST_LINES = 3


class Sheet(QWidget):
    """At the head what it is a note on. Signals: left() the keyboard is elsewhere; cancelled() by Esc."""

    left = Signal()
    cancelled = Signal()

    def __init__(self, marks: Marks, sections: Sections, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks, self._sections = marks, sections
        self._section: Section | None = None
        self._what, self._title = ShortLabel(), Heading()
        self._what.setForegroundRole(QPalette.ColorRole.PlaceholderText)
        for label in (self._what, self._title):
            label.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._outline = IconButton("list-tree", self.tr("Put headings in the note"))
        self._outline.clicked.connect(doing(self.put_headings))
        self._editor = NoteEditor()
        self._editor.setFrameShape(QPlainTextEdit.Shape.StyledPanel)
        self._editor.setMinimumHeight(_LEAST_LINES * self._editor.fontMetrics().lineSpacing() + 12)
        self._editor.written.connect(self._write)
        self._editor.left.connect(marks.finish_typing)
        self._editor.left.connect(self.left)
        self._editor.cancelled.connect(self.cancelled)
        self._lay_out()
        self.setFocusProxy(self._editor)
        self.show_section(None)

    @property
    def is_typed_in(self) -> bool:
        """Whether the keyboard is here and something has been written since the section came."""
        return self._editor.hasFocus() and self._editor.document().isModified()

    def show_section(self, section: Section | None) -> None:
        """The sheet of another section, of the whole publication for None."""
        self._marks.finish_typing()
        self._section = section
        sheet = self._marks.notebook.sheet(self._section_id)
        self._editor.start_with(sheet.body.value if sheet else "")
        if section is None:
            what = self.tr("Note on the publication")
        elif section.kind is SectionKind.LESSON:
            what = self.tr("Note on this lesson")
        else:
            what = self.tr("Note on this section")
        self._what.setText(what)
        self._editor.setAccessibleName(what)
        title = " ".join(section.title.split()) if section else self.tr("Whole publication")
        self._title.setText(title)
        self.allow_writing()

    def take(self, change: Change) -> None:
        """The notebook has changed."""
        for edit in change.annotations:
            one = edit.after or edit.before
            if one and one.kind is Kind.SHEET and one.target.scope == self._section_id:
                self.show_changes()

    def show_changes(self) -> None:
        """The notebook may be another; what stands here already is not touched."""
        sheet = self._marks.notebook.sheet(self._section_id)
        kept = sheet.body.value if sheet else ""
        if kept or self._editor.toPlainText().strip():  # blanks alone make no sheet, and are still being typed
            self._editor.show_text(kept)

    @property
    def has_keyboard(self) -> bool:
        return self._editor.hasFocus()

    def put_headings(self) -> None:
        """Those of the sections below this one, or of the lessons, behind what is written; one step."""
        before = self._editor.toPlainText()
        after = with_headings(before, headings_for(self._section, self._sections.tree))
        if after != before and self._marks.writable:
            self._marks.outline_sheet(self._section_id, after)
            self._editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def allow_writing(self) -> None:
        """As far as the notebook and the tree let."""
        writable = self._marks.writable
        headings = headings_for(self._section, self._sections.tree) if writable else []
        self._outline.setEnabled(bool(headings))
        self._editor.setReadOnly(not writable)
        if not writable:
            words = self.tr("No note on this section.") if self._section else self.tr("No note on this publication.")
        elif self._section and self._section.kind is SectionKind.LESSON:
            words = self.tr(
                "Write here what you want to remember of this lesson. Markdown works: # heading, **bold**, - list."
            )
        elif self._section:
            words = self.tr(
                "Write here what you want to remember of this section. Markdown works: # heading, **bold**, - list."
            )
        else:
            words = self.tr("Write here what you want to remember of the whole publication. Markdown works.")
        self._editor.setPlaceholderText(words)
        self._editor.viewport().update()  # Qt repaints only the first line of the old words

    @property
    def _section_id(self) -> str | None:
        return self._section.id if self._section else None

    def _write(self, text: str) -> None:
        self._marks.write_sheet(self._section_id, text)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._what)
        words.addWidget(self._title)
        head = QHBoxLayout()
        head.addLayout(words, 1)
        head.addWidget(self._outline, 0, Qt.AlignmentFlag.AlignTop)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addLayout(head)
        column.addWidget(self._editor, 1)
