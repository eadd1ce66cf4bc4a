"""The notes as a PDF, set by the worker's own function and read by poppler."""

import re
import shutil
import subprocess
from pathlib import Path

import pymupdf
import pytest
from export_notes import mark, report, sheet, some
from msgspec.structs import replace

from zzpreader.export.by_worker import NotMade, asked
from zzpreader.export.formats import FORMATS
from zzpreader.export.html import to_html
from zzpreader.export.pdf import asking, is_ours, sealed, to_set
from zzpreader.export.report import Picture, Report
from zzpreader.export.words import DUTCH
from zzpreader.export.writing import There, what_is_at, write_all
from zzpreader.model.annotation import Highlight
from zzpreader.wire import Failed, NotesSet, Reason
from zzpreader.worker.typeset import set_notes

PDF = FORMATS["pdf"]
HEADINGS = ["ZZP en de stad", "Inhoud", "Onderzoek", "Tien lessen", "Harde cijfers helpen", "De wijk is te klein"]


def made(one: Report) -> bytes:
    return asked(asking(one), lambda _: set_notes(to_set(one)))


@pytest.fixture(scope="module")
def notes() -> bytes:
    return made(report(*some(), mark("Woord voor woord. " * 200, 5), words=DUTCH))


def read_by(program: str, data: bytes, folder: Path, *options: str) -> str:
    tool = shutil.which(program)
    if not tool:
        pytest.skip(f"{program} is not installed (Debian: poppler-utils)")
    file = folder / "notes.pdf"
    file.write_bytes(data)
    names = {"pdfinfo": [str(file)], "pdftotext": [str(file), "-"], "pdftohtml": [str(file)]}[program]
    return subprocess.run([tool, *options, *names], check=True, capture_output=True, text=True, timeout=60).stdout


def test_poppler_finds_title_author_and_paper(notes, tmp_path):
    said = dict(re.findall(r"(?m)^([^:]+):\s+(.*)$", read_by("pdfinfo", notes, tmp_path)))
    assert (said["Title"], said["Author"], said["Creator"]) == ("ZZP en de stad", "A. de Vries", "zzpreader")
    assert said["Page size"].endswith("(A4)")
    assert int(said["Pages"]) >= 3
    assert said["CreationDate"].startswith("Mon Nov 23")


def test_poppler_reads_every_word_and_the_number_of_every_page(notes, tmp_path):
    text = read_by("pdftotext", notes, tmp_path, "-layout")
    for words in ("Harde <cijfers> & “helpen”.", "ZZP en de stad (2012), p. 39.", "Blijft bewaard.", "Over alles."):
        assert words in text
    for number, page in enumerate(text.split("\f")[:-1], 1):
        assert page.split()[-1] == str(number)


def test_poppler_finds_an_outline_of_all_headings(notes, tmp_path):
    said = read_by("pdftohtml", notes, tmp_path, "-xml", "-stdout", "-i", "-q")
    outline = re.findall(r"<item page=\"(\d+)\">(.*?)</item>", said)
    assert [title for _, title in outline[:6]] == HEADINGS
    assert outline[0][0] == "1"


def test_its_language_and_links_are_there(notes):
    with pymupdf.open("pdf", notes) as document:
        assert document.language == "nl"
        links = [link for page in document for link in page.get_links()]
        leads = [link for link in links if link["kind"] == pymupdf.LINK_GOTO]
        assert leads
        titles = {title for _, title, _ in document.get_toc()}
        assert titles >= set(HEADINGS)
        assert {link["uri"] for link in links if link["kind"] == pymupdf.LINK_URI} == {"https://example.org"}


def test_the_same_notes_give_the_same_bytes_and_only_ours_is_known(notes):
    again = report(*some(), words=DUTCH)
    assert made(again) == made(again)
    assert is_ours(notes)
    assert not is_ours(notes[: notes.rindex(b"%zzp")])


def test_nothing_is_there_to_set_and_odd_signs_are_no_trouble():
    assert made(report())
    odd = "\x00\x0b\ufffe ]]> <b> & \" ' \\ {} | ; \t = \u2028 \U0001f600 汉字"
    assert made(report(mark(odd, value=odd, tags=(odd,)), sheet("b", odd), title=odd))


