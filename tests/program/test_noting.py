"""What a reader puts on the page, and what happens beside it."""

from pathlib import Path

import pymupdf
import pytest
from pdf_files import finished, text_pdf, write
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu, QPlainTextEdit

from zzpreader.model.annotation import Highlight
from zzpreader.model.citation import Style
from zzpreader.model.geometry import Rect
from zzpreader.model.pages import Place
from zzpreader.program.run import Program
from zzpreader.ui.dialogs.line import ask_line
from zzpreader.ui.notes.cards import CardList
from zzpreader.ui.notes.editors import CommentEditor
from zzpreader.ui.notes.tags_editor import TagsEditor
from zzpreader.ui.view.area import Area
from zzpreader.ui.view.page_view import Spot


@pytest.fixture
def tab(desk, tmp_path: Path):
    tab = desk.open(write(tmp_path, text_pdf("Harde cijfers helpen.", "En zachte ook.")))
    desk.wait(lambda: tab.session.marks.writable and tab.session.texts.get(0))
    return tab


def choose(menu: QMenu, title: str, words: str) -> None:
    """An entry of a menu within a menu."""
    inner = next(action.menu() for action in menu.actions() if title in action.text().replace("&", ""))
    assert isinstance(inner, QMenu)
    next(action for action in inner.actions() if words in action.text()).trigger()


def test_the_pane_of_notes_is_shown_to_write_in_and_its_command_says_so(tab):
    window = tab.window()
    window.commands["notes"].trigger()
    assert not tab.notes.isVisible()
    tab.noting.add_note()
    assert tab.notes.isVisible()
    assert window.commands["notes"].isChecked()


def test_what_is_noted_is_chosen_on_the_page_while_it_is_written(tab):
    before = tab.session.marks.add_note(Place(1, 100.0))
    tab.view.choose(before)
    tab.view.select(0, 0, 5)
    tab.noting.add_note()
    made = next(one.id for one in tab.session.marks.notebook if one.id != before)
    assert tab.view.chosen == made


def test_a_note_by_the_keys_comes_where_the_caret_stands(tab, qtbot):
    tab.view.set_caret_mode(True)
    qtbot.keyClick(tab.view, Qt.Key.Key_Down)
    spot = tab.view.caret_spot()
    tab.noting.add_note()
    (made,) = tab.session.marks.notebook
    (rects,) = made.rects
    at = rects.quads[0].bounds
    assert spot.place.y > 0
    assert (rects.page, at.left, at.top) == pytest.approx((spot.place.page, spot.x, spot.place.y), abs=1)


def test_the_caret_starts_at_the_highest_line_in_view_wherever_the_pdf_has_it(desk, tmp_path):
    document = pymupdf.open()
    page = document.new_page()
    for y, words in ((800, "7"), (100, "Bovenaan."), (130, "Daaronder.")):
        page.insert_text((72, y), words, fontsize=14)
    tab = desk.open(write(tmp_path, finished(document)))
    desk.wait(lambda: tab.session.texts.get(0))
    tab.view.set_zoom_mode("fit-page")
    tab.view.set_caret_mode(True)
    assert tab.session.texts.get(0).text[tab.view.text_selection.caret.offset :].startswith("Bovenaan.")


