"""Rows of which only some have been measured."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.ui.notes.heights import Heights


def made(*estimates: int) -> Heights:
    heights = Heights()
    heights.insert(0, estimates)
    return heights


def test_a_measured_row_says_how_much_it_differs():
    heights = made(10, 20, 30)
    assert heights.measure(1, 25) == 5
    assert (heights.top(2), heights.total) == (35, 65)
    assert heights.is_measured(1)
    heights.forget(1)
    assert not heights.is_measured(1)


def test_the_row_at_a_height():
    heights = made(10, 20, 30)
    assert [heights.row_at(y) for y in (-1, 0, 9, 10, 59, 60)] == [-1, 0, 0, 1, 2, -1]
    assert Heights().row_at(0) == -1


def test_rows_come_and_go():
    heights = made(10, 20, 30)
    heights.measure(2, 31)
    heights.insert(1, [5, 6])
    heights.remove(0, 1)
    assert [heights.height(row) for row in range(len(heights))] == [6, 20, 31]
    assert [heights.is_measured(row) for row in range(3)] == [False, False, True]


@given(st.lists(st.integers(1, 500), min_size=1, max_size=50), st.data())
def test_every_height_belongs_to_the_row_that_spans_it(estimates, data):
    heights = made(*estimates)
    y = data.draw(st.integers(0, heights.total - 1))
    row = heights.row_at(y)
    assert heights.top(row) <= y < heights.top(row) + heights.height(row)


def test_an_empty_list_has_no_height():
    assert Heights().total == 0
    with pytest.raises(IndexError):
        Heights().height(0)
