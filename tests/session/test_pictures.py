"""Wanting pictures of pages, and what becomes of those that cannot be drawn."""

import pytest
from msgspec.structs import replace
from panes import AskedEngine

from zzpreader.engine.process import Picture
from zzpreader.engine.queue import Lane
from zzpreader.session.pictures import Pictures, Tile
from zzpreader.wire import Failed, Reason


def tile(page: int = 0, scale: float = 1.0) -> Tile:
    return Tile(page, 0, scale, 0, 0, 8, 4)


def drawn(asked: Tile) -> Picture:
    picture = Picture(asked.width, asked.height, Picture.Format.Format_RGB32)
    picture.fill(0x302010)
    return picture


@pytest.fixture
def engine():
    return AskedEngine()


@pytest.fixture
def pictures(engine):
    return Pictures(engine)


def test_what_is_seen_and_what_comes_next_are_wanted_in_lanes_of_their_own(engine, pictures):
    pictures.want([tile(1)], [tile(2)])
    assert engine.wanted[Lane.SCREEN] == [tile(1)]
    assert engine.wanted[Lane.AHEAD] == [tile(2)]


def test_a_drawn_tile_is_there_with_its_colours_and_not_wanted_again(engine, pictures, qtbot):
    pictures.want([tile()])
    with qtbot.waitSignal(pictures.tile_ready) as ready:
        engine.answer(Lane.SCREEN, drawn)
    assert ready.args == [tile()]
    image = pictures.get(tile())
    assert image is not None
    assert (image.width(), image.height()) == (8, 4)
    assert image.pixelColor(7, 3).name() == "#302010"
    pictures.want([tile(), tile(1)])
    assert engine.wanted[Lane.SCREEN] == [tile(1)]


def test_another_zoom_is_offered_until_the_right_one_is_drawn(engine, pictures):
    pictures.want([tile()])
    engine.answer(Lane.SCREEN, drawn)
    ((other, image),) = pictures.nearest(tile(scale=3.0))
    assert other == tile()
    assert image.width() == 8


def test_a_page_that_fails_is_not_asked_again_until_it_is_retried(engine, pictures, qtbot):
    pictures.want([tile(4), tile(5)])
    with qtbot.waitSignal(pictures.page_failed) as failed:
        engine.answer(Lane.SCREEN, lambda _: Failed(Reason.CRASHED), count=1)
    assert failed.args == [4]
    assert pictures.failure(4) == Failed(Reason.CRASHED)
    assert pictures.failure(5) is None
    pictures.want([tile(4), tile(5), tile(6)])
    assert engine.wanted[Lane.SCREEN] == [tile(5), tile(6)]
    pictures.retry(4)
    pictures.want([tile(4)])
    assert engine.wanted[Lane.SCREEN] == [tile(4)]
    assert engine.tried_again == [(4, False)]


def test_a_page_that_took_too_long_is_tried_longer(engine, pictures):
    pictures.want([tile(4)])
    engine.answer(Lane.SCREEN, lambda _: Failed(Reason.TIMEOUT))
    pictures.retry(4)
    assert engine.tried_again == [(4, True)]


def test_far_pages_are_let_go_when_memory_is_full(engine, qtbot):
    pictures = Pictures(engine, most_bytes=4 * 8 * 4 * 4)
    for page in range(10):
        pictures.want([tile(page)])
        engine.answer(Lane.SCREEN, drawn)
    assert pictures.bytes <= 4 * 8 * 4 * 4
    assert pictures.get(tile(0)) is None
    assert pictures.get(tile(9)) is not None


def test_two_views_do_not_take_each_others_pictures_away(engine, pictures):
    pictures.want([tile(1)], [tile(2)], by="one")
    pictures.want([tile(7)], [tile(8)], by="other")
    assert set(engine.wanted[Lane.SCREEN]) == {tile(1), tile(7)}
    assert set(engine.wanted[Lane.AHEAD]) == {tile(2), tile(8)}
    pictures.want((), by="other")
    assert engine.wanted[Lane.SCREEN] == [tile(1)]


