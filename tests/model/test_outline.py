"""From bookmarks, which may be anything, to a tree."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.outline import MOST_SECTIONS, Bookmark, kind_of, tree_of_bookmarks
from zzpreader.model.pages import Labels
from zzpreader.model.sections import Kind

NO_LABELS = Labels([()] * 10)


@pytest.mark.parametrize(
    ("title", "level", "kind"),
    [
        ("Les 3: Harde cijfers", 2, Kind.LESSON),
        ("Lesson 12", 3, Kind.LESSON),
        ("Lessen", 2, Kind.SECTION),
        ("Deel II", 1, Kind.PART),
        ("Hoofdstuk 4", 2, Kind.CHAPTER),
        ("Kader 2", 3, Kind.BOX),
        ("Voorwoord", 1, Kind.CHAPTER),
        ("1.1 Doel", 2, Kind.SECTION),
    ],
)
def test_the_kind_is_guessed_from_what_the_title_says(title, level, kind):
    assert kind_of(title, level) is kind


def test_a_level_that_jumps_is_one_deeper_than_the_one_before():
    tree = tree_of_bookmarks([Bookmark(3, "a", 0, 0), Bookmark(9, "b", 1, 0), Bookmark(1, "c", 2, 0)], NO_LABELS)
    assert [one.level for one in tree] == [1, 2, 1]


def test_titles_are_one_line_of_bounded_length():
    tree = tree_of_bookmarks(
        [Bookmark(1, " a\n b\t", 0, 0), Bookmark(1, "", 0, 0), Bookmark(1, "x" * 9999, 0, 0)], NO_LABELS
    )
    assert [one.title for one in tree] == ["a b", "…", "x" * 500]


def test_a_million_bookmarks_are_cut():
    tree = tree_of_bookmarks((Bookmark(1, str(n), 0, 0) for n in range(MOST_SECTIONS + 5)), NO_LABELS)
    assert len(tree) == MOST_SECTIONS


@given(
    st.lists(st.builds(Bookmark, st.integers(-5, 99), st.text(max_size=20), st.integers(0, 9), st.floats(-1e3, 1e3)))
)
def test_every_tree_is_whole(bookmarks):
    tree = tree_of_bookmarks(bookmarks, NO_LABELS)
    assert len({one.id for one in tree}) == len(tree) == len(bookmarks)
    for one in tree:
        parent = tree.parent(one)
        assert one.level == (parent.level + 1 if parent else 1)
        assert one.y >= 0
