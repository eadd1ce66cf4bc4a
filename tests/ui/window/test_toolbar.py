"""The bar above the page."""

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QLineEdit

from zzpreader.model.pages import Labels
from zzpreader.ui.window.toolbar import PageBox


def test_the_menu_of_the_page_box_leads_to_the_page_numbers(qtbot):
    numbers = QAction("Page numbers…")
    box = PageBox(numbers)
    qtbot.addWidget(box)
    assert box.menu().actions()[-1] is numbers


def test_a_number_is_told_before_enter_and_not_digit_by_digit(qtbot):
    box = PageBox(QAction("Page numbers…"))
    qtbot.addWidget(box)
    box.show()
    box.show_page(Labels([()] * 200), 0, None, 200)
    said: list[str] = []
    box.typing.connect(said.append)
    box.ask()
    with qtbot.waitSignal(box.typing):
        qtbot.keyClicks(box.findChild(QLineEdit), "128")
    assert said == ["128"]


def test_without_a_publication_there_is_no_page_to_type_and_the_next_one_is_shown(qtbot):
    box = PageBox(QAction("Page numbers…"))
    qtbot.addWidget(box)
    box.show()
    line = box.findChild(QLineEdit)
    box.show_page(Labels([()]), 0, None, 1)
    line.setFocus()
    box.clear()
    assert (line.isEnabled(), line.text()) == (False, "")
    line.setFocus()
    box.show_page(Labels([()]), 0, None, 1)
    assert (line.isEnabled(), line.text()) == (True, "1")


def test_the_page_box_shows_both_pages_of_a_spread_in_large_text_too(qtbot):
    box = PageBox(QAction("Page numbers…"))
    qtbot.addWidget(box)
    box.show()
    line = box.findChild(QLineEdit)
    box.show_page(Labels([("138", "139")]), 0, None, 1)
    for points in (9, 20):
        font = line.font()
        font.setPointSize(points)
        box.setFont(font)
        assert line.width() > line.fontMetrics().horizontalAdvance(line.text())
