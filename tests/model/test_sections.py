from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from zzpreader.model.pages import Half, Place
from zzpreader.model.sections import Kind, Section, SectionTree, section_ids

LEVELS_AND_TITLES = st.lists(st.tuples(st.integers(1, 5), st.sampled_from(["Les", "les ", "A", "B"])), max_size=20)


def tree_of(nodes):
    ids = section_ids([(level, title) for level, title, *_ in nodes])
    return SectionTree(
        [
            Section(id=id_, level=level, title=title, page=page, y=y, half=half)
            for id_, (level, title, page, y, half) in zip(ids, nodes, strict=True)
        ]
    )


NODES = st.lists(
    st.tuples(
        st.integers(1, 4),
        st.sampled_from("ABC"),
        st.integers(0, 5),
        st.floats(0, 800),
        st.sampled_from([None, Half.LEFT, Half.RIGHT]),
    ),
    max_size=15,
)
PLACES = st.builds(Place, st.integers(0, 6), st.floats(0, 800), st.sampled_from([None, Half.LEFT, Half.RIGHT]))


def order(place):
    return place.page, place.half is Half.RIGHT, place.y


@given(LEVELS_AND_TITLES)
def test_every_section_has_an_id_of_its_own_that_depends_on_titles_alone(nodes):
    ids = section_ids(nodes)
    assert len(set(ids)) == len(nodes)
    assert ids == section_ids([(level, f" {title.upper()} ") for level, title in nodes])


def test_a_section_added_elsewhere_changes_no_id():
    before = section_ids([(1, "A"), (2, "x"), (1, "B"), (2, "x")])
    after = section_ids([(1, "A"), (2, "new"), (2, "x"), (1, "B"), (2, "x")])
    assert [after[0], *after[2:]] == before


@given(NODES)
def test_parents_lie_before_and_above_and_paths_lead_to_the_root(nodes):
    tree = tree_of(nodes)
    for n, section in enumerate(tree):
        path = tree.path(section)
        assert path[-1] == section
        assert tree.parent(path[0]) is None
        for above, below in pairwise(path):
            assert above.level < below.level
            assert tree.order_of(above.id) < tree.order_of(below.id) <= n


@given(NODES)
def test_what_is_within_a_section_has_it_on_its_path(nodes):
    tree = tree_of(nodes)
    for section in tree:
        within = tree.within(section)
        assert list(within) == [other for other in tree if section in tree.path(other)]


@given(NODES, PLACES)
def test_a_place_lies_in_the_last_section_that_starts_before_it(nodes, place):
    tree = tree_of(nodes)
    found = tree.at(place)
    before = [section for section in tree if order(section.place) <= order(place)]
    if found is None:
        assert not before
    else:
        assert order(found.place) == max(order(section.place) for section in before)


@given(NODES, st.sets(st.integers(0, 14)))
def test_around_a_section_is_the_nearest_lesson_on_its_path(nodes, numbers):
    sections = tree_of(nodes).sections
    tree = SectionTree([replace(s, kind=Kind.LESSON) if n in numbers else s for n, s in enumerate(sections)])
    assert [s.id for s in tree.lessons] == [s.id for n, s in enumerate(tree) if n in numbers]
    for section in tree:
        lessons = [above for above in tree.path(section) if above in tree.lessons]
        assert tree.lesson_around(section) == (lessons[-1] if lessons else None)
    assert tree.lesson_around(None) is None


def test_an_empty_tree_knows_nothing():
    tree = SectionTree()
    assert (len(tree), tree.at(Place(0)), tree.get("x"), tree.get(None), tree.order_of("x")) == (
        0,
        None,
        None,
        None,
        -1,
    )
