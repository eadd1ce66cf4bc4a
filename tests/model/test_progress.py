"""How much has been read, and how long the rest takes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.progress import (
    WORDS_A_MINUTE,
    Share,
    counts_from,
    from_ranges,
    progress_of,
    seconds_needed,
    shares_of,
    to_ranges,
)
from zzpreader.model.sections import Section, SectionTree

TREE = SectionTree(
    [
        Section(id="a", level=1, title="A", page=0),
        Section(id="b", level=1, title="B", page=2, y=400.0),
        Section(id="b1", level=2, title="B1", page=3),
        Section(id="c", level=1, title="C", page=5, y=200.0),
    ]
)


def shares(name):
    return shares_of(TREE.get(name), TREE, 8, lambda _page: 800.0)


def test_the_first_and_last_page_of_a_section_count_as_far_as_they_belong_to_it():
    assert shares("b") == [Share(2, 0.5), Share(3, 1.0), Share(4, 1.0), Share(5, 0.25)]
    assert [one.page for one in shares("c")] == [5, 6, 7]


def test_the_rest_takes_as_long_as_its_words_and_pages_not_seen_yet_count_as_the_others():
    found = progress_of([Share(0, 1.0), Share(1, 1.0), Share(2, 1.0)], {0}, {0: 460, 1: 460}.get)
    assert found.read == pytest.approx(1 / 3)
    assert found.minutes_left == pytest.approx(2 * 460 / WORDS_A_MINUTE)
    assert progress_of([Share(0, 1.0)], {0}, {0: 10}.get).minutes_left == 0


def test_a_page_has_to_be_in_view_the_longer_the_more_stands_on_it():
    assert seconds_needed(0) < seconds_needed(200) < seconds_needed(400) <= seconds_needed(10_000)


@given(st.sets(st.integers(0, 99)))
def test_what_is_kept_of_pages_read_is_what_was_read(pages):
    assert from_ranges(to_ranges(pages), 100) == pages


@pytest.mark.parametrize("kept", [None, 5, [3], [["a", 2]], [[5, 2]], [[-4, 2]], [[0, 10**18]]])
def test_what_cannot_be_understood_is_passed_over(kept):
    assert from_ranges(kept, 10) in (set(), set(range(10)))
    assert counts_from(kept, 10) in ({}, {0: 10**18}, {5: 2})


def test_words_are_kept_of_pages_that_there_are():
    assert counts_from([[0, 120], [3, 0], [12, 5], ["x", 1]], 10) == {0: 120, 3: 0}
