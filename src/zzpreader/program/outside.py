"""What was made is opened by the program that the system has for it."""

from pathlib import Path

from PySide6.QtCore import QUrl
from PySide6.QtGui import QDesktopServices


def open_outside(path: Path) -> None:
    """Args: path: of a file or folder of the reader's own, never of what a document names."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(path)))
