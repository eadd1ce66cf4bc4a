"""Columns and halves, in the order in which people read them."""

from collections.abc import Sequence

from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.geometry import Rect, Size
from zzpreader.model.reading_order import reading_order

PORTRAIT, SPREAD = Size(600, 800), Size(1200, 800)
LEFT, RIGHT = 60.0, 310.0


def row(left: float, n: int, width: float = 230.0) -> Rect:
    return Rect(left, 100 + 14 * n, left + width, 110 + 14 * n)


def ordered(boxes: Sequence[Rect], size: Size = PORTRAIT) -> list[Rect]:
    return [boxes[n] for n in reading_order(boxes, size)]


def test_columns_written_row_by_row_are_read_one_after_the_other():
    left, right = [row(LEFT, n) for n in range(9)], [row(RIGHT, n) for n in range(9)]
    written = [box for pair in zip(left, right, strict=True) for box in pair]
    assert ordered(written) == left + right


def test_what_stands_across_parts_the_columns():
    title, bar = row(LEFT, -2, 480), row(LEFT, 9, 480)
    left, right = [row(LEFT, n) for n in range(20) if n != 9], [row(RIGHT, n) for n in range(20) if n != 9]
    pairs = [box for pair in zip(left, right, strict=True) for box in pair]
    written = [title, *pairs[:18], bar, *pairs[18:]]
    assert ordered(written) == [title, *left[:9], *right[:9], bar, *left[9:], *right[9:]]


def test_a_table_is_read_row_by_row():
    cells = [row(left, n, width) for n in range(12) for left, width in ((LEFT, 40.0 + 17 * (n % 5)), (RIGHT, 60.0))]
    assert ordered(cells) == cells


def test_columns_in_order_stay_as_they_are():
    written = [row(LEFT, n) for n in range(30)] + [row(RIGHT, n) for n in range(30)] + [row(280, 40, 10)]
    assert ordered(written) == written


def test_the_halves_of_a_spread_are_never_mixed():
    left = [row(60, n, 470) for n in range(10)]
    right = [row(660, n, 470) for n in range(10)]
    written = [*right[:3], *left[:5], *right[3:], *left[5:]]
    assert ordered(written, SPREAD) == left + right


@given(
    st.lists(st.tuples(st.floats(0, 900), st.floats(0, 780), st.floats(1, 400)), max_size=40),
    st.sampled_from([PORTRAIT, SPREAD]),
)
def test_no_line_is_lost_or_read_twice(places: list[tuple[float, float, float]], size: Size):
    boxes = [Rect(left, top, left + width, top + 10) for left, top, width in places]
    assert sorted(reading_order(boxes, size)) == list(range(len(boxes)))


@given(st.permutations([*range(8)]))
def test_lines_of_a_half_keep_their_order_among_themselves(mixed: list[int]):
    """However the two halves were written in turns."""
    left, right = [row(60, n, 470) for n in range(4)], [row(660, n, 470) for n in range(4)]
    ends = {"left": iter(left), "right": iter(right)}
    written = [next(ends["left" if n < 4 else "right"]) for n in mixed]
    assert ordered(written, SPREAD) == left + right
