"""A list of the window that is one tab with a table: made when it is wanted, and as it was left when it comes again."""

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

from zzpreader.program.steps import Steps
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread
from zzpreader.ui.table_tab import TableTab
from zzpreader.ui.window.main_window import MainWindow

View = TypeVar("View", bound=TableTab[Any, Any])
State = TypeVar("State")


class TableDesk(QObject, Generic[View, State]):
    """
    Args:
        state: how its table was left the last time.
        steps: what the commands undo and redo are about while the table is in front.
    """

    def __init__(self, home: Home, thread: StoreThread, window: MainWindow, state: State, steps: Steps[Any]) -> None:
        super().__init__(window)
        self._home, self._thread, self._window = home, thread, window
        self._left = state
        self._view: View | None = None
        self._steps = steps
        window.commands["undo"].triggered.connect(self._undo)
        window.commands["redo"].triggered.connect(self._redo)
        window.tabs.currentChanged.connect(self._offer_undo)

    @property
    def state(self) -> State:
        return self._view.state if self._view else self._left

    def show(self, *, in_front: bool = True) -> None:
        if self._view is None:
            self._view = self._make_view()
        if in_front:
            self._window.tabs.setCurrentWidget(self._view)
            self._view.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def ended(self, tab: QWidget) -> None:
        """This tab is going."""
        if self._view and tab is self._view:
            self._left, self._view = self.state, None

    def _undo(self) -> None:
        if self._is_in_front:
            self._steps.undo()
            self._offer_undo()

    def _redo(self) -> None:
        if self._is_in_front:
            self._steps.redo()
            self._offer_undo()

    @property
    def _is_in_front(self) -> bool:
        return self._view is not None and self._window.tabs.currentWidget() is self._view

    def _offer_undo(self) -> None:
        """In place of what these commands undo where one reads."""
        if self._is_in_front:
            self._window.commands["undo"].setEnabled(self._steps.can_undo)
            self._window.commands["redo"].setEnabled(self._steps.can_redo)

    def _make_view(self) -> View:
        raise NotImplementedError
