"""The column of text: scrolled by screens, selected by mouse and keys, with marks, hits and links laid over it."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QPoint, QPointF, Qt, Signal
from PySide6.QtGui import (
    QColor,
    QContextMenuEvent,
    QFocusEvent,
    QKeyEvent,
    QMouseEvent,
    QPainter,
    QPaintEvent,
    QPalette,
    QPen,
    QResizeEvent,
    QTextCursor,
    QWheelEvent,
)
from PySide6.QtWidgets import QFrame, QTextBrowser, QTextEdit, QWidget

from zzpreader.ui.reflow.look import BEAM, HAND, Look
from zzpreader.ui.view import inks

_RING_PX = 2
_LEAST_MARGIN_PX = 28
_LINES_KEPT = 1.5
"""Of what was read stays in view when a screen further is scrolled."""

_KEYS_OF_PAGES = {Qt.Key.Key_PageDown: 1, Qt.Key.Key_PageUp: -1}
_ARROWS = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}


class ColumnBrowser(QTextBrowser):
    """
    Signals:
        scrolled(): by the reader; not by `show_position`.
        beyond(int): one wants to read on past the end, or back before the start.
        pressed_at(int): a click on that position of the text, with nothing selected.
        selected(): something is selected, and the hand is off the mouse or the key.
        bar_wanted(): the keyboard goes to what can be done with it.
        escaped(): Esc, with nothing to let go.
        menu_wanted(QPoint, int): at the global position, about that position of the text.
        hovered(int | None): the pointer is over that position of the text; None beside it.
        sized(int): Ctrl and the wheel; steps of size.
        left(): the keyboard goes elsewhere; focused(): it comes.
        painted().

    Attributes:
        has_caret: whether arrows move a text cursor, rather than the paper.
        is_link: whether a position of the text is part of a link.
        side_px: white at the left and at the right of the text.
    """

    scrolled = Signal()
    beyond = Signal(int)
    pressed_at = Signal(int)
    selected = Signal()
    bar_wanted = Signal()
    escaped = Signal()
    menu_wanted = Signal(QPoint, int)
    hovered = Signal(object)
    sized = Signal(int)
    focused = Signal()
    painted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.has_caret = False
        self.is_link: Callable[[int], bool] = lambda _position: False
        self.icons: Callable[[QPainter], None] = lambda _painter: None
        self.side_px = _LEAST_MARGIN_PX
        self.document().setDocumentMargin(0)
        self._is_led = False
        self._ground = QColor(Qt.GlobalColor.white)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setReadOnly(True)
        self.setOpenLinks(False)
        self.setUndoRedoEnabled(False)
        flags = Qt.TextInteractionFlag
        self.setTextInteractionFlags(flags.TextSelectableByMouse | flags.TextSelectableByKeyboard)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setCursorWidth(0)
        self.viewport().setMouseTracking(True)
        self.setAccessibleName(self.tr("Text of this section"))
        self.verticalScrollBar().valueChanged.connect(self._tell_scrolled)

    def set_look(self, look: Look) -> None:
        self._ground = inks.paper_colour(look.paper)
        palette = QPalette(self.palette())
        palette.setColor(QPalette.ColorRole.Base, self._ground)
        palette.setColor(QPalette.ColorRole.Text, look.ink)
        self.setPalette(palette)
        self._width_px = look.width_px
        self._set_margins()

    def set_caret(self, on: bool) -> None:
        self.has_caret = on
        self.setCursorWidth(2 if on else 0)
        if on:
            self._caret_into_view()
            self.setFocus()

    def lay_over(self, layers: Sequence[tuple[int, int, QTextEdit.ExtraSelection]]) -> None:
        """Args: layers: start and end of the text, and how it looks there."""
        found: list[QTextEdit.ExtraSelection] = []
        length = self.document().characterCount() - 1
        for start, end, layer in layers:
            cursor = QTextCursor(self.document())
            cursor.setPosition(min(start, length))
            cursor.setPosition(min(end, length), QTextCursor.MoveMode.KeepAnchor)
            layer.cursor = cursor  # type: ignore[assignment]
            found.append(layer)
        self.setExtraSelections(found)

    # what is where

    @property
    def top_position(self) -> int:
        """Of the text: the first that is wholly in view."""
        line = self.fontMetrics().height() // 2
        return self.cursorForPosition(QPoint(self.side_px + 2, line)).position()

    def y_of(self, position: int) -> float:
        """In the viewport."""
        cursor = QTextCursor(self.document())
        cursor.setPosition(min(position, self.document().characterCount() - 1))
        return float(self.cursorRect(cursor).top())

    def show_position(self, position: int, share: float = 0.0) -> None:
        """Scroll so that it stands at the top, or a share of the height below it."""
        self._is_led = True
        bar = self.verticalScrollBar()
        lower = round(self.y_of(position) - share * self.viewport().height()) - 6
        bar.setValue(bar.value() + lower if position else bar.minimum())
        self._is_led = False
        if not self.textCursor().hasSelection():
            self._caret_into_view()

    def show_end(self) -> None:
        self._is_led = True
        self.verticalScrollBar().setValue(self.verticalScrollBar().maximum())
        self._is_led = False

    def turn_screen(self, step: int) -> None:
        bar = self.verticalScrollBar()
        end = bar.maximum() if step > 0 else bar.minimum()
        if bar.value() == end:
            self.beyond.emit(step)
            return
        kept = round(_LINES_KEPT * self.fontMetrics().height() * 1.5)
        bar.setValue(bar.value() + step * max(self.viewport().height() - kept, bar.singleStep()))

    def _caret_into_view(self) -> None:
        if not self.viewport().rect().contains(self.cursorRect().center()):
            cursor = self.textCursor()
            cursor.setPosition(self.top_position)
            bar = self.verticalScrollBar()
            before = bar.value()
            self._is_led = True
            self.setTextCursor(cursor)
            bar.setValue(before)
            self._is_led = False

    def _tell_scrolled(self) -> None:
        self.viewport().update()  # Qt moves what is painted, and the frame and the icons stay where they are
        if not self._is_led:
            self.scrolled.emit()

    def _set_margins(self) -> None:
        spare = (self.width() - self.verticalScrollBar().width() - self._width_px) / 2
        self.side_px = max(round(spare), _LEAST_MARGIN_PX)
        root = self.document().rootFrame()
        form = root.frameFormat()
        form.setLeftMargin(self.side_px)
        form.setRightMargin(self.side_px)
        form.setTopMargin(_LEAST_MARGIN_PX)
        form.setBottomMargin(_LEAST_MARGIN_PX)
        root.setFrameFormat(form)

    _width_px = 600.0

    # Qt

    def resizeEvent(self, event: QResizeEvent) -> None:
        top = self.top_position
        self._set_margins()
        super().resizeEvent(event)
        self.show_position(top)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        painter = QPainter(self.viewport())
        painter.save()
        self.icons(painter)
        painter.restore()
        if self.hasFocus():
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Highlight), _RING_PX))
            inset = _RING_PX // 2
            painter.drawRect(self.viewport().rect().adjusted(inset, inset, -inset, -inset))
        painter.end()
        self.painted.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key, shift = Qt.Key(event.key()), event.modifiers() & Qt.KeyboardModifier.ShiftModifier
        bar = self.verticalScrollBar()
        if key is Qt.Key.Key_Escape:
            self._let_go()
        elif key is Qt.Key.Key_Space:
            self.turn_screen(-1 if shift else 1)
        elif key in _KEYS_OF_PAGES and not shift:
            self.turn_screen(_KEYS_OF_PAGES[key])
        elif key in _ARROWS and not shift and not self.has_caret:
            step = _ARROWS[key]
            if bar.value() == (bar.maximum() if step > 0 else bar.minimum()):
                self.beyond.emit(step)
            else:
                bar.setValue(bar.value() + step * 2 * bar.singleStep())
        elif key in (Qt.Key.Key_Home, Qt.Key.Key_End) and not shift and not self.has_caret:
            bar.setValue(bar.minimum() if key is Qt.Key.Key_Home else bar.maximum())
        elif key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.textCursor().hasSelection():
                self.bar_wanted.emit()
            else:
                self.pressed_at.emit(self.textCursor().position())
        else:
            super().keyPressEvent(event)

    def keyReleaseEvent(self, event: QKeyEvent) -> None:
        super().keyReleaseEvent(event)
        if event.key() == Qt.Key.Key_Shift and self.textCursor().hasSelection():
            self.selected.emit()

    def _let_go(self) -> None:
        cursor = self.textCursor()
        if cursor.hasSelection():
            cursor.clearSelection()
            self.setTextCursor(cursor)
        else:
            self.escaped.emit()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        super().mouseReleaseEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton:
            return
        if self.textCursor().hasSelection():
            self.selected.emit()
        elif (position := self._position_under(event.position())) is not None:
            self.pressed_at.emit(position)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        super().mouseMoveEvent(event)
        position = self._position_under(event.position())
        self.viewport().setCursor(HAND if position is not None and self.is_link(position) else BEAM)
        self.hovered.emit(position)

    def leaveEvent(self, event: QEvent) -> None:
        super().leaveEvent(event)
        self.hovered.emit(None)

    def _position_under(self, spot: QPointF) -> int | None:
        """Of the letter under the pointer; None beside the text."""
        at = (
            self.document()
            .documentLayout()
            .hitTest(
                QPointF(spot.x() + self.horizontalScrollBar().value(), spot.y() + self.verticalScrollBar().value()),
                Qt.HitTestAccuracy.ExactHit,
            )
        )
        return at if at >= 0 else None

    def wheelEvent(self, event: QWheelEvent) -> None:
        if event.modifiers() & Qt.KeyboardModifier.ControlModifier:
            self.sized.emit(1 if event.angleDelta().y() > 0 else -1)
            event.accept()
        else:
            super().wheelEvent(event)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        spot = event.pos()
        if event.reason() is QContextMenuEvent.Reason.Keyboard:
            spot = self.cursorRect().bottomLeft()
        self.menu_wanted.emit(self.viewport().mapToGlobal(spot), self.cursorForPosition(spot).position())

    def focusInEvent(self, event: QFocusEvent) -> None:
        super().focusInEvent(event)
        self.viewport().update()
        self.focused.emit()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.viewport().update()
