"""Whole small documents through the one door."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from zzpreader.model.geometry import Point, Rect, Size
from zzpreader.model.lines import PageLines, Span, StyledLine
from zzpreader.model.links import Inside, Link
from zzpreader.model.outline import Bookmark, TaggedHeading
from zzpreader.model.pages import Half, Place
from zzpreader.model.records import LabelRule
from zzpreader.model.sections import Kind, Source
from zzpreader.structure.sections import derive

CHAPTERS = ["Voorwoord", "1 Inleiding", "1.1 Aanleiding", "1.2 Vraag", "2 Onderzoek", "2.1 De wijk", "Nawoord"]
LEVELS = [1, 1, 2, 2, 1, 2, 1]


def listed(paper, titles, first_page=3, *, heading="Inhoud", indent=0.0, dots=True):
    """A contents page; a title's page number is `first_page` and one more for each."""
    lines = [paper.line(heading, 80, size=16, bold=True)]
    for n, title in enumerate(titles):
        left = 70 + indent * title.split()[0].count(".")
        lines.append(paper.line(title + (" " + "." * 40 if dots else ""), 130 + 16 * n, left))
        lines.append(paper.line(str(first_page + n), 130 + 16 * n, 480))
    return paper.page(lines)


def chaptered(paper, titles, first_page=3, *, size=14.0):
    return [
        paper.page(paper.line(title, 80, size=size, bold=True), paper.body(130), paper.number(first_page + n))
        for n, title in enumerate(titles)
    ]


def summary(structure):
    return [(section.level, section.title, section.page) for section in structure.sections]


def test_a_printed_contents_list_is_the_tree(paper):
    pages = [paper.page(paper.line("Rapport", 300, size=30)), listed(paper, CHAPTERS), *chaptered(paper, CHAPTERS)]
    found = derive(pages)
    assert summary(found) == [
        (level, title, 2 + n) for n, (level, title) in enumerate(zip(LEVELS, CHAPTERS, strict=True))
    ]
    assert {section.source for section in found.sections} == {Source.CONTENTS}
    assert [section.label for section in found.sections] == ["3", "4", "5", "6", "7", "8", "9"]
    assert all(section.y == 80 for section in found.sections)


def test_a_list_without_leader_dots_and_without_printed_page_numbers_is_followed(paper):
    body = [paper.page(paper.line(title, 80, size=14, bold=True), paper.body(130)) for title in CHAPTERS]
    pages = [paper.page(), paper.page(), listed(paper, CHAPTERS, 1, dots=False), *body]
    assert [section.page for section in derive(pages).sections] == list(range(3, 10))


def test_indentation_tells_the_level_of_titles_without_numbers(paper):
    titles = ["Wijken", "Noord", "Zuid", "Diensten"]
    lines = [paper.line("Inhoudsopgave", 60, size=16)]
    for n, (title, left) in enumerate(zip(titles, (70, 90, 90, 70), strict=True)):
        lines += [paper.line(title + " " + "." * 30, 100 + 16 * n, left), paper.line(str(n + 2), 100 + 16 * n, 480)]
    pages = [paper.page(lines, paper.number(1)), *chaptered(paper, titles, 2)]
    assert [section.level for section in derive(pages).sections] == [1, 2, 2, 1]


def test_a_title_of_two_lines_is_one_entry_and_one_heading(paper):
    contents = paper.page(
        paper.line("Inhoud", 60, size=16, bold=True),
        paper.line("1", 100, 70),
        paper.line("De rol van de gemeente ten opzichte van zelfstandigen in", 100, 90),
        paper.line("hun eigen wijk " + "." * 20, 114, 90),
        paper.line("2", 114, 480),
        paper.line("2", 130, 70),
        paper.line("Slot " + "." * 40, 130, 90),
        paper.line("3", 130, 480),
        paper.line("3", 146, 70),
        paper.line("Bronnen " + "." * 40, 146, 90),
        paper.line("4", 146, 480),
        paper.number(1),
    )
    first = paper.page(
        paper.line("1 De rol van de gemeente ten opzichte", 80, size=14, bold=True),
        paper.line("van zelfstandigen in hun eigen wijk", 98, size=14, bold=True),
        paper.body(140),
        paper.number(2),
    )
    found = derive([contents, first, *chaptered(paper, ["2 Slot", "3 Bronnen"], 3)])
    assert found.sections[0].title == "1 De rol van de gemeente ten opzichte van zelfstandigen in hun eigen wijk"
    assert [section.page for section in found.sections] == [1, 2, 3]


