"""A page or half of one in the view: there and back, and which side of the gutter is meant."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.geometry import Point, Rect, Size
from zzpreader.model.pages import Half
from zzpreader.ui.view.leaf import Leaf

SIZE = Size(960, 680)
TURNS = st.sampled_from([0, 90, 180, 270])
HALVES = st.sampled_from([None, *Half])


def leaf(half, rotation=0) -> Leaf:
    return Leaf(3, SIZE, rotation, 1.5, 12.0, 5000.0, half)


@given(HALVES, TURNS, st.floats(-200, 1200), st.floats(-200, 900))
def test_from_page_to_layout_and_back(half, rotation, x, y):
    back = leaf(half, rotation).to_page(leaf(half, rotation).to_layout(Point(x, y)))
    assert (back.x, back.y) == (pytest.approx(x, abs=1e-6), pytest.approx(y, abs=1e-6))


@given(HALVES, TURNS)
def test_what_is_shown_fills_the_box(half, rotation):
    one = leaf(half, rotation)
    shown = one.rect_to_layout(one.part)
    assert (shown.left, shown.top) == (pytest.approx(12), pytest.approx(5000))
    assert (shown.width, shown.height) == (pytest.approx(one.width), pytest.approx(one.height))


def test_a_spot_in_the_gutter_is_on_one_half_only():
    gutter = Rect(480, 100, 480, 100)
    assert [half for half in Half if leaf(half).shows(gutter)] == [Half.RIGHT]


def test_a_heading_over_both_halves_is_on_both():
    assert all(leaf(half).shows(Rect(400, 100, 600, 130)) for half in Half)
    assert not leaf(Half.LEFT).shows(Rect(500, 100, 600, 130))


@given(st.sampled_from(list(Half)), TURNS, st.floats(-500, 3000), st.floats(4000, 7000))
def test_beside_a_half_the_other_one_is_never_meant(half, rotation, x, y):
    one = leaf(half, rotation)
    inside = one.to_page(one.on_this_side(Point(x, y)))
    assert Half.at(inside.x, SIZE.width) is half
