"""The bar above the page: panes, history, page box, zoom, marks, find."""

from PySide6.QtCore import QEvent, QObject, QPoint, Qt, QTimer, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QMenu,
    QSizePolicy,
    QToolBar,
    QToolButton,
    QWidget,
)

from zzpreader.model.legend import COLOURS
from zzpreader.model.pages import Half, Labels
from zzpreader.ui.buttons import name_box
from zzpreader.ui.colour_menu import fill_with_colours
from zzpreader.ui.sizes import icon_size
from zzpreader.ui.window.commands import Commands

_ICON_PX = 20
_PAUSE_MS = 20
"""Of somebody who types a number; what is given all at once is one number."""

_ZOOMS = (50, 75, 100, 125, 150, 200, 300, 400)


class PageBox(QWidget):
    """Shows the page being read and takes printed labels and page numbers.

    Signals:
        typing(str): no key has come for a moment.
        typed(str), left().

    Args:
        numbers: puts the printed numbers right; offered where the reader sees that they are wrong.
    """

    typing = Signal(str)
    typed = Signal(str)
    left = Signal()

    def __init__(self, numbers: QAction, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._numbers = numbers
        self._line = QLineEdit()
        self._line.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self._line.customContextMenuRequested.connect(self._show_menu)
        self._line.setAlignment(Qt.AlignmentFlag.AlignRight)
        self._line.setMaxLength(20)
        self._line.setAccessibleName(self.tr("Page"))
        self._line.setToolTip(self.tr("Printed page or page number, then Enter (Ctrl+G)"))
        self._of = QLabel()
        row = QHBoxLayout(self)
        row.setContentsMargins(6, 0, 6, 0)
        row.setSpacing(6)
        row.addWidget(self._line)
        row.addWidget(self._of)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.typing.emit(self._line.text()))
        self._line.textEdited.connect(self._pause.start)
        self._line.returnPressed.connect(self._pause.stop)
        self._line.returnPressed.connect(lambda: self.typed.emit(self._line.text()))
        self._line.editingFinished.connect(self.left)
        self._fit()
        self._line.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.FontChange:
            self._fit()
        return super().eventFilter(watched, event)

    def _fit(self) -> None:
        """Wide enough for two printed pages side by side, however large the text is."""
        self._line.setFixedWidth(self._line.fontMetrics().horizontalAdvance("0000000") + 16)

    def show_page(self, labels: Labels, page: int, half: Half | None, count: int) -> None:
        self._line.setEnabled(True)
        if not (self._line.hasFocus() and self._line.isModified()):
            self._line.setText(labels.shown(page, half))
        printed = labels.printed(page, half)
        if printed and printed != str(page + 1):
            self._of.setText(self.tr("(%1 of %2)").replace("%1", str(page + 1)).replace("%2", str(count)))
        else:
            self._of.setText(self.tr("of %1").replace("%1", str(count)))

    def clear(self) -> None:
        """Without pages there is nothing to type, and no stop for the keyboard."""
        self._line.setText("")  # `clear` would count as typed, and keep the next page out while the keyboard is here
        self._line.setEnabled(False)
        self._of.clear()

    def ask(self) -> None:
        """Ready for typing: focus, everything selected."""
        self._line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self._line.selectAll()

    def menu(self) -> QMenu:
        menu = self._line.createStandardContextMenu()
        menu.addSeparator()
        menu.addAction(self._numbers)
        return menu

    def _show_menu(self, spot: QPoint) -> None:
        menu = self.menu()
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self._line.mapToGlobal(spot))


class ZoomBox(QComboBox):
    """Percentages and the two fits. Signals: chosen(str), one of "fit-width", "fit-page" or a percentage."""

    chosen = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setEditable(True)
        self.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        name_box(self, self.tr("Zoom"))
        self.setToolTip(self.tr("Zoom"))
        self.addItem(self.tr("Page width"), "fit-width")
        self.addItem(self.tr("Whole page"), "fit-page")
        for percent in _ZOOMS:
            self.addItem(f"{percent} %", str(percent))
        self.setMinimumContentsLength(11)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.activated.connect(self._chosen)
        line = self.lineEdit()
        if line:
            line.returnPressed.connect(self._typed)

    def show_zoom(self, mode: str, zoom: float) -> None:
        found = self.findData(mode)
        self.setEditText(self.itemText(found) if found >= 0 else f"{round(zoom * 100)} %")

    def _chosen(self, index: int) -> None:
        self.chosen.emit(str(self.itemData(index)))

    def _typed(self) -> None:
        digits = "".join(c for c in self.currentText() if c.isdecimal() and c.isascii())
        if digits and self.findText(self.currentText()) < 0:
            self.chosen.emit(digits)


class ReadingBar(QToolBar):
    """The tool bar of the window. Signals: colour_chosen(str name)."""

    colour_chosen = Signal(str)

    def __init__(self, commands: Commands, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reading-bar")
        self.setWindowTitle(self.tr("Tool bar"))
        self.setMovable(False)
        self.setIconSize(icon_size(_ICON_PX, self))
        self.page_box = PageBox(commands["page-numbers"])
        self.zoom_box = ZoomBox()
        self._meanings: dict[str, str] = {}
        self._colour = COLOURS[0].name
        for name in ("contents", "back", "forward"):
            self.addAction(commands[name])
        self.addSeparator()
        for name in ("previous-page", "next-page"):
            self.addAction(commands[name])
        self.addWidget(self.page_box)
        self.addSeparator()
        self.addAction(commands["zoom-out"])
        self.addWidget(self.zoom_box)
        for name in ("zoom-in", "facing", "halves", "reading-mode"):
            self.addAction(commands[name])
        self.addSeparator()
        self._highlight = QToolButton()
        self._highlight.setDefaultAction(commands["highlight"])
        self._highlight.setPopupMode(QToolButton.ToolButtonPopupMode.MenuButtonPopup)
        self._colours = QMenu(self)
        self._highlight.setMenu(self._colours)
        self.addWidget(self._highlight)
        for name in ("underline", "strikeout", "note", "section-note", "bookmark"):
            self.addAction(commands[name])
        stretch = QWidget()
        stretch.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        self.addWidget(stretch)
        for name in ("find", "export", "notes"):
            self.addAction(commands[name])
        self.show_legend({}, self._colour)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.FontChange:
            self.setIconSize(icon_size(_ICON_PX, self))

    def show_legend(self, meanings: dict[str, str], current: str) -> None:
        """The colours with their meanings in the menu of the highlighter; `current` is used next."""
        self._colours.clear()
        fill_with_colours(self._colours, meanings, self.colour_chosen.emit, current)
