"""The bar above the page."""

from PySide6.QtGui import QAction

from zzpreader.ui.window.toolbar import PageBox


def test_the_menu_of_the_page_box_leads_to_the_page_numbers(qtbot):
    numbers = QAction("Page numbers…")
    box = PageBox(numbers)
    qtbot.addWidget(box)
    assert box.menu().actions()[-1] is numbers
