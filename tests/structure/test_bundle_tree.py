"""From printed pages to places in the PDF."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from zzpreader.model.bundle import Bundle, PageRule, parse_bundle
from zzpreader.model.pages import Half, Labels, Place
from zzpreader.model.sections import Kind, Section, SectionTree, Source
from zzpreader.resources import resource_path
from zzpreader.structure.bundle_labels import labels_by_layout
from zzpreader.structure.bundle_tree import tree_of_bundle

PAGES = 42
SPREADS = (PageRule(pdf_page=1), PageRule(pdf_page=3, printed="2", per_page=2))


@pytest.fixture(scope="module")
def city() -> Bundle:
    return parse_bundle(resource_path("bundles", "zzp-en-de-stad", "bundle.toml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def tree(city) -> SectionTree:
    return tree_of_bundle(city, labels_by_layout(city.page_layout, PAGES)).tree


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
    tree = tree_of_bundle(city, Labels([()] * PAGES)).tree
    assert len(tree) == len(city.sections)
    assert tree.at(Place(20)) is None


LESSON_TITLES = (
    """
Les 1: meten; Les 2: Netwerkbijeenkomsten kosten weinig; Les 3: delen; Les 4: vragen; Les 5: Harde cijfers helpen
Les 6: tijd; Les 7: geld; Les 8: rust; Les 9: De wijk alleen is vaak te klein; Les 10: moed
""".strip()
    .replace("\n", "; ")
    .split("; ")
)

LESSON = Section(id="", level=2, title="", page=0, kind=Kind.LESSON, source=Source.LIST, confidence=0.8)


def found_lessons(title_of=LESSON_TITLES.__getitem__):
    """Ten lessons on printed 38 to 40, as the PDF shows them."""
    halves = [(20, Half.LEFT)] * 4 + [(20, Half.RIGHT)] * 3 + [(21, Half.LEFT)] * 3
    return [
        replace(LESSON, id=f"section-{n}", title=title_of(n), page=page, half=half, y=100.0 + 10 * n)
        for n, (page, half) in enumerate(halves)
    ]


def below(tree, section_id):
    holder = tree.get(section_id)
    return [one for one in tree.within(holder) if one != holder]


def test_lessons_that_the_map_does_not_name_stand_between_those_that_it_names(city):
    laid = tree_of_bundle(city, labels_by_layout(city.page_layout, PAGES), found_lessons())
    lessons = below(laid.tree, "tien-lessen")
    assert [(one.level, one.kind) for one in lessons] == [(3, Kind.LESSON)] * 10
    assert [one.id if one.source is Source.BUNDLE else one.title for one in lessons] == [
        LESSON_TITLES[0],
        "les-netwerkbijeenkomsten",
        *LESSON_TITLES[2:4],
        "les-harde-cijfers",
        *LESSON_TITLES[5:8],
        "les-wijk-te-klein",
        LESSON_TITLES[9],
    ]
    numbers = lessons[4]
    assert (numbers.title, numbers.place) == ("Harde cijfers helpen", Place(20, 140.0, Half.RIGHT))
    assert (numbers.label, numbers.source, numbers.confidence) == ("39", Source.BUNDLE, 1.0)
    assert laid.unplaced == ()


def test_what_the_map_names_and_the_pdf_does_not_show_is_told_and_kept(city):
    laid = tree_of_bundle(city, labels_by_layout(city.page_layout, PAGES), found_lessons("Les {}: plaatshouder".format))
    assert laid.unplaced == (
        "Netwerkbijeenkomsten kosten weinig en leveren veel op",
        "Harde cijfers helpen",
        "De wijk alleen is vaak te klein",
    )
    lessons = below(laid.tree, "tien-lessen")
    assert [one.confidence for one in lessons] == [0.8] * 10 + [0.0] * 3


def test_a_heading_tells_height_and_half_and_stands_above_a_number_that_is_a_page_off(city):
    pilots = Section(id="x", level=1, title="PILOTPROJECTEN WIJKECONOMIE", page=24, y=88.0, half=Half.RIGHT)
    laid = tree_of_bundle(city, labels_by_layout(city.page_layout, PAGES), [pilots])
    found = laid.tree.get("pilotprojecten-wijkeconomie")
    assert (found.place, found.label) == (Place(24, 88.0, Half.RIGHT), "47")
    far = [Section(id="x", level=1, title="Pilotprojecten wijkeconomie", page=30, y=88.0)]
    again = tree_of_bundle(city, labels_by_layout(city.page_layout, PAGES), far).tree
    assert again.get("pilotprojecten-wijkeconomie").place == Place(24, half=Half.LEFT)


def test_in_a_copy_without_numbers_titles_that_are_said_once_tell_the_places(city):
    named = [
        Section(id=f"s{n}", level=1, title=one.title, page=n, y=50.0)
        for n, one in enumerate(node for node in city.sections if node.level == 1)
    ]
    laid = tree_of_bundle(city, Labels([()] * PAGES), named)
    assert [one.page for one in laid.tree if one.level == 1] == list(range(9))
    assert "Voorwoord" not in laid.unplaced
    twice = tree_of_bundle(city, Labels([()] * PAGES), [*named, replace(named[0], id="again", page=40)])
    assert "Voorwoord" in twice.unplaced
