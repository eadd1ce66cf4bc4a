"""Marks bear the numbers and halves of their pages, whatever is said of these later."""

from msgspec.structs import replace
from panes import mark

from zzpreader.model.annotation import PdfRectsSelector
from zzpreader.model.geometry import Quad, Rect
from zzpreader.model.pages import Half, Labels
from zzpreader.model.relabelling import relabelled
from zzpreader.model.selectors import Paper

SINGLE = Paper(Labels([("4",)]), lambda page: 600.0)
SPREAD = Paper(Labels([("4", "5")]), lambda page: 600.0)
UNKNOWN = Paper(Labels([("4", "5")]), lambda page: 0.0)


def over_both_halves():
    one = mark(1, 0)
    quads = (Quad.around(Rect(50, 100, 200, 112)), Quad.around(Rect(350, 100, 500, 112)))
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
