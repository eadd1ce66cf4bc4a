from array import array

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.annotation import PdfRectsSelector, TextPositionSelector, TextQuoteSelector
from zzpreader.model.geometry import Rect
from zzpreader.model.pages import Half, Labels, Place
from zzpreader.model.selectors import CONTEXT, Paper, Segment, find_quotes, resolve, select, select_area, select_spot
from zzpreader.model.text import Line, PageText

PAPER = Paper(Labels([("i",), ("38", "39"), ("40",)]), lambda page: 200.0)


def page_text(*lines: str, left: float = 0.0) -> PageText:
    """Every line 20 points below the one before, every code point 5 points wide; an empty line ends a block."""
    text, boxes, made, block = "", array("f"), [], 0
    for n, line in enumerate(lines):
        if not line:
            block += 1
            continue
        made.append(Line(len(text), len(text) + len(line), block))
        text += line + "\n"
        for column in range(len(line) + 1):
            boxes.extend((left + 5.0 * column, 20.0 * n, left + 5.0 * column + 5, 20.0 * n + 12))
    return PageText(text=text, boxes=boxes.tobytes(), lines=tuple(made))


LESSON = page_text("Harde cijfers helpen bij het samen-", "werken aan beleid.", "", "De wijk is te klein.")


def segment(text: PageText, words: str, page: int = 0) -> Segment:
    start = text.text.index(words)
    return Segment(page, start, start + len(words), text)


def quote_of(selectors) -> TextQuoteSelector:
    (found,) = [one for one in selectors if isinstance(one, TextQuoteSelector)]
    return found


def test_a_quote_is_clean_and_has_what_stands_around_it():
    found = quote_of(select([segment(LESSON, "samen-\nwerken")], PAPER))
    assert found.exact == "samenwerken"
    assert found.prefix == "Harde cijfers helpen bij het"
    assert found.suffix == "aan beleid. De wijk is te klein."


def test_prefix_and_suffix_are_no_longer_than_they_may_be():
    text = page_text("a" * 200 + " midden " + "b" * 200)
    found = quote_of(select([segment(text, "midden")], PAPER))
    assert (found.prefix, found.suffix) == ("a" * CONTEXT, "b" * CONTEXT)


def test_the_position_counts_code_points_of_the_page():
    text = page_text("🂡 ë ﬁn")
    _, position, _ = select([segment(text, "ë ﬁ", page=2)], PAPER)
    assert position == TextPositionSelector(page=2, start=2, end=5)
    assert quote_of(select([segment(text, "ﬁn")], PAPER)).exact == "fin"


def test_every_line_has_a_quad_and_every_page_a_label():
    *_, rects = select([segment(LESSON, "samen-\nwerken", page=2)], PAPER)
    assert isinstance(rects, PdfRectsSelector)
    assert (rects.page, rects.label, len(rects.quads)) == (2, "40", 2)
    assert rects.quads[1].bounds == Rect(0, 20, 30, 32)


def test_on_a_spread_the_half_is_the_one_on_which_the_words_lie():
    left, right = page_text("links"), page_text("rechts", left=120)
    halves = [select([Segment(1, 0, 9, text)], PAPER)[-1] for text in (left, right)]
    assert [(one.half, one.label) for one in halves if isinstance(one, PdfRectsSelector)] == [
        (Half.LEFT, "38"),
        (Half.RIGHT, "39"),
    ]


def test_a_word_that_is_broken_over_two_pages_is_whole_in_the_quote():
    one, other = page_text("Zij willen samen-"), page_text("werken aan beleid.")
    found = select([segment(one, "willen samen-", 0), segment(other, "werken", 1)], PAPER)
    assert quote_of(found).exact == "willen samenwerken"
    assert [type(one).__name__ for one in found[1:]] == ["TextPositionSelector"] * 2 + ["PdfRectsSelector"] * 2


def test_a_sentence_that_ends_with_its_page_stays_a_paragraph():
    one, other = page_text("Tot zover."), page_text("Daarna dit.")
    found = select([segment(one, "Tot zover."), segment(other, "Daarna dit.", 1)], PAPER)
    assert quote_of(found).exact == "Tot zover.\nDaarna dit."


def test_nothing_visible_gives_no_selectors():
    assert select([], PAPER) == ()
    assert select([Segment(0, 5, 6, LESSON), Segment(0, 3, 3, LESSON)], PAPER) == ()


