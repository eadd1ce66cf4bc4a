"""A publication that is read, for tests of parts of the window."""

import pytest

from zzpreader.session.session import Session
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread


@pytest.fixture
def session(publication, tmp_path, qtbot):
    """Of the file that the fixture `publication` of the test's own module or folder makes; not opened yet."""
    thread = StoreThread()
    session = Session(publication, thread=thread, home=Home(tmp_path / "home"))
    yield session
    session.close()
    assert thread.close()
