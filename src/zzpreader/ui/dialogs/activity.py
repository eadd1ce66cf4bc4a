"""What the program is doing for the publication in front: the last requests to its workers, and their memory."""

import os
from collections.abc import Callable, Sequence

from PySide6.QtCore import QTimer
from PySide6.QtGui import QHideEvent, QShowEvent
from PySide6.QtWidgets import QDialog, QHeaderView, QLabel, QTreeWidget, QTreeWidgetItem, QVBoxLayout, QWidget

from zzpreader.session.activity import Activity, Asked, Worker, resident_mb
from zzpreader.session.session import Session
from zzpreader.ui.sizes import resize_grown

_LOOK_EVERY_MS = 500


class ActivityDialog(QDialog):
    """
    Args:
        in_front: the publication in front, None if there is none.
    """

    def __init__(self, in_front: Callable[[], Session | None], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._in_front = in_front
        self._activity: Activity | None = None
        self.setWindowTitle(self.tr("What the program is doing"))
        resize_grown(self, 640, 560)
        self.workers = _table([self.tr("Process"), self.tr("Doing"), self.tr("Memory (MB)")])
        self.workers.setAccessibleName(self.tr("Processes"))
        self.workers.setMaximumHeight(150)
        headings = (self.tr("Request"), self.tr("Lane"), self.tr("Waited (ms)"), self.tr("Took (ms)"), self.tr("By"))
        self.requests = _table(headings)
        self.requests.setAccessibleName(self.tr("Last requests"))
        explained = QLabel(self.tr("The last requests are noted while this window is open."))
        explained.setWordWrap(True)
        column = QVBoxLayout(self)
        column.addWidget(self.workers)
        column.addWidget(self.requests, 1)
        column.addWidget(explained)
        self._looks = QTimer(self, interval=_LOOK_EVERY_MS)
        self._looks.timeout.connect(self._look)

    def _look(self) -> None:
        session = self._in_front()
        activity = session.activity if session else None
        if activity is not self._activity:
            self._end()
            self._activity = activity
            if activity:
                activity.begin()
        window = Worker(os.getpid(), self.tr("the window"), resident_mb(os.getpid()))
        at_work = activity.workers() if activity else ()
        _fill(self.workers, [self._worker(one) for one in (window, *at_work)])
        _fill(self.requests, [self._request(one) for one in (activity.asked() if activity else ())])

    def _worker(self, one: Worker) -> Sequence[str]:
        memory = "–" if one.resident_mb is None else f"{one.resident_mb:.0f}"
        return str(one.pid), one.doing or "–", memory

    def _request(self, one: Asked) -> Sequence[str]:
        if one.worker is None:
            return one.what, one.lane, "0", "0", self.tr("kept (cache hit)")
        by = f"{one.worker}: {one.failed}" if one.failed else str(one.worker)
        waited = "–" if one.wait_ms is None else f"{one.wait_ms:.1f}"
        return one.what, one.lane, waited, f"{one.took_ms:.1f}", by

    def _end(self) -> None:
        if self._activity:
            self._activity.end()
            self._activity = None

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._look()
        self._looks.start()

    def hideEvent(self, event: QHideEvent) -> None:
        self._looks.stop()
        self._end()
        super().hideEvent(event)


def _table(headings: Sequence[str]) -> QTreeWidget:
    table = QTreeWidget()
    table.setRootIsDecorated(False)
    table.setUniformRowHeights(True)
    table.setColumnCount(len(headings))
    table.setHeaderLabels(list(headings))
    table.header().setSectionResizeMode(QHeaderView.ResizeMode.ResizeToContents)
    return table


def _fill(table: QTreeWidget, rows: Sequence[Sequence[str]]) -> None:
    """What stands there already stays, so that the list does not jump under the reader."""
    bar = table.verticalScrollBar()
    at = bar.value()
    table.clear()
    table.addTopLevelItems([QTreeWidgetItem(list(row)) for row in rows])
    bar.setValue(at)
