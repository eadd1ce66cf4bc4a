"""The page one sees while nothing is open."""

import pytest
from PySide6.QtWidgets import QApplication, QPushButton

from zzpreader.model.library import About, PublicationRow
from zzpreader.ui.start.page import StartPage

READ = PublicationRow(id="a", about=About(title="Wijken"), opened="2026-11-01T10:00:00Z", file="/a.pdf", edition="e")


@pytest.fixture
def page(qtbot):
    page = StartPage()
    qtbot.addWidget(page)
    page.resize(1366, 700)
    with qtbot.waitExposed(page):
        page.show()
    page.take_keyboard()
    return page


def button(page, words):
    return next(one for one in page.findChildren(QPushButton) if one.text() == words)


def middle(page, words):
    found = button(page, words)
    return found.mapTo(page, found.rect().center()).x() / page.width()


def test_what_one_can_do_stands_in_the_middle_and_has_the_keyboard_where_nothing_was_read(page):
    assert not button(page, "Go on reading").isVisible()
    assert middle(page, "Open publication…") == pytest.approx(0.5, abs=0.02)
    assert QApplication.focusWidget() is button(page, "Open publication…")


def test_going_on_stands_in_front_and_has_the_keyboard_as_soon_as_it_is_known_what_was_read(page, qtbot):
    page.show_rows([READ])
    qtbot.waitUntil(lambda: QApplication.focusWidget() is button(page, "Go on reading"))
    assert middle(page, "Go on reading") < middle(page, "Open publication…")
    page.show_rows([])
    qtbot.waitUntil(lambda: middle(page, "Open publication…") == pytest.approx(0.5, abs=0.02))
