"""When the headings that a PDF's tags name are its sections."""

import pytest

from zzpreader.model.geometry import Point, Size
from zzpreader.model.lines import PageLines
from zzpreader.model.outline import TaggedHeading
from zzpreader.model.sections import Source
from zzpreader.structure.sections import derive

WORDS = ("Voorwoord", "Aanleiding", "Vraag", "Onderzoek", "Besluit", "Nawoord")


def tag(page: int, level: int = 1, y: float = 94.0, title: str = "") -> TaggedHeading:
    return TaggedHeading(level, title, page, (Point(70.0, y),))


def said(pages, tags):
    found = derive(pages, tags=tags).sections
    return [(one.level, one.title, one.page, one.y) for one in found if one.source is Source.TAGS]


@pytest.fixture
def pages(paper) -> list[PageLines]:
    """A heading on each page, 80 points below its top, set like the text but bold."""
    return [paper.page(paper.line(word, 80, bold=True), paper.body(110)) for word in WORDS]


def test_tagged_headings_are_the_tree_whatever_their_levels_are_called(pages):
    tags = [tag(n, level) for n, level in enumerate((1, 3, 3, 1, 3, 1))]
    assert said(pages, tags) == [(1 if n in (0, 3, 5) else 2, word, n, 80.0) for n, word in enumerate(WORDS)]


def test_a_heading_of_two_lines_is_one_and_its_number_belongs_to_it(paper, pages):
    lines = [paper.line("1.2", 80, 70, bold=True), paper.line("Een lange kop die ver-", 80, 100, bold=True)]
    pages[1] = paper.page(lines, paper.line("der gaat", 93, 100, bold=True), paper.body(130))
    long = TaggedHeading(1, "", 1, (Point(100, 91), Point(100, 104)))
    assert said(pages, [tag(0), long, tag(2), tag(5)])[1] == (1, "1.2 Een lange kop die verder gaat", 1, 80.0)


def test_the_order_is_that_of_the_pages(pages):
    tags = [tag(n) for n in (3, 0, 5, 1)]
    assert [page for _, _, page, _ in said(pages, tags)] == [0, 1, 3, 5]


def test_what_the_tags_say_a_heading_reads_is_its_title(pages):
    tags = [tag(n, title="Zo staat het er" if n == 2 else "") for n in range(6)]
    assert said(pages, tags)[2][1] == "Zo staat het er"


def test_the_document_title_above_all_is_no_section(pages):
    tags = [tag(n, 2 if n else 1) for n in range(6)]
    assert [(level, title) for level, title, _, _ in said(pages, tags)] == [(1, word) for word in WORDS[1:]]


def test_a_page_that_reads_sideways_has_its_headings_where_they_are(paper, pages):
    lines = [paper.line(word, 300, 70, bold=True, turn=90) for word in ("Dwars",)]
    pages[2] = PageLines(Size(595, 842), tuple(lines))
    tags = [tag(n) for n in range(6) if n != 2]
    turned = TaggedHeading(1, "", 2, (Point(71, 301),))
    assert (1, "Dwars", 2, 300.0) in said(pages, [*tags, turned])


def test_too_few_or_only_on_the_first_pages_are_not_believed(paper, pages):
    assert said(pages, [tag(0), tag(5)]) == []
    more = [*pages, *[paper.page(paper.body(80)) for _ in range(20)]]
    assert said(more, [tag(n) for n in range(6)]) == []


def test_paragraphs_tagged_as_headings_are_not_believed(paper):
    plain = [paper.page(paper.line(word, 80), paper.body(110)) for word in WORDS]
    assert said(plain, [tag(n) for n in range(6)]) == []
    all_of_it = [paper.page(paper.body(80, 12)) for _ in range(3)]
    assert said(all_of_it, [tag(n, y=94.0 + 14 * row) for n in range(3) for row in range(12)]) == []
    long = [tag(n, title="Heel veel woorden " * 20) for n in range(6)]
    assert said(all_of_it * 2, long) == []


def test_running_heads_tagged_as_headings_are_not_believed(paper):
    pages = [
        paper.page(paper.line("Gemeente Voorbeeld", 30, bold=True), paper.line(word, 80, bold=True), paper.body(110))
        for word in WORDS
    ]
    assert said(pages, [tag(n, y=40.0) for n in range(6)]) == []
    assert said(pages, [one for n in range(6) for one in (tag(n, y=40.0), tag(n))]) == []


def test_headings_whose_words_are_not_on_their_pages_are_not_believed(pages):
    assert said(pages, [tag(n, y=700.0 if n % 2 else 94.0) for n in range(6)]) == []
