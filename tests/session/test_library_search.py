"""How far the library has been read, as it is told over a pause."""

import msgspec
import pytest
from PySide6.QtCore import QByteArray

from zzpreader.fulltext.messages import Progress
from zzpreader.session.library_search import LibrarySearch


class Filler:
    """Stands in for the process that fills the index."""

    def __init__(self):
        self.lines = []

    def canReadLine(self):  # noqa: N802 - Qt names it
        return bool(self.lines)

    def readLine(self):  # noqa: N802 - Qt names it
        return QByteArray(self.lines.pop(0))


@pytest.fixture
def search(monkeypatch):
    monkeypatch.setattr(LibrarySearch, "_begin", lambda *_: Filler())
    monkeypatch.setattr(LibrarySearch, "_stop", lambda *_: None)
    return LibrarySearch()


def tell(search, done, pages):
    search._filler.lines.append(msgspec.json.encode(Progress(done=done, pages=pages)) + b"\n")
    search._take_progress()
    return search.progress.done, search.progress.pages


def test_what_was_read_before_a_pause_counts_after_it(search):
    search.fill()
    assert tell(search, 300, 1000) == (300, 1000)
    search.pause()
    search.fill()
    assert tell(search, 0, 700) == (300, 1000)
    assert tell(search, 100, 700) == (400, 1000)
    search.pause()
    search.fill()
    assert tell(search, 600, 600) == (1000, 1000)
    search._filled()
    search.fill()
    assert tell(search, 5, 40) == (5, 40)


def test_what_came_into_the_library_during_a_pause_is_counted_too(search):
    search.fill()
    tell(search, 300, 1000)
    search.pause()
    search.fill()
    assert tell(search, 0, 1200) == (0, 1200)
