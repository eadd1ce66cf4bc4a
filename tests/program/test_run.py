"""What a person meets who starts the program, reads, notes, quits and comes back."""

import json
from pathlib import Path

import pymupdf
import pytest
from pdf_files import text_pdf, write
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent
from PySide6.QtWidgets import QLineEdit, QPushButton
from stand_in import LESSONS, SECTIONS, make_stand_in

from zzpreader.cli.main import main
from zzpreader.model.annotation import Highlight, Kind
from zzpreader.model.pages import Half, Place
from zzpreader.model.sections import Kind as SectionKind
from zzpreader.program.run import Program
from zzpreader.program.single import Wish
from zzpreader.store.home import Home
from zzpreader.ui.bundle.view import BundleView
from zzpreader.ui.dialogs.password import PasswordDialog
from zzpreader.ui.start.page import StartPage
from zzpreader.ui.view.page_view import Spot
from zzpreader.ui.window.toolbar import PageBox

PAGES = [f"Pagina {number}. Harde cijfers helpen." for number in range(1, 31)]


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    return write(tmp_path, text_pdf(*PAGES, title="Dertig pagina’s"))


def answer(dialog: PasswordDialog, password: str) -> None:
    dialog.findChild(QLineEdit).setText(password)
    dialog.accept()


def test_the_first_start_opens_the_reading_guide_beside_the_page_of_its_bundle(desk):
    program = desk.start()
    tab = program.window.current
    desk.wait(lambda: tab.is_settled)
    assert isinstance(program.window.tabs.widget(0), BundleView)
    assert tab.session.pages.count >= 6
    assert len(tab.session.sections.tree) > 5
    assert tab.session.marks.writable


def test_a_file_is_opened_at_the_page_that_was_asked_for(desk, pdf):
    assert desk.open(pdf, page="17").view.current_page == 16


def test_a_page_that_is_not_there_is_said_and_the_file_still_opens(desk, pdf):
    tab = desk.open(pdf, page="99")
    assert "99" in tab.notice.sentence
    assert tab.view.current_page == 0


def test_the_title_of_the_publication_names_its_tab_and_the_window(desk, pdf):
    tab = desk.open(pdf)
    window = tab.window()
    assert window.windowTitle().startswith("Dertig pagina’s")


def test_a_file_that_is_open_comes_to_the_front_instead_of_opening_twice(desk, pdf, tmp_path):
    other = write(tmp_path, text_pdf("Iets anders."), "ander.pdf")
    program = desk.start(pdf, other)
    assert program.window.tabs.count() == 2
    program.answer(Wish((str(pdf),), "3"))
    assert program.window.tabs.count() == 2
    assert program.window.current.file == pdf
    desk.wait(lambda: program.window.current.is_open and program.window.current.view.current_page == 2)


def test_the_start_page_shows_that_files_can_be_dropped_while_they_are_held_over_the_window(desk, pdf):
    tab = desk.open(pdf)
    window = desk.running.window
    window.close_tab(tab)
    zone = window.findChild(StartPage).zone
    held = QMimeData()
    held.setUrls([QUrl.fromLocalFile(str(pdf))])
    before = zone.grab().toImage()
    at, action, buttons = QPoint(5, 5), Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    entering = QDragEnterEvent(at, action, held, buttons, Qt.KeyboardModifier.NoModifier)
    window.dragEnterEvent(entering)
    assert entering.isAccepted()
    assert zone.grab().toImage() != before
    window.dragLeaveEvent(QDragLeaveEvent())
    assert zone.grab().toImage() == before


def test_a_pdf_dropped_on_the_window_is_opened(desk, pdf, tmp_path):
    program = desk.start(write(tmp_path, text_pdf("Iets anders."), "ander.pdf"))
    dropped = QMimeData()
    dropped.setUrls([QUrl.fromLocalFile(str(pdf)), QUrl("https://example.org/elders.pdf")])
    event = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, dropped, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    program.window.dropEvent(event)
    assert [tab.file for tab in program.window.reading_tabs()] == [tmp_path / "ander.pdf", pdf]


