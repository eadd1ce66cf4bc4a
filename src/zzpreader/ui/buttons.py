"""Buttons with an icon, and texts from documents made safe for tooltips."""

from PySide6.QtCore import QEvent, Qt
from PySide6.QtWidgets import QComboBox, QPushButton, QStyleOptionToolButton, QToolButton, QWidget

from zzpreader.ui.icons import icon
from zzpreader.ui.sizes import icon_size

LEAST_PX = 28
"""Side of the smallest target; WCAG 2.2 asks 24."""

_ICON_PX = 18
_BESIDE_WORDS_PX = 16
_SHORT = 80
"""Letters of a tooltip that need not wrap."""


class IconButton(QToolButton):
    """A button with an icon in the colour of the text, a name for screen readers, and a tooltip with its key.

    Args:
        words: what it does, as a verb; shown as tooltip.
        key: how its shortcut is written, for the tooltip only.
    """

    def __init__(self, picture: str, words: str, key: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture = picture
        self.setText(words)
        self.setAccessibleName(words)
        self.setToolTip(f"{words} ({key})" if key else words)
        self.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonIconOnly)
        self.setAutoRaise(True)
        self.setIconSize(icon_size(_ICON_PX, self))
        self.setMinimumSize(LEAST_PX, LEAST_PX)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setIcon(icon(picture, self.palette()))

    def initStyleOption(self, option: QStyleOptionToolButton) -> None:
        super().initStyleOption(option)
        # The style's own arrow for a menu would stand in a corner of the icon.
        option.features &= ~QStyleOptionToolButton.ToolButtonFeature.HasMenu  # pyright: ignore[reportAttributeAccessIssue] - the stub lacks it

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.PaletteChange:
            self.setIcon(icon(self._picture, self.palette()))
        elif event.type() == QEvent.Type.FontChange:
            self.setIconSize(icon_size(_ICON_PX, self))


class PictureButton(QPushButton):
    """A button with words and an icon before them, which follows the theme and grows with the words."""

    def __init__(self, picture: str, words: str = "", parent: QWidget | None = None) -> None:
        super().__init__(words, parent)
        self._picture = picture
        self._dress()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.PaletteChange, QEvent.Type.FontChange):
            self._dress()

    def _dress(self) -> None:
        self.setIcon(icon(self._picture, self.palette()))
        self.setIconSize(icon_size(_BESIDE_WORDS_PX, self))


def name_box(box: QComboBox, words: str) -> None:
    """What is chosen there, for screen readers.

    On Linux Qt tells them the chosen entry instead of a name, and the description beside it.
    """
    box.setAccessibleName(words)
    box.setAccessibleDescription(words)


def as_tooltip(*lines: str) -> str:
    """A tooltip that wraps and shows every character as it stands; Qt would take some for markup."""
    shown = [line for line in lines if line]
    if len(shown) == 1 and len(shown[0]) <= _SHORT and "<" not in shown[0]:
        return shown[0]  # screen readers are told it as it is
    marked = "<br>".join(line.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;") for line in shown)
    return f"<qt>{marked}</qt>" if shown else ""
