"""What stands beside what, where some pages are spreads."""

from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.pages import Half
from zzpreader.ui.view.rows import Facing, Part, parts_of, printed_count, rows_of

LEFT, RIGHT = Half.LEFT, Half.RIGHT


def rows(spreads: list[bool], facing: Facing, *, halves: bool) -> list[list[Part]]:
    parts = parts_of(len(spreads), spreads.__getitem__, halves=halves)
    return [parts[row.start : row.stop] for row in rows_of(parts, facing, spreads.__getitem__)]


def test_halves_follow_each_other_and_a_cover_stays_whole():
    assert rows([False, True], Facing.SINGLE, halves=True) == [[Part(0)], [Part(1, LEFT)], [Part(1, RIGHT)]]


def test_side_by_side_the_halves_of_a_spread_are_the_spread_again():
    cover_contents_spreads = [False, False, True, True]
    assert rows(cover_contents_spreads, Facing.COVER, halves=True) == [
        [Part(0)],
        [Part(1)],
        [Part(2, LEFT), Part(2, RIGHT)],
        [Part(3, LEFT), Part(3, RIGHT)],
    ]


def test_a_whole_spread_has_no_neighbour():
    assert rows([False, True, False, False, True], Facing.PAIRS, halves=False) == [
        [Part(0)],
        [Part(1)],
        [Part(2), Part(3)],
        [Part(4)],
    ]


@given(st.lists(st.booleans(), min_size=1), st.sampled_from(list(Facing)), st.booleans())
def test_every_row_shows_at_most_two_printed_pages_and_nothing_is_lost(spreads, facing, halves):
    found = rows(spreads, facing, halves=halves)
    assert [part for row in found for part in row] == parts_of(len(spreads), spreads.__getitem__, halves=halves)
    assert all(printed_count(row, spreads.__getitem__) in (1, 2) for row in found)
