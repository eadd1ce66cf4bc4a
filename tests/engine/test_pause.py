"""When the whole of a publication may be read."""

import pytest

from zzpreader.engine.priority import Pause


class Clock:
    seconds = 100.0

    def __call__(self) -> float:
        return self.seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def pause(clock):
    return Pause(clock)


def test_it_begins_when_nothing_was_wanted_for_the_screen_for_a_while(pause, clock):
    assert pause.wait_ms() == 2000
    clock.seconds += 1.5
    pause.disturb()
    assert pause.wait_ms() == 2000
    clock.seconds += 2
    assert pause.wait_ms() == 0


def test_it_ends_when_a_page_is_turned_and_comes_again(pause, clock):
    clock.seconds += 3
    assert pause.wait_ms() == 0
    pause.disturb()
    assert pause.wait_ms() > 0
    clock.seconds += 2
    assert pause.wait_ms() == 0


def test_who_turns_pages_without_end_is_not_waited_for_for_ever(pause, clock):
    for _ in range(29):
        clock.seconds += 1
        pause.disturb()
        assert pause.wait_ms() > 0
    clock.seconds += 1
    pause.disturb()
    assert pause.wait_ms() == 0


def test_what_somebody_waits_for_begins_as_soon_as_the_window_stands(pause, clock):
    pause.cut_short()
    clock.seconds += 0.5
    pause.disturb()
    assert pause.wait_ms() == 0


def test_it_is_counted_from_the_opening(pause, clock):
    clock.seconds += 40
    pause.begin()
    assert pause.wait_ms() == 2000


def test_what_is_light_goes_on_between_two_pages_once_the_window_stands(pause, clock):
    assert pause.wait_ms(is_light=True) == 500
    clock.seconds += 0.5
    assert pause.wait_ms(is_light=True) == 0
    pause.disturb()
    assert pause.wait_ms(is_light=True) == 100
    clock.seconds += 0.1
    assert pause.wait_ms(is_light=True) == 0
    assert pause.wait_ms() > 0