def test_a_picture_is_in_it():
    pixels = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 40, 20))
    pixels.set_rect(pixels.irect, (200, 0, 0))
    figure = mark("Figuur", 5)
    shown = report(figure, pictures={figure.id: Picture(data=pixels.tobytes("png"), alt="x", width=200, height=100)})
    with pymupdf.open("pdf", made(shown)) as document:
        [image] = [block for page in document for block in page.get_image_info()]
        assert round(image["bbox"][2] - image["bbox"][0]) == 200


def test_headings_may_skip_levels():
    wanted = to_set(report(sheet("b", "x")))
    made_up = replace(wanted, pieces=("<h3>een</h3><p>tekst</p><h6>twee</h6>", "<h1>drie</h1>"))
    with pymupdf.open("pdf", set_notes(made_up).pdf) as document:
        assert [entry[:2] for entry in document.get_toc()] == [[1, "een"], [2, "twee"], [1, "drie"]]


def test_a_long_report_is_set_in_pieces_that_lose_nothing():
    one = report(*(mark(f"Citaat nummer {n}.", n % 6, 40 + n) for n in range(300)))
    wanted = to_set(one)
    assert len(wanted.pieces) > 5
    with pymupdf.open("pdf", set_notes(wanted).pdf) as document:
        text = "".join(str(page.get_text()) for page in document)
    assert all(f"Citaat nummer {n}." in text for n in range(300))
    assert to_html(one).decode().count("<blockquote") == "".join(wanted.pieces).count("<blockquote")


def test_our_pdf_is_replaced_after_a_question_and_a_publication_never(notes, tmp_path):
    out = tmp_path / "a.pdf"
    out.write_bytes(b"%PDF-1.7 a publication")
    chosen = PDF.made(asked(asking(report()), lambda _: NotesSet(b"%PDF-1.7 notes")))
    assert what_is_at({out: None}, PDF) is There.PDF
    with pytest.raises(FileExistsError):
        write_all({out: report()}, chosen, force=True)
    out.write_bytes(notes)
    assert what_is_at({out: None}, PDF) is There.OTHER
    write_all({out: report()}, chosen, force=True)
    assert out.read_bytes() == sealed(b"%PDF-1.7 notes")


def test_a_worker_that_cannot_set_it_is_told():
    with pytest.raises(NotMade):
        asked(asking(report()), lambda _: Failed(Reason.CRASHED))


def test_a_picture_that_does_not_fit_goes_to_the_next_page_at_its_own_size():
    pixels = pymupdf.Pixmap(pymupdf.csRGB, pymupdf.IRect(0, 0, 40, 30))
    pixels.clear_with(90)
    area = mark("", 3, 400, highlight=Highlight.OUTLINE)
    picture = Picture(data=pixels.tobytes("png"), alt="Kaart", width=400, height=300)
    before = [mark(f"Zin {n}", 3, n) for n in range(11)]
    with pymupdf.open("pdf", made(report(*before, area, pictures={area.id: picture}))) as document:
        [box] = [box for page in document for image in page.get_images() for box in page.get_image_rects(image[0])]
    assert (box.width, box.height) == pytest.approx((400, 300), abs=1)


def test_an_address_keeps_its_signs_and_a_link_to_nothing_is_none():
    piece = '<p><a href="#nergens">een</a> <a href="https://example.org/a(b)\\">twee</a></p>'
    with pymupdf.open("pdf", set_notes(replace(to_set(report()), pieces=(piece,))).pdf) as document:
        assert [link["uri"] for link in document[0].get_links()] == ["https://example.org/a(b)\\"]


def test_a_checklist_has_boxes_and_no_bullets_before_them():
    with pymupdf.open(stream=made(report(sheet("b12", "- [ ] cijfers opvragen\n- gewoon")))) as document:
        words = "".join(str(page.get_text()) for page in document)
    assert "☐ cijfers opvragen" in words
    assert [line for line in words.splitlines() if "•" in line and "opvragen" in line] == []
    assert "•" in words
