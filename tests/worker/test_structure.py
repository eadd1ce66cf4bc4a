"""Printed labels and sections, as a worker derives them."""

import pymupdf
import pytest
from pdf_files import finished, one_page, text_pdf
from stand_in import LESSONS, SECTIONS, make_stand_in, place_of

from zzpreader.engine.trust import is_honest
from zzpreader.model.pages import Half, Labels
from zzpreader.model.sections import Kind, Source
from zzpreader.wire import Gathered, GatherLines, ReadStructure, StructureRead


def structure_of(ask, count: int, passed_over: tuple[int, ...] = (), pages: int = 0) -> StructureRead:
    asked = ReadStructure(count, passed_over)
    answer = ask(asked)
    assert isinstance(answer, StructureRead)
    assert is_honest(asked, answer, pages or count)
    return answer


HEADINGS = ("Voorwoord", "Aanleiding", "Vraag", "Onderzoek", "De wijk", "De stad", "Besluit", "Nawoord")


def numbered(pages: int, *, outline: bool = False) -> bytes:
    """A heading on each page and its number, from 7 on, at the foot."""
    document = pymupdf.open()
    for n in range(pages):
        page = document.new_page(width=400, height=600)
        page.insert_text((50, 80), HEADINGS[n], fontname="hebo", fontsize=18)
        for line in range(20):
            page.insert_text((50, 120 + 18 * line), "Gewone tekst die de bladzijde vult en niets beweert.", fontsize=10)
        page.insert_text((195, 580), str(n + 7), fontsize=9)
    if outline:
        document.set_toc([[1, "Deel", 1], [2, "Begin", 1], [2, "Einde", pages]])
    return finished(document)


@pytest.fixture(scope="module")
def stand_in(tmp_path_factory) -> bytes:
    return make_stand_in(tmp_path_factory.mktemp("stand-in") / "publication.pdf").read_bytes()


def test_the_bookmarks_are_the_tree_and_the_paper_gives_the_labels(opened):
    found = structure_of(opened(numbered(8, outline=True)), 8)
    assert [(one.level, one.title, one.page, one.source) for one in found.sections] == [
        (1, "Deel", 0, Source.OUTLINE),
        (2, "Begin", 0, Source.OUTLINE),
        (2, "Einde", 7, Source.OUTLINE),
    ]
    assert found.labels == tuple((str(n + 7),) for n in range(8))
    assert [one.label for one in found.sections] == ["7", "7", "14"]


def test_without_bookmarks_headings_are_the_tree(opened):
    found = structure_of(opened(numbered(8)), 8)
    assert [one.title for one in found.sections] == list(HEADINGS)
    assert {one.source for one in found.sections} == {Source.HEADINGS}


def test_an_empty_page_has_neither_labels_nor_sections(opened):
    assert structure_of(opened(one_page()), 1) == StructureRead(((),), ())


def test_spreads_give_two_labels_a_page_and_sections_their_half(opened, stand_in):
    found = structure_of(opened(stand_in), 42)
    labels = Labels(found.labels)
    for entry, section in zip(SECTIONS, [one for one in found.sections if one.level == 1], strict=True):
        page, half = place_of(entry.printed)
        assert (section.title, section.page, section.half, section.label) == (
            entry.title,
            page - 1,
            Half(half),
            str(entry.printed),
        )
    lessons = [one for one in found.sections if one.kind is Kind.LESSON]
    assert tuple(one.title for one in lessons) == LESSONS
    assert {one.label for one in lessons} == {"38", "39", "40"}
    for printed in ("38", "49"):
        place = labels.place_of(printed)
        page, half = place_of(int(printed))
        assert place
        assert (place.page, place.half) == (page - 1, Half(half))


def test_it_is_the_same_whether_lines_were_gathered_before_or_not(opened, stand_in):
    ask = opened(stand_in)
    assert ask(GatherLines(0, 10)) == Gathered()
    assert ask(GatherLines(30, 90)) == Gathered()
    first = structure_of(ask, 20, pages=42)
    assert len(first.labels) == 20
    assert structure_of(ask, 42) == structure_of(ask, 42) == structure_of(opened(stand_in), 42)


def test_pages_that_are_to_be_passed_over_count_as_empty(opened):
    found = structure_of(opened(numbered(8)), 8, passed_over=(2, 3))
    assert [one.page for one in found.sections] == [0, 1, 4, 5, 6, 7]
    assert len(found.labels) == 8


def test_more_pages_than_there_are_can_be_asked_for(opened):
    assert len(structure_of(opened(text_pdf("een", "twee")), 50, pages=2).labels) == 2


def test_a_title_that_plays_with_the_line_is_made_tame(opened):
    # PyMuPDF writes the mark as a middle dot in its own fonts, so the document brings one that has it.
    document = pymupdf.open()
    for n in range(4):
        page = document.new_page(width=400, height=600)
        page.insert_text((50, 80), f"Kop\u00ad {n + 1}", fontname="hebo", fontsize=18)
        page.insert_text((50, 120), "Gewone tekst die de bladzijde vult en niets beweert.", fontsize=10)
    for one in structure_of(opened(finished(document)), 4).sections:
        assert "\u00ad" not in one.title