def test_a_mark_just_made_takes_a_colour_and_a_comment_by_the_next_keys(desk, tab, qtbot):
    tab.view.set_caret_mode(True)
    qtbot.keyClick(tab.view, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    for key in (Qt.Key.Key_1, Qt.Key.Key_2):
        qtbot.keyClick(tab.view, key)
    (made,) = tab.session.marks.notebook
    assert made.body.color == "green"
    qtbot.keyClick(tab.view, Qt.Key.Key_F2)
    desk.wait(lambda: isinstance(QApplication.focusWidget(), CommentEditor))
    qtbot.keyClicks(QApplication.focusWidget(), "Ja.")
    (made,) = tab.session.marks.notebook
    assert made.body.value == "Ja."


def test_enter_chooses_the_mark_at_the_caret(tab, qtbot):
    tab.view.select(0, 0, 5)
    tab.noting.mark(Highlight.SOLID, "yellow")
    (made,) = tab.session.marks.notebook
    tab.view.choose(None)
    tab.view.set_caret_mode(True)
    tab.view.text_selection.place_caret(0, 2)
    qtbot.keyClick(tab.view, Qt.Key.Key_Return)
    assert tab.view.chosen == made.id


def test_the_name_that_a_bookmark_gets_is_read_whole(tab, monkeypatch):
    seen = []
    monkeypatch.setattr(QInputDialog, "exec", lambda dialog: seen.append(dialog) or True)
    tab.noting.add_bookmark()
    (asked,) = seen
    (made,) = tab.session.marks.notebook
    assert made.body.value == asked.textValue() != ""
    assert asked.width() > 60 * asked.fontMetrics().averageCharWidth()


def test_a_long_proposal_is_read_whole_as_far_as_the_screen_goes(tab, monkeypatch):
    widths = []
    monkeypatch.setattr(QInputDialog, "exec", lambda dialog: widths.append(dialog.width()))
    proposal = "M01: iedere fase levert vastgestelde informatie, p. 11"
    for words in ("", proposal, 40 * proposal):
        ask_line(tab, "Bookmark", "Name of the bookmark:", words, "Keep")
    screen = tab.screen().availableSize().width()
    assert tab.fontMetrics().horizontalAdvance(proposal) < widths[1]
    assert widths[0] <= widths[1] <= widths[2] < screen


def test_the_menu_of_a_mark_changes_its_colour(tab):
    tab.view.select(0, 0, 5)
    tab.noting.mark(Highlight.SOLID, "yellow")
    (made,) = tab.session.marks.notebook
    menu = tab.noting.menu_at(Spot(Place(0, 10.0), 10.0, (made.id,)))
    choose(menu, "Colour", "Green")
    (changed,) = tab.session.marks.notebook
    assert (changed.id, changed.body.color) == (made.id, "green")


def test_the_keys_of_the_page_act_on_the_mark_that_is_chosen(tab, qtbot):
    tab.view.select(0, 0, 12)
    tab.noting.mark(Highlight.SOLID, "yellow")
    (made,) = tab.session.marks.notebook
    tab.view.setFocus()
    qtbot.keyClick(tab.view, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    assert QGuiApplication.clipboard().text() == made.quote == "Harde cijfer"
    qtbot.keyClick(tab.view, Qt.Key.Key_T)
    field = tab.notes.findChild(TagsEditor)
    qtbot.keyClicks(field, "cijfers")
    qtbot.keyClick(field, Qt.Key.Key_Return)
    (tagged,) = tab.session.marks.notebook
    assert tagged.body.tags == ("cijfers",)
    tab.view.setFocus()
    qtbot.keyClick(tab.view, Qt.Key.Key_Delete)
    assert not len(tab.session.marks.notebook)
    tab.window().commands["undo"].trigger()
    assert len(tab.session.marks.notebook) == 1


def test_marks_are_gone_through_in_reading_order_from_the_chosen_one_or_from_where_one_reads(tab):
    marks, commands = tab.session.marks, tab.window().commands
    second = marks.add_bookmark(Place(1, 300.0), "Twee")
    first = marks.add_note(Place(0, 200.0), 90.0)
    beside = marks.add_note(Place(0, 200.0), 300.0)
    tab.view.go_to(Place(0))
    seen = []
    for _ in range(4):
        commands["next-mark"].trigger()
        seen.append(tab.view.chosen)
    assert seen == [first, beside, second, second]
    assert tab.notice.sentence == "This is the last mark."
    assert tab.notes.current_annotation().id == second
    commands["previous-mark"].trigger()
    assert tab.view.chosen == beside
    tab.view.choose(None)
    tab.view.go_to(Place(1))
    commands["next-mark"].trigger()
    assert tab.view.chosen == second


def test_the_menu_of_a_mark_copies_its_words_with_their_source_and_opens_its_tags(tab):
    tab.view.select(0, 0, 12)
    tab.noting.mark(Highlight.SOLID, "yellow")
    (made,) = tab.session.marks.notebook
    tab.view.choose(None)

    def press(words: str) -> None:
        menu = tab.noting.menu_at(Spot(Place(0, 10.0), 10.0, (made.id,)))
        next(one for one in menu.actions() if one.text().replace("&", "") == words).trigger()

    press("Copy quote")
    assert QGuiApplication.clipboard().text() == "Harde cijfer"
    press("Copy with source")
    assert QGuiApplication.clipboard().text().startswith("“Harde cijfer” (")
    press("Tags…")
    assert tab.notes.findChild(TagsEditor)


def test_what_cannot_be_noted_leaves_selection_and_notes_as_they_were(desk, tab, qapp):
    other = Program(qapp, desk.home)
    other.begin([tab.file], "")
    reader = other.window.current
    desk.wait(lambda: reader.is_settled and reader.session.texts.get(0))
    reader.view.select(0, 0, 5)
    other.window.commands["highlight-key"].trigger()
    other.window.commands["note-key"].trigger()
    assert reader.view.has_selection
    assert not reader.notes.state()["whole"]
    other.window.close()
    other.end()


def test_a_quote_is_copied_with_its_source_and_the_printed_page(tab):
    tab.view.select(0, 0, 5)
    tab.window().commands["cite-plain"].trigger()
    tab.window().commands["copy-source"].trigger()
    data = QGuiApplication.clipboard().mimeData()
    assert data.text().startswith("“")
    assert "\n\nSource: " in data.text()
    assert data.text().endswith("p. 1")
    assert data.hasHtml()
    assert tab.copying.style is Style.PLAIN


def test_cards_that_are_chosen_are_copied_with_their_sources_and_what_was_said_of_them(desk, tab, qtbot):
    for first in (0, 6):
        tab.view.select(0, first, first + 5)
        tab.window().commands["highlight-key"].trigger()
    first, _ = sorted(tab.session.marks.notebook, key=lambda one: one.created)
    tab.session.marks.write_comment(first.id, "Geldt **ook** voor ons")
    tab.window().commands["cite-apa"].trigger()
    tab.notes.show_annotation(first.id)
    tab.notes.focus_list()
    (cards,) = tab.notes.findChildren(CardList)
    qtbot.keyClick(cards, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    tab.window().commands["copy-source"].trigger()
    copied = QGuiApplication.clipboard().text().split("\n\n")
    assert [one.startswith("“") for one in copied] == [True, False, True, False]
    assert copied[1] == "Geldt ook voor ons"
    assert copied[0] != copied[2]
    assert copied[3].endswith("(z.d.).")  # the work stands there once


def test_a_chosen_mark_takes_another_kind_and_colour(tab):
    tab.view.select(0, 0, 5)
    tab.noting.mark(Highlight.SOLID, "yellow")
    (made,) = tab.session.marks.notebook
    tab.view.choose(made.id)
    tab.window().commands["squiggly"].trigger()
    tab.window().commands["highlight-pink"].trigger()
    (changed,) = tab.session.marks.notebook
    assert (changed.body.highlight, changed.body.color) == (Highlight.SQUIGGLY, "pink")


def test_marks_on_each_other_each_have_a_menu(tab):
    for color in ("yellow", "green"):
        tab.view.select(0, 0, 5)
        tab.noting.mark(Highlight.SOLID, color)
    ids = tuple(one.id for one in tab.session.marks.notebook)
    menu = tab.noting.menu_at(Spot(Place(0, 10.0), 10.0, ids))
    named = [action.text() for action in menu.actions() if action.menu() and action.text().startswith("Highlight:")]
    assert len(named) == 2


def test_the_card_of_an_area_shows_it_and_what_is_to_be_seen_there_was_asked(desk, tab, qtbot):
    cards = tab.notes.findChild(CardList)
    tab.view.area.chosen.emit(Area(0, Rect(40, 80, 240, 130)))
    asked = tab.findChild(QInputDialog)
    field = asked.findChild(QPlainTextEdit)
    qtbot.keyClicks(field, "A box with words\t")
    asked.accept()
    index = cards.currentIndex()
    assert "A box with words" in index.data(Qt.ItemDataRole.AccessibleTextRole)
    made = tab.session.marks.notebook.get(cards.current_id())
    desk.wait(lambda: tab.session.areas.get(made))
    assert made.body.description == "A box with words"
    shown = cards.grab(cards.visualRect(index)).toImage()
    marks = tab.session.marks
    marks.delete([made.id])
    made = marks.add_area(0, Rect(40, 400, 240, 450), made.body.color)
    marks.describe(made, "A box with words")
    tab.notes.show_annotation(made)
    desk.wait(lambda: tab.session.areas.get(marks.notebook.get(made)))
    other = cards.grab(cards.visualRect(cards.currentIndex())).toImage()
    assert shown.size() == other.size()
    assert shown != other
