"""Long work in slices, between which there is time for all else."""

from collections.abc import Iterator
from time import sleep

import pytest
from PySide6.QtCore import QTimer

from zzpreader.session.slices import Slices


@pytest.fixture
def slices(qapp):
    slices = Slices()
    yield slices
    slices.stop()


def steps(done: list[int], count: int, *, s: float = 0.0) -> Iterator[None]:
    for n in range(count):
        sleep(s)
        done.append(n)
        yield


def test_all_is_done_and_others_have_their_turn_between_the_slices(slices, qtbot):
    done, seen = list[int](), list[int]()
    other = QTimer(interval=0)
    other.timeout.connect(lambda: seen.append(len(done)))
    other.start()
    slices.start(steps(done, 40, s=0.001))
    qtbot.waitUntil(lambda: len(done) == 40 and not slices.is_waiting)
    other.stop()
    assert any(0 < count < 40 for count in seen)


def test_who_needs_the_outcome_gets_it_at_once(slices):
    done: list[int] = []
    slices.start(steps(done, 1000))
    assert not done
    slices.finish()
    assert len(done) == 1000
    assert not slices.is_waiting


def test_other_work_takes_the_place_of_what_was_under_way(slices):
    first, second = list[int](), list[int]()
    slices.start(steps(first, 9))
    slices.start(steps(second, 9))
    slices.finish()
    assert (len(first), len(second)) == (0, 9)


def test_a_step_may_begin_something_else_and_may_not_wait_for_itself(slices):
    second: list[int] = []

    def first() -> Iterator[None]:
        slices.finish()
        slices.start(steps(second, 3))
        yield
        raise AssertionError("it was given up")

    slices.start(first())
    slices.finish()
    assert slices.is_waiting
    slices.finish()
    assert len(second) == 3
