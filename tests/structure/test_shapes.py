"""Publications of other shapes than a report with chapters: letters, slides, forms; and what stands on their pages."""

import pytest

from zzpreader.model.geometry import Size
from zzpreader.model.outline import Bookmark
from zzpreader.structure.sections import derive

WORDS = ("wonen", "werken", "leren", "leven", "sparen")


def tree(pages, **known):
    return [(section.level, section.title) for section in derive(pages, **known).sections]


def chapters(paper, *extra):
    """Three chapters of a page, with the lines below each."""
    return [
        paper.page(paper.line(f"{n}. Over {word}", 80, size=16, bold=True), paper.body(120), *extra, paper.number(n))
        for n, word in enumerate(WORDS[:3], 1)
    ]


def test_short_lines_of_a_letter_that_count_on_are_its_sections(paper):
    letterhead = [paper.line("2", 30, 480, size=50, bold=True), paper.line("Tweede Kamer der Staten", 34, size=18)]
    pages = [
        paper.page(
            letterhead if n == 1 else [],
            paper.body(120, 4),
            paper.line(f"{n}. Over {word}", 200),
            paper.body(226, 4),
            [paper.line("a. Doel", 306), paper.body(332, 3), paper.line("b. Middel", 398)] if n == 2 else [],
            paper.body(424, 4),
        )
        for n, word in enumerate(WORDS, 1)
    ]
    expected = [(1, f"{n}. Over {word}") for n, word in enumerate(WORDS, 1)]
    expected[2:2] = [(2, "a. Doel"), (2, "b. Middel")]
    assert tree(pages) == expected


def test_items_of_a_list_are_no_sections_of_a_letter(paper):
    pages = [paper.page([paper.line(f"{n}. het {word}", 100 + 14 * n) for n, word in enumerate(WORDS, 1)])] * 2
    assert tree(pages) == []


def test_slides_have_their_titles_and_nothing_else(paper):
    def slide(title, n):
        return paper.page(
            paper.line(title, 60, size=40),
            paper.line("• een punt", 160, size=24),
            paper.line("Contact", 300, size=20, bold=True),
            paper.line("nog iets", 360 + n, size=20),
            size=Size(960.0, 540.0),
        )

    titles = ["Waarom", "Hoe", "Hoe (vervolg)", "Wat", "Vragen"]
    assert tree([slide(title, n) for n, title in enumerate(titles)]) == [
        (1, title) for title in titles if "vervolg" not in title
    ]


@pytest.mark.parametrize("label", ["Datum", "Let op!", "Handtekening", "Date", "Unterschrift", "Attention !"])
def test_labels_of_forms_and_notices_are_no_sections(paper, label):
    extra = [paper.line(label, 240, size=12, bold=True), paper.body(262, 2)]
    assert tree(chapters(paper, extra)) == [(1, f"{n}. Over {word}") for n, word in enumerate(WORDS[:3], 1)]


def test_what_stands_above_an_address_is_no_section(paper):
    address = [
        paper.line("Bezoek ons", 300, size=11, bold=True),
        paper.line("Stadsplein 1", 318),
        paper.line("3800 AA Amersfoort", 334),
    ]
    assert len(tree(chapters(paper, address))) == 3


def test_words_beside_a_paragraph_are_no_sections(paper):
    aside = [
        paper.line("Kennisplatform", 304, 60, size=12, bold=True),
        [paper.line("Samen brengen wij de kennis van velen bijeen", 298 + 14 * n, 250) for n in range(3)],
    ]
    assert len(tree(chapters(paper, aside))) == 3


def listed(paper, entries):
    lines = [
        [paper.line(title, 150 + 18 * n, left), paper.line(str(page), 150 + 18 * n, 500)]
        for n, (title, left, page) in enumerate(entries)
    ]
    return paper.page(paper.line("Inhoud", 100, size=16, bold=True), lines)


def test_what_counts_anew_in_a_contents_list_lies_below_the_chapter_that_ends_the_count_before(paper):
    titles = ["1. Begin", "2. Vragen", "1. Wonen", "2. Werken", "3. Leren", "3. Slot"]
    lefts = [70, 70, 90, 90, 90, 70]
    entries = [(title, left, n + 2) for n, (title, left) in enumerate(zip(titles, lefts, strict=True))]
    pages = [
        paper.page(paper.line(title, 80, size=14, bold=True), paper.body(110), paper.number(n))
        for n, title in enumerate(titles, 2)
    ]
    found = tree([listed(paper, entries), *pages])
    assert found == list(zip([1, 1, 2, 2, 2, 1], titles, strict=True))


def test_the_title_of_the_document_is_no_node_above_everything(paper):
    pages = [paper.page(paper.line("Zelfstandig in de stad", 200, size=28), paper.body(400)), *chapters(paper)]
    outline = [
        Bookmark(1, "Zelfstandig in de stad", 0, 0.0),
        *(Bookmark(2, f"{n}. Over {word}", n, 80.0) for n, word in enumerate(WORDS[:3], 1)),
    ]
    assert [level for level, _ in tree(pages, outline=outline)] == [1, 1, 1]
    other = [Bookmark(1, "Alles bijeen", 0, 0.0), *outline[1:]]
    assert [level for level, _ in tree(pages, outline=other)] == [1, 2, 2, 2]
