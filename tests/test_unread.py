"""A module that is imported and not used costs nothing, and one that is used is itself."""

import sys
from importlib import import_module

import pytest

from zzpreader.unread import left_unread


@pytest.fixture
def module(tmp_path, monkeypatch):
    (tmp_path / "read_later.py").write_text("ANSWER = 42\n")
    monkeypatch.syspath_prepend(str(tmp_path))
    yield "read_later"
    sys.modules.pop("read_later", None)


def test_it_is_read_when_something_of_it_is_wanted(module):
    with left_unread(module):
        stand_in = import_module(module)
    assert module not in sys.modules
    assert stand_in.ANSWER == 42
    assert sys.modules[module].ANSWER == 42


def test_it_is_read_in_the_meantime_too(module):
    with left_unread(module):
        assert import_module(module).ANSWER == 42
    assert sys.modules[module].ANSWER == 42
    with pytest.raises(AttributeError):
        assert sys.modules[module].other


def test_one_that_is_there_already_stays(module):
    there = import_module(module)
    with left_unread(module):
        assert import_module(module) is there
    assert sys.modules[module] is there
