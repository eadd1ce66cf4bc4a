"""The log: where it lies, who may read it, what comes into it."""

import logging
import sys
import threading
from logging.handlers import RotatingFileHandler

import pytest

from zzpreader.log import start_log


@pytest.fixture
def log(tmp_path, monkeypatch):
    """Starts the log in a folder of its own; nothing of it is left behind."""
    root = logging.getLogger()
    before, level = list(root.handlers), root.level
    monkeypatch.setattr(sys, "excepthook", sys.excepthook)
    monkeypatch.setattr(threading, "excepthook", threading.excepthook)
    start_log(tmp_path)
    yield tmp_path / "zzpreader.log"
    for handler in [one for one in root.handlers if one not in before]:
        root.removeHandler(handler)
        handler.close()
    root.setLevel(level)


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no such modes")
def test_only_its_owner_can_read_the_log_also_after_a_new_one_was_begun(log):
    logging.getLogger("test").warning("before")
    handler = next(
        one
        for one in logging.getLogger().handlers
        if isinstance(one, RotatingFileHandler) and one.baseFilename == str(log)
    )
    handler.doRollover()
    logging.getLogger("test").warning("after")
    older = log.with_name("zzpreader.log.1")
    assert "before" in older.read_text()
    assert "after" in log.read_text()
    assert {file.stat().st_mode & 0o777 for file in (log, older)} == {0o600}


def test_an_unexpected_error_is_in_the_log_on_whichever_thread_it_happens(log):
    def fail() -> None:
        raise ZeroDivisionError("on a thread")

    thread = threading.Thread(target=fail)
    thread.start()
    thread.join()
    sys.excepthook(ValueError, ValueError("on this one"), None)
    assert "on a thread" in log.read_text()
    assert "on this one" in log.read_text()
