"""From the store's thread to the window's, whatever the window ends meanwhile."""

import sys
import threading

from PySide6.QtCore import QEvent, QObject, Signal

from zzpreader.session.deliver import deliver
from zzpreader.store.thread import StoreThread

SENT = 150_000


class Owner(QObject):
    told = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.told.connect(self.listen)

    def listen(self, _value: object) -> None:
        pass


def test_what_is_delivered_arrives_on_the_thread_of_the_window_in_order(qtbot):
    owner, thread = Owner(), StoreThread()
    heard: list[tuple[object, str]] = []
    owner.told.connect(lambda value: heard.append((value, threading.current_thread().name)))
    for number in range(100):
        thread.submit(lambda number=number: deliver(owner, "told", number))
    qtbot.waitUntil(lambda: len(heard) == 100)
    assert heard == [(number, threading.main_thread().name) for number in range(100)]
    assert thread.close()


def test_owners_that_end_meanwhile_hear_nothing_and_harm_nothing(qapp):
    """Emitting on them from the other thread ended the process within seconds."""
    turn_s = sys.getswitchinterval()
    sys.setswitchinterval(0.0005)
    owners, over = [Owner()], threading.Event()

    def job() -> None:
        for _ in range(SENT):
            deliver(owners[0], "told", 0)
        over.set()

    thread = StoreThread()
    thread.submit(job)
    while not over.is_set():
        ended, owners[0] = owners[0], Owner()
        ended.deleteLater()
        qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert thread.close()
    qapp.processEvents()
    sys.setswitchinterval(turn_s)