def test_no_more_is_drawn_ahead_than_can_be_kept(engine):
    eight_tiles = 8 * 8 * 4 * 4
    pictures = Pictures(engine, most_bytes=eight_tiles)
    pictures.want([tile(n) for n in range(2)], [tile(n) for n in range(2, 20)])
    assert [one.page for one in engine.wanted[Lane.AHEAD]] == [2, 3, 4, 5, 6, 7]


def test_more_is_kept_where_one_screen_is_large(engine):
    pictures = Pictures(engine, most_bytes=1)
    pictures.want([tile(0)], [tile(n) for n in range(1, 9)])
    assert [one.page for one in engine.wanted[Lane.AHEAD]] == [1, 2]


def test_what_is_left_out_now_is_drawn_anew_and_shown_as_it_was_until_then(engine, pictures, qtbot):
    pictures.want([tile(), tile(1)])
    engine.answer(Lane.SCREEN, drawn, count=2)
    with qtbot.waitSignal(pictures.page_outdated) as outdated:
        pictures.leave_out(1, [3, 5])
    assert outdated.args == [1]
    assert pictures.get(tile(1)) is not None
    pictures.want([tile(), tile(1)])
    assert engine.wanted[Lane.SCREEN] == [replace(tile(1), without=(3, 5))]
    with qtbot.waitSignal(pictures.tile_ready) as ready:
        engine.answer(Lane.SCREEN, drawn)
    assert ready.args == [tile(1)]
    pictures.want([tile(), tile(1)])
    assert not engine.wanted[Lane.SCREEN]


def test_a_picture_that_comes_too_late_is_shown_and_drawn_once_more(engine, pictures):
    pictures.want([tile()])
    pictures.leave_out(0, [2])
    engine.answer(Lane.SCREEN, drawn)
    assert pictures.get(tile()) is not None
    pictures.want([tile()])
    assert engine.wanted[Lane.SCREEN] == [replace(tile(), without=(2,))]


def test_what_pictures_left_free_is_given_back_once_no_more_come(engine, qtbot, monkeypatch):
    from zzpreader.session import pictures as pictures_module

    given_back: list[int] = []
    monkeypatch.setattr(pictures_module, "give_back", lambda: given_back.append(pictures.bytes))
    pictures = Pictures(engine)
    pictures.want([tile(0), tile(1)])
    for page in (0, 1):
        engine.answered.emit(tile(page), drawn(tile(page)))
    qtbot.waitUntil(lambda: bool(given_back))
    assert given_back == [pictures.bytes]


def test_where_one_may_go_next_is_drawn_before_what_lies_beside(engine, pictures):
    pictures.want([tile(1)], [tile(2), tile(0)])
    pictures.foresee([tile(90), tile(91)])
    assert engine.wanted[Lane.SCREEN] == [tile(1)]
    assert engine.wanted[Lane.AHEAD] == [tile(90), tile(91), tile(2), tile(0)]
    pictures.want([tile(1)], [tile(2), tile(0)])
    assert engine.wanted[Lane.AHEAD][0] == tile(90)
    pictures.foresee([tile(9)])
    assert engine.wanted[Lane.AHEAD] == [tile(9), tile(2), tile(0)]
    pictures.want([tile(2)], [tile(3)])
    assert engine.wanted[Lane.AHEAD] == [tile(3)]


def test_where_one_may_go_next_is_kept_until_one_goes_elsewhere(engine):
    four_tiles = 4 * 8 * 4 * 4
    pictures = Pictures(engine, most_bytes=four_tiles)
    pictures.want([tile(1)], [tile(2), tile(3), tile(0)])
    engine.answer(Lane.SCREEN, drawn)
    engine.answer(Lane.AHEAD, drawn)
    pictures.foresee([tile(90)])
    engine.answer(Lane.AHEAD, drawn)
    assert pictures.get(tile(90)) is not None
    assert pictures.bytes <= four_tiles
    pictures.want([tile(2)], [tile(3), tile(4), tile(1)])
    engine.answer(Lane.AHEAD, drawn)
    assert pictures.get(tile(90)) is None
