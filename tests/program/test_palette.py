"""Everything can be gone to and done by typing a few letters of its name."""

import pytest
from pdf_files import text_pdf, write
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLineEdit, QListView
from stand_in import make_stand_in

from zzpreader.program.palette import SETTINGS
from zzpreader.store.settings import SettingsFile
from zzpreader.ui.command_palette.view import CommandPalette
from zzpreader.ui.settings.dialog import SettingsDialog
from zzpreader.ui.settings.groups import Group, Groups


@pytest.fixture
def book(desk, tmp_path):
    tab = desk.open(make_stand_in(tmp_path / "eigen.pdf"))
    desk.running.window.activateWindow()
    return tab


@pytest.fixture
def palette(desk, book, qtbot):
    qtbot.keyClick(book.view, Qt.Key.Key_P, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    found = desk.running.window.findChild(CommandPalette)
    if not found.isVisible():  # where no window is active no key is a shortcut
        desk.running.window.commands["palette"].trigger()
    return found


def type_into(desk, palette, words):
    palette.findChild(QLineEdit).setText(words)
    desk.wait(lambda: palette.is_complete)


def press(qtbot, palette, key):
    qtbot.keyClick(palette.findChild(QLineEdit), key)


def test_a_command_is_found_by_its_letters_and_done_with_enter(desk, book, palette, qtbot):
    zoom = book.view.zoom
    type_into(desk, palette, "zo in")
    assert palette.titles[0] == "Zoom in"
    press(qtbot, palette, Qt.Key.Key_Return)
    assert palette.isHidden()
    assert book.view.zoom > zoom


def test_enter_takes_the_best_of_all_also_when_it_comes_before_all_was_looked_through(
    desk, book, palette, qtbot, monkeypatch
):
    for budget in ("_FIRST_S", "_SLICE_S"):
        monkeypatch.setattr(f"zzpreader.ui.command_palette.view.{budget}", 0.0)
    zoom = book.view.zoom
    palette.findChild(QLineEdit).setText("zo in")
    assert not palette.is_complete
    press(qtbot, palette, Qt.Key.Key_Return)
    desk.wait(palette.isHidden)
    assert book.view.zoom > zoom


def test_lessons_sections_and_notes_lead_to_their_places(desk, book, palette, qtbot):
    lesson = book.session.sections.tree.lessons[-1]
    type_into(desk, palette, f"lesson {lesson.title}")
    assert palette.titles[0] == lesson.title
    press(qtbot, palette, Qt.Key.Key_Return)
    assert book.view.eye().page == lesson.page
    book.session.marks.write_sheet(lesson.id, "Vraag aan de wethouder")
    book.view.go_to(book.session.sections.tree.lessons[0].place)
    desk.running.window.commands["palette"].trigger()
    type_into(desk, palette, "wethouder")
    assert palette.titles == ["Vraag aan de wethouder"]
    press(qtbot, palette, Qt.Key.Key_Return)
    assert book.view.eye().page == lesson.page


def leave(desk, book):
    """Close its tab; the program goes on."""
    file = book.file
    desk.wait(lambda: book.session.marks.is_saved)
    desk.quit()
    desk.start()
    window = desk.running.window
    while window.reading_tabs():
        window.close_tab(window.reading_tabs()[0])
    assert not window.reading_tabs()
    return file


def shown_places(desk, qtbot, words):
    """Choose the best of what is offered, and wait for the publication that opens."""
    window = desk.running.window
    before = window.current
    window.commands["palette"].trigger()
    found = window.findChild(CommandPalette)
    type_into(desk, found, words)
    title = found.titles[0]
    press(qtbot, found, Qt.Key.Key_Return)
    desk.wait(lambda: window.current not in (before, None) and window.current.is_settled)
    return title, window.current


def test_lessons_and_notes_of_a_publication_that_is_closed_open_it_at_their_places(desk, book, qtbot):
    desk.wait(lambda: book.session.marks.writable)
    lesson = book.session.sections.tree.lessons[-1]
    book.session.marks.write_sheet(lesson.id, "Vraag aan de wethouder")
    leave(desk, book)
    title, tab = shown_places(desk, qtbot, lesson.title)
    assert title == lesson.title
    desk.wait(lambda: tab.view.eye().page == lesson.page)
    leave(desk, tab)
    title, tab = shown_places(desk, qtbot, "wethouder")
    assert title == "Vraag aan de wethouder"
    desk.wait(lambda: tab.view.eye().page == lesson.page)


def test_the_way_back_from_a_publication_that_was_closed_leads_to_the_one_that_was_in_front(
    desk, book, qtbot, tmp_path
):
    lesson = book.session.sections.tree.lessons[-1]
    leave(desk, book)
    desk.running.open_file(write(tmp_path, text_pdf("Een ander stuk.")))
    window = desk.running.window
    desk.wait(lambda: window.current and window.current.is_settled)
    other = window.current
    _, tab = shown_places(desk, qtbot, lesson.title)
    desk.wait(lambda: tab is not other and tab.view.eye().page == lesson.page)
    tab.view.back()
    desk.wait(lambda: window.current is other)


def test_publications_bundles_and_settings_are_there_too(desk, book, palette, qtbot):
    type_into(desk, palette, "publication")
    assert book.session.title in palette.titles
    type_into(desk, palette, "knowledge zzp")
    assert "ZZP en de stad" in palette.titles
    type_into(desk, palette, "appearance dark")
    press(qtbot, palette, Qt.Key.Key_Return)
    desk.quit()
    assert SettingsFile(desk.home).settings().theme == "dark"


def test_every_setting_that_is_offered_is_on_the_page(desk, book):
    for words in SETTINGS:
        dialog = desk.running.desks.settings.ask(words.replace("&", "").rstrip(":"))
        assert not dialog.findChild(Groups).is_empty, words
        dialog.close()


def test_a_setting_leads_to_its_place_on_the_page(desk, book, palette, qtbot):
    type_into(desk, palette, "length lines")
    press(qtbot, palette, Qt.Key.Key_Return)
    dialog = desk.running.window.findChildren(SettingsDialog)[-1]
    shown = [group.title() for group in dialog.findChildren(Group) if not group.isHidden()]
    assert shown == ["Reading"]
    dialog.close()


def test_what_was_chosen_before_comes_first_and_what_makes_no_sense_now_is_not_done(desk, book, palette, qtbot):
    type_into(desk, palette, "rotate")
    first = palette.titles[1]
    press(qtbot, palette, Qt.Key.Key_Down)
    press(qtbot, palette, Qt.Key.Key_Return)
    desk.running.window.commands["palette"].trigger()
    desk.wait(lambda: palette.is_complete)
    assert palette.titles[0] == first
    type_into(desk, palette, "redo")
    index = palette.titles.index("Redo")
    view = palette.findChild(QListView)
    palette.choose(view.model().index(index, 0))
    assert palette.isVisible()


def test_escape_gives_the_keyboard_back_and_words_that_nothing_has_are_said_to_be_nowhere(desk, book, palette, qtbot):
    type_into(desk, palette, "qqqxxx")
    assert palette.titles == []
    press(qtbot, palette, Qt.Key.Key_Escape)
    assert palette.isHidden()
    assert QApplication.focusWidget() in (book.view, None)


def test_what_stands_in_the_tool_bar_is_not_selected_when_the_palette_closes(desk, book, palette, qtbot):
    press(qtbot, palette, Qt.Key.Key_Escape)
    window = desk.running.window
    window.activateWindow()
    book.view.setFocus()
    desk.wait(book.view.hasFocus)
    window.commands["palette"].trigger()
    desk.wait(palette.findChild(QLineEdit).hasFocus)
    press(qtbot, palette, Qt.Key.Key_Escape)
    desk.wait(book.view.hasFocus)
    elsewhere = [line for line in window.findChildren(QLineEdit) if not palette.isAncestorOf(line)]
    assert not [line.selectedText() for line in elsewhere if line.hasSelectedText()]
