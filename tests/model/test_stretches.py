"""A publication is read in stretches that leave nothing out and are never too long."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.pages import Place
from zzpreader.model.sections import Section, SectionTree, in_reading_order
from zzpreader.model.stretches import MOST_PAGES, stretches


@st.composite
def trees(draw):
    pages = draw(st.integers(1, 120))
    places = draw(st.lists(st.tuples(st.integers(0, pages - 1), st.integers(0, 700)), max_size=30))
    levels = draw(st.lists(st.integers(1, 4), min_size=len(places), max_size=len(places)))
    found = [
        Section(id=f"s{n}", level=level, title=f"S{n}", page=page, y=float(y))
        for n, ((page, y), level) in enumerate(zip(sorted(places), levels, strict=True))
    ]
    return SectionTree(found), pages


@given(trees())
def test_stretches_follow_each_other_without_a_gap_and_hold_every_place_once(made):
    tree, pages = made
    found = stretches(tree, pages)
    assert found[0].start == Place(0)
    assert found[-1].end is None
    assert all(one.end == after.start for one, after in pairwise(found))
    assert all(in_reading_order(one.start) < in_reading_order(after.start) for one, after in pairwise(found))
    for section in tree:
        assert sum(one.holds(section.place) for one in found) == 1
    assert all(len(one.pages(pages)) <= MOST_PAGES + 1 for one in found)


def test_a_short_chapter_is_read_with_all_its_sections_and_a_long_one_section_by_section():
    def section(name, level, page):
        return Section(id=name, level=level, title=name, page=page, y=50.0)

    tree = SectionTree(
        [
            section("kort", 1, 1),
            section("1.1", 2, 3),
            section("lang", 1, 5),
            section("2.1", 2, 6),
            section("2.2", 2, 20),
        ]
    )
    starts = [one.sections[0].title for one in stretches(tree, 30) if one.sections]
    assert starts == ["kort", "lang", "2.1", "2.2"]
