"""Tags that are counted, proposed, given and taken away."""

from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.tags import STARTER_TAGS, TagCounts, proposals, retagged

TAGS = st.lists(st.sampled_from(["wijk", "Wijk", "cijfers", "financiën", "FINANCIËN"]), max_size=8)


@given(TAGS, TAGS)
def test_counting_is_the_same_after_others_came_and_went(kept, passing):
    counts = TagCounts(kept)
    counts.add(passing)
    counts.remove(passing)
    assert [name.casefold() for name in counts.names] == sorted({tag.casefold() for tag in kept})


def test_a_tag_is_shown_as_it_is_written_most():
    assert TagCounts(["Wijk", "wijk", "wijk"]).names == ["wijk"]


def test_starters_are_proposed_first_and_no_tag_twice():
    assert proposals(["Financiën", "wijk"], STARTER_TAGS) == [*STARTER_TAGS, "wijk"]


def test_tags_that_are_not_named_stay():
    assert retagged(("a", "B", "c"), add=["d", "A"], remove=["b"]) == ("a", "c", "d")
