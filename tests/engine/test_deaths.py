"""What is in quarantine, and until when."""

from zzpreader.engine.deaths import Deaths
from zzpreader.wire import Draw, Failed, ReadOutline, ReadText, Reason

FAILED = Failed(Reason.CRASHED)


def tile(left: int, page: int = 3) -> Draw:
    return Draw(page, 0, 1.0, left, 0, 64, 32)


def test_two_pieces_of_a_page_that_each_cost_a_worker_bar_the_page():
    deaths = Deaths()
    assert deaths.count(tile(0), FAILED, 0.0)
    assert not deaths.count(tile(64), FAILED, 0.0)
    assert deaths.refusal(tile(128)) == FAILED
    assert deaths.refusal(tile(0, page=4)) is None
    assert deaths.refusal(ReadText(3)) is None


def test_what_was_survived_counts_no_more():
    deaths = Deaths()
    deaths.count(tile(0), FAILED, 0.0)
    deaths.survived(tile(64))
    assert deaths.count(tile(0), FAILED, 0.0)


def test_a_page_is_let_out_when_somebody_wants_to_see_it():
    deaths = Deaths()
    deaths.count(tile(0), FAILED, 0.0)
    deaths.count(tile(0), FAILED, 0.0)
    deaths.forgive(3)
    assert deaths.refusal(tile(0)) is None
    assert deaths.count(tile(0), FAILED, 0.0)


def test_what_is_about_the_whole_document_is_never_barred():
    deaths = Deaths()
    deaths.count(ReadOutline(), FAILED, 0.0)
    assert not deaths.count(ReadOutline(), FAILED, 0.0)
    assert deaths.refusal(ReadOutline()) is None


def test_three_pages_within_a_minute_are_too_many_however_often_each_is_asked_for():
    deaths = Deaths()
    for page, at_s in ((1, 0.0), (1, 10.0), (2, 50.0)):
        for kind in (tile(0, page), ReadText(page)):
            deaths.count(kind, FAILED, at_s)
            deaths.count(kind, FAILED, at_s)
    deaths.count(ReadOutline(), FAILED, 50.0)
    deaths.count(ReadOutline(), FAILED, 50.0)
    assert not deaths.are_too_many(50.0)
    for at_s, too_many in ((61.0, False), (62.0, True)):
        deaths.count(tile(0, int(at_s)), FAILED, at_s)
        deaths.count(tile(0, int(at_s)), FAILED, at_s)
        assert deaths.are_too_many(at_s) == too_many
    deaths.begin_anew()
    assert not deaths.are_too_many(62.0)
    assert deaths.refusal(tile(0, 62)) == FAILED
