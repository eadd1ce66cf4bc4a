"""Selecting on a page of two columns, with a word broken over a line end."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.geometry import Point
from zzpreader.model.selection import (
    PAGE_END,
    Position,
    Selection,
    Span,
    Unit,
    is_over_text,
    line_step,
    offset_at,
    step,
    unit_at,
)
from zzpreader.model.text import EMPTY, Line, PageText

WIDTH, HEIGHT = 10, 12


def page(*blocks: tuple[float, list[str]]) -> PageText:
    """Blocks at their left edge, the lines of each from the top; every code point is 10 wide and 12 high."""
    text, boxes, lines = "", array("f"), []
    for number, (left, rows) in enumerate(blocks):
        for row, words in enumerate(rows):
            start = len(text)
            for column in range(len(words)):
                x = left + column * WIDTH
                boxes.extend((x, row * HEIGHT, x + WIDTH, (row + 1) * HEIGHT))
            text += words + "\n"
            boxes.extend((left, row * HEIGHT, left, (row + 1) * HEIGHT))
            lines.append(Line(start, start + len(words), number))
    return PageText(text, boxes.tobytes(), tuple(lines))


COLUMNS = page((0, ["De gemeen-", "te helpt. Zij", "luistert."]), (200, ["Zzp’ers", "lezen dit."]))


def at(words: str) -> int:
    return COLUMNS.text.index(words)


def test_the_nearer_side_of_a_letter_is_meant():
    assert offset_at(COLUMNS, Point(3, 5)) == 0
    assert offset_at(COLUMNS, Point(7, 5)) == 1


def test_beside_a_line_its_nearest_end_is_meant():
    assert offset_at(COLUMNS, Point(-50, 5)) == 0
    assert offset_at(COLUMNS, Point(140, 5)) == at("te helpt") - 1


def test_below_a_column_its_last_line_is_meant_not_the_next_column():
    assert offset_at(COLUMNS, Point(2, 500)) == at("luistert")


def test_a_page_without_text_has_no_offset():
    assert offset_at(EMPTY, Point(1, 1)) is None


def test_only_a_line_of_text_counts_as_text():
    assert is_over_text(COLUMNS, Point(55, 6))
    assert not is_over_text(COLUMNS, Point(170, 6))


def test_a_double_click_takes_a_word_that_a_line_end_breaks():
    start, end = unit_at(COLUMNS, at("meen"), Unit.WORD)
    assert COLUMNS.text[start:end] == "gemeen-\nte"


def test_an_apostrophe_belongs_to_its_word():
    start, end = unit_at(COLUMNS, at("ers"), Unit.WORD)
    assert COLUMNS.text[start:end] == "Zzp’ers"


def test_a_double_click_on_a_sign_takes_the_sign():
    point = at(". Zij")
    assert unit_at(COLUMNS, point, Unit.WORD) == (point, point + 1)


def test_a_triple_click_takes_the_sentence_and_not_the_space_behind_it():
    start, end = unit_at(COLUMNS, at("helpt"), Unit.SENTENCE)
    assert COLUMNS.text[start:end] == "De gemeen-\nte helpt."
    start, end = unit_at(COLUMNS, at("Zij"), Unit.SENTENCE)
    assert COLUMNS.text[start:end] == "Zij\nluistert."


def test_a_fourth_click_takes_the_column_and_not_the_one_beside_it():
    start, end = unit_at(COLUMNS, at("lezen"), Unit.PARAGRAPH)
    assert COLUMNS.text[start:end] == "Zzp’ers\nlezen dit."


def test_a_step_passes_over_a_line_end():
    end_of_line = at("te helpt") - 1
    assert step(COLUMNS, end_of_line, Unit.CHARACTER, forward=True) == end_of_line + 2
    assert step(COLUMNS, 0, Unit.CHARACTER, forward=False) is None


def test_words_are_stepped_to_their_ends_and_starts():
    assert step(COLUMNS, 0, Unit.WORD, forward=True) == 2
    assert step(COLUMNS, at("Zij"), Unit.WORD, forward=False) == at("helpt")
    assert step(COLUMNS, len(COLUMNS.text), Unit.WORD, forward=True) is None


def test_a_line_further_keeps_to_the_column_of_the_letter():
    assert line_step(COLUMNS, at("gemeen"), down=True) == at("te helpt") + 3
    assert line_step(COLUMNS, 0, down=False) is None


def test_the_first_word_stays_selected_when_the_pointer_goes_before_it():
    word = Span(Position(2, 10), Position(2, 15))
    before = Span(Position(1, 4), Position(1, 7))
    selection = Selection(word, before)
    assert selection.span == Span(Position(1, 4), Position(2, 15))
    assert selection.caret == Position(1, 4)


def test_pages_between_the_ends_are_selected_whole():
    span = Span(Position(1, 4), Position(3, 9))
    assert [span.on(page) for page in range(5)] == [(0, 0), (4, PAGE_END), (0, PAGE_END), (0, 9), (0, 0)]


@given(st.integers(0, len(COLUMNS.text) - 1), st.sampled_from(list(Unit)))
def test_every_unit_lies_on_the_page_and_around_its_code_point(offset: int, unit: Unit):
    start, end = unit_at(COLUMNS, offset, unit)
    assert 0 <= start <= end <= len(COLUMNS.text)
    if unit in (Unit.SENTENCE, Unit.PARAGRAPH):
        assert start <= offset <= max(end, offset)


@given(st.floats(-1e4, 1e4), st.floats(-1e4, 1e4))
def test_every_point_means_a_gap_in_a_line(x: float, y: float):
    offset = offset_at(COLUMNS, Point(x, y))
    assert offset is not None
    assert any(line.start <= offset <= line.end for line in COLUMNS.lines)


@pytest.mark.parametrize(("turn", "expected"), [(0, 0), (90, 0), (180, 3), (270, 3)])
def test_on_a_turned_line_the_start_is_where_the_writing_starts(turn: int, expected: int):
    """Three letters along a line; the corner at 0, 0 is the start, or for writing that runs back the end."""
    sideways = turn in (90, 270)
    order = range(3) if turn in (0, 90) else range(2, -1, -1)
    boxes = array("f")
    for n in order:
        along, across = (n * 10.0, n * 10.0 + 10), (0.0, 12.0)
        (left, right), (top, bottom) = (across, along) if sideways else (along, across)
        boxes.extend((left, top, right, bottom))
    boxes.extend((0, 0, 0, 0))
    text = PageText("abc\n", boxes.tobytes(), (Line(0, 3, 0, turn),))
    assert offset_at(text, Point(0, 0)) == expected
