"""The fields that appear in a card while it is edited."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QKeySequence, QMouseEvent, QResizeEvent, QTextCursor
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from zzpreader.model.checklist import box_at
from zzpreader.ui.notes.markdown import MarkdownHighlighter, go_on_with_list, toggle_sign, turn_box

_LEAST_LINES = 2
_MOST_LINES = 14
_ENTERS = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class NoteEditor(QPlainTextEdit):
    """Plain text in Markdown, which looks as it is meant; other programs' formatting stays outside.

    Ctrl+B and Ctrl+I make bold and italic, Ctrl+L or a click ticks a box, Enter goes on with a list.

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
        self._highlighter = MarkdownHighlighter(self.document())  # which owns it
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
        if event.key() == Qt.Key.Key_Escape:
            self.cancelled.emit()
        elif self.isReadOnly() or not self._mark_up(event):
            super().keyPressEvent(event)

    def _mark_up(self, event: QKeyEvent) -> bool:
        """Whether the key was one that adds Markdown."""
        cursor = self.textCursor()
        if event.matches(QKeySequence.StandardKey.Bold):
            toggle_sign(cursor, "**")
        elif event.matches(QKeySequence.StandardKey.Italic):
            toggle_sign(cursor, "*")
        elif _is_box_key(event):
            turn_box(cursor)
        elif event.key() not in _ENTERS or event.modifiers() or not go_on_with_list(cursor):
            return False
        self.setTextCursor(cursor)
        self.ensureCursorVisible()
        return True

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A click on a box ticks it."""
        super().mouseReleaseEvent(event)
        cursor = self.cursorForPosition(event.position().toPoint())
        box = box_at(cursor.block().text())
        plain = event.button() == Qt.MouseButton.LeftButton and not self.textCursor().hasSelection()
        if plain and not self.isReadOnly() and box and box.start <= cursor.positionInBlock() <= box.stop:
            at = self.textCursor()
            turn_box(cursor)
            self.setTextCursor(at)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._highlighter.dress(self.palette(), self.font())

    def event(self, event: QEvent) -> bool:
        # Ctrl+B means a bookmark elsewhere in the window; while one types it is this field's.
        if event.type() == QEvent.Type.ShortcutOverride and isinstance(event, QKeyEvent):
            bold, italic = QKeySequence.StandardKey.Bold, QKeySequence.StandardKey.Italic
            if event.matches(bold) or event.matches(italic) or _is_box_key(event):
                event.accept()
                return True
        return super().event(event)

    def _tell(self) -> None:
        text = self.toPlainText()
        if text != self._shown:  # highlighting changes formats, and Qt calls that a change of text
            self._shown = text
            self.written.emit(text)


class CommentEditor(NoteEditor):
    """In a card: as high as its text. Ctrl+Enter, Esc and leaving it end it. Signals: grown(), finished().

    Args:
        one_line: a name; Enter ends it too.
    """

    grown = Signal()
    finished = Signal()

    def __init__(self, parent: QWidget | None = None, *, one_line: bool = False) -> None:
        super().__init__(parent)
        self._one_line = one_line
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
        least, most = (1 if self._one_line else _LEAST_LINES) * spacing, _MOST_LINES * spacing
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
        if event.key() in _ENTERS and (control or self._one_line):
            self.finished.emit()
        else:
            super().keyPressEvent(event)


def _is_box_key(event: QKeyEvent) -> bool:
    return event.key() == Qt.Key.Key_L and event.modifiers() == Qt.KeyboardModifier.ControlModifier


def _utf16(text: str) -> int:
    """Qt counts UTF-16 units."""
    return len(text.encode("utf-16-le", "surrogatepass")) // 2
