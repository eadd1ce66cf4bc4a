"""What of the margins is left out: the same of every page of a kind, and never anything that is printed."""

from hypothesis import given
from hypothesis import strategies as st

from zzpreader.model.geometry import Rect, Size
from zzpreader.model.margins import trim_of
from zzpreader.model.pages import Half, Page

A4 = Page(Size(600.0, 800.0))
SPREAD = Page(Size(1200.0, 800.0))


def halves(left, top, right, bottom):
    """What a page has printed on it, by halves of the paper."""
    return Rect(left, top, min(right, 300.0), bottom), Rect(max(left, 300.0), top, right, bottom)


def no_spread(_page):
    return False


def test_pages_of_one_kind_are_trimmed_alike_odd_and_even_apart():
    printed = [halves(100, 90, 500, 700) if n % 2 else halves(60, 90, 460, 700) for n in range(20)]
    trim = trim_of([A4] * 20, printed, no_spread)
    assert {trim.box(A4, n) for n in range(0, 20, 2)} == {Rect(52, 82, 468, 708)}
    assert {trim.box(A4, n) for n in range(1, 20, 2)} == {Rect(92, 82, 508, 708)}


def test_a_page_with_something_in_the_margin_is_shown_whole_and_the_others_are_trimmed_all_the_same():
    printed = [halves(100, 90, 500, 700)] * 40
    printed[6] = halves(0, 0, 600, 800)
    trim = trim_of([A4] * 40, printed, no_spread)
    assert trim.box(A4, 6) is None
    assert trim.box(A4, 8) == Rect(92, 82, 508, 708)


def test_halves_of_a_spread_have_margins_of_their_own():
    printed = [(Rect(80, 90, 560, 700), Rect(660, 90, 1100, 700))] * 4
    trim = trim_of([SPREAD] * 4, printed, lambda _page: True)
    assert trim.box(SPREAD, 2, Half.LEFT) == Rect(72, 82, 568, 708)
    assert trim.box(SPREAD, 2, Half.RIGHT) == Rect(652, 82, 1108, 708)
    assert trim.box(SPREAD, 2) is None


def test_pages_without_margins_and_pages_not_looked_at_stay_whole():
    assert trim_of([A4] * 4, [halves(2, 2, 598, 798)] * 4, no_spread).boxes == ()
    trim = trim_of([A4] * 6, [halves(100, 90, 500, 700)] * 4, no_spread)
    assert trim.box(A4, 2)
    assert trim.box(A4, 4) is None


@given(st.lists(st.tuples(*[st.integers(0, 250)] * 2, *[st.integers(350, 600)] * 2), min_size=1, max_size=30))
def test_whatever_is_printed_is_shown(edges):
    printed = [halves(*map(float, one)) for one in edges]
    trim = trim_of([A4] * len(edges), printed, no_spread)
    for page, (left, top, right, bottom) in enumerate(edges):
        box = trim.box(A4, page)
        assert box is None or (box.left <= left + 1.5 and box.top <= top + 1.5)
        assert box is None or (box.right >= right - 1.5 and box.bottom >= bottom - 1.5)
