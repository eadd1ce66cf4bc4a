"""Reading mode in a tab: there when it is wanted, in place of the pages."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from zzpreader.model.settings import Settings
from zzpreader.session.session import Session
from zzpreader.ui.view.page_view import PageView

if TYPE_CHECKING:
    from zzpreader.ui.reflow.pane import ReflowPane


class ReflowDesk(QObject):
    """
    Signals:
        made(QWidget): what has the keyboard in reading mode; from now on it is there.
        toggled(bool): whether reading mode is on.
        settings_changed(dict): fields of Settings.

    Args:
        stack: in which the pages stand first, and reading mode takes their place.
    """

    made = Signal(object)
    toggled = Signal(bool)
    settings_changed = Signal(object)

    def __init__(self, session: Session, view: PageView, stack: QStackedWidget, parent: QWidget) -> None:
        super().__init__(parent)
        self._session, self._view, self._stack = session, view, stack
        self._settings = Settings()
        self._pane: ReflowPane | None = None

    @property
    def is_on(self) -> bool:
        return self._pane is not None and self._stack.currentWidget() is self._pane

    @property
    def is_filled(self) -> bool:
        """Whether all of what is read in reading mode is there."""
        return self._pane is not None and self._pane.column.is_filled

    @property
    def pane(self) -> "ReflowPane | None":
        """Also while it is hidden."""
        return self._pane

    def apply_settings(self, settings: Settings) -> None:
        self._settings = settings
        if self._pane:
            self._pane.apply_settings(settings)

    def set_on(self, on: bool) -> None:
        """To the same passage in the other way of reading."""
        if on and not self.is_on and self._session.pages.count and self._stack.currentIndex() == 0:
            pane = self._pane or self._make()
            self._view.rest()
            self._stack.setCurrentWidget(pane)
            self._view.setFocusProxy(pane.browser)
            pane.begin()
            pane.browser.setFocus(Qt.FocusReason.OtherFocusReason)
        elif not on and self.is_on and self._pane:
            self._pane.rest()
            self._stack.setCurrentIndex(0)
            self._view.setFocusProxy(None)  # type: ignore[arg-type] - Qt takes none for the way back
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        self.toggled.emit(self.is_on)

    def resize_text(self, step: int) -> None:
        if self._pane:
            self._pane.bar.resize_text(step)

    def _make(self) -> "ReflowPane":
        # With all that it needs it is loaded when it is first wanted.
        from zzpreader.ui.reflow.pane import ReflowPane

        self._pane = pane = ReflowPane(self._session, self._view)
        pane.apply_settings(self._settings)
        pane.closed.connect(self._close)
        pane.settings_changed.connect(self.settings_changed)
        self._stack.addWidget(pane)
        self.made.emit(pane.browser)
        return pane

    def _close(self) -> None:
        self.set_on(False)
