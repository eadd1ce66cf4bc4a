"""Reading mode is there again when the publication is."""

import pytest
from pdf_files import text_pdf, write
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtWidgets import QApplication


@pytest.fixture
def file(tmp_path):
    return write(tmp_path, text_pdf("De gemeente telt.", "Figuur 2.1 toont dat.", title="Telling"), "telling.pdf")


def test_a_publication_that_was_left_in_reading_mode_opens_in_it(desk, file):
    tab = desk.open(file)
    desk.running.window.commands["reading-mode"].trigger()
    assert tab.reflow.is_on
    again = desk.open(file)
    assert again.reflow.is_on
    assert desk.running.window.commands["reading-mode"].isChecked()
    desk.wait(lambda: "De gemeente telt." in again.reflow.pane.browser.toPlainText())
    desk.running.window.commands["reading-mode"].trigger()
    assert not desk.open(file).reflow.is_on


def test_words_are_marked_by_a_letter_and_from_the_bar_with_the_keyboard_back_in_the_text(desk, file, qtbot):
    tab = desk.open(file)
    desk.wait(lambda: tab.session.marks.writable)
    for name in ("reading-mode", "caret"):
        tab.window().commands[name].trigger()
    desk.wait(lambda: tab.reflow.pane and "De gemeente telt." in tab.reflow.pane.browser.toPlainText())
    browser, bar = tab.reflow.pane.browser, tab.reflow.pane.selection_bar
    browser.setFocus()

    def select() -> None:
        browser.moveCursor(QTextCursor.MoveOperation.Start)
        qtbot.keyClick(browser, Qt.Key.Key_End, Qt.KeyboardModifier.ShiftModifier)
        qtbot.keyRelease(browser, Qt.Key.Key_Shift)
        assert bar.isVisible()

    select()
    assert browser.hasFocus()
    qtbot.keyClick(browser, Qt.Key.Key_2)
    desk.wait(lambda: [one.body.color for one in tab.session.marks.notebook] == ["green"])
    select()
    qtbot.keyClick(browser, Qt.Key.Key_Return)
    assert bar.isAncestorOf(QApplication.focusWidget())
    qtbot.keyClick(QApplication.focusWidget(), Qt.Key.Key_Space)
    desk.wait(lambda: len(tab.session.marks.notebook) == 2)
    assert not bar.isVisible()
    assert browser.hasFocus()
