"""A publication shown to others, and the window as it was afterwards."""

import pymupdf
import pytest
from PySide6.QtCore import Qt


@pytest.fixture
def file(tmp_path):
    path = tmp_path / "lessen.pdf"
    with pymupdf.open() as document:
        for number in range(1, 9):
            page = document.new_page(width=595, height=842)
            page.insert_text((72, 100), f"Deel {number}", fontsize=20)
            page.insert_text((72, 140), "De gemeente leert van zelfstandigen.", fontsize=11)
        document.set_toc([[1, f"Deel {number}", number] for number in (1, 4, 7)])
        document.save(path)
    return path


def test_a_presentation_shows_the_page_alone_goes_on_by_section_and_leaves_everything_as_it_was(desk, file, qtbot):
    tab = desk.open(file)
    window = desk.running.window
    before = (tab.view.zoom_mode, tab.view.facing, window.isFullScreen())
    window.commands["presentation"].trigger()
    presentation = window._presentation
    assert window.isFullScreen()
    assert not any(bar.isVisible() for bar in (window.menuBar(), window.bar, window.statusBar(), tab.notes, tab.left))
    assert tab.view.zoom_mode == "fit-page"
    presentation.turn(1)
    qtbot.waitUntil(lambda: presentation.title == "Deel 4")
    window.commands["notes"].trigger()
    assert tab.notes.isVisible()
    presentation.end()
    assert (tab.view.zoom_mode, tab.view.facing, window.isFullScreen()) == before
    assert all(bar.isVisible() for bar in (window.menuBar(), window.bar, window.statusBar(), tab.notes, tab.left))
    assert tab.view.current_page == 3


def test_closing_the_window_in_a_presentation_does_not_keep_it_bare(desk, file, qtbot):
    desk.open(file)
    window = desk.running.window
    window.commands["presentation"].trigger()
    desk.quit()
    desk.open(file)
    again = desk.running.window
    assert again.commands["contents"].isChecked()
    assert again.windowState() & Qt.WindowState.WindowFullScreen == Qt.WindowState.WindowNoState


def test_keys_of_the_window_work_in_a_presentation_and_lessons_turn_by_those_that_the_reader_chose(desk, file, qtbot):
    tab = desk.open(file)
    window = desk.running.window
    desk.running._change_settings({"keys": {"next-lesson": ("Ctrl+F12",)}})
    window.commands["presentation"].trigger()
    presentation = window._presentation
    qtbot.keyClick(tab.view, Qt.Key.Key_F12, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: presentation.title == "Deel 4")
    qtbot.keyClick(tab.view, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert tab.notes.isVisible()
    qtbot.keyClick(tab.view, Qt.Key.Key_PageUp, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: presentation.title == "Deel 1")
    qtbot.keyClick(tab.view, Qt.Key.Key_F5, Qt.KeyboardModifier.ShiftModifier)
    assert window._presentation is None
    assert not any(action in window.actions() for action in (window.commands["notes"], window.commands["find"]))
    qtbot.keyClick(tab.view, Qt.Key.Key_F9, Qt.KeyboardModifier.ShiftModifier)
    assert not tab.notes.isVisible()
