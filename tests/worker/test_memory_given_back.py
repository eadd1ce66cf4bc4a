"""What was read of all pages is let go of, and read again where it is needed."""

import mmap
import sys

import pymupdf
import pytest

from zzpreader import wire
from zzpreader.worker import answers as answers_module
from zzpreader.worker.answers import Answers
from zzpreader.worker.library import mupdf

PAGES = 4


@pytest.fixture
def answers(monkeypatch):
    monkeypatch.setattr(answers_module, "_MANY_PAGES", PAGES)
    with pymupdf.open() as document:
        for number in range(PAGES):
            document.new_page().insert_text((72, 72), f"Les {number}")
        document.set_toc([[1, f"Les {number}", number + 1] for number in range(PAGES)])
        catalogue = document.pdf_catalog()
        document.xref_set_key(catalogue, "StructTreeRoot", "<</Type/StructTreeRoot>>")
        written = document.tobytes()
    data = mmap.mmap(-1, len(written))
    data.write(written)
    answers = Answers(data, mmap.mmap(-1, wire.SHARED_BYTES))
    assert isinstance(answers.answer(wire.Open()), wire.Opened)
    return answers


def test_everything_is_answered_as_before(answers):
    asked = [
        wire.ReadPages(0, PAGES),
        wire.ReadOutline(),
        *(wire.Draw(page, 0, 1.0, 0, 0, 50, 50) for page in range(PAGES)),
        *map(wire.ReadText, range(PAGES)),
        wire.ReadLinks(0),
    ]
    before = [answers.answer(request) for request in asked]
    answers.rest()
    assert [answers.answer(request) for request in asked] == before


def test_between_the_pages_and_the_bookmarks_nothing_is_let_go_of(answers, monkeypatch):
    let_go: list[bool] = []
    monkeypatch.setattr(answers_module, "resident_bytes", iter(range(0, 2**40, 2**30)).__next__)
    monkeypatch.setattr(answers._document, "let_go", lambda: let_go.append(True))
    answers.answer(wire.ReadLinks(0))
    answers.rest()
    for first in range(PAGES):
        answers.answer(wire.ReadPages(first, 1))
        answers.rest()
    assert not let_go
    answers.answer(wire.ReadOutline())
    answers.rest()
    assert let_go == [True]


def test_tags_that_were_set_aside_stay_aside(answers):
    answers.answer(wire.ReadOutline())
    answers.rest()
    pdf = answers._document.pdf
    catalogue = mupdf.pdf_dict_gets(mupdf.pdf_trailer(pdf), "Root")
    assert not mupdf.pdf_is_dict(mupdf.pdf_dict_gets(catalogue, "StructTreeRoot"))
    assert answers._document.tags is not None


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="the file about this process is Linux's")
def test_the_pages_of_the_file_itself_are_given_back(answers, monkeypatch):
    data = answers._document.data
    given_back = []
    monkeypatch.setattr(answers._document, "data", Watched(data, given_back))
    answers.answer(wire.ReadOutline())
    answers.rest()
    assert given_back == [mmap.MADV_DONTNEED]


@pytest.mark.parametrize(
    ("asked", "is_emptied"), [(wire.ReadText(0), True), (wire.Draw(0, 0, 1.0, 0, 0, 50, 50), False)]
)
def test_fonts_and_pictures_of_pages_that_were_only_read_are_let_go_of_sooner(answers, monkeypatch, asked, is_emptied):
    mb, emptied = 2**20, []
    monkeypatch.setattr(answers_module, "resident_bytes", lambda: 120 * mb)
    monkeypatch.setattr(answers_module.mupdf, "fz_empty_store", lambda: emptied.append(True))
    answers.answer(asked)
    answers.answer(wire.ReadOutline())
    answers.rest()
    assert bool(emptied) == is_emptied


@pytest.mark.parametrize(("asked", "room_mb"), [(wire.ReadText(0), 24), (wire.Draw(0, 0, 1.0, 0, 0, 50, 50), 8)])
def test_who_only_reads_lets_go_of_what_it_read_less_often(answers, monkeypatch, asked, room_mb):
    """To read it again is a third of the work."""
    mb, more, let_go = 2**20, [0], []
    monkeypatch.setattr(answers_module, "resident_bytes", lambda: (60 + more[0]) * mb)
    monkeypatch.setattr(answers._document, "let_go", lambda: let_go.append(more[0]))
    while not let_go:
        answers.answer(asked)
        answers.rest()
        more[0] += 1
    assert let_go == [room_mb + 1]


class Watched:
    def __init__(self, data, given_back):
        self._data = data
        self.madvise = given_back.append

    def __getattr__(self, name):
        return getattr(self._data, name)


def test_when_the_last_pages_are_looked_at_after_the_bookmarks_all_is_let_go_of(answers, monkeypatch):
    let_go: list[bool] = []
    monkeypatch.setattr(answers_module, "resident_bytes", lambda: 0)
    answers.answer(wire.ReadOutline())
    answers.rest()
    monkeypatch.setattr(answers._document, "let_go", lambda: let_go.append(True))
    for first in range(PAGES):
        assert not let_go
        answers.answer(wire.ReadPages(first, 1))
        answers.rest()
    assert let_go == [True]
