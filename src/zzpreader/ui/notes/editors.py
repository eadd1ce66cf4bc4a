"""The fields that appear in a card while it is edited."""

from collections.abc import Sequence

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QAbstractItemView, QCompleter, QLineEdit, QPlainTextEdit, QWidget

from zzpreader.ui.notes.markdown import MarkdownHighlighter, toggle_bold

_LEAST_LINES = 2
_MOST_LINES = 14


class NoteEditor(QPlainTextEdit):
    """Plain text in Markdown; other programs' formatting stays outside.

    Signals: written(str) by every key, left(); cancelled() by Esc.
    """

    written = Signal(str)
    left = Signal()
    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setTabChangesFocus(True)
        self.setCenterOnScroll(False)
        self._shown = ""
        MarkdownHighlighter(self.document())  # which owns it
        self.textChanged.connect(self._tell)

    def show_text(self, text: str) -> None:
        """Show it, unless it is there already. Only what differs is replaced: the cursor and the undo steps stay."""
        old = self.toPlainText()
        if text == old:
            return
        first = next((n for n, (a, b) in enumerate(zip(old, text, strict=False)) if a != b), min(len(old), len(text)))
        most = min(len(old), len(text)) - first
        last = next((n for n in range(most) if old[-1 - n] != text[-1 - n]), most)
        self._shown = text
        cursor = QTextCursor(self.document())
        cursor.setPosition(_utf16(old[:first]))
        cursor.setPosition(_utf16(old[: len(old) - last]), QTextCursor.MoveMode.KeepAnchor)
        cursor.insertText(text[first : len(text) - last])

    def start_with(self, text: str) -> None:
        """Show it with nothing to undo."""
        self._shown = text
        self.setPlainText(text)
        self.document().clearUndoRedoStacks()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        if event.reason() != Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.matches(QKeySequence.StandardKey.Bold) and not self.isReadOnly():
            cursor = self.textCursor()
            toggle_bold(cursor)
            self.setTextCursor(cursor)
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # Ctrl+B means a bookmark elsewhere in the window; while one types it is this field's.
        is_shortcut = event.type() == QEvent.Type.ShortcutOverride
        if is_shortcut and isinstance(event, QKeyEvent) and event.matches(QKeySequence.StandardKey.Bold):
            event.accept()
            return True
        return super().event(event)

    def _tell(self) -> None:
        text = self.toPlainText()
        if text != self._shown:  # highlighting changes formats, and Qt calls that a change of text
            self._shown = text
            self.written.emit(text)


class CommentEditor(NoteEditor):
    """In a card: as high as its text. Ctrl+Enter, Esc and leaving it end it. Signals: grown(), finished()."""

    grown = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setFrameShape(QPlainTextEdit.Shape.StyledPanel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.document().documentLayout().documentSizeChanged.connect(self._tell_grown)

    def _tell_grown(self) -> None:
        most = _MOST_LINES * self.fontMetrics().lineSpacing()
        always_off, as_needed = Qt.ScrollBarPolicy.ScrollBarAlwaysOff, Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self.setVerticalScrollBarPolicy(as_needed if self._text_height(most) > most else always_off)
        self.grown.emit()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._tell_grown()  # other line ends

    @property
    def wanted_height(self) -> int:
        spacing = self.fontMetrics().lineSpacing()
        least, most = _LEAST_LINES * spacing, _MOST_LINES * spacing
        frame = 2 * self.frameWidth() + 2 * round(self.document().documentMargin())
        return round(min(max(self._text_height(most), least), most)) + frame + 2

    def _text_height(self, most: float) -> float:
        """In pixels; above `most` it is not counted further."""
        layout, block, height = self.document().documentLayout(), self.document().begin(), 0.0
        while block.isValid() and height <= most:
            height += layout.blockBoundingRect(block).height()
            block = block.next()
        return height

    def keyPressEvent(self, event: QKeyEvent) -> None:
        control = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if control and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        else:
            super().keyPressEvent(event)


class TagsEditor(QLineEdit):
    """Tags with commas between them; those used before are proposed. Signals: finished(), cancelled()."""

    finished = Signal()
    cancelled = Signal()

    def __init__(self, tags: Sequence[str], known: Sequence[str], parent: QWidget | None = None) -> None:
        super().__init__(", ".join(tags), parent)
        self.setPlaceholderText(self.tr("Tags, with commas between them"))
        self.setAccessibleName(self.tr("Tags, with commas between them"))
        self.setMaxLength(1000)
        self._completer = QCompleter(list(known), self)
        self._completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._completer.setFilterMode(Qt.MatchFlag.MatchContains)
        self._completer.setWidget(self)
        self._completer.activated.connect(self._complete)
        self.textEdited.connect(self._propose)

    @property
    def tags(self) -> list[str]:
        return [tag.strip().removeprefix("#") for tag in self.text().split(",") if tag.strip().removeprefix("#")]

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape) and self._is_proposing():
            event.ignore()  # the list of proposals takes it
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.finished.emit()
        elif event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        else:
            super().keyPressEvent(event)

    def _popup(self) -> QAbstractItemView:
        popup = self._completer.popup()
        assert popup  # made on the first call
        return popup

    def _is_proposing(self) -> bool:
        return self._popup().isVisible()

    def _last(self) -> str:
        return self.text()[: self.cursorPosition()].rpartition(",")[2].strip()

    def _propose(self) -> None:
        last = self._last()
        self._completer.setCompletionPrefix(last)
        if last and self._completer.completionCount():
            self._completer.complete()
        else:
            self._popup().hide()

    def _complete(self, tag: str) -> None:
        here = self.cursorPosition()
        before, comma, _ = self.text()[:here].rpartition(",")
        start = f"{before}{comma} {tag}" if comma else tag
        self.setText(f"{start}{self.text()[here:]}")
        self.setCursorPosition(len(start))


def _utf16(text: str) -> int:
    """Qt counts UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