def test_authors_below_the_entries_are_no_entries(paper):
    lines = [paper.line("Inhoud", 60, size=16, bold=True)]
    for n, title in enumerate(CHAPTERS):
        lines += [paper.line(title, 100 + 30 * n, bold=True), paper.line(str(n + 2), 100 + 30 * n, 480, bold=True)]
        lines += [paper.line("A. Schrijver", 114 + 30 * n)]
    pages = [paper.page(lines, paper.number(1)), *chaptered(paper, CHAPTERS, 2)]
    assert [section.title for section in derive(pages).sections] == CHAPTERS


def test_a_list_of_figures_is_no_part_of_the_contents(paper):
    lines = list(listed(paper, CHAPTERS).lines)
    lines += [paper.line("Lijst van figuren", 300, size=16, bold=True)]
    for n in range(4):
        lines += [paper.line(f"De wijk in beeld {n} ......", 330 + 16 * n), paper.line(str(3 + n), 330 + 16 * n, 480)]
    pages = [paper.page(), paper.page(lines), *chaptered(paper, CHAPTERS)]
    assert [section.title for section in derive(pages).sections] == CHAPTERS


def test_deeper_headings_that_the_list_leaves_out_come_below_its_own(paper):
    titles = ["1 Inleiding", "2 Onderzoek", "3 Slot"]
    body = [
        paper.page(
            paper.line(title, 80, size=16, bold=True),
            paper.body(120, 3),
            paper.line(f"{n + 1}.1 Doel", 190, size=12, bold=True),
            paper.body(220, 3),
            paper.line(f"{n + 1}.2 Wijze", 290, size=12, bold=True),
            paper.body(320, 3),
            paper.number(n + 2),
        )
        for n, title in enumerate(titles)
    ]
    found = derive([listed(paper, titles, 2), *body])
    assert [(section.level, section.title) for section in found.sections] == [
        (1, "1 Inleiding"),
        (2, "1.1 Doel"),
        (2, "1.2 Wijze"),
        (1, "2 Onderzoek"),
        (2, "2.1 Doel"),
        (2, "2.2 Wijze"),
        (1, "3 Slot"),
        (2, "3.1 Doel"),
        (2, "3.2 Wijze"),
    ]
    deeper = [section for section in found.sections if section.level == 2]
    assert {section.source for section in deeper} == {Source.HEADINGS}
    assert all(section.confidence < 0.7 for section in deeper)


def test_without_a_list_the_type_of_headings_makes_the_tree(paper):
    pages = [
        paper.page(
            [paper.line("Zelfstandigen in de stad", 40, size=24, bold=True)] if n == 0 else [],
            paper.line(f"{n + 1} Hoofdstuk over {word}", 90, size=16, bold=True),
            paper.body(130, 4),
            paper.line("Wat opvalt", 210, size=12, bold=True),
            paper.body(240, 4),
            paper.line("Wat het kost", 330, size=12, bold=True),
            paper.body(360, 4),
        )
        for n, word in enumerate(("wonen", "werken", "leren"))
    ]
    found = derive(pages)
    assert [section.level for section in found.sections] == [1, 2, 2] * 3
    assert "Zelfstandigen in de stad" not in [section.title for section in found.sections]
    assert {section.source for section in found.sections} == {Source.HEADINGS}