def test_blanks_at_the_ends_and_what_lies_beyond_the_page_are_not_marked():
    text = page_text("een woord")
    assert select([Segment(0, 3, 2**31, text)], PAPER) == select([segment(text, "woord")], PAPER)


def test_words_on_both_halves_are_quoted_once_and_lie_on_two_printed_pages():
    left, right = page_text("Dit begint links"), page_text("en eindigt rechts.", left=105.0)
    joined = PageText(left.text + right.text, left.boxes + right.boxes, (*left.lines, Line(17, 35, 1)))
    found = select([Segment(1, 0, len(joined.text), joined)], PAPER)
    assert [(one.half, one.label) for one in found if isinstance(one, PdfRectsSelector)] == [
        (Half.LEFT, "38"),
        (Half.RIGHT, "39"),
    ]


@pytest.mark.parametrize(
    ("place", "x", "expected"),
    [
        (Place(1, 50, Half.RIGHT), None, (100.0, Half.RIGHT, "39")),
        (Place(1, 50), 20.0, (20.0, Half.LEFT, "38")),
        (Place(1, 50), None, (0.0, Half.LEFT, "38")),
        (Place(0, 50), 20.0, (20.0, None, "i")),
    ],
)
def test_a_spot_knows_its_half_and_label(place, x, expected):
    (spot,) = select_spot(place, x, PAPER)
    assert isinstance(spot, PdfRectsSelector)
    corner = spot.quads[0].upper_left
    assert (corner.x, spot.half, spot.label) == expected
    assert corner.y == 50


def test_words_in_the_same_case_are_found_before_others():
    text = page_text("de wijk en De wijk")
    assert find_quotes(text, "De wijk") == [(11, 18), (0, 7)]


def test_words_are_found_over_line_ends_and_without_accents():
    text = page_text("één samen-", "werking")
    (span,) = find_quotes(text, "een samenwerking")
    assert text.text[slice(*span)] == "één samen-\nwerking"


WORDS = st.lists(st.sampled_from(["wijk", "les", "samen", "en", "beleid", "é", "’s"]), min_size=3, max_size=30)


@given(WORDS, st.data())
def test_a_mark_is_found_where_it_was_made(words, data):
    text = page_text(" ".join(words))
    start = data.draw(st.integers(0, len(text.text) - 2))
    end = data.draw(st.integers(start + 1, len(text.text) - 1))
    if selectors := select([Segment(0, start, end, text)], PAPER):
        found = resolve(selectors, 0, text)
        assert found is not None
        assert start <= found[0] < found[1] <= end
        assert text.text[slice(*found)] == text.text[start:end].strip()


@given(WORDS, WORDS, st.data())
def test_a_mark_is_found_again_when_the_page_has_moved_on(words, more, data):
    text = page_text(" ".join(words))
    starts = [0, *(n + 1 for n, char in enumerate(text.text[:-1]) if char == " ")]
    start = data.draw(st.sampled_from(starts))
    selectors = select([Segment(0, start, len(text.text) - 1, text)], PAPER)
    moved = page_text(" ".join([*more, *words]))
    found = resolve(selectors, 0, moved)
    assert found is not None
    assert moved.text[slice(*found)] == text.text[start:-1]


def test_of_equal_words_those_with_the_same_surroundings_are_meant():
    text = page_text("eerst de wijk daar, dan de wijk hier")
    second = Segment(0, text.text.rindex("de wijk"), text.text.rindex("de wijk") + 7, text)
    moved = page_text("nieuw begin", "eerst de wijk daar, dan de wijk hier")
    found = resolve(select([second], PAPER), 0, moved)
    assert found is not None
    assert found[0] == moved.text.rindex("de wijk")


def test_the_same_words_to_the_letter_are_meant_before_those_that_only_resemble_them():
    text = page_text("wijk en é")
    found = resolve(select([segment(text, "wijk en é")], PAPER), 0, page_text("wijk en een wijk en é"))
    assert found == (12, 21)


def test_words_that_are_gone_are_not_found():
    selectors = select([segment(LESSON, "wijk")], PAPER)
    assert resolve(selectors, 0, page_text("Iets anders.")) is None
    assert resolve((), 0, LESSON) is None


def test_an_area_is_one_quad_on_the_half_of_its_middle():
    (area,) = select_area(1, Rect(90, 10, 180, 60), PAPER)
    assert isinstance(area, PdfRectsSelector)
    assert (area.page, area.half, area.label) == (1, Half.RIGHT, "39")
    assert [quad.bounds for quad in area.quads] == [Rect(90, 10, 180, 60)]
