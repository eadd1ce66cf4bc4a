"""Printing, seen through the PDF that comes out."""

import random
from pathlib import Path

import pymupdf
import pytest
from pdf_files import finished, text_pdf, write

from zzpreader.model.geometry import Rect
from zzpreader.model.pages import Labels
from zzpreader.model.print_wish import PrintWish, Which
from zzpreader.program.printing import Printing


@pytest.fixture
def tab(desk, tmp_path: Path):
    return desk.open(write(tmp_path, text_pdf("een", "twee", "drie"), "boek.pdf"))


@pytest.fixture
def printing(desk, tab) -> Printing:
    return desk.running.desks.printing


def darkest(page: pymupdf.Page) -> int:
    return min(page.get_pixmap(dpi=50).samples)


def test_chosen_pages_come_out_as_a_pdf_of_the_same_size(desk, tab, printing, tmp_path: Path):
    out = tmp_path / "uit.pdf"
    printing.print(tab, PrintWish(which=Which.TYPED, typed="2-3"), path=out)
    desk.wait(lambda: "The print is in" in tab.notice.sentence)
    with pymupdf.open(out) as printed, pymupdf.open(tab.file) as book:
        assert printed.page_count == 2
        assert tuple(printed[0].rect) == pytest.approx(tuple(book[1].rect), abs=1)
        assert darkest(printed[0]) < 128
    assert sorted(file.name for file in tmp_path.glob("uit*")) == ["uit.pdf"]


def test_marks_are_on_the_pages_or_not_as_one_wishes(desk, tab, printing, tmp_path: Path):
    tab.session.marks.add_area(0, Rect(100, 300, 300, 500), "pink")
    desk.wait(lambda: len(tab.session.marks.notebook))
    colours = {}
    for marks in (True, False):
        out = tmp_path / f"{marks}.pdf"
        printing.print(tab, PrintWish(which=Which.CURRENT, marks=marks), path=out)
        desk.wait(out.is_file)
        with pymupdf.open(out) as printed:
            pixels = printed[0].get_pixmap(dpi=72)
            colours[marks] = len({pixels.pixel(x, 400) for x in range(95, 106)})
    assert colours[True] > colours[False] == 1


def test_letters_are_printed_to_the_dot_and_photographs_as_jpeg(desk, tmp_path: Path):
    noise = pymupdf.Pixmap(pymupdf.csRGB, 400, 600, random.Random(1).randbytes(400 * 600 * 3), False)
    book = pymupdf.open()
    book.new_page(width=400, height=600).insert_text((50, 100), "Letters")
    book.new_page(width=400, height=600).insert_image((0, 0, 400, 600), pixmap=noise)
    tab = desk.open(write(tmp_path, finished(book), "mengsel.pdf"))
    out = tmp_path / "uit.pdf"
    desk.running.desks.printing.print(tab, PrintWish(), path=out)
    desk.wait(out.is_file)
    with pymupdf.open(out) as printed:
        filters = [printed.xref_get_key(page.get_images()[0][0], "Filter")[1] for page in printed]
    assert filters == ["/FlateDecode", "/DCTDecode"]


def test_notes_stand_behind_the_pages_as_text(desk, tab, printing, tmp_path: Path):
    tab.session.marks.write_sheet(None, "Bespreken met de wethouder")
    tab.session.marks.finish_typing()
    out = tmp_path / "uit.pdf"
    printing.print(tab, PrintWish(which=Which.CURRENT, notes=True), path=out)
    desk.wait(out.is_file)
    with pymupdf.open(out) as printed:
        assert printed.page_count == 2
        assert "Bespreken met de wethouder" in printed[1].get_text()
        assert printed[1].rect.width == pytest.approx(595, abs=1)


def test_a_cancelled_print_leaves_what_was_there(desk, tab, printing, tmp_path: Path):
    out = tmp_path / "uit.pdf"
    out.write_bytes(b"what was there")
    printing.print(tab, PrintWish(), path=out)
    for job in printing._jobs:
        job.cancel.set()
    desk.wait(lambda: "cancelled" in tab.notice.sentence)
    assert out.read_bytes() == b"what was there"
    assert sorted(file.name for file in tmp_path.glob("uit*")) == ["uit.pdf"]


def test_a_folder_that_is_not_there_is_one_sentence(desk, tab, printing, tmp_path: Path):
    printing.print(tab, PrintWish(), path=tmp_path / "nergens" / "uit.pdf")
    desk.wait(lambda: "could not be printed" in tab.notice.sentence)


def test_closing_the_tab_ends_its_print(desk, tab, printing, tmp_path: Path):
    printing.print(tab, PrintWish(), path=tmp_path / "uit.pdf")
    desk.running.window.close_tab(tab)
    desk.wait(lambda: not printing._jobs)
    desk.quit()
    assert list(tmp_path.glob("uit*")) == []


def test_the_dialog_shows_the_sheets_as_they_are_chosen(desk, tab, printing):
    dialog = printing.ask(tab)
    desk.wait(lambda: dialog.said == "Sheet 1 of 3")
    dialog.turn(1)
    desk.wait(lambda: dialog.said == "Sheet 2 of 3")
    dialog._choices[Which.CURRENT].setChecked(True)
    desk.wait(lambda: dialog.said == "Sheet 1 of 1")
    dialog._typed.setFocus()
    dialog._choices[Which.TYPED].setChecked(True)
    dialog._typed.setText("9")
    desk.wait(lambda: "names no page" in dialog.said)
    assert not dialog._print.isEnabled()
    dialog._choices[Which.NONE].setChecked(True)
    desk.wait(lambda: dialog.said == "There are no notes to print.")
    dialog.reject()


def test_the_halves_of_a_spread_come_out_as_two_pages_with_what_is_on_each(desk, tmp_path: Path):
    with pymupdf.open() as document:
        page = document.new_page(width=800, height=600)
        page.draw_rect((50, 100, 300, 500), color=None, fill=(0, 0, 0))
        file = write(tmp_path, document.tobytes(), "spread.pdf")
    tab = desk.open(file)
    tab.session.pages.use_labels(Labels([("38", "39")]))
    out = tmp_path / "uit.pdf"
    desk.running.desks.printing.print(tab, PrintWish(halves=True), path=out)
    desk.wait(out.is_file)
    with pymupdf.open(out) as printed:
        assert [round(page.rect.width) for page in printed] == [400, 400]
        assert [darkest(page) < 128 for page in printed] == [True, False]
