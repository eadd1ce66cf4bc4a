"""Notes of other programs in the window: shown before they are taken, one step for undo."""

import json
from pathlib import Path

import pymupdf
import pytest
from pdf_files import finished, write

from zzpreader.model.annotation import Kind
from zzpreader.session.importing import Offer
from zzpreader.ui.dialogs.importing import ImportDialog
from zzpreader.ui.window.tab import ReadingTab

WORDS = "Harde cijfers helpen. De wijk is te klein."


@pytest.fixture
def tab(desk, tmp_path: Path) -> ReadingTab:
    document = pymupdf.open()
    page = document.new_page(width=400, height=600)
    page.insert_text((50, 100), WORDS, fontsize=12)
    page.add_highlight_annot(page.search_for("Harde cijfers")).set_info(content="Ja", title="An")
    tab = desk.open(write(tmp_path, finished(document)))
    desk.wait(lambda: tab.session.marks.writable)
    return tab


def dialog_of(desk, tab: ReadingTab) -> ImportDialog:
    desk.wait(lambda: tab.findChildren(ImportDialog))
    return tab.findChildren(ImportDialog)[-1]


def imported(desk, tab: ReadingTab) -> None:
    tab.importing.look_inside()
    dialog_of(desk, tab).accept()


def ink(tab: ReadingTab) -> bool:
    """Whether the page as it is drawn, without what we lay over it, has the yellow of the PDF's own mark."""
    pictures = tab.session.pictures
    images = [pictures.get(tile) for tile in pictures._shelf._pictures if tile not in pictures._outdated]
    return any(
        image.pixelColor(x, y).blue() < 128 < image.pixelColor(x, y).red()
        for image in filter(None, images)
        for x in range(0, image.width(), 3)
        for y in range(0, image.height(), 3)
    )


def test_a_mark_of_the_pdf_is_not_drawn_beneath_the_one_that_was_imported(desk, tab):
    desk.wait(lambda: ink(tab))
    before = tab.file.read_bytes()
    imported(desk, tab)
    desk.wait(lambda: not ink(tab) and tab.view.is_drawn)
    tab.session.marks.undo()
    desk.wait(lambda: ink(tab))
    tab.session.marks.redo()
    desk.wait(lambda: not ink(tab) and tab.view.is_drawn)
    assert tab.file.read_bytes() == before


def test_an_imported_mark_that_was_deleted_stays_away_when_the_file_is_opened_again(desk, tab):
    imported(desk, tab)
    tab.session.marks.delete([one.id for one in tab.session.marks.notebook])
    desk.wait(lambda: tab.session.marks.is_saved)
    again = desk.open(tab.file)
    desk.wait(lambda: again.session.pictures.left_out(0) == (0,))
    desk.wait(lambda: not ink(again))


def rows(*found: tuple[str, str]) -> bytes:
    """As Hypothesis answers: words and a comment each."""
    return json.dumps(
        {
            "rows": [
                {
                    "id": f"row{n}",
                    "uri": "urn:x-pdf:1",
                    "text": text,
                    "target": [{"selector": [{"type": "TextQuoteSelector", "exact": exact}]}],
                }
                for n, (exact, text) in enumerate(found)
            ]
        }
    ).encode()


def test_marks_inside_the_pdf_come_as_one_step_that_undo_takes_back(desk, tab):
    before = tab.file.read_bytes()
    tab.importing.look_inside()
    dialog = dialog_of(desk, tab)
    assert "1 highlight" in dialog.sentence
    assert not list(tab.session.marks.notebook)
    dialog.accept()
    (mark,) = tab.session.marks.notebook
    assert (mark.kind, mark.quote, mark.body.value, mark.creator) == (Kind.HIGHLIGHT, "Harde cijfers", "Ja", "An")
    tab.session.marks.undo()
    assert not list(tab.session.marks.notebook)
    assert tab.file.read_bytes() == before


def test_taking_the_same_twice_adds_nothing(desk, tab):
    offers: list[Offer] = []
    tab.session.importing.offered.connect(offers.append)
    tab.importing.look_inside()
    desk.wait(lambda: offers)
    tab.session.importing.take(offers[0])
    tab.session.importing.take(offers[0])
    assert len(list(tab.session.marks.notebook)) == 1
    tab.importing.look_inside()
    desk.wait(lambda: len(offers) == 2)
    assert (offers[1].proposal.new, offers[1].proposal.here) == ((), 1)


def test_a_file_is_shown_with_what_was_not_found_in_it(desk, tab, tmp_path):
    source = tmp_path / "h.json"
    source.write_bytes(rows(("De wijk", "Klopt"), ("Woorden die hier werkelijk nergens staan", "Weg")))
    tab.session.importing.read_file(source)
    dialog = dialog_of(desk, tab)
    assert "1 highlight" in dialog.sentence
    assert "1 note" in dialog.sentence
    dialog.accept()
    values = {one.body.value for one in tab.session.marks.notebook}
    assert values == {"Klopt", "> Woorden die hier werkelijk nergens staan\n\nWeg"}


def test_cancelling_the_dialog_takes_nothing(desk, tab, tmp_path):
    source = tmp_path / "h.json"
    source.write_bytes(rows(("De wijk", "Klopt")))
    tab.session.importing.read_file(source)
    dialog_of(desk, tab).reject()
    assert not list(tab.session.marks.notebook)


@pytest.mark.parametrize(
    ("content", "said"),
    [(b"%PDF-1.7", "no notes of a kind"), (b"{", "damaged"), (b"<!DOCTYPE x []><xfdf/>", "built to do harm")],
)
def test_what_cannot_be_taken_is_told_in_one_sentence(desk, tab, tmp_path, content, said):
    source = tmp_path / "x.json"
    source.write_bytes(content)
    tab.session.importing.read_file(source)
    desk.wait(lambda: said in tab.notice.sentence)
    assert not tab.session.importing.is_running


def test_giving_up_leaves_nothing_behind(desk, tab, tmp_path):
    source = tmp_path / "h.json"
    source.write_bytes(rows(("De wijk", "Klopt")))
    offers: list[Offer] = []
    tab.session.importing.offered.connect(offers.append)
    tab.session.importing.read_file(source)
    tab.session.importing.give_up()
    tab.importing.look_inside()
    desk.wait(lambda: offers)
    assert [offer.name for offer in offers] == [tab.file.name]
