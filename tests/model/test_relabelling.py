"""Marks bear the numbers and halves of their pages, whatever is said of these later."""

import pytest
from msgspec.structs import replace
from panes import mark

from zzpreader.model.annotation import PdfRectsSelector
from zzpreader.model.geometry import Quad, Rect
from zzpreader.model.pages import Half, Labels, Place
from zzpreader.model.relabelling import relabelled
from zzpreader.model.selectors import Paper, select_spot

SINGLE = Paper(Labels([("4",)]), lambda page: 600.0)
SPREAD = Paper(Labels([("4", "5")]), lambda page: 600.0)
UNKNOWN = Paper(Labels([("4", "5")]), lambda page: 0.0)


def over_both_halves(*lefts):
    one = mark(1, 0)
    quads = tuple(Quad.around(Rect(left, 100, left + 150, 112)) for left in lefts or (50, 350))
    words, _ = one.target.selector
    return replace(one, target=replace(one.target, selector=(words, PdfRectsSelector(page=0, quads=quads))))


def test_a_mark_over_both_halves_is_in_each_and_one_again():
    one = relabelled(over_both_halves(), SINGLE)
    assert [rects.label for rects in one.rects] == ["4"]
    two = relabelled(one, SPREAD)
    assert [(rects.label, rects.half) for rects in two.rects] == [("4", Half.LEFT), ("5", Half.RIGHT)]
    assert two.quote == one.quote
    assert relabelled(two, SINGLE) == one


def test_nothing_is_said_of_pages_that_are_not_known():
    one = over_both_halves()
    assert relabelled(one, UNKNOWN) is one


def test_what_is_right_already_stays_the_same_value():
    one = relabelled(over_both_halves(), SPREAD)
    assert relabelled(one, SPREAD) is one


def test_words_that_go_to_and_fro_between_the_halves_stay_in_their_order():
    one = relabelled(over_both_halves(50, 350, 60), SINGLE)
    two = relabelled(one, SPREAD)
    assert [rects.half for rects in two.rects] == [Half.LEFT, Half.RIGHT, Half.LEFT]
    assert relabelled(two, SPREAD) is two
    assert relabelled(two, SINGLE) == one


@pytest.mark.parametrize("half", [None, *Half])
@pytest.mark.parametrize("paper", [SINGLE, SPREAD])
def test_a_spot_that_is_made_bears_the_labels_it_would_be_given(half, paper):
    one = mark(1, 0)
    spot = replace(one, target=replace(one.target, selector=select_spot(Place(0, 10.0, half), None, paper)))
    assert relabelled(spot, paper) is spot
