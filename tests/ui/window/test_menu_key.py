"""Shift+F10 opens the menu of what has the keyboard."""

from PySide6.QtCore import QStringListModel, Qt
from PySide6.QtWidgets import QListView, QMainWindow

from zzpreader.ui.window.menu_key import MENU_KEY, add_menu_key


def test_the_menu_of_the_current_row_opens_at_that_row(qtbot):
    window, rows = QMainWindow(), QListView()
    qtbot.addWidget(window)
    window.setCentralWidget(rows)
    rows.setModel(QStringListModel(["een", "twee", "drie"], rows))
    rows.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
    key = add_menu_key(window)
    window.show()
    window.activateWindow()
    rows.setFocus()
    qtbot.waitUntil(rows.hasFocus)
    rows.setCurrentIndex(rows.model().index(1, 0))
    asked = []
    rows.customContextMenuRequested.connect(asked.append)
    assert key.key().toString() == MENU_KEY
    key.activated.emit()
    assert [rows.indexAt(at).row() for at in asked] == [1]
