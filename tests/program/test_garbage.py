"""Where garbage is found while the program runs."""

import gc
import threading
import weakref

from PySide6.QtCore import QObject, QTimer

from zzpreader.program.garbage import Garbage


class Knot(QObject):
    """Garbage that only a search finds."""

    def __init__(self) -> None:
        super().__init__()
        self.myself = self


def knot(ended_on: list[str]) -> None:
    weakref.finalize(Knot(), lambda: ended_on.append(threading.current_thread().name)).atexit = False


def make_much() -> None:
    """More than Python itself would wait for before it looks everywhere."""
    for _ in range(30):
        _kept = [[] for _ in range(5_000)]


def test_what_comes_in_great_numbers_is_looked_at_when_the_reader_is_elsewhere(qapp, qtbot):
    garbage = Garbage(qapp)
    ended_on: list[str] = []
    knot(ended_on)
    many = [[] for _ in range(100_000)]
    garbage.look()
    assert ended_on == []
    assert gc.get_freeze_count() >= len(many)
    garbage.look_everywhere()
    assert ended_on == [threading.main_thread().name]
    garbage.close()
    assert gc.get_freeze_count() == 0


def test_objects_of_the_window_never_end_on_the_thread_of_the_disk(desk, qtbot):
    gc.enable()  # as it is in every Python that starts
    try:
        program = desk.start()
        ended_on: list[str] = []
        done = threading.Event()
        knot(ended_on)
        program._thread.submit(lambda: (make_much(), done.set()))
        qtbot.waitUntil(done.is_set)
        qtbot.waitUntil(lambda: bool(ended_on))
        assert ended_on == [threading.main_thread().name]
        desk.quit()
        assert gc.isenabled()
    finally:
        gc.disable()


def test_no_timer_runs_in_a_program_at_rest_and_garbage_is_found_when_much_was_made(qapp, qtbot):
    garbage = Garbage(qapp)
    timers = garbage.findChildren(QTimer)
    ended_on: list[str] = []
    try:
        gc.collect()
        qtbot.wait(1)
        assert not any(timer.isActive() for timer in timers)
        knot(ended_on)
        _many = [[] for _ in range(5_000)]
        qtbot.waitUntil(lambda: bool(ended_on))
        qtbot.waitUntil(lambda: not any(timer.isActive() for timer in timers))
    finally:
        garbage.close()
