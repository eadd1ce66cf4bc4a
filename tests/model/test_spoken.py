"""What is read aloud of a page."""

from array import array

import pytest

from zzpreader.model.pages import Half
from zzpreader.model.sections import Section
from zzpreader.model.spoken import runs
from zzpreader.model.text import Line, PageText

HEIGHT = 12


def page(*rows: tuple[int, int, float, str]) -> PageText:
    """Lines as (block, row from the top, left edge, words)."""
    text, boxes, lines = "", array("f"), []
    for block, row, left, words in rows:
        start = len(text)
        for column in range(len(words) + 1):
            boxes.extend((left + column * 5, row * HEIGHT, left + column * 5 + 5, (row + 1) * HEIGHT))
        text += words + "\n"
        lines.append(Line(start, start + len(words), block))
    return PageText(text, boxes.tobytes(), tuple(lines))


LESSON = page(
    (0, 0, 0, "Dat was het."),
    (1, 2, 0, "Les 2: Netwerken"),
    (1, 3, 0, "is goedkoop"),
    (2, 4, 0, "Bijeenkom-"),
    (2, 5, 0, "sten kosten weinig."),
)


def section(title: str, y: float = 0.0, level: int = 2, half: Half | None = None) -> Section:
    return Section(id=title, level=level, title=title, page=0, y=y, half=half)


def told(*sections: Section, text=LESSON, width: float = 400.0) -> list[tuple[int, str]]:
    return [(run.level, run.text) for run in runs(text, sections, width)]


def test_a_page_without_a_heading_is_one_run_of_paragraphs():
    assert told() == [(0, "Dat was het.\nLes 2: Netwerken is goedkoop\nBijeenkomsten kosten weinig.")]


def test_a_heading_over_two_lines_stands_between_what_is_before_and_after_it():
    assert told(section("Les 2: Netwerken is goedkoop", 2 * HEIGHT)) == [
        (0, "Dat was het."),
        (2, "Les 2: Netwerken is goedkoop"),
        (0, "Bijeenkomsten kosten weinig."),
    ]


def test_a_title_that_the_page_does_not_bear_is_read_where_its_section_starts():
    assert told(section("Netwerk", 4 * HEIGHT, level=1)) == [
        (0, "Dat was het.\nLes 2: Netwerken is goedkoop"),
        (1, "Netwerk"),
        (0, "Bijeenkomsten kosten weinig."),
    ]


@pytest.mark.parametrize(("half", "place"), [(Half.LEFT, 0), (Half.RIGHT, 1)])
def test_on_a_spread_it_is_read_on_its_own_half(half, place):
    spread = page((0, 0, 0, "Links."), (1, 0, 200, "Rechts."))
    found = told(section("Elders", 0, half=half), text=spread, width=400.0)
    assert found[place] == (2, "Elders")


def test_a_run_lies_around_its_lines():
    first, heading, last = runs(LESSON, [section("Les 2: Netwerken is goedkoop")], 400.0)
    assert first.box.bottom == HEIGHT
    assert (heading.box.top, heading.box.bottom) == (2 * HEIGHT, 4 * HEIGHT)
    assert last.box.top == 4 * HEIGHT


def test_a_page_without_text_still_has_its_headings():
    assert told(section("Omslag"), text=page()) == [(2, "Omslag")]
