"""The reading point stays where it is while everything around it changes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from zzpreader.model.geometry import Point, Size
from zzpreader.model.pages import Half, Page, Place
from zzpreader.ui.view.anchor import READING_PX, anchor_at, anchor_of, origin_for
from zzpreader.ui.view.layout import Layout, View
from zzpreader.ui.view.rows import Facing
from zzpreader.ui.view.zoom import Fit, Zoom

PAGES = [Page(Size(595, 842)), Page(Size(842, 595)), Page(Size(595, 842), 90)] * 10
VIEW = View(width=900, height=700)
AT = Point(450.0, 200.0)


@given(
    st.floats(0, 20_000),
    st.sampled_from([Zoom(Fit.WIDTH), Zoom(Fit.PAGE), Zoom.free(3), Zoom.free(0.3)]),
    st.sampled_from([0, 90, 180, 270]),
    st.sampled_from(list(Facing)),
    st.integers(200, 2000),
)
def test_what_lies_at_the_anchor_is_the_same_before_and_after(y, zoom, rotation, facing, width):
    before = Layout(PAGES, VIEW)
    anchor = anchor_at(before, Point(0, y), AT)
    after = Layout(PAGES, replace(VIEW, zoom=zoom, rotation=rotation, facing=facing, width=width))
    again = anchor_at(after, origin_for(after, anchor), AT)
    if 0 <= anchor.across <= 1 and 0 <= anchor.down <= 1:
        assert again.page == anchor.page
        assert (again.across, again.down) == (pytest.approx(anchor.across), pytest.approx(anchor.down))


def test_there_and_back_again_is_no_step_aside():
    layout = Layout(PAGES, VIEW)
    anchor = anchor_at(layout, Point(0, 4321), AT)
    assert origin_for(layout, anchor) == Point(pytest.approx(0), pytest.approx(4321))


def test_the_top_of_a_page_comes_to_the_reading_line():
    layout = Layout(PAGES, VIEW)
    anchor = anchor_of(layout, Place(3), Point(0, READING_PX))
    assert origin_for(layout, anchor).y == pytest.approx(layout.leaf(3).top - READING_PX)


def test_a_page_that_turns_out_to_be_longer_keeps_the_fraction_that_is_read():
    estimated = Layout([Page(Size(595, 842))] * 5, VIEW)
    anchor = anchor_of(estimated, Place(4, 421.0), Point(0, READING_PX))
    known = Layout([*[Page(Size(595, 2000))] * 4, Page(Size(595, 842))], VIEW)
    assert origin_for(known, anchor).y == pytest.approx(known.leaf(4).top + known.leaf(4).height / 2 - READING_PX)


SPREADS = [Page(Size(482, 680)), *[Page(Size(964, 680))] * 9]


def laid_out(*, halves: bool, zoom: Zoom = VIEW.zoom) -> Layout:
    return Layout(SPREADS, replace(VIEW, halves=halves, zoom=zoom), lambda page: page > 0)


def test_of_a_whole_spread_the_left_half_is_read_first():
    whole, halves = laid_out(halves=False), laid_out(halves=True)
    anchor = anchor_at(whole, Point(0, whole.leaf(4).top), Point(450, READING_PX))
    assert anchor.half is Half.LEFT
    assert origin_for(halves, anchor).y > halves.leaf(4, Half.LEFT).top - READING_PX
    assert origin_for(halves, anchor).y < halves.leaf(4, Half.RIGHT).top


def test_the_right_half_is_read_when_nothing_of_the_left_one_is_seen():
    whole = laid_out(halves=False, zoom=Zoom.free(3))
    leaf = whole.leaf(4)
    origin = Point(leaf.left + leaf.width / 2 + 5, leaf.top)
    assert anchor_at(whole, origin, Point(450, READING_PX)).half is Half.RIGHT


@given(st.floats(0, 6_000))
def test_from_halves_to_spreads_and_back_it_is_the_same_half(y):
    halves, whole = laid_out(halves=True), laid_out(halves=False)
    anchor = anchor_at(halves, Point(0, y), AT)
    assert origin_for(halves, anchor).y == pytest.approx(y)
    again = anchor_at(halves, origin_for(halves, anchor), AT)
    assert (again.page, again.half) == (anchor.page, anchor.half)
    leaf = whole.leaf(anchor.page, anchor.half)
    spot = leaf.to_layout(Point(anchor.across * leaf.size.width, anchor.down * leaf.size.height))
    assert origin_for(whole, anchor).y + AT.y == pytest.approx(spot.y)


def test_a_place_on_the_right_half_comes_to_the_reading_line_also_when_all_is_turned():
    for rotation in (0, 90, 180, 270):
        for halves in (True, False):
            layout = Layout(SPREADS, replace(VIEW, halves=halves, rotation=rotation), lambda page: page > 0)
            anchor = anchor_of(layout, Place(4, 0.0, Half.RIGHT), Point(0, READING_PX))
            leaf = layout.leaf(4, Half.RIGHT)
            box = leaf.rect_to_layout(Half.RIGHT.box(leaf.size))
            if rotation in (0, 90):
                assert origin_for(layout, anchor).y + READING_PX == pytest.approx(box.top)
            assert box.top - 0.01 <= origin_for(layout, anchor).y + READING_PX <= box.bottom + 0.01
