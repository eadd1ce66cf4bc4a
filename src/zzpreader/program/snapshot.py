"""A picture of the window as soon as everything in it is drawn; for `zzpreader --snapshot`."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from zzpreader.ui.window.main_window import MainWindow

_LOOK_EVERY_MS = 50
_QUIET_LOOKS = 4
"""So often in a row must nothing be missing: panes settle after the page."""

_LONGEST_MS = 30_000


class Snapshot(QObject):
    """Looks until nothing is missing, saves the picture, and tells. Signals: done()."""

    done = Signal()

    def __init__(self, window: MainWindow, path: Path) -> None:
        super().__init__(window)
        self.is_saved = False
        self._window, self._path = window, path
        self._quiet = 0
        self._looks = QTimer(self, interval=_LOOK_EVERY_MS)
        self._looks.timeout.connect(self._look)
        self._looks.start()
        QTimer.singleShot(_LONGEST_MS, self, self._take)

    def _look(self) -> None:
        tab = self._window.current
        settled = tab.is_settled if tab else self._window.tabs.count() > 0
        self._quiet = self._quiet + 1 if settled else 0
        if self._quiet >= _QUIET_LOOKS:
            self._take()

    def _take(self) -> None:
        self._looks.stop()
        self.is_saved = self._window.grab().save(str(self._path))
        self.done.emit()