def test_running_heads_captions_and_list_items_are_no_headings(paper):
    def page(n):
        return paper.page(
            paper.line("Rapport zelfstandigen", 30, bold=True),
            paper.number(n),
            paper.line(f"{n} Deel {n}", 90, size=16, bold=True),
            paper.body(130, 4),
            paper.line(f"Figuur {n}: zelfstandigen per wijk", 210, size=11, bold=True),
            paper.body(240, 4),
            paper.line("• netwerken", 320, bold=True),
            paper.body(350, 4),
        )

    titles = [section.title for section in derive([page(n) for n in range(1, 7)]).sections]
    assert titles == [f"{n} Deel {n}" for n in range(1, 7)]


def test_bookmarks_of_the_pdf_are_trusted_above_all(paper):
    pages = [paper.page(), listed(paper, CHAPTERS), *chaptered(paper, CHAPTERS)]
    found = derive(pages, outline=[Bookmark(1, "Zo heet het", 3, 80.0)])
    assert summary(found) == [(1, "Zo heet het", 3)]
    assert found.sections[0].source is Source.OUTLINE
    tags = [TaggedHeading(2, "", n + 2, (Point(90, 92),)) for n in range(len(CHAPTERS))]
    assert {one.source for one in derive(pages, tags=tags).sections} == {Source.TAGS}
    assert derive(pages, outline=[Bookmark(1, "Zo heet het", 3, 80.0)], tags=tags) == found


def test_links_of_a_list_without_page_numbers_lead_to_the_line_of_the_heading(paper):
    titles = ["Wonen", "Werken", "Leren", "Leven", "Slot"]
    lines = [paper.line(title, 100 + 20 * n) for n, title in enumerate(titles)]
    links = [
        [Link(Rect(60, 98 + 20 * n, 300, 114 + 20 * n), Inside(Place(n + 1, 0.0))) for n in range(5)],
        *[[]] * 5,
    ]
    found = derive([paper.page(lines), *chaptered(paper, titles)], links=links)
    assert [(section.page, section.y, section.source) for section in found.sections] == [
        (n + 1, 80.0, Source.LINKS) for n in range(5)
    ]


def test_with_the_first_pages_alone_the_list_already_names_the_places_of_the_rest(paper):
    pages = [paper.page(), listed(paper, CHAPTERS), *chaptered(paper, CHAPTERS)]
    early = derive(pages[:4])
    assert [section.title for section in early.sections] == CHAPTERS
    assert [section.page for section in early.sections] == [section.page for section in derive(pages).sections]


def test_sections_of_a_spread_know_their_half(paper):
    wide = Size(960.0, 680.0)

    def spread(n, left_title, right_title):
        return paper.page(
            paper.line(left_title, 80, 60, size=16, bold=True),
            paper.body(120, left=60),
            paper.line(right_title, 80, 540, size=16, bold=True),
            paper.body(120, left=540),
            paper.number(n, top=640, left=60),
            paper.number(n + 1, top=640, left=890),
            size=wide,
        )

    words = ["Voorwoord", "Wonen", "Werken", "Leren", "Leven", "Nawoord", "Bronnen", "Colofon"]
    pages = [spread(2 + 2 * n, *words[2 * n : 2 * n + 2]) for n in range(4)]
    found = derive(pages)
    assert found.spreads == (True,) * 4
    assert [(s.title, s.half, s.label) for s in found.sections[:3]] == [
        ("Voorwoord", Half.LEFT, "2"),
        ("Wonen", Half.RIGHT, "3"),
        ("Werken", Half.LEFT, "4"),
    ]


def test_a_part_is_known_by_its_word(paper):
    titles = ["Deel I Theorie", "1 Begrip", "Deel II Praktijk", "2 Werk"]
    found = derive([listed(paper, titles, 2), *chaptered(paper, titles, 2)])
    assert [(s.level, s.kind) for s in found.sections] == [
        (1, Kind.PART),
        (2, Kind.SECTION),
        (1, Kind.PART),
        (2, Kind.SECTION),
    ]


