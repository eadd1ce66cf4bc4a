"""Notes by section, kept up to date edit by edit."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace
from panes import mark

from zzpreader.model.annotation import Annotation, Body, Motivation, Target
from zzpreader.model.counts import NoteCounts
from zzpreader.model.notebook import Change, Edit
from zzpreader.model.sections import Section, SectionTree

TREE = SectionTree(
    [
        Section(id="a", level=1, title="A", page=0),
        Section(id="b", level=2, title="B", page=1),
        Section(id="c", level=1, title="C", page=2),
    ]
)


def test_a_note_counts_in_its_section_and_in_all_above():
    counts = NoteCounts(TREE, [mark(1, 1, scope="b"), mark(2, 0, scope="a"), mark(3, 0), mark(4, 0, scope="gone")])
    assert [(counts.own(one.id), counts.within(one.id)) for one in TREE] == [(1, 2), (1, 1), (0, 0)]


def test_an_empty_sheet_is_no_note():
    sheet = Annotation(
        id="s",
        motivation=Motivation.COMMENTING,
        target=Target(source="p", scope="a"),
        body=Body(value=" \n"),
        created="",
        modified="",
    )
    assert NoteCounts(TREE, [sheet]).own("a") == 0
    assert NoteCounts(TREE, [replace(sheet, body=Body(value="x"))]).own("a") == 1


def test_an_edit_that_changes_no_count_touches_nothing():
    one = mark(1, 1, scope="b")
    counts = NoteCounts(TREE, [one])
    assert counts.apply(Change("", (Edit(one, replace(one, body=Body(value="x", color="blue"))),))) == set()
    assert counts.apply(Change("", (Edit(one, None),))) == {"a", "b"}


@given(st.lists(st.tuples(st.integers(0, 5), st.sampled_from([None, "a", "b", "c"])), max_size=30))
def test_edit_by_edit_is_the_same_as_counting_anew(steps):
    counts, now = NoteCounts(TREE), {}
    for number, scope in steps:
        before = now.get(number)
        after = None if before and before.target.scope == scope else mark(number, 0, scope=scope)
        if before or after:
            counts.apply(Change("", (Edit(before, after),)))
        now[number] = after
    anew = NoteCounts(TREE, [one for one in now.values() if one])
    for one in TREE:
        assert (counts.own(one.id), counts.within(one.id)) == (anew.own(one.id), anew.within(one.id))
