"""Qt's application, before anything is shown."""

import sys

from PySide6.QtCore import QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

TURN_S = 0.0005
"""How long the store's thread may hold Python's lock while the window waits for it. At Python's own 5 ms, saving a
large notebook is felt while one works in it."""


def new_application() -> QApplication:
    sys.setswitchinterval(TURN_S)
    qInstallMessageHandler(_log_qt)  # a terminal is for what people can act on
    # Its palettes are made for this style. To name it later would be to load all that Python knows of styles: 7 ms.
    app = QApplication([*sys.argv[:1], "-style", "Fusion"])
    app.setApplicationName("zzpreader")
    app.setApplicationDisplayName("zzpreader")
    QGuiApplication.setDesktopFileName("zzpreader")
    return app


def _log_qt(_kind: QtMsgType, _context: QMessageLogContext, message: str) -> None:
    import logging

    logging.getLogger("zzpreader.program").info("Qt: %s", message)
