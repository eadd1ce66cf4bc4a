"""The slim bar above the column: which stretch it is, the one before and after, and how it is set."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QHBoxLayout, QMenu, QSizePolicy, QToolButton, QWidget

from zzpreader.model.settings import ReadingFont, Settings
from zzpreader.ui.acting import doing
from zzpreader.ui.buttons import IconButton, as_tooltip
from zzpreader.ui.short_label import ShortLabel

_SIZES = (11, 12, 14, 16, 18, 20, 24, 28)
_WIDTHS = (50, 60, 70, 85, 110)


def next_size(size: int, step: int) -> int:
    """The next larger or smaller one; the last where there is none."""
    others = [one for one in _SIZES if (one > size if step > 0 else one < size)]
    return size if not others else min(others) if step > 0 else max(others)


class ColumnBar(QWidget):
    """
    Signals:
        turned(int): to the next stretch, or the previous one.
        settings_changed(dict): fields of Settings.
        closed(): back to the pages.
    """

    turned = Signal(int)
    settings_changed = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._settings = Settings()
        self._title = ShortLabel()
        self._title.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self._previous = IconButton("chevron-left", self.tr("Previous part"), "PgUp")
        self._next = IconButton("chevron-right", self.tr("Next part"), "PgDn")
        smaller = IconButton("minus", self.tr("Smaller text"), "Ctrl+-")
        larger = IconButton("plus", self.tr("Larger text"), "Ctrl++")
        setting = IconButton("a-large-small", self.tr("Font and width of the text"))
        setting.setPopupMode(QToolButton.ToolButtonPopupMode.InstantPopup)
        self._menu = QMenu(setting)
        self._menu.aboutToShow.connect(self._fill_menu)
        setting.setMenu(self._menu)
        close = IconButton("x", self.tr("Back to the pages"), "F5")
        for button, step in ((self._previous, -1), (self._next, 1)):
            button.clicked.connect(doing(partial(self.turned.emit, step)))
        for button, step in ((smaller, -1), (larger, 1)):
            button.clicked.connect(doing(partial(self.resize_text, step)))
        close.clicked.connect(doing(self.closed.emit))
        row = QHBoxLayout(self)
        row.setContentsMargins(8, 2, 2, 2)
        row.setSpacing(2)
        row.addWidget(self._previous)
        row.addWidget(self._title, 1)
        for part in (self._next, smaller, larger, setting, close):
            row.addWidget(part)

    def apply_settings(self, settings: Settings) -> None:
        self._settings = settings

    def say(self, title: str, *, first: bool, last: bool) -> None:
        """Args: first, last: whether it is the first stretch of the publication, or the last."""
        self._title.setText(title)
        self._title.setToolTip(as_tooltip(title))
        self._previous.setEnabled(not first)
        self._next.setEnabled(not last)

    def resize_text(self, step: int) -> None:
        self.settings_changed.emit({"reading_size": next_size(self._settings.reading_size, step)})

    def _fill_menu(self) -> None:
        self._menu.clear()
        fonts = {
            ReadingFont.SERIF: self.tr("&Serif"),
            ReadingFont.SANS: self.tr("S&ans serif"),
            ReadingFont.LEGIBLE: self.tr("&Easy to tell apart (also with dyslexia)"),
        }
        self._add_choices("reading_font", fonts, self._settings.reading_font)
        self._menu.addSeparator()
        widths = {width: self.tr("%1 letters a line").replace("%1", str(width)) for width in _WIDTHS}
        self._add_choices("reading_width", widths, self._settings.reading_width)

    def _add_choices(self, field: str, choices: dict[ReadingFont, str] | dict[int, str], chosen: object) -> None:
        group = QActionGroup(self._menu)
        for value, words in choices.items():
            action = QAction(words, group)
            action.setCheckable(True)
            action.setChecked(value == chosen)
            action.triggered.connect(doing(partial(self.settings_changed.emit, {field: value})))
            self._menu.addAction(action)
