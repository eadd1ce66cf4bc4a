"""The links of the section being read: a line each, to go there, to relate it otherwise or to delete it."""

from functools import partial

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QMenu,
    QPushButton,
    QScrollArea,
    QSizePolicy,
    QStyle,
    QStyleOptionButton,
    QStylePainter,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from zzpreader.session.linking import Linking, Tie
from zzpreader.session.marks import Marks
from zzpreader.ui.acting import doing
from zzpreader.ui.buttons import LEAST_PX, IconButton, as_tooltip
from zzpreader.ui.icons import icon
from zzpreader.ui.links.menu import fill_with_relations
from zzpreader.ui.links.words import tie_words

_MOST_SHOWN = 4
"""Lines; the others are scrolled to."""


class LinkLines(QScrollArea):
    """Not in sight without links. Signals: pressed(str address) of the other end."""

    pressed = Signal(str)

    def __init__(self, linking: Linking, marks: Marks, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._linking, self._marks = linking, marks
        self._section_id: str | None = None
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setWidgetResizable(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Maximum)
        self.setAccessibleName(self.tr("Links of this section"))
        linking.changed.connect(self._take)
        linking.named.connect(self._show)
        self._show()

    def show_section(self, section_id: str | None) -> None:
        """Of the whole publication for None."""
        if section_id != self._section_id:
            self._section_id = section_id
            self._show()

    def _take(self, touched: set[str] | None) -> None:
        if touched is None or self._linking.to_section(self._section_id) in touched:
            self._show()

    def _show(self) -> None:
        ties = self._linking.at(self._linking.to_section(self._section_id))
        rows = QWidget()
        column = QVBoxLayout(rows)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for tie in ties:
            column.addLayout(self._row(tie))
        if old := self.takeWidget():
            old.deleteLater()
        self.setWidget(rows)
        self.setMaximumHeight(min(len(ties), _MOST_SHOWN) * LEAST_PX)
        self.setMinimumHeight(min(len(ties), 2) * LEAST_PX)
        self.setVisible(bool(ties))

    def _row(self, tie: Tie) -> QHBoxLayout:
        row = QHBoxLayout()
        row.setSpacing(2)
        line = _Line(tie_words(tie, self._linking.called))
        line.clicked.connect(doing(partial(self.pressed.emit, tie.other)))
        change = IconButton("pencil", self.tr("Change link"))
        change.setEnabled(self._marks.writable)
        menu = QMenu(change)
        fill_with_relations(menu, tie, self._linking)
        change.setMenu(menu)
        change.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        delete = IconButton("x", self.tr("Delete link"))
        delete.setEnabled(self._marks.writable)
        delete.clicked.connect(doing(partial(self._linking.remove, [tie.link.id])))
        row.addWidget(line, 1)
        row.addWidget(change)
        row.addWidget(delete)
        return row


class _Line(QPushButton):
    """Words that are cut off where the pane ends, in the colour of links."""

    def __init__(self, words: str) -> None:
        super().__init__()
        self._words = words
        self.setAccessibleName(words)
        self.setToolTip(as_tooltip(words))
        self.setFlat(True)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFixedHeight(LEAST_PX)
        self.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)

    def minimumSizeHint(self) -> QSize:
        return QSize(60, LEAST_PX)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QStylePainter(self)
        option = QStyleOptionButton()
        self.initStyleOption(option)
        if self.underMouse() or self.isDown():
            painter.drawControl(QStyle.ControlElement.CE_PushButtonBevel, option)
        side = 16
        picture = icon("link", self.palette())
        picture.paint(painter, 4, (self.height() - side) // 2, side, side)
        inner = self.rect().adjusted(side + 10, 0, -4, 0)
        painter.setPen(self.palette().color(QPalette.ColorRole.Link))
        shown = self.fontMetrics().elidedText(self._words, Qt.TextElideMode.ElideRight, inner.width())
        painter.drawText(inner, Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextSingleLine, shown)
        if self.hasFocus():
            option.rect = self.rect().adjusted(1, 1, -1, -1)
            painter.drawPrimitive(QStyle.PrimitiveElement.PE_FrameFocusRect, option)