def test_window_tabs_place_zoom_panes_and_notes_are_as_they_were_left(desk, pdf, tmp_path):
    tab = desk.open(pdf, write(tmp_path, text_pdf("Iets anders."), "ander.pdf"))
    window = tab.window()
    window.tabs.setCurrentIndex(0)
    tab = window.current
    desk.wait(lambda: tab.is_settled)
    tab.view.set_zoom(1.5)
    tab.view.go_to(Place(20, 120.0))
    window.commands["notes"].setChecked(False)
    tab.session.marks.add_bookmark(Place(20), "Hier verder")
    before = tab.view.view_state()
    again = desk.start().window
    desk.wait(lambda: again.current and again.current.is_settled)
    assert [one.file.name for one in again.reading_tabs()] == [pdf.name, "ander.pdf"]
    assert again.current.file == pdf
    assert again.current.view.zoom == pytest.approx(1.5)
    assert again.current.view.current_page == 20
    assert again.current.view.view_state() == before
    assert not again.commands["notes"].isChecked()
    desk.wait(lambda: len(again.current.session.marks.notebook) == 1)


def test_a_renamed_file_keeps_its_notes_and_opens_where_it_was_left(desk, pdf, tmp_path):
    tab = desk.open(pdf)
    tab.session.marks.write_sheet(None, "Bewaar dit.")
    tab.view.set_zoom(1.5)
    tab.view.go_to(Place(20, 120.0))
    before = tab.view.view_state()
    desk.quit()
    moved = tmp_path / "elders" / "nieuwe naam.pdf"
    moved.parent.mkdir()
    pdf.rename(moved)
    again = desk.open(moved)
    desk.wait(lambda: again.session.marks.notebook.sheet(None))
    assert again.session.marks.notebook.sheet(None).body.value == "Bewaar dit."
    desk.wait(lambda: again.view.view_state() == before)


def test_a_renamed_file_does_not_take_its_reader_away_from_where_he_went(desk, pdf, tmp_path):
    desk.open(pdf).view.go_to(Place(20))
    desk.quit()
    again = desk.open(pdf.rename(tmp_path / "anders.pdf"), page="5")
    desk.wait(lambda: again.session.publication)
    assert again.view.current_page == 4


def test_selected_text_is_marked_in_the_colour_of_the_key_and_can_be_undone(desk, pdf):
    tab = desk.open(pdf)
    window = tab.window()
    desk.wait(lambda: tab.session.texts.get(0))
    desk.wait(window.commands["note"].isEnabled)
    tab.view.select(0, 0, 8)
    desk.wait(window.commands["highlight-green"].isEnabled)
    window.commands["highlight-green"].trigger()
    (made,) = tab.session.marks.notebook
    assert (made.kind, made.body.color, made.quote) == (Kind.HIGHLIGHT, "green", "Pagina 1")
    assert window.commands["undo"].text() == "&Undo: Highlight"
    window.commands["undo"].trigger()
    assert len(tab.session.marks.notebook) == 0
    window.commands["redo"].trigger()
    assert [one.id for one in tab.session.marks.notebook] == [made.id]


def test_marking_without_a_selection_says_how_to_select(desk, pdf):
    tab = desk.open(pdf)
    tab.noting.mark(Highlight.SOLID, "yellow")
    assert tab.notice.sentence
    assert len(tab.session.marks.notebook) == 0


def test_a_protected_file_asks_three_times_and_then_stays_closed(desk, tmp_path):
    document = pymupdf.open()
    document.new_page()
    data = document.tobytes(encryption=5, user_pw="goed", owner_pw="eigenaar")
    program = desk.start(write(tmp_path, data, "dicht.pdf"))
    tab = program.window.current

    def dialog() -> PasswordDialog | None:
        return next((one for one in tab.findChildren(PasswordDialog) if one.isVisible()), None)

    for _ in range(3):
        desk.wait(dialog)
        answer(dialog(), "fout")
    desk.wait(lambda: tab.failure.isVisibleTo(tab))
    assert "dicht.pdf" in tab.failure.accessibleName()
    for path in desk.home.folder.rglob("*"):
        assert not path.is_file() or b"fout" not in path.read_bytes()


def test_who_gives_no_password_has_the_keyboard_where_it_can_be_given_after_all(desk, tmp_path, qtbot):
    document = pymupdf.open()
    document.new_page()
    data = document.tobytes(encryption=5, user_pw="goed", owner_pw="eigenaar")
    window = desk.start(write(tmp_path, data, "dicht.pdf")).window

    def dialog() -> PasswordDialog | None:
        return next((one for one in window.findChildren(PasswordDialog) if one.isVisible()), None)

    desk.wait(dialog)
    dialog().reject()
    desk.wait(window.current.failure.isVisible)
    button = window.focusWidget()
    assert isinstance(button, QPushButton)
    assert button.text() == "Try again"
    qtbot.keyClick(button, Qt.Key.Key_Return)
    desk.wait(dialog)
    dialog().reject()


