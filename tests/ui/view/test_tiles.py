"""Pieces of pages: together they are the page, and only what is seen is asked for."""

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from zzpreader.model.geometry import Rect, Size
from zzpreader.model.pages import Half
from zzpreader.session.pictures import MAX_TILE_PX, Paper
from zzpreader.ui.view.leaf import Leaf
from zzpreader.ui.view.tiles import device_part, tiles

EVERYWHERE = Rect(-1e9, -1e9, 1e9, 1e9)


def leaf(width: float, height: float, scale: float = 1.0) -> Leaf:
    return Leaf(3, Size(width, height), 0, scale, 12.0, 5000.0)


def test_an_ordinary_page_is_one_picture():
    (tile,) = tiles(leaf(595, 842), EVERYWHERE, 1.0, Paper.SEPIA)
    assert (tile.page, tile.width, tile.height, tile.paper) == (3, 595, 842, Paper.SEPIA)


def test_a_screen_with_twice_the_pixels_gets_twice_the_pixels():
    (tile,) = tiles(leaf(595, 842), EVERYWHERE, 2.0, Paper.LIGHT)
    assert (tile.width, tile.height, tile.scale) == (1190, 1684, 2.0)


@given(st.floats(1, 9000), st.floats(1, 9000), st.sampled_from([1.0, 1.25, 1.5, 2.0]))
def test_pieces_cover_the_page_without_overlap_and_none_is_too_large(width, height, ratio):
    page = leaf(width, height)
    pieces = list(tiles(page, EVERYWHERE, ratio, Paper.LIGHT))
    _, _, across, down = device_part(page, ratio)
    assert sum(piece.width * piece.height for piece in pieces) == across * down
    assert len({(piece.left, piece.top) for piece in pieces}) == len(pieces)
    for piece in pieces:
        assert 1 <= piece.width <= MAX_TILE_PX
        assert 1 <= piece.height <= MAX_TILE_PX
        assert piece.left + piece.width <= across
        assert piece.top + piece.height <= down


def test_of_a_huge_page_only_what_is_seen_is_asked_for():
    page = leaf(1e7, 1e7, scale=0.4)
    seen = Rect(100_000, 200_000, 101_600, 201_000)
    pieces = list(tiles(page, seen, 1.0, Paper.LIGHT))
    assert 1 <= len(pieces) <= 9
    for piece in pieces:
        box = Rect(piece.left + 12.0, piece.top + 5000.0, 0, 0)
        assert box.left < seen.right
        assert box.left + piece.width > seen.left - 1
        assert box.top < seen.bottom
        assert box.top + piece.height > seen.top - 1


def test_a_page_out_of_view_is_not_asked_for():
    assert not list(tiles(leaf(595, 842), Rect(0, 0, 900, 700), 1.0, Paper.LIGHT))


@given(st.floats(1, 9000), st.floats(1, 9000), st.sampled_from([0, 90, 180, 270]), st.sampled_from([1.0, 1.25, 2.0]))
def test_the_pieces_of_both_halves_are_those_of_the_page(width, height, rotation, ratio):
    whole = Leaf(3, Size(width, height), rotation, 1.0, 0.0, 0.0)
    halves = [replace(whole, half=half) for half in Half]
    areas = [sum(t.width * t.height for t in tiles(leaf, EVERYWHERE, ratio, Paper.LIGHT)) for leaf in halves]
    _, _, across, down = device_part(whole, ratio)
    if min(across, down) > 1:
        assert sum(areas) == across * down
    for leaf in halves:
        part = device_part(leaf, ratio)
        for tile in tiles(leaf, EVERYWHERE, ratio, Paper.LIGHT):
            assert part.left <= tile.left <= tile.left + tile.width <= part.left + part.width
            assert part.top <= tile.top <= tile.top + tile.height <= part.top + part.height


def test_of_a_half_only_what_is_seen_is_asked_for():
    right = Leaf(3, Size(9000, 6000), 0, 1.0, 0.0, 0.0, Half.RIGHT)
    (tile,) = tiles(right, Rect(10, 10, 20, 20), 1.0, Paper.LIGHT)
    assert (tile.left, tile.top) == (4500, 0)
