"""From the store's thread to the window's, whatever the window ends meanwhile."""

import sys
import threading
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, Signal

from zzpreader.session.deliver import deliver, let_go
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


def test_an_object_that_a_job_was_the_last_to_hold_ends_on_the_thread_of_the_window(qtbot):
    """Python ends an object of Qt's at once, on whichever thread lets go of it; its timers live on another."""
    thread = StoreThread(let_go)
    ended: list[threading.Thread] = []
    for _ in range(20):
        owner, is_let_go = Owner(), threading.Event()
        owner.destroyed.connect(lambda: ended.append(threading.current_thread()), Qt.ConnectionType.DirectConnection)
        thread.submit(partial(_hold, owner, is_let_go))
        del owner
        is_let_go.set()
    qtbot.waitUntil(lambda: len(ended) == 20)
    assert set(ended) == {threading.main_thread()}
    assert thread.close()


def _hold(_owner: Owner, is_let_go: threading.Event) -> None:
    is_let_go.wait()