def test_the_right_password_opens_a_protected_file(desk, tmp_path):
    document = pymupdf.open()
    document.new_page()
    data = document.tobytes(encryption=5, user_pw="goed", owner_pw="eigenaar")
    tab = desk.start(write(tmp_path, data, "dicht.pdf")).window.current
    desk.wait(lambda: tab.findChildren(PasswordDialog))
    answer(tab.findChildren(PasswordDialog)[0], "goed")
    desk.wait(lambda: tab.is_settled)
    assert tab.is_open


@pytest.mark.parametrize(
    ("name", "data"), [("leeg.pdf", b""), ("geen.pdf", b"dit is geen PDF, maar gewone tekst\n" * 20)]
)
def test_a_file_that_cannot_be_read_costs_one_sentence_in_its_own_tab(desk, pdf, tmp_path, name, data):
    program = desk.start(pdf, write(tmp_path, data, name))
    broken = program.window.current
    desk.wait(lambda: broken.failure.isVisibleTo(broken))
    assert name in broken.failure.accessibleName()
    healthy = program.window.reading_tabs()[0]
    desk.wait(lambda: healthy.is_open)


def test_a_file_that_is_not_there_is_said_in_one_sentence(desk, tmp_path):
    tab = desk.start(tmp_path / "weg.pdf").window.current
    desk.wait(lambda: tab.failure.isVisibleTo(tab))
    assert "weg.pdf" in tab.failure.accessibleName()


def test_trying_again_opens_a_file_that_has_come_meanwhile(desk, tmp_path):
    program = desk.start(tmp_path / "later.pdf")
    tab = program.window.current
    desk.wait(lambda: tab.failure.isVisibleTo(tab))
    write(tmp_path, text_pdf("Hier ben ik."), "later.pdf")
    next(b for b in tab.failure.findChildren(QPushButton) if b.isVisibleTo(tab)).click()
    desk.wait(lambda: program.window.current is not tab and program.window.current.is_settled)
    assert program.window.current.is_open
    assert program.window.tabs.count() == 1


def test_a_second_window_on_the_same_notes_can_only_read_them_and_says_so(desk, pdf, qapp):
    tab = desk.open(pdf)
    desk.wait(lambda: tab.session.marks.writable)
    other = Program(qapp, desk.home)
    other.begin([pdf], "")
    reader = other.window.current
    desk.wait(lambda: reader.notice.sentence)
    assert not reader.session.marks.writable
    assert not other.window.commands["note"].isEnabled()
    other.window.close()
    other.end()


def test_closing_the_last_tab_leaves_the_start_page_with_the_bundle_one_click_away(desk, pdf):
    tab = desk.open(pdf)
    program = desk.running
    desk.wait(lambda: tab.session.publication)
    program.window.close_tab(tab)
    page = program.window.findChild(StartPage)
    assert page.isVisible()
    desk.wait(lambda: page.current and page.current.about.title == "Dertig pagina’s")
    next(one for one in page.findChildren(QPushButton) if one.text() == "ZZP en de stad").click()
    assert isinstance(program.window.tabs.currentWidget(), BundleView)
    assert not page.isVisible()


def test_a_start_with_nothing_left_open_offers_to_go_on_where_one_was(desk, pdf):
    tab = desk.open(pdf, page="17")
    desk.wait(lambda: tab.session.publication)
    desk.running.window.close_tab(tab)
    program = desk.start()
    page = program.window.findChild(StartPage)
    desk.wait(lambda: page.current)
    next(one for one in page.findChildren(QPushButton) if one.text() == "Go on reading").click()
    desk.wait(lambda: program.window.current and program.window.current.is_settled)
    assert program.window.current.view.current_page == 16


def test_the_readers_own_copy_is_read_with_the_sections_and_numbers_of_the_bundle(desk, tmp_path):
    program = desk.start()
    view = program.window.tabs.widget(0)
    copy = make_stand_in(tmp_path / "eigen.pdf")
    view.attach.emit(copy)
    tab = program.window.current
    assert tab.file == copy
    desk.wait(lambda: tab.is_settled and tab.session.pages.labels.find("49"))
    tree = tab.session.sections.tree
    assert len([one for one in tree if one.level == 1]) == len(SECTIONS)
    for printed, page in (("38", 21), ("49", 26)):
        assert tab.session.pages.labels.find(printed).page == page - 1


