"""Sees that the file being read has been replaced by another one at its path."""

from hashlib import file_digest
from pathlib import Path

import shiboken6
from PySide6.QtCore import QFileSystemWatcher, QObject, QTimer, Signal

from zzpreader.session.deliver import deliver
from zzpreader.store.thread import StoreThread

_REST_MS = 1000
"""A file that is being written or synchronised changes many times; it is looked at when it has come to rest."""


class Watch(QObject):
    """
    Signals:
        replaced(): another file lies at the path now, whole and readable. Said once for each such file.
    """

    replaced = Signal()
    _looked = Signal(str)

    def __init__(self, file: Path, thread: StoreThread, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._file, self._thread = file, thread
        self._known = ""
        self._stamp: tuple[int, int, int] | None = None
        self._watcher: QFileSystemWatcher | None = QFileSystemWatcher(self)
        self._rest = QTimer(self)
        self._rest.setSingleShot(True)
        self._rest.setInterval(_REST_MS)
        self._rest.timeout.connect(self._look)
        # A file that is renamed into place ends the watch on the one before it; its folder sees that.
        self._watcher.fileChanged.connect(self._wait)
        self._watcher.directoryChanged.connect(self._wait)
        self._looked.connect(self._judge)  # emitted on the store's thread

    def begin(self, sha256: str) -> None:
        """From now on; `sha256` is that of the file being read."""
        self._known = sha256
        if self._watcher is None:
            return
        self._watcher.addPaths([str(self._file.parent), str(self._file)])
        self._look()  # it may have been replaced while it was read

    def close(self) -> None:
        self._rest.stop()
        if self._watcher:
            # At once, and on its own thread: left to Python's search for garbage, which any thread may do, the
            # socket notifier inside it would outlive its descriptor.
            shiboken6.delete(self._watcher)
            self._watcher = None

    def _wait(self) -> None:
        self._rest.start()

    def _look(self) -> None:
        if self._watcher and str(self._file) not in self._watcher.files():
            self._watcher.addPath(str(self._file))
        self._thread.submit(self._read)

    def _read(self) -> None:
        try:
            found = self._file.stat()
            stamp = found.st_ino, found.st_mtime_ns, found.st_size
            if stamp == self._stamp:
                return
            with self._file.open("rb") as file:
                sha256 = file_digest(file, "sha256").hexdigest()
        except OSError:
            return  # gone or being moved: the open one is still read
        self._stamp = stamp
        deliver(self, "_looked", sha256)

    def _judge(self, sha256: str) -> None:
        if sha256 != self._known:
            self._known = sha256
            self.replaced.emit()
