"""The note sheet of a section, edited in place; every key goes to the marks, which save it."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPlainTextEdit, QVBoxLayout, QWidget

from zzpreader.model.sections import Section
from zzpreader.session.marks import Marks
from zzpreader.ui.notes.editors import NoteEditor


class Sheet(QWidget):
    """Signals: left() the keyboard is elsewhere."""

    left = Signal()

    def __init__(self, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._marks = marks
        self._section_id: str | None = None
        self._editor = NoteEditor()
        self._editor.setFrameShape(QPlainTextEdit.Shape.StyledPanel)
        self._editor.setAccessibleName(self.tr("Note on this section"))
        self._editor.written.connect(self._write)
        self._editor.left.connect(marks.finish_typing)
        self._editor.left.connect(self.left)
        self._editor.cancelled.connect(self._editor.clearFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self._editor)
        self.setFocusProxy(self._editor)
        self.show_section(None)

    @property
    def is_typed_in(self) -> bool:
        """Whether the keyboard is here and something has been written since the section came."""
        return self._editor.hasFocus() and self._editor.document().isModified()

    def show_section(self, section: Section | None) -> None:
        """The sheet of another section, of the whole publication for None."""
        self._marks.finish_typing()
        self._section_id = section.id if section else None
        sheet = self._marks.notebook.sheet(self._section_id)
        self._editor.start_with(sheet.body.value if sheet else "")
        self.allow_writing()

    def show_changes(self) -> None:
        """The notebook has changed; what stands here already is not touched."""
        sheet = self._marks.notebook.sheet(self._section_id)
        kept = sheet.body.value if sheet else ""
        if kept or self._editor.toPlainText().strip():  # blanks alone make no sheet, and are still being typed
            self._editor.show_text(kept)

    def _write(self, text: str) -> None:
        self._marks.write_sheet(self._section_id, text)

    def allow_writing(self) -> None:
        writable = self._marks.writable
        self._editor.setReadOnly(not writable)
        if not writable:
            words = self.tr("No note on this section.") if self._section_id else self.tr("No note on this publication.")
        elif self._section_id:
            words = self.tr(
                "Write here what you want to remember of this section. Markdown works: # heading, **bold**, - list."
            )
        else:
            words = self.tr("Write here what you want to remember of the whole publication. Markdown works.")
        self._editor.setPlaceholderText(words)
        self._editor.viewport().update()  # Qt repaints only the first line of the old words