def test_a_publication_without_bookmarks_has_its_sections_lessons_and_printed_numbers(desk, tmp_path):
    tab = desk.open(make_stand_in(tmp_path / "eigen.pdf"))
    tree, labels = tab.session.sections.tree, tab.session.pages.labels
    assert [one.title for one in tree if one.level == 1] == [entry.title for entry in SECTIONS]
    lessons = [one for one in tree if one.kind is SectionKind.LESSON]
    assert tuple(one.title for one in lessons) == LESSONS
    assert {one.label for one in lessons} == {"38", "39", "40"}
    box = tab.window().findChild(PageBox)
    for typed, page, half in (("38", 21, Half.LEFT), ("49", 26, Half.RIGHT)):
        box.typed.emit(typed)
        desk.wait(lambda page=page: tab.view.current_page == page - 1)
        place = labels.find(typed)
        assert (place.page, place.half) == (page - 1, half)
        assert tab.view.place().half is half


def test_a_printed_number_asked_for_at_the_start_is_that_on_the_paper(desk, tmp_path):
    tab = desk.open(make_stand_in(tmp_path / "eigen.pdf"), page="49")
    assert tab.view.current_page == 25


def test_the_command_line_knows_sections_by_the_ids_of_the_window(desk, tmp_path, capsys):
    file = make_stand_in(tmp_path / "eigen.pdf")
    tab = desk.open(file)
    assert main(["sections", str(file), "--json"]) == 0
    assert [one["id"] for one in json.loads(capsys.readouterr().out)] == [one.id for one in tab.session.sections.tree]


def test_the_menu_of_recent_files_names_what_was_read(desk, pdf):
    desk.open(pdf)
    window = desk.start().window
    desk.wait(lambda: window.current.is_settled)
    assert [action.text() for action in window._recent.actions()] == ["Dertig pagina’s"]


def test_the_menu_of_a_spot_makes_a_note_right_there(desk, pdf):
    tab = desk.open(pdf)
    menu = tab.noting.menu_at(Spot(Place(0, 100.0), 50.0))
    next(action for action in menu.actions() if "Note here" in action.text().replace("&", "")).trigger()
    (made,) = tab.session.marks.notebook
    assert made.kind is Kind.NOTE
    assert made.place == Place(0, pytest.approx(100.0))


def test_a_printed_number_asked_for_at_the_start_is_not_taken_for_a_count(desk, tmp_path):
    document = pymupdf.open()
    for _ in range(40):
        document.new_page()
    document.set_page_labels([{"startpage": 0, "style": "r"}, {"startpage": 10, "style": "D"}])
    tab = desk.open(write(tmp_path, document.tobytes()), page="27")
    desk.wait(lambda: tab.view.current_page == 36)


def test_without_a_folder_for_notes_one_can_still_read_and_is_told(desk, pdf, qapp, tmp_path):
    in_the_way = tmp_path / "a file"
    in_the_way.write_text("")
    program = Program(qapp, Home(in_the_way / "home"))
    program.begin([pdf], "")
    tab = program.window.current
    desk.wait(lambda: tab.is_settled)
    assert tab.notice.sentence
    assert not tab.session.marks.writable
    program.window.close()
    program.end()


def test_underlining_from_the_bar_takes_the_colour_used_last(desk, pdf):
    tab = desk.open(pdf)
    tab.window().settings_changed.emit({"color": "blue"})
    desk.wait(lambda: tab.session.marks.writable and tab.session.texts.get(0))
    tab.view.select(0, 0, 8)
    tab.view.bar.marked.emit(Highlight.UNDERLINE, "")
    (made,) = tab.session.marks.notebook
    assert (made.kind, made.body.color) == (Kind.UNDERLINE, "blue")


def test_a_tab_that_is_closed_takes_its_pictures_with_it(desk, pdf, qtbot):
    tab = desk.open(pdf)
    with qtbot.waitSignal(tab.session.destroyed):
        tab.window().close_tab(tab)


def test_letters_of_the_pages_menu_do_not_reach_the_page_while_it_is_open(desk, pdf):
    tab = desk.open(pdf)
    note = tab.window().commands["note-key"]
    desk.wait(note.isEnabled)
    menu = tab.noting.menu_at(Spot(Place(0, 100.0), 50.0))
    menu.aboutToShow.emit()
    assert not note.isEnabled()
    menu.aboutToHide.emit()
    assert note.isEnabled()
