"""A list of the window that is one tab with a table: made when it is wanted, and as it was left when it comes again."""

from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt
from PySide6.QtWidgets import QWidget

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
    """

    def __init__(self, home: Home, thread: StoreThread, window: MainWindow, state: State) -> None:
        super().__init__(window)
        self._home, self._thread, self._window = home, thread, window
        self._left = state
        self._view: View | None = None

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

    def _make_view(self) -> View:
        raise NotImplementedError
