"""A publication that is read, for tests of parts of the window."""

import pytest

from zzpreader.model.settings import Settings
from zzpreader.session.session import Session
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread
from zzpreader.ui.reflow.pane import ReflowPane


@pytest.fixture
def session(publication, tmp_path, qtbot):
    """Of the file that the fixture `publication` of the test's own module or folder makes; not opened yet."""
    thread = StoreThread()
    session = Session(publication, thread=thread, home=Home(tmp_path / "home"))
    yield session
    session.close()
    assert thread.close()


@pytest.fixture
def pane(session, view, qtbot):
    """Reading mode beside the fixture `view` of the test's own module; not filled yet."""
    pane = ReflowPane(session, view)
    qtbot.addWidget(pane)
    pane.resize(700, 600)
    pane.apply_settings(Settings())
    pane.show()
    return pane
