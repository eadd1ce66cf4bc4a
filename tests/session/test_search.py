"""Finding words: asked in batches from here outwards, kept in document order."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from panes import AskedEngine, found_on

from zzpreader.engine.queue import Lane
from zzpreader.model.pages import Half, Labels
from zzpreader.model.query import read_query
from zzpreader.session.hits import Outwards
from zzpreader.session.pages import Pages
from zzpreader.session.search import MOST_HITS, Search
from zzpreader.session.sections import Sections
from zzpreader.wire import Failed, Found, Hit, Reason

OUTLINE = [(1, "One", 0, 0.0), (1, "Two", 2, 150.0), (1, "Three", 30, 0.0)]


@pytest.fixture
def engine():
    return AskedEngine()


@pytest.fixture
def pages(engine):
    return Pages(engine)


@pytest.fixture
def search(engine, pages):
    search = Search(engine, pages, Sections(engine, pages))
    engine.open(40, OUTLINE)
    return search


def asked_pages(asked) -> tuple[int, int]:
    return asked.first, asked.first + asked.count


def test_pages_are_asked_from_where_one_reads_outwards_and_first_onwards(engine, search):
    search.start("zzp", from_page=10)
    assert [asked_pages(one) for one in engine.wanted[Lane.SEARCH]] == [(10, 18), (18, 26), (26, 34)]
    engine.answer(Lane.SEARCH, found_on({}), count=2)
    assert [asked_pages(one) for one in engine.wanted[Lane.SEARCH]] == [(26, 34), (34, 40), (0, 10)]


def test_pages_that_there_was_no_time_for_come_before_those_behind_them(engine, search):
    search.start("zzp", from_page=10)
    engine.answer(Lane.SEARCH, lambda _asked: Found((), left=5), count=1)
    assert [asked_pages(one) for one in engine.wanted[Lane.SEARCH]] == [(13, 18), (18, 26), (26, 34)]
    engine.answer(Lane.SEARCH, lambda _asked: Found((), left=4), count=1)
    assert asked_pages(engine.wanted[Lane.SEARCH][0]) == (14, 18)


def test_what_is_left_last_of_all_is_for_both_workers(engine, search):
    search.start("zzp")
    while len(engine.wanted[Lane.SEARCH]) > 1:
        engine.answer(Lane.SEARCH, found_on({}), count=1)
    first, end = asked_pages(engine.wanted[Lane.SEARCH][0])
    engine.answer(Lane.SEARCH, lambda _asked: Found((), left=4), count=1)
    assert [asked_pages(one) for one in engine.wanted[Lane.SEARCH]] == [(end - 4, end - 2), (end - 2, end)]
    assert end - first > 4


@given(
    page=st.integers(-5, 500),
    pages=st.integers(0, 300),
    left=st.lists(st.integers(0, 20), max_size=400),
    lost=st.sets(st.integers(0, 30)),
    late=st.integers(0, 2),
)
def test_whatever_there_is_no_time_for_all_pages_are_searched_once(page, pages, left, lost, late):
    course, under_way, done, unread, number = Outwards(page, pages), [], [], 0, 0
    while True:
        while len(under_way) < 3 and (batch := course.cut()):
            under_way.append(batch)
        if not under_way:
            break
        batch = under_way.pop(min(late, len(under_way) - 1))
        if number in lost:
            unread += course.lose(batch)
        else:
            one = course.take(batch, min(left[number] if number < len(left) else 0, batch.count - 1))
            done += range(one.first, one.first + one.count)
            here = min(max(page, 0), max(pages - 1, 0))
            assert set(range(here, course.reached)) <= set(done) or unread
        number += 1
    assert len(done) == len(set(done))
    assert len(done) + unread == course.searched == pages
    assert course.reached == pages


def test_pages_that_take_long_are_asked_for_one_batch_at_a_time(engine, search):
    """So that the screen has a worker."""
    search.start("zzp")
    engine.answer(Lane.SEARCH, lambda asked: Found((), left=asked.count - 1), count=3)
    assert len(engine.wanted[Lane.SEARCH]) == 1
    assert search.is_running


def test_what_there_was_no_time_for_is_asked_again(engine, search):
    search.start("zzp")
    engine.answer(Lane.SEARCH, lambda _asked: Found(found_on({1: 1})(_asked).hits, left=3), count=1)
    assert asked_pages(engine.wanted[Lane.SEARCH][0]) == (5, 8)
    assert search.progress == 5 / 40
    engine.answer(Lane.SEARCH, found_on({6: 1}))
    assert [hit.page for hit in search.hits] == [1, 6]


def test_of_many_pages_that_end_a_worker_only_few_are_given_up(engine, search):
    search.start("zzp")
    engine.answer(Lane.SEARCH, found_on({}), count=3)

    def answer(asked):
        return Failed(Reason.CRASHED) if asked.first <= 30 < asked.first + asked.count else found_on({39: 1})(asked)

    assert max(asked.count for asked in engine.wanted[Lane.SEARCH]) > 8
    engine.answer(Lane.SEARCH, answer)
    assert search.unread_pages <= 8
    assert [hit.page for hit in search.hits] == [39]


def test_hits_are_in_document_order_whatever_the_order_of_their_coming(engine, search, qtbot):
    search.start("zzp", from_page=20)
    with qtbot.waitSignal(search.finished):
        engine.answer(Lane.SEARCH, found_on({1: 2, 20: 1, 39: 1}))
    assert [(hit.page, hit.start) for hit in search.hits] == [(1, 0), (1, 10), (20, 0), (39, 0)]
    assert [hit.start for hit in search.hits_on(1)] == [0, 10]
    assert not search.is_running


def test_the_current_hit_is_the_first_from_here_on(engine, search):
    search.start("zzp", from_page=18)
    engine.answer(Lane.SEARCH, found_on({17: 1, 19: 1}), count=1)
    assert search.current
    assert (search.current.page, search.number) == (19, 1)
    engine.answer(Lane.SEARCH, found_on({17: 1, 19: 1}))
    assert (search.current.page, search.number) == (19, 2)


def test_no_current_hit_is_chosen_while_a_nearer_one_may_come(engine, search):
    search.start("zzp", from_page=18)
    later = engine.wanted[Lane.SEARCH][2]
    engine.answered.emit(later, found_on({35: 1})(later))
    assert [hit.page for hit in search.hits] == [35]
    assert search.current is None
    engine.answer(Lane.SEARCH, found_on({35: 1, 2: 1}))
    assert search.current
    assert search.current.page == 35


def test_with_nothing_after_this_page_the_first_of_all_is_current(engine, search):
    search.start("zzp", from_page=30)
    engine.answer(Lane.SEARCH, found_on({2: 1, 3: 1}))
    assert search.current
    assert (search.current.page, search.number) == (2, 1)


def test_next_and_previous_go_round(engine, search, qtbot):
    search.start("zzp")
    engine.answer(Lane.SEARCH, found_on({1: 2, 9: 1}))
    numbers = []
    for step in (1, 1, 1, -1):
        with qtbot.waitSignal(search.current_changed):
            search.go(step)
        numbers.append(search.number)
    assert numbers == [2, 3, 1, 3]


def test_texts_are_read_before_there_are_words(engine, search, qtbot):
    search.prepare(20)
    assert engine.wanted[Lane.SEARCH][0].first == 20
    assert not search.is_running
    with qtbot.assertNotEmitted(search.found), qtbot.assertNotEmitted(search.finished):
        engine.answer(Lane.SEARCH, lambda _asked: Found(()), count=2)
    search.start("zzp", from_page=4)
    assert [one.first for one in engine.wanted[Lane.SEARCH]] == [4, 12, 20]
    search.prepare(20)
    assert engine.wanted[Lane.SEARCH][0].first == 4
    engine.answer(Lane.SEARCH, found_on({9: 1}))
    assert (len(search.hits), search.unread_pages) == (1, 0)


def test_who_does_not_search_after_all_has_no_more_texts_read(engine, search):
    search.prepare(0)
    engine.answer(Lane.SEARCH, lambda _asked: Failed(Reason.CRASHED), count=1)
    search.clear()
    assert engine.wanted[Lane.SEARCH] == []
    assert search.unread_pages == 0


def test_other_words_replace_the_search_and_late_answers_are_not_taken(engine, search):
    search.start("zz")
    late = engine.wanted[Lane.SEARCH][0]
    search.start("zzp")
    engine.answered.emit(late, found_on({1: 5})(late))
    assert search.hits == []
    assert all(asked.query == read_query("zzp", together=True, typing=True) for asked in engine.wanted[Lane.SEARCH])


def test_clearing_takes_all_back(engine, search, qtbot):
    search.start("zzp")
    engine.answer(Lane.SEARCH, found_on({1: 2}), count=1)
    with qtbot.waitSignals([search.found, search.current_changed]):
        search.clear()
    assert engine.wanted[Lane.SEARCH] == []
    assert (search.hits, search.current, search.words, search.number) == ([], None, "", 0)


def test_words_that_are_only_space_find_nothing(engine, search):
    search.start("  ")
    assert Lane.SEARCH not in engine.wanted
    assert not search.is_running


def test_options_travel_with_the_request(engine, search):
    search.start(" een  twee ", whole_words=True, match_case=True)
    asked = engine.wanted[Lane.SEARCH][0]
    assert asked.query == read_query("een twee", whole_words=True, match_case=True)


def test_what_is_no_regular_expression_is_not_asked(engine, search, qtbot):
    with qtbot.waitSignal(search.finished):
        search.start("(wijk", regex=True)
    assert search.is_bad_pattern
    assert Lane.SEARCH not in engine.wanted
    search.start("wijk")
    assert not search.is_bad_pattern


def test_pages_that_cannot_be_searched_are_counted(engine, search):
    search.start("zzp")
    engine.answer(Lane.SEARCH, lambda _asked: Failed(Reason.CRASHED), count=1)
    engine.answer(Lane.SEARCH, found_on({9: 1}))
    assert search.unread_pages == 8
    assert len(search.hits) == 1


def test_too_many_hits_end_the_search(engine, search):
    search.start("e")
    engine.answer(Lane.SEARCH, found_on(dict.fromkeys(range(40), MOST_HITS // 2)), count=1)
    assert search.has_more
    assert engine.wanted[Lane.SEARCH] == []
    assert not search.is_running


def test_hits_of_pages_that_were_not_asked_are_not_believed(engine, search):
    search.start("zzp")
    engine.answer(Lane.SEARCH, lambda _asked: Found((Hit(39, 0, 3, "", "zzp", ""),)), count=1)
    assert search.hits == []


def test_groups_follow_the_sections_also_within_a_page(engine, search):
    search.start("zzp")
    engine.answer(Lane.SEARCH, found_on({2: 3, 31: 1}))
    groups = [(group.section.title if group.section else None, len(group.hits)) for group in search.groups()]
    assert groups == [("One", 2), ("Two", 1), ("Three", 1)]


def test_on_a_spread_a_hit_lies_on_the_half_where_it_stands(engine, pages, search):
    pages.use_labels(Labels([("2", "3")] * 40))
    search.start("zzp")
    engine.answer(Lane.SEARCH, lambda _asked: Found((Hit(0, 0, 3, "", "zzp", "", 400.0, 10.0),)), count=1)
    assert search.place(search.hits[0]).half is Half.RIGHT
    assert search.page_shown(search.hits[0]) == "3"


def test_half_a_character_can_be_asked_of_a_worker(engine, search):
    search.start("\ud83d")
    assert search.words == "\ufffd"


def test_pages_that_lie_near_are_answered_for_sooner(search, engine):
    search.start("zzp", from_page=50)
    near = last = engine.wanted[Lane.SEARCH][0]
    while engine.wanted[Lane.SEARCH]:
        last = engine.wanted[Lane.SEARCH][-1]
        engine.answer(Lane.SEARCH, lambda _: Found(()))
    assert 0 < near.within_ms < last.within_ms
