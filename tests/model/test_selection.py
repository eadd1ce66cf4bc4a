"""Selecting on a page of two columns, with a word broken over a line end."""

from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st
from text_pages import COLUMNS, at, page

from zzpreader.model.geometry import Point
from zzpreader.model.selection import (
    PAGE_END,
    Position,
    Selection,
    Span,
    Unit,
    code_point_at,
    grown,
    is_over_text,
    offset_at,
    unit_at,
)
from zzpreader.model.text import EMPTY, Line, PageText


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


def test_a_double_click_in_the_white_beside_a_short_line_takes_nothing():
    beside = Point(140, 5)
    assert code_point_at(COLUMNS, beside) is None
    behind = at("luistert") - 1
    assert unit_at(COLUMNS, behind, Unit.WORD) == (behind, behind)


def test_a_double_click_on_a_blank_takes_the_nearer_word():
    blank = at(" helpt")
    box = COLUMNS.box(blank)
    assert code_point_at(COLUMNS, Point(box.right - 1, box.centre.y)) == blank + 1
    assert code_point_at(COLUMNS, Point(box.left + 1, box.centre.y)) == blank - 1


def test_a_paragraph_that_goes_on_in_the_next_column_is_one():
    text = page(
        (0, ["Wie leest,", "weet meer"]),
        (
            200,
            ["dan wie het", "niet doet."],
        ),
        (400, ["Echt."]),
    )
    start, end = unit_at(text, 3, Unit.PARAGRAPH)
    assert text.text[start:end] == "Wie leest,\nweet meer\ndan wie het\nniet doet."
    assert unit_at(text, 3, Unit.SENTENCE) == (start, end)


def test_more_is_a_word_a_sentence_a_paragraph_a_page():
    start = end = at("helpt") + 2
    taken = []
    for _ in range(5):
        start, end = grown(COLUMNS, start, end)
        taken.append(COLUMNS.text[start:end])
    whole = COLUMNS.text.rstrip()
    column = "De gemeen-\nte helpt. Zij\nluistert."
    assert taken == ["helpt", "De gemeen-\nte helpt.", column, whole, whole]


def test_behind_a_word_that_word_is_meant():
    end = at("te helpt") - 1
    assert COLUMNS.text[slice(*grown(COLUMNS, end, end))] == "gemeen-\nte"


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


@given(st.integers(0, len(COLUMNS.text) - 1), st.integers(0, 12))
def test_more_is_never_less(start: int, length: int):
    end = min(start + length, len(COLUMNS.text.rstrip()))
    start = min(start, end)
    first, last = grown(COLUMNS, start, end)
    assert first <= start <= end <= last
