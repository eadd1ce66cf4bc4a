"""The window that becomes the content of the one that was shown before it."""

import pytest
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget

from zzpreader.model.settings import Settings
from zzpreader.ui.window.main_window import MainWindow


class Ready(QWidget):
    """As `Front`, of which nothing but this is needed."""

    def adopt(self, _window: MainWindow) -> None:
        pass


@pytest.mark.parametrize("shade", ["black", "white"])
def test_it_is_built_whatever_palette_the_one_before_it_has(qtbot, qapp: QApplication, shade):
    front = Ready()
    qtbot.addWidget(front)
    palette = QPalette(QColor(shade))
    front.setPalette(palette)
    window = MainWindow(Settings(), front)
    assert window.parent() is front
    assert window.commands["full-screen"]
