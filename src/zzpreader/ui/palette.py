"""Fusion with palettes of our own, light, dark and of high contrast, so that every system shows the same contrasts.

Text stands at 4.5:1 or better on every ground it is painted on, lines that carry meaning at 3:1; in high
contrast at 7:1.
"""

from copy import copy

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPalette
from PySide6.QtWidgets import QApplication

from zzpreader.model.theme import Theme

_ROLE = QPalette.ColorRole

_LIGHT = {
    _ROLE.Window: "#f3f2ee",
    _ROLE.WindowText: "#1d2126",
    _ROLE.Base: "#ffffff",
    _ROLE.AlternateBase: "#f8f7f4",
    _ROLE.Text: "#1d2126",
    _ROLE.Button: "#f0eeea",
    _ROLE.ButtonText: "#1d2126",
    _ROLE.BrightText: "#b3261e",
    _ROLE.PlaceholderText: "#5c626c",
    _ROLE.Highlight: "#1f5f99",
    _ROLE.HighlightedText: "#ffffff",
    _ROLE.Accent: "#1f5f99",
    _ROLE.Link: "#0b5cad",
    _ROLE.LinkVisited: "#6b3fa0",
    _ROLE.ToolTipBase: "#2b2f36",
    _ROLE.ToolTipText: "#f3f2ee",
    _ROLE.Light: "#ffffff",
    _ROLE.Midlight: "#e6e4de",
    _ROLE.Mid: "#cfccc5",
    _ROLE.Dark: "#8b8881",
    _ROLE.Shadow: "#5c5a55",
}
_DARK = {
    _ROLE.Window: "#25272c",
    _ROLE.WindowText: "#e7e6e2",
    _ROLE.Base: "#1b1d21",
    _ROLE.AlternateBase: "#212328",
    _ROLE.Text: "#e7e6e2",
    _ROLE.Button: "#34373d",
    _ROLE.ButtonText: "#e7e6e2",
    _ROLE.BrightText: "#ff9b90",
    _ROLE.PlaceholderText: "#a4a9b1",
    _ROLE.Highlight: "#2c6aa5",
    _ROLE.HighlightedText: "#ffffff",
    _ROLE.Accent: "#7cb8f2",
    _ROLE.Link: "#7cb8f2",
    _ROLE.LinkVisited: "#c7a9f5",
    _ROLE.ToolTipBase: "#e7e6e2",
    _ROLE.ToolTipText: "#1d2126",
    _ROLE.Light: "#4a4e56",
    _ROLE.Midlight: "#34373d",
    _ROLE.Mid: "#464a52",
    _ROLE.Dark: "#7c828c",
    _ROLE.Shadow: "#0e0f11",
}
_CONTRAST = {
    **dict.fromkeys((_ROLE.Window, _ROLE.Base, _ROLE.AlternateBase, _ROLE.Button, _ROLE.ToolTipBase), "#000000"),
    **dict.fromkeys(
        (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText, _ROLE.ToolTipText, _ROLE.PlaceholderText), "#ffffff"
    ),
    **dict.fromkeys((_ROLE.Light, _ROLE.Midlight, _ROLE.Mid, _ROLE.Dark, _ROLE.Shadow), "#ffffff"),
    _ROLE.BrightText: "#ffb3ab",
    _ROLE.Highlight: "#ffe100",
    _ROLE.HighlightedText: "#000000",
    _ROLE.Accent: "#ffe100",
    _ROLE.Link: "#8fd0ff",
    _ROLE.LinkVisited: "#e0c4ff",
}
_SIZES = range(80, 201)
"""Of the text, in per cent."""

_OUTLINED = ("QCheckBox", "QRadioButton", "QLineEdit", "QAbstractSpinBox", "QComboBox")
"""Classes whose outline says where they are; none of them paints the window's ground."""

_RINGED = ("QPushButton", "QToolButton", "QTabBar")
"""Others that show by a ring that they have the keyboard."""

_WHEN_DISABLED = (_ROLE.WindowText, _ROLE.Text, _ROLE.ButtonText)


def light_palette() -> QPalette:
    return _palette(_LIGHT, disabled="#8d9198")


def dark_palette() -> QPalette:
    return _palette(_DARK, disabled="#777c85")


def contrast_palette() -> QPalette:
    """White on black, and what is chosen black on yellow."""
    return _palette(_CONTRAST, disabled="#b8b8b8")


def _palette(colours: dict[QPalette.ColorRole, str], disabled: str) -> QPalette:
    palette = QPalette()
    for role, name in colours.items():
        palette.setColor(role, QColor(name))
    for role in _WHEN_DISABLED:
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(disabled))
    return palette


_MADE = {Theme.LIGHT: light_palette, Theme.DARK: dark_palette, Theme.CONTRAST: contrast_palette}


def outlined(palette: QPalette) -> QPalette:
    """For what stands in a window of that palette with an outline that can be seen.

    Fusion takes outlines from the window's colour, 1.4 times as dark, which is fainter than 3:1.
    """
    found = with_ring(palette)
    outline = palette.color(_ROLE.Dark).lighter(140) if is_dark(palette) else palette.color(_ROLE.Shadow).lighter(200)
    for group in (QPalette.ColorGroup.Active, QPalette.ColorGroup.Inactive):
        found.setColor(group, _ROLE.Window, outline)
    return found


