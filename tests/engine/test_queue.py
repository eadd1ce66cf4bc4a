"""Which request comes next."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.engine.queue import LOOKED_AT, Lane, Queue
from zzpreader.wire import ReadText

LANES = st.sampled_from(Lane)
WANTS = st.lists(st.tuples(LANES, st.lists(st.integers(0, 7), max_size=5)), max_size=12)


def texts(*pages: int) -> list[ReadText]:
    return [ReadText(page) for page in pages]


def test_the_screen_comes_before_all_else():
    queue = Queue(2)
    queue.want(Lane.STRUCTURE, texts(1))
    queue.want(Lane.TEXT, texts(2))
    queue.want(Lane.SCREEN, texts(3))
    assert queue.take() == ReadText(3)
    assert queue.take() == ReadText(2)


def test_wanting_replaces_what_was_wanted_before():
    queue = Queue(1)
    queue.want(Lane.SCREEN, texts(1, 2))
    queue.want(Lane.SCREEN, texts(3))
    assert queue.take() == ReadText(3)
    assert queue.take() is None


@pytest.mark.parametrize("lane", [Lane.IDENTITY, Lane.STRUCTURE, Lane.KEEP])
def test_a_lane_has_its_turn_however_many_pages_are_turned(lane):
    queue = Queue(2)
    queue.want(lane, texts(1000))
    taken = []
    for page in range(0, 40, 4):
        queue.want(Lane.SCREEN, texts(page))
        queue.want(Lane.TEXT, texts(page + 1))
        queue.want(Lane.LINKS, texts(page + 2, page + 3))
        pair = [queue.take(), queue.take()]
        taken += pair
        for request in pair:
            queue.done(request)
    assert ReadText(1000) in taken
    assert [page for page in range(0, 40, 4) if ReadText(page) not in taken] == []  # what is seen waited for nothing


def test_what_is_under_way_is_not_asked_for_again():
    queue = Queue(2)
    queue.want(Lane.SCREEN, texts(1))
    assert queue.take() == ReadText(1)
    queue.want(Lane.SCREEN, texts(1, 2))
    assert queue.take() == ReadText(2)
    queue.done(ReadText(1))
    queue.want(Lane.SCREEN, texts(1))
    assert queue.take() == ReadText(1)


def test_one_worker_is_always_left_for_the_screen():
    queue = Queue(3)
    queue.want(Lane.AHEAD, texts(1, 2, 3))
    assert [queue.take(), queue.take(), queue.take()] == [ReadText(1), ReadText(2), None]
    queue.want(Lane.SCREEN, texts(4))
    assert queue.take() == ReadText(4)


def test_a_worker_that_is_kept_for_what_is_looked_at_does_nothing_else():
    queue = Queue(2)
    for page, lane in enumerate(Lane):
        queue.want(lane, texts(page))
    taken = []
    while request := queue.take(LOOKED_AT):
        taken.append(request)
        queue.done(request)
    assert taken == texts(Lane.SCREEN, Lane.SEARCH, Lane.AHEAD)
    assert queue.take() == ReadText(Lane.PAGES)


def test_what_lies_ahead_is_drawn_while_the_whole_is_read():
    queue = Queue(2)
    queue.want(Lane.WHOLE, texts(1, 2))
    queue.want(Lane.AHEAD, texts(3, 4))
    assert queue.take() == ReadText(3)
    assert queue.take() == ReadText(1)
    queue.done(ReadText(3))
    assert queue.take() == ReadText(4)
    assert queue.take() is None


def test_a_search_may_have_every_worker_and_the_screen_the_next_that_is_free():
    queue = Queue(2)
    queue.want(Lane.SEARCH, texts(1, 2, 3))
    queue.want(Lane.WHOLE, texts(4))
    assert [queue.take(), queue.take()] == [ReadText(1), ReadText(2)]
    queue.want(Lane.SCREEN, texts(5))
    queue.done(ReadText(1))
    assert queue.take() == ReadText(5)


def test_a_search_waits_for_a_worker_at_all_until_one_searches():
    queue = Queue(2)
    queue.want(Lane.PAGES, texts(1))
    assert queue.take() == ReadText(1)
    queue.want(Lane.SEARCH, texts(2, 3))
    assert queue.is_search_waiting
    assert queue.take() == ReadText(2)
    assert not queue.is_search_waiting


@pytest.mark.parametrize("lane", [Lane.PAGES, Lane.TEXT, Lane.LINKS, Lane.IDENTITY])
def test_what_is_read_of_pages_has_its_turn_in_a_search_which_begins(lane):
    queue = Queue(2)
    queue.want(lane, texts(3, 7))
    queue.want(Lane.SEARCH, texts(0, 1, 2, 4, 5, 6, 8))
    queue.want(Lane.STRUCTURE, texts(9))
    taken = []
    while request := queue.take():
        taken.append(request)
        queue.done(request)
    assert taken == texts(*range(10))


def test_by_what_a_file_is_known_comes_before_all_its_texts():
    queue = Queue(2)
    queue.want(Lane.LEARN, texts(1000))
    queue.want(Lane.IDENTITY, texts(*range(50)))
    taken = []
    while request := queue.take():
        taken.append(request)
        queue.done(request)
    assert taken == texts(*range(50), 1000)


def test_a_worker_that_waits_for_others_searches_what_is_awaited_last():
    queue = Queue(2)
    queue.want(Lane.SEARCH, texts(0, 1, 2))
    assert queue.take(is_slow=True) == ReadText(2)
    assert queue.take() == ReadText(0)
    queue.want(Lane.SEARCH, [])
    queue.want(Lane.TEXT, texts(3, 4))
    assert queue.take(is_slow=True) == ReadText(3)


@pytest.mark.parametrize("lane", [Lane.SEARCH, Lane.PAGES])
def test_what_is_read_in_advance_waits_for_the_end_of_a_search_and_of_the_pages(lane):
    queue = Queue(2)
    queue.want(Lane.WHOLE, texts(1000))
    queue.want(lane, texts(*range(50)))
    taken = []
    while request := queue.take():
        taken.append(request)
        queue.done(request)
    assert taken == texts(*range(50), 1000)


def test_the_only_worker_does_what_is_behind_too():
    queue = Queue(1)
    queue.want(Lane.STRUCTURE, texts(1))
    assert queue.take() == ReadText(1)


def test_the_same_request_in_two_lanes_is_done_once():
    queue = Queue(2)
    queue.want(Lane.AHEAD, texts(1))
    queue.want(Lane.SCREEN, texts(1))
    assert queue.take() == ReadText(1)
    assert queue.take() is None


def test_what_was_lost_comes_first_in_its_lane():
    queue = Queue(1)
    queue.want(Lane.SCREEN, texts(1, 2))
    assert queue.take() == ReadText(1)
    queue.again(ReadText(1))
    assert queue.take() == ReadText(1)


@given(WANTS, st.integers(1, 4))
def test_all_that_is_wanted_last_is_taken_once_and_but_for_a_search_in_order_of_the_lanes(wants, workers):
    queue = Queue(workers)
    last: dict[Lane, list[int]] = {}
    for lane, pages in wants:
        own = [page + 8 * (lane is Lane.SEARCH) for page in pages]
        queue.want(lane, texts(*own))
        last[lane] = list(dict.fromkeys(own))
    taken: list[int] = []
    while request := queue.take():
        assert isinstance(request, ReadText)
        taken.append(request.page)
        queue.done(request)
    searched = last.pop(Lane.SEARCH, [])
    expected = list(dict.fromkeys(page for lane in Lane for page in last.get(lane, [])))
    assert [page for page in taken if page < 8] == expected
    assert [page for page in taken if page >= 8] == searched


@given(WANTS, st.integers(1, 4))
def test_behind_the_screen_there_are_never_too_many_under_way(wants, workers):
    queue = Queue(workers)
    for lane, pages in wants:
        queue.want(lane, texts(*pages))
        while queue.take():
            pass
    behind = [lane for lane in queue._under_way.values() if lane not in (Lane.SCREEN, Lane.SEARCH)]
    ahead = [lane for lane in behind if lane is Lane.AHEAD]
    assert max(len(ahead), len(behind) - len(ahead)) <= max(1, workers - 1)
