"""Text in lines, with a type in which every letter is one wide."""

from hypothesis import given
from hypothesis import strategies as st

from zzpreader.ui.notes.wrapping import wrapped


def test_lines_break_between_words():
    assert wrapped("one two three", 8, 5, len) == (["one two", "three"], True)


def test_line_ends_of_the_text_are_kept():
    assert wrapped("one\n\ntwo", 8, 5, len) == (["one", "", "two"], True)


def test_what_does_not_fit_ends_in_an_ellipsis():
    assert wrapped("one two three four", 8, 2, len) == (["one two", "three…"], False)


def test_a_word_wider_than_a_line_is_cut():
    assert wrapped("abcdefghij xy", 4, 9, len) == (["abcd", "efgh", "ij", "xy"], True)


def test_nothing_has_no_lines():
    assert wrapped("", 10, 3, len) == ([], True)


@given(st.text(alphabet="ab \n", max_size=80), st.integers(1, 12), st.integers(1, 6))
def test_no_line_is_wider_than_there_is_room_and_none_too_many(text, width, most):
    lines, whole = wrapped(text, width, most, len)
    assert len(lines) <= most
    assert all(len(line) <= width for line in lines)
    if whole:
        assert "".join("".join(lines).split()) == "".join(text.split())