def with_ring(palette: QPalette) -> QPalette:
    """For what shows that it has the keyboard by a ring in the colour of selections.

    Fusion takes that colour 1.25 times as dark, which on dark ground is fainter than 3:1.
    """
    found = copy(palette)
    if is_dark(palette):
        found.setColor(_ROLE.Highlight, palette.color(_ROLE.Accent))
        found.setColor(_ROLE.HighlightedText, palette.color(_ROLE.Base))
    return found


def for_menus(palette: QPalette) -> QPalette:
    """Menus paint icons on the line that is chosen in the colour of all others, so its ground has to be kind to it."""
    found = outlined(palette)
    chosen = palette.color(_ROLE.Highlight)
    if palette.color(_ROLE.Button) == palette.color(_ROLE.Base):  # high contrast
        chosen = QColor("#0051c6")  # 7:1 below white, 3:1 beside black
        found.setColor(_ROLE.Button, QColor("#707070"))  # the ground of an icon that is checked
    elif not is_dark(palette):
        chosen = mixed(chosen, palette.color(_ROLE.Base), 0.65)
    found.setColor(_ROLE.Highlight, chosen)
    found.setColor(_ROLE.HighlightedText, palette.color(_ROLE.Text))
    return found


def is_dark(palette: QPalette) -> bool:
    return palette.color(_ROLE.Window).lightness() < palette.color(_ROLE.WindowText).lightness()


def mixed(one: QColor, other: QColor, share: float) -> QColor:
    """`share` (0 to 1) of `one`, the rest of `other`."""
    rest = 1 - share
    return QColor.fromRgbF(
        one.redF() * share + other.redF() * rest,
        one.greenF() * share + other.greenF() * rest,
        one.blueF() * share + other.blueF() * rest,
    )


def hover_colour(palette: QPalette) -> QColor:
    """The ground of what the pointer is over, on Base."""
    return mixed(palette.color(_ROLE.Text), palette.color(_ROLE.Base), 0.06)


def soft_selection(palette: QPalette) -> QColor:
    """The ground of what is chosen, on Base, that lets text keep its own colour."""
    return mixed(palette.color(_ROLE.Highlight), palette.color(_ROLE.Base), 0.38 if is_dark(palette) else 0.16)


def gap_colour(palette: QPalette) -> QColor:
    """Around the pages."""
    window = palette.color(_ROLE.Window)
    return window.darker(150 if window.lightness() < 128 else 112)


def frame_colour(palette: QPalette) -> QColor:
    """Half as strong as what is around the pages allows: it tells paper from ground and draws no attention."""
    return mixed(palette.color(_ROLE.Dark), gap_colour(palette), 0.5)


class Appearance(QObject):
    """Dresses the whole program, and follows the system where that is the choice. Signals: changed().

    Attributes:
        worn: light, dark or of high contrast, also where the system chose it.
    """

    changed = Signal()

    def __init__(self, app: QApplication, theme: Theme = Theme.SYSTEM, text_size: int = 100) -> None:
        super().__init__(app)
        self._app = app
        self._theme, self._text_size = theme, 100
        self._points = 0.0
        self._system_is_dark = is_dark(app.palette())  # while the palette is still the system's
        self.worn = theme
        self._hints = QGuiApplication.styleHints()  # held: what it gives goes with it
        self._hints.colorSchemeChanged.connect(self._dress)
        self._hints.accessibility().contrastPreferenceChanged.connect(self._dress)
        self._dress()
        self._size(text_size)

    def _wanted(self) -> Theme:
        if self._theme is not Theme.SYSTEM:
            return self._theme
        from PySide6.QtCore import Qt  # all its names take 13 ms, and the first window is told what it wears

        if self._hints.accessibility().contrastPreference() is Qt.ContrastPreference.HighContrast:
            return Theme.CONTRAST
        # A bare X11 session and some desktops do not tell; there the system's own palette has to.
        match self._hints.colorScheme():
            case Qt.ColorScheme.Dark:
                return Theme.DARK
            case Qt.ColorScheme.Light:
                return Theme.LIGHT
            case _:
                return Theme.DARK if self._system_is_dark else Theme.LIGHT

    def choose(self, theme: Theme, text_size: int = 100) -> None:
        self._theme = theme
        if self._wanted() is not self.worn:
            self._dress()
        self._size(text_size)

    def _size(self, text_size: int) -> None:
        """Of all texts of the interface; some that are larger than the others follow in the next window."""
        chosen = min(max(text_size, _SIZES[0]), _SIZES[-1])
        if chosen == self._text_size:
            return
        font = self._app.font()
        self._points = self._points or font.pointSizeF()
        font.setPointSizeF(self._points * chosen / 100)
        self._text_size = chosen
        self._app.setFont(font)

    def _dress(self) -> None:
        self.worn = self._wanted()
        palette = _MADE[self.worn]()
        self._app.setPalette(palette)
        for name in _RINGED:
            self._app.setPalette(with_ring(palette), name)  # pyright: ignore[reportArgumentType] - the stub asks for bytes
        for name in (*_OUTLINED, *(("QPushButton",) if self.worn is Theme.CONTRAST else ())):
            self._app.setPalette(outlined(palette), name)  # pyright: ignore[reportArgumentType] - the stub asks for bytes
        self._app.setPalette(for_menus(palette), "QMenu")  # pyright: ignore[reportArgumentType] - the stub asks for bytes
        self.changed.emit()
