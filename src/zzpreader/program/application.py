"""Qt's application, before anything is shown."""

import logging
import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

_log = logging.getLogger("zzpreader.program")

TURN_S = 0.0005
"""How long the store's thread may hold Python's lock while the window waits for it. At Python's own 5 ms, saving a
large notebook is felt while one works in it."""


def new_application() -> QApplication:
    sys.setswitchinterval(TURN_S)
    qInstallMessageHandler(_log_qt)  # a terminal is for what people can act on
    app = QApplication(sys.argv[:1])
    app.setApplicationName("zzpreader")
    app.setApplicationDisplayName("zzpreader")
    QGuiApplication.setDesktopFileName("zzpreader")
    return app


def _log_qt(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    _log.info("Qt: %s", message)
