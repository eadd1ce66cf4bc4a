"""Workers forked from a nursery: as good as others, and there at once."""

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from texts_shared import kept_texts

from zzpreader.engine.blocking import Reader
from zzpreader.engine.nursery import Nursery
from zzpreader.engine.queue import Lane
from zzpreader.model.query import read_query
from zzpreader.wire import Draw, Drawn, Find, ReadText, TextRead

pytestmark = [
    pytest.mark.usefixtures("leaves_nothing"),
    pytest.mark.skipif(sys.platform != "linux", reason="there is none elsewhere"),
]


@pytest.fixture
def nursery(leaves_nothing):
    nursery = Nursery()
    yield nursery
    nursery.close()


def draw(reader: Reader) -> bool:
    return isinstance(reader.ask(Draw(0, 0, 1.0, 0, 0, 9, 9)), Drawn)


def parent_of(process: int) -> int:
    return int(Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[1])


def test_its_workers_read_as_others_do(nursery, three_pages):
    with Reader(three_pages, start=nursery.spawn) as reader:
        assert draw(reader)
        reader.ask(Find(1, 1, read_query("twee")))
        assert kept_texts(reader) == [False, True, False]
        assert parent_of(reader._spawned.process.pid) == nursery._process.pid


def test_a_worker_that_was_killed_is_replaced_from_it(nursery, make_engine, three_pages, qtbot):
    engine, heard = make_engine(three_pages, start=nursery.spawn)
    engine.open()
    qtbot.waitUntil(lambda: bool(heard.opened))
    first = engine._staff[0]._spawned.process.pid
    os.kill(first, signal.SIGKILL)
    engine.want(Lane.TEXT, [ReadText(1)])
    qtbot.waitUntil(lambda: ReadText(1) in heard.answers)
    assert isinstance(heard.answers[ReadText(1)], TextRead)
    assert parent_of(engine._staff[0]._spawned.process.pid) == nursery._process.pid


def test_how_a_worker_ended_is_told(nursery, three_pages):
    with Reader(three_pages, start=nursery.spawn) as reader:
        process = reader._spawned.process
        assert process.poll() is None
        process.kill()
        assert process.wait(10) == -signal.SIGKILL


def test_a_worker_sees_nothing_of_its_siblings(nursery, three_pages):
    with Reader(three_pages, start=nursery.spawn), Reader(three_pages, start=nursery.spawn) as second:
        assert draw(second)
        opened = [entry.readlink() for entry in Path(f"/proc/{second._spawned.process.pid}/fd").iterdir()]
        named = [str(each) for each in opened]
        assert sum(name.startswith("pipe:") for name in named) == 2
        assert not [name for name in named if name.startswith("socket:")]


def test_without_a_nursery_workers_are_started_as_programs(nursery, three_pages):
    nursery._process.kill()
    nursery._process.wait()
    with Reader(three_pages, start=nursery.spawn) as reader:
        assert draw(reader)
        assert parent_of(reader._spawned.process.pid) == os.getpid()


def test_workers_do_not_outlive_their_nursery(nursery, three_pages):
    with Reader(three_pages, start=nursery.spawn) as reader:
        nursery.close()
        assert reader._spawned.process.wait(10) == -signal.SIGKILL


def test_where_qt_is_not_yet_it_is_forked(three_pages):
    """In a process of its own: here is Qt already."""
    code = f"""
from pathlib import Path
from zzpreader.worker.door import serve
from zzpreader.engine.blocking import Reader
from zzpreader.engine.nursery import Nursery
nursery = Nursery(serve)
assert isinstance(nursery._process, int)
with Reader(Path({str(three_pages)!r}), start=nursery.spawn) as reader:
    print(reader.opened.pages)
nursery.close()
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=60, check=False)
    assert (done.stdout, done.stderr) == ("3\n", "")
