"""From printed pages to places in the PDF."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.bundle import Bundle, PageRule, parse_bundle
from zzpreader.model.pages import Half, Labels, Place
from zzpreader.model.sections import Kind, SectionTree, Source
from zzpreader.resources import resource_path
from zzpreader.structure.bundle_map import labels_by_layout, tree_of_bundle

PAGES = 42
SPREADS = (PageRule(pdf_page=1), PageRule(pdf_page=3, printed="2", per_page=2))


@pytest.fixture(scope="module")
def city() -> Bundle:
    return parse_bundle(resource_path("bundles", "zzp-en-de-stad", "bundle.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tree(city) -> SectionTree:
    return tree_of_bundle(city, labels_by_layout(city.page_layout, PAGES))


@given(printed=st.integers(2, 81))
def test_printed_page_p_lies_on_pdf_page_p_halved_plus_two(printed):
    place = labels_by_layout(SPREADS, PAGES).place_of(str(printed))
    assert place == Place(printed // 2 + 2 - 1, half=Half.RIGHT if printed % 2 else Half.LEFT)


def test_the_cover_and_the_contents_carry_no_number():
    labels = labels_by_layout(SPREADS, PAGES)
    assert len(labels) == PAGES
    assert [labels.printed(page) for page in range(3)] == [None, None, "2–3"]


def test_roman_numbers_go_on_in_their_own_style():
    layout = (
        PageRule(pdf_page=1, printed="viii"),
        PageRule(pdf_page=4, printed="A"),
        PageRule(pdf_page=6, printed="1"),
    )
    labels = labels_by_layout(layout, 7)
    assert [labels.printed(page) for page in range(7)] == ["viii", "ix", "x", "A", None, "1", "2"]
    assert labels_by_layout((PageRule(pdf_page=1, printed="XL"),), 2).printed(1) == "XLI"


def test_a_layout_for_more_pages_than_the_pdf_has_stops_at_its_end():
    assert len(labels_by_layout(SPREADS, 2)) == 2
    assert len(labels_by_layout((), 3)) == 3


def test_sections_lie_on_the_half_that_bears_their_number(tree):
    pilots = tree.get("pilotprojecten-wijkeconomie")
    assert pilots
    assert (pilots.place, pilots.label) == (Place(24, half=Half.LEFT), "46")
    assert (pilots.kind, pilots.source) == (Kind.CHAPTER, Source.BUNDLE)


def test_lessons_without_a_page_bear_the_place_of_the_section_above_and_hold_nothing(tree):
    lesson = tree.get("les-harde-cijfers")
    assert lesson
    assert (lesson.place, lesson.label, lesson.confidence) == (Place(20, half=Half.LEFT), "38", 0.0)
    at = tree.at(Place(20, 100, Half.RIGHT))
    assert at
    assert at.id == "tien-lessen"


def test_what_comes_after_the_lessons_belongs_to_the_chapter_again(tree):
    last = tree.at(Place(21, 600, Half.LEFT))
    after = tree.at(Place(21, 0, Half.RIGHT))
    assert last
    assert after
    assert (last.id, after.id) == ("tien-lessen", "onderzoek")


def test_nothing_is_in_a_section_before_the_first(tree):
    assert tree.at(Place(0)) is None


def test_a_pdf_without_numbers_has_the_tree_and_no_places(city):
    tree = tree_of_bundle(city, Labels([()] * PAGES))
    assert len(tree) == len(city.sections)
    assert tree.at(Place(20)) is None
