"""A picture of the window as soon as everything in it is drawn; for `zzpreader --snapshot`."""

import sys
from pathlib import Path

from PySide6.QtCore import QBuffer, QObject, QTimer, Signal

from zzpreader.export.files import write_beside
from zzpreader.sentences import filled, translate
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
        settled = tab is None or tab.is_settled
        self._quiet = self._quiet + 1 if settled else 0
        if self._quiet >= _QUIET_LOOKS:
            self._take()

    def _take(self) -> None:
        self._looks.stop()
        try:
            # Qt would empty a file before it finds out that it cannot write its kind, and that may be the publication.
            write_beside(self._path, self._png(), force=True)
            self.is_saved = True
        except OSError as problem:
            words = translate("Cli", "“%1” cannot be written: %2.")
            said = filled(words, self._path.name, problem.strerror or type(problem).__name__)
            print(f"zzpreader: {said}", file=sys.stderr)
        self.done.emit()

    def _png(self) -> bytes:
        buffer = QBuffer()
        self._window.grab().save(buffer, "PNG")
        return bytes(buffer.data().data())
