"""The small bar beside a finished selection: colours, lines, note, copy."""

from collections.abc import Mapping

from PySide6.QtCore import QEvent, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QIcon, QKeyEvent, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QFrame, QHBoxLayout, QToolButton, QWidget

from zzpreader.model.annotation import Highlight
from zzpreader.model.legend import COLOURS, Colour
from zzpreader.ui.buttons import LEAST_PX, IconButton, as_tooltip
from zzpreader.ui.colours import colour_name, meaning

_AWAY_PX = 8
_SWATCH_PX = 20


class SelectionBar(QFrame):
    """
    Signals:
        marked(Highlight, str): mark it this way, in the colour of that name, "" for the one used last.
        noted(): write a note on it.
        copied(), source_copied(): copy it, the latter with its source.
        left(): Escape was pressed.
    """

    marked = Signal(object, str)
    noted = Signal()
    copied = Signal()
    source_copied = Signal()
    left = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._view = parent
        self.setFrameShape(QFrame.Shape.StyledPanel)
        self.setAutoFillBackground(True)
        self.setCursor(Qt.CursorShape.ArrowCursor)
        self.setAccessibleName(self.tr("Selected text"))
        self._swatches: dict[str, QToolButton] = {}
        row = QHBoxLayout(self)
        row.setContentsMargins(4, 4, 4, 4)
        row.setSpacing(2)
        for colour in COLOURS:
            self._swatches[colour.name] = swatch = self._swatch(colour)
            row.addWidget(swatch)
        row.addWidget(_line())
        for picture, words, highlight in (
            ("underline", self.tr("Underline"), Highlight.UNDERLINE),
            ("strikethrough", self.tr("Strike out"), Highlight.STRIKETHROUGH),
            ("squiggly", self.tr("Squiggly underline"), Highlight.SQUIGGLY),
        ):
            button = IconButton(picture, words)
            button.clicked.connect(lambda _checked=False, highlight=highlight: self.marked.emit(highlight, ""))
            row.addWidget(button)
        row.addWidget(_line())
        self._notes = [
            *(button for button in self.findChildren(QToolButton)),
            note := IconButton("message-square-plus", self.tr("Write a note"), "N"),
        ]
        note.clicked.connect(self.noted)
        row.addWidget(note)
        copy = IconButton("copy", self.tr("Copy"), "Ctrl+C")
        copy.clicked.connect(self.copied)
        row.addWidget(copy)
        source = IconButton("quote", self.tr("Copy with source"), "Ctrl+Shift+C")
        source.clicked.connect(self.source_copied)
        row.addWidget(source)
        self.set_meanings({})
        self.hide()

    def set_meanings(self, meanings: Mapping[str, str]) -> None:
        """Args: meanings: the reader's words for the colours, by name."""
        for name, swatch in self._swatches.items():
            words = (
                self.tr("Highlight: %1 (%2)").replace("%1", meaning(name, meanings)).replace("%2", colour_name(name))
            )
            swatch.setToolTip(as_tooltip(words))
            swatch.setAccessibleName(words)

    def focus_first(self) -> None:
        first = next((button for button in self.findChildren(QToolButton) if button.isEnabled()), None)
        if first:
            first.setFocus(Qt.FocusReason.TabFocusReason)

    def set_writable(self, writable: bool) -> None:
        """Without the right to write one can still copy."""
        for button in self._notes:
            button.setEnabled(writable)

    def show_beside(self, first: QRect, last: QRect) -> None:
        """Below the last line of the selection, else above the first, else in the corner: never over either of them."""
        room = self._view.rect().adjusted(_AWAY_PX, _AWAY_PX, -_AWAY_PX, -_AWAY_PX)
        size = self.sizeHint()
        x = min(max(last.right() - size.width() // 2, room.left()), room.right() - size.width())
        below, above = last.bottom() + _AWAY_PX, first.top() - _AWAY_PX - size.height()
        if below + size.height() <= room.bottom() and below >= room.top():
            y = below
        elif above >= room.top():
            y = above
        else:
            y = room.bottom() - size.height()
        self.setGeometry(QRect(x, y, size.width(), size.height()))
        self.show()
        self.raise_()

    def _swatch(self, colour: Colour) -> QToolButton:
        button = QToolButton()
        button.setAutoRaise(True)
        button.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        button.setMinimumSize(LEAST_PX, LEAST_PX)
        button.setIconSize(QSize(_SWATCH_PX, _SWATCH_PX))
        button.setIcon(_swatch_icon(colour, self.devicePixelRatioF()))
        button.clicked.connect(lambda: self.marked.emit(Highlight.SOLID, colour.name))
        return button

    def keyPressEvent(self, event: QKeyEvent) -> None:
        match event.key():
            case Qt.Key.Key_Escape:
                self.left.emit()
            case Qt.Key.Key_Right:
                self.focusNextPrevChild(True)  # noqa: FBT003 - Qt's own shape
            case Qt.Key.Key_Left:
                self.focusNextPrevChild(False)  # noqa: FBT003
            case _:
                super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        # What is pressed between the buttons must not reach the page and clear the selection.
        if event.type() in (QEvent.Type.MouseButtonPress, QEvent.Type.MouseButtonRelease):
            event.accept()
            return True
        return super().event(event)


def _line() -> QFrame:
    line = QFrame()
    line.setFrameShape(QFrame.Shape.VLine)
    line.setFrameShadow(QFrame.Shadow.Sunken)
    return line


def _swatch_icon(colour: Colour, ratio: float) -> QIcon:
    picture = QPixmap(QSize(_SWATCH_PX, _SWATCH_PX) * ratio)
    picture.setDevicePixelRatio(ratio)
    picture.fill(Qt.GlobalColor.transparent)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QPen(QColor(colour.edge), 1.5))
    painter.setBrush(QColor(colour.fill))
    painter.drawEllipse(1, 1, _SWATCH_PX - 2, _SWATCH_PX - 2)
    painter.end()
    return QIcon(picture)
