"""Reading mode over a real publication: the same passage, the same marks, the same hits."""

from pathlib import Path

import pymupdf
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor

from zzpreader.model.annotation import Highlight, TextPositionSelector
from zzpreader.model.pages import Place
from zzpreader.model.settings import ReadingFont, Settings
from zzpreader.ui.view.page_view import PageView

PAGES = 40
WORDS = "De gemeente telt haar zelfstandigen elk jaar en leert daarvan hoe zij werken. "


def write_pdf(path: Path) -> Path:
    with pymupdf.open() as document:
        for number in range(1, PAGES + 1):
            page = document.new_page(width=595, height=842)
            page.insert_textbox((72, 60, 525, 100), f"Hoofdstuk {number}", fontsize=20)
            for row in range(3):
                box = (72, 120 + 120 * row, 525, 230 + 120 * row)
                page.insert_textbox(box, f"Alinea {number}.{row} begint. " + WORDS * 4, fontsize=11)
        document.set_toc([[1, f"Hoofdstuk {number}", number] for number in range(1, PAGES + 1)])
        document.save(path)
    return path


@pytest.fixture
def publication(tmp_path):
    return write_pdf(tmp_path / "publication.pdf")


@pytest.fixture
def view(session, qtbot):
    view = PageView(session)
    qtbot.addWidget(view)
    view.resize(700, 600)
    with qtbot.waitSignals([session.marks.loaded, session.sections.settled]):
        session.open()
    return view


def begin(pane, qtbot, place=None):
    if place:
        pane._view.bring(place)
    with qtbot.waitSignal(pane.column.filling.filled):
        pane.begin()
    return pane.browser.toPlainText()


def find(pane, words) -> QTextCursor:
    cursor = pane.browser.document().find(words)
    assert not cursor.isNull()
    return cursor


def test_it_opens_at_the_passage_that_is_read_and_leads_the_page_along(pane, view, qtbot):
    text = begin(pane, qtbot, Place(6, 360.0))
    assert text.startswith("Hoofdstuk 7")
    assert "Hoofdstuk 8" not in text
    pane.browser.show_position(find(pane, "Alinea 7.1").selectionStart())
    pane.browser.scrolled.emit()
    pane.rest()
    assert view.place().page == 6
    assert view.place().y < 260


def test_paging_past_the_end_goes_to_the_next_section_and_back_to_the_end_of_the_one_before(pane, view, qtbot):
    begin(pane, qtbot, Place(3))
    with qtbot.waitSignal(pane.column.filling.filled):
        while view.place().page == 3:
            qtbot.keyClick(pane.browser, Qt.Key.Key_PageDown)
    assert pane.browser.toPlainText().startswith("Hoofdstuk 5")
    with qtbot.waitSignal(pane.column.filling.filled):
        while not pane._is_end_wanted:
            qtbot.keyClick(pane.browser, Qt.Key.Key_PageUp)
    assert pane.browser.toPlainText().startswith("Hoofdstuk 4")
    assert pane.browser.verticalScrollBar().value() == pane.browser.verticalScrollBar().maximum()


def test_a_jump_elsewhere_is_followed(pane, view, qtbot):
    begin(pane, qtbot)
    with qtbot.waitSignal(pane.column.filling.filled):
        view.go_to(Place(20))
    assert pane.browser.toPlainText().startswith("Hoofdstuk 21")


def test_what_is_selected_here_is_marked_where_it_stands_on_the_page(pane, view, session, qtbot):
    begin(pane, qtbot, Place(1))
    pane.browser.setTextCursor(find(pane, "zelfstandigen elk"))
    assert view.has_selection
    made = []
    view.text_selection.collect(
        lambda segments: made.append(session.marks.add_mark(Highlight.SOLID, "yellow", segments))
    )
    qtbot.waitUntil(lambda: bool(made))
    annotation = session.marks.notebook.get(made[0])
    assert annotation.quote == "zelfstandigen elk"
    (position,) = [one for one in annotation.target.selector if isinstance(one, TextPositionSelector)]
    assert position.page == 1
    shown = [layer.cursor.selectedText() for layer in pane.browser.extraSelections()]
    assert "zelfstandigen elk" in shown
    view.clear_selection()
    assert not pane.browser.textCursor().hasSelection()


def test_hits_are_shown_and_the_current_one_is_brought_into_view(pane, view, session, qtbot):
    begin(pane, qtbot)
    with qtbot.waitSignal(pane.column.filling.filled):
        session.search.start("Alinea 30.2", from_page=0)
    qtbot.waitUntil(lambda: "Alinea 30.2" in [one.cursor.selectedText() for one in pane.browser.extraSelections()])
    y = pane.browser.y_of(find(pane, "Alinea 30.2").selectionStart())
    assert 0 <= y < pane.browser.viewport().height()


def test_another_font_and_size_keep_the_passage(pane, view, qtbot):
    begin(pane, qtbot, Place(2))
    pane.browser.show_position(find(pane, "Alinea 3.2").selectionStart())
    before = pane.place()
    with qtbot.waitSignal(pane.column.filling.filled):
        pane.apply_settings(Settings(reading_font=ReadingFont.LEGIBLE, reading_size=20, paper="dark"))
    after = pane.place()
    assert (after.page, abs(after.y - before.y) < 30) == (before.page, True)


def test_escape_lets_go_of_the_selection_first_and_then_leads_back_to_the_pages(pane, view, qtbot):
    begin(pane, qtbot)
    pane.browser.setTextCursor(find(pane, "gemeente"))
    qtbot.keyClick(pane.browser, Qt.Key.Key_Escape)
    assert not view.has_selection
    with qtbot.waitSignal(pane.closed):
        qtbot.keyClick(pane.browser, Qt.Key.Key_Escape)


def test_a_note_or_bookmark_beside_the_text_leaves_the_text_to_be_seen(pane, view, session, qtbot, monkeypatch):
    """The ring of the focus is drawn behind them, with nothing of their colour."""
    begin(pane, qtbot, Place(6))
    monkeypatch.setattr(type(pane.browser), "hasFocus", lambda _self: True)
    before = pane.browser.viewport().grab().toImage()
    session.marks.add_bookmark(Place(6, 100.0), "Hier")
    session.marks.add_note(Place(6, 150.0))
    after = pane.browser.viewport().grab().toImage()
    assert after != before
    right = before.width() - 12  # in the white beside the text, at the other side than the icons
    for y in range(12, before.height() - 12):
        assert after.pixel(right, y) == before.pixel(right, y)
