"""What is in quarantine, and until when."""

from zzpreader.engine.deaths import Deaths
from zzpreader.wire import Draw, Failed, ReadOutline, ReadText, Reason

FAILED = Failed(Reason.CRASHED)


def tile(left: int, page: int = 3) -> Draw:
    return Draw(page, 0, 1.0, left, 0, 64, 32)


def test_two_pieces_of_a_page_that_each_cost_a_worker_bar_the_page():
    deaths = Deaths()
    assert deaths.count(tile(0), FAILED)
    assert not deaths.count(tile(64), FAILED)
    assert deaths.refusal(tile(128)) == FAILED
    assert deaths.refusal(tile(0, page=4)) is None
    assert deaths.refusal(ReadText(3)) is None


def test_what_was_survived_counts_no_more():
    deaths = Deaths()
    deaths.count(tile(0), FAILED)
    deaths.survived(tile(64))
    assert deaths.count(tile(0), FAILED)


def test_a_page_is_let_out_when_somebody_wants_to_see_it():
    deaths = Deaths()
    deaths.count(tile(0), FAILED)
    deaths.count(tile(0), FAILED)
    deaths.forgive(3)
    assert deaths.refusal(tile(0)) is None
    assert deaths.count(tile(0), FAILED)


def test_what_is_about_the_whole_document_is_never_barred():
    deaths = Deaths()
    deaths.count(ReadOutline(), FAILED)
    assert not deaths.count(ReadOutline(), FAILED)
    assert deaths.refusal(ReadOutline()) is None
