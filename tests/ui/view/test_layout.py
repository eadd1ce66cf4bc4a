"""Where pages lie: rows, fits, limits, and questions about them."""

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from zzpreader.model.geometry import Point, Size
from zzpreader.model.pages import Half, Page
from zzpreader.ui.view.layout import GAP_PX, Layout, Strip, View
from zzpreader.ui.view.rows import Facing, Part
from zzpreader.ui.view.zoom import LEAST, MOST, MOST_LAYOUT_PX, PX_PER_POINT, Fit, Zoom, next_step

A4, A3, TABLE = Page(Size(595, 842)), Page(Size(1190, 842)), Page(Size(595, 842), 90)
VIEW = View(width=1000, height=800)


def test_the_gap_before_a_row_belongs_to_the_row_above_it():
    strip = Strip([100, 200], gap_px=10)
    assert [strip.row_at(y) for y in (-5, 10, 109, 111, 120, 9999)] == [0, 0, 0, 0, 1, 1]
    assert strip.height_px == 330


def test_every_row_fills_the_width_also_where_pages_differ():
    layout = Layout([A4, A3, TABLE], VIEW)
    for page in range(3):
        leaf = layout.leaf(page)
        assert leaf.width == pytest.approx(1000 - 2 * GAP_PX)
        assert leaf.left == pytest.approx(GAP_PX)


def test_a_whole_page_fits_both_ways():
    layout = Layout([A4, A3], View(width=1000, height=800, zoom=Zoom(Fit.PAGE)))
    for page in range(2):
        leaf = layout.leaf(page)
        assert leaf.width <= 1000 - 2 * GAP_PX + 0.01
        assert leaf.height <= 800 - 2 * GAP_PX + 0.01


def test_a_turned_page_is_laid_out_as_it_is_shown():
    leaf = Layout([TABLE], View(width=2000, height=800, zoom=Zoom.free(1.0))).leaf(0)
    assert leaf.width == pytest.approx(842 * PX_PER_POINT)
    assert leaf.rotation == 90


def test_facing_pages_share_a_spine_and_the_cover_stands_alone():
    layout = Layout([A4] * 4, View(width=1000, height=800, facing=Facing.COVER))
    assert [layout.row_of(page) for page in range(4)] == [0, 1, 1, 2]
    left, right = layout.leaf(1), layout.leaf(2)
    assert right.left - (left.left + left.width) == pytest.approx(GAP_PX)
    assert left.top == right.top
    assert layout.leaf(0).width == pytest.approx(left.width)


def test_pairs_begin_with_the_first_page():
    layout = Layout([A4] * 3, View(width=1000, height=800, facing=Facing.PAIRS))
    assert [layout.parts_of(row) for row in range(layout.row_count)] == [[Part(0), Part(1)], [Part(2)]]


def test_the_page_nearest_to_a_point_beside_the_paper_is_meant():
    layout = Layout([A4] * 3, View(width=1000, height=800, facing=Facing.PAIRS))
    y = layout.leaf(0).top + 5
    assert layout.leaf_at(Point(0, y)).page == 0
    assert layout.leaf_at(Point(999, y)).page == 1


@pytest.mark.parametrize("fit", list(Fit))
def test_absurd_pages_stay_within_what_a_scroll_bar_can_count(fit: Fit):
    absurd = [Page(Size(1e7, 1e7)), Page(Size(1, 1e7)), Page(Size(1e7, 1)), Page(Size(1, 1))] * 500
    layout = Layout(absurd, View(width=1000, height=800, zoom=Zoom(fit, MOST)))
    assert layout.height <= MOST_LAYOUT_PX * 1.001
    assert all(layout.leaf(page).scale > 0 for page in range(4))


@given(
    st.lists(st.tuples(st.floats(20, 3000), st.floats(20, 3000), st.sampled_from([0, 90, 180, 270])), min_size=1),
    st.sampled_from(list(Facing)),
    st.sampled_from([0, 90, 180, 270]),
    st.sampled_from([Zoom(Fit.WIDTH), Zoom(Fit.PAGE), Zoom.free(0.7)]),
)
def test_pages_lie_in_order_without_touching(sizes, facing, rotation, zoom):
    pages = [Page(Size(width, height), turn) for width, height, turn in sizes]
    layout = Layout(pages, View(width=700, height=500, zoom=zoom, rotation=rotation, facing=facing))
    boxes = [layout.leaf(page).box for page in range(len(pages))]
    for one, other in pairwise(boxes):
        assert not one.meets(other)
        assert one.top <= other.top
    for page, box in enumerate(boxes):
        assert layout.leaf_at(box.centre).page == page
        assert box.left >= 0
        assert box.right <= layout.width + 0.01
        spot = Point(box.left + 3, box.top + 5)
        back = layout.leaf(page).to_layout(layout.leaf(page).to_page(spot))
        assert (back.x, back.y) == (pytest.approx(spot.x), pytest.approx(spot.y))


def test_ten_thousand_pages_are_arranged_once_however_often_they_are_zoomed():
    asked: list[int] = []
    layout = Layout([A4] * 10_000, VIEW, lambda page: bool(asked.append(page)))
    before = len(asked)
    for factor in (0.5, 1.0, 2.0):
        layout = Layout([A4] * 10_000, replace(VIEW, zoom=Zoom.free(factor)), like=layout)
    assert len(asked) == before
    assert layout.row_of(9_999) == 9_999


def test_zoom_steps_are_round_and_stop_at_the_limits():
    assert next_step(1.0, up=True) == 1.1
    assert next_step(1.2123, up=False) == 1.1
    assert next_step(1.2123, up=True) == 1.25
    assert next_step(MOST, up=True) == MOST
    assert next_step(LEAST, up=False) == LEAST


SPREADS = [A4, A3, A3]


def halved(**view) -> Layout:
    return Layout(SPREADS, View(width=1000, height=800, halves=True, **view), lambda page: page > 0)


@pytest.mark.parametrize("rotation", [0, 90, 180, 270])
def test_every_half_fills_the_width_by_itself(rotation):
    layout = halved(rotation=rotation)
    leaves = [layout.leaf(0), *layout.leaves_of(1), *layout.leaves_of(2)]
    assert [leaf.half for leaf in leaves] == [None, Half.LEFT, Half.RIGHT, Half.LEFT, Half.RIGHT]
    assert all(leaf.width == pytest.approx(1000 - 2 * GAP_PX) for leaf in leaves)
    assert all(one.top + one.height < other.top for one, other in pairwise(leaves))


def test_a_whole_half_fits_both_ways():
    layout = halved(zoom=Zoom(Fit.PAGE))
    assert all(leaf.height <= 800 - 2 * GAP_PX + 0.01 for leaf in layout.leaves(0, layout.height))


def test_halves_side_by_side_touch_and_are_as_wide_as_the_whole_spread():
    for one in (halved(facing=Facing.COVER), halved(facing=Facing.PAIRS)):
        left, right = one.leaves_of(2)
        assert left.left + left.width == pytest.approx(right.left)
        assert left.top == right.top
    whole = Layout(SPREADS, View(width=1000, height=800, facing=Facing.COVER), lambda page: page > 0)
    assert whole.leaf(2).width == pytest.approx(left.width + right.width)
    assert whole.leaf(0).width == pytest.approx(left.width)


def test_a_page_that_is_no_spread_is_found_whichever_half_is_asked_for():
    layout = halved()
    assert layout.leaf(0, Half.RIGHT) == layout.leaf(0)
    assert layout.leaf(1).half is Half.LEFT
    assert Layout(SPREADS, VIEW).leaf(1, Half.RIGHT).half is None