@pytest.mark.parametrize("pages", [[], [PageLines(Size(0, 0))], [PageLines(Size(595, 842))] * 3])
def test_a_document_without_text_has_no_sections(pages):
    found = derive(pages)
    assert found.sections == ()
    assert len(found.labels) == len(found.spreads) == len(pages)


def test_the_same_pages_always_give_the_same_tree(paper):
    pages = [paper.page(), listed(paper, CHAPTERS), *chaptered(paper, CHAPTERS)]
    assert derive(pages) == derive(pages)


TEXTS = st.one_of(
    st.text(max_size=30),
    st.sampled_from(
        ["Inhoud", "1 Inleiding .... 3", "1.1 Doel", "Les 1: meten", "Les 2: delen", "iv", "12", "A", "Bijlage B"]
    ),
)
SPANS = st.builds(
    lambda text, left, top, size, bold: StyledLine(
        (Span(text, Rect(left, top, left + 200, top + size), size, "Serif", bold),), 0, 0
    ),
    TEXTS,
    st.floats(-50, 900),
    st.floats(-50, 900),
    st.sampled_from([8.0, 10.0, 14.0, 20.0]),
    st.booleans(),
)
PAGES = st.lists(
    st.builds(
        PageLines, st.sampled_from([Size(595, 842), Size(960, 680), Size(0, 0)]), st.lists(SPANS, max_size=8).map(tuple)
    ),
    max_size=6,
)


@settings(deadline=None, max_examples=150)
@given(PAGES)
def test_whatever_the_lines_the_sections_lie_in_the_document_in_order(pages):
    found = derive(pages)
    assert len(found.labels) == len(pages)
    assert len({section.id for section in found.sections}) == len(found.sections)
    assert all(section.level >= 1 and section.title and 0 <= section.confidence <= 1 for section in found.sections)
    headings = [section for section in found.sections if section.source is Source.HEADINGS]
    assert all(section.page < len(pages) for section in headings)


def test_a_page_number_above_a_heading_is_no_number_of_it(paper):
    words = ["Samenvatting", "Werkwijze", "Uitkomst", "Slot"]
    pages = [
        paper.page(paper.number(n + 2, top=44, left=70), paper.line(word, 84, size=16, bold=True), paper.body(120))
        for n, word in enumerate(words)
    ]
    assert [section.title for section in derive(pages).sections] == words


def test_pages_that_the_reader_calls_spreads_have_halves(paper):
    lines = [paper.line("1 Links", 80, 40, size=16, bold=True), paper.line("2 Rechts", 80, 340, size=16, bold=True)]
    lines += [paper.line("Woorden en nog meer woorden", 130 + 15 * n, left) for n in range(9) for left in (40, 340)]
    pages = [paper.page(lines)]
    told = derive(pages, rules=[LabelRule(first=0, printed="4", per_page=2)])
    assert told.labels == (("4", "5"),)
    assert told.unruled == derive(pages).labels == ((),)
    halves = {section.title: (section.half, section.label) for section in told.sections}
    assert halves == {"1 Links": (Half.LEFT, "4"), "2 Rechts": (Half.RIGHT, "5")}


class Packed(list):
    """Pages that are unpacked at every look."""

    def __init__(self, pages):
        super().__init__(pages)
        self.looks = [0] * len(pages)

    def __iter__(self):
        return (self[n] for n in range(len(self)))

    def __getitem__(self, where):
        if isinstance(where, int):
            self.looks[where] += 1
        return super().__getitem__(where)


def test_a_page_is_unpacked_once_for_the_labels_and_once_for_the_sections(paper):
    pages = Packed([listed(paper, CHAPTERS), *chaptered(paper, CHAPTERS)])
    assert derive(pages).sections
    assert pages.looks == [2] * len(pages)
