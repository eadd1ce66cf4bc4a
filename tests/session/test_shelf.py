"""Pictures are let go by distance, and never what is in use."""

from zzpreader.session.shelf import Shelf
from zzpreader.wire import Draw, Paper


def draw(page: int, scale: float = 1.0, left: int = 0) -> Draw:
    return Draw(page, 0, scale, left, 0, 100, 100)


def shelf(most: int = 5) -> Shelf[str]:
    return Shelf(lambda _picture: 1, most)


def test_the_farthest_page_goes_first():
    kept = shelf()
    kept.use([draw(10)])
    for page in (10, 11, 12, 9, 40, 8):
        kept.put(draw(page), str(page))
    assert draw(40) not in kept
    assert all(draw(page) in kept for page in (8, 9, 10, 11, 12))


def test_what_is_in_use_stays_even_beyond_the_limit():
    kept = shelf(2)
    wanted = [draw(1, left=n) for n in range(4)]
    kept.use(wanted)
    for one in wanted:
        kept.put(one, "x")
    assert all(one in kept for one in wanted)
    assert kept.bytes == 4


def test_an_old_zoom_goes_before_the_next_page():
    kept = shelf(2)
    kept.use([draw(5, 2.0)])
    kept.put(draw(5, 1.0), "old zoom")
    kept.put(draw(6, 2.0), "next page")
    kept.put(draw(5, 2.0), "in view")
    assert draw(5, 1.0) not in kept
    assert draw(6, 2.0) in kept


def test_the_nearest_other_zoom_is_painted_last():
    kept = shelf()
    for scale in (0.2, 1.0, 1.9):
        kept.put(draw(1, scale), str(scale))
    assert [picture for _, picture in kept.nearest(1, 0, Paper.LIGHT, 2.0)] == ["1.0", "1.9"]


def test_another_paper_or_turn_is_no_picture_of_this_page():
    kept = shelf()
    kept.put(draw(1), "light")
    assert not kept.nearest(1, 90, Paper.LIGHT, 2.0)
    assert not kept.nearest(1, 0, Paper.DARK, 2.0)
