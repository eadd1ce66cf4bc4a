"""Contents, page and notes side by side, alike in every tab of the window."""

from collections.abc import Callable, Iterable, Sequence
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QWidget

from zzpreader.ui.window.commands import Commands
from zzpreader.ui.window.tab import PANES_PX, ReadingTab

_WIDTHS_PX = range(1 << 16)
"""Possible ones; Qt counts no further than 32 bits."""


class Panes(QObject):
    """
    Args:
        tabs: the publications that are open.
    """

    def __init__(self, window: QWidget, commands: Commands, tabs: Callable[[], Iterable[ReadingTab]]) -> None:
        super().__init__(window)
        self._window, self._commands, self._tabs = window, commands, tabs
        self._widths_px: tuple[int, ...] = ()  # as the reader made them
        self._text_size = 100
        commands["contents"].triggered.connect(self._show_all_contents)
        for name in ("contents", "notes"):
            commands[name].setChecked(True)
            commands[name].toggled.connect(self._show)

    @property
    def widths_px(self) -> tuple[int, ...]:
        return self._widths_px or with_text(PANES_PX, self._text_size / 100, self._window.width())

    @property
    def contents_shown(self) -> bool:
        return self._commands["contents"].isChecked()

    @property
    def notes_shown(self) -> bool:
        return self._commands["notes"].isChecked()

    def adopt(self, tab: ReadingTab) -> None:
        self._fit(tab)
        tab.panes_moved.connect(partial(self._take, tab))
        tab.noting.notes_wanted.connect(lambda: self._commands["notes"].setChecked(True))

    def restore(self, widths_px: tuple[int, ...], *, contents: bool, notes: bool) -> None:
        if len(widths_px) == len(PANES_PX) and all(width in _WIDTHS_PX for width in widths_px):
            self._widths_px = widths_px
        self._commands["contents"].setChecked(contents)
        self._commands["notes"].setChecked(notes)

    def suit(self, text_size: int) -> None:
        """Text of the interface is so large now, in per cent."""
        if text_size != self._text_size:
            if self._widths_px:
                self._widths_px = with_text(self._widths_px, text_size / self._text_size, self._window.width())
            self._text_size = text_size
            self._show()

    def _show(self) -> None:
        for tab in self._tabs():
            self._fit(tab)

    def _show_all_contents(self, shown: bool) -> None:
        """Asked for by the reader, who then waits for what may still be missing."""
        for tab in self._tabs() if shown else ():
            if tab.isVisible():
                tab.contents.wait_for_all()

    def _fit(self, tab: ReadingTab) -> None:
        tab.set_panes(self.widths_px, contents=self.contents_shown, notes=self.notes_shown)

    def _take(self, moved: ReadingTab, widths_px: tuple[int, ...]) -> None:
        self._widths_px = widths_px
        for tab in self._tabs():
            if tab is not moved:
                self._fit(tab)


def with_text(panes_px: Sequence[int], times: float, width_px: int) -> tuple[int, ...]:
    """Contents, page and notes where text has become so many times as large.

    What grows takes no more than a quarter of the window, what shrinks is not less than in a new one.
    """

    def resized(px: int, first_px: int) -> int:
        bound = min(px, first_px) if times < 1 else min(round(px * times), width_px // 4)
        return max(round(px * times) if times < 1 else px, bound)

    (left, page, notes), (first_left, _, first_notes) = panes_px, PANES_PX
    return resized(left, first_left), page, resized(notes, first_notes)
