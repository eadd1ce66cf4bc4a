"""What every test stands on: no screen, no reader's own files, one language."""

import gc
import os
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import hypothesis
import pymupdf
import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from zzpreader import i18n
from zzpreader.store.thread import StoreThread

_MUCH = 200_000
"""Objects made since garbage was collected last."""

_LONGEST_MS = 60_000
"""On a machine that is busy with other things; only what fails waits that long."""

# Tests make PDFs with it, and worker and test can only share it if it was there first.
assert pymupdf

# How long an example takes says more of the machine than of the program.
hypothesis.settings.register_profile("zzpreader", deadline=None)
hypothesis.settings.load_profile("zzpreader")

# Qt reads these when the application is made.
os.environ["LC_ALL"] = "C.UTF-8"
os.environ["QT_QPA_PLATFORM"] = "offscreen"


@pytest.fixture
def qtbot(qapp: QApplication, request: pytest.FixtureRequest) -> QtBot:
    """That of pytest-qt, with more patience."""
    bot = QtBot(request)
    for name in ("waitUntil", "waitSignal", "waitSignals", "waitExposed"):
        setattr(bot, name, partial(getattr(bot, name), timeout=_LONGEST_MS))
    return bot


@pytest.fixture(autouse=True, scope="session")
def _no_runtime_folder_of_the_machine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Sockets and shared pages go where no running reader is; Qt also complains when there is no such folder."""
    folder = tmp_path_factory.mktemp("run")
    folder.chmod(0o700)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("XDG_RUNTIME_DIR", str(folder))
        yield


@pytest.fixture(autouse=True, scope="session")
def _nothing_left_on_the_clipboard(qapp: QApplication) -> Iterator[None]:
    """Without a screen Qt lets go of what was copied after Python has ended, and crashes if Python made it."""
    yield
    qapp.clipboard().clear()


@pytest.fixture(autouse=True, scope="session")
def _garbage_is_collected_where_qt_lives() -> Iterator[None]:
    """Tests leave much behind, and another thread that came upon it would end Qt's objects on the wrong one."""
    gc.disable()
    yield
    gc.enable()


@pytest.fixture(autouse=True)
def _collected_now_and_then(_garbage_is_collected_where_qt_lives: None) -> Iterator[None]:
    yield
    if gc.get_count()[0] > _MUCH:
        gc.collect()


@pytest.fixture(autouse=True)
def _english(qapp: QApplication) -> None:
    """As a reader sees it, with plurals, whatever language the test before has left behind.

    It also makes the one application of the run: a command that runs inside a test would else make one without windows.
    """
    i18n.install(qapp, "en")


@pytest.fixture(autouse=True)
def zzpreader_home(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of notes and settings of one test; it does not exist yet, as on a new machine."""
    home = tmp_path / "zzpreader-home"
    monkeypatch.setenv("ZZPREADER_HOME", str(home))
    monkeypatch.delenv("ZZPREADER_LANG", raising=False)
    return home


@pytest.fixture
def thread() -> Iterator[StoreThread]:
    """The thread of the store, which has done all that it was given when the test has ended."""
    thread = StoreThread()
    yield thread
    assert thread.close()
