"""How much memory a worker may take for what."""

import os
import sys
from pathlib import Path

import pytest
from pdf_files import hungry_pdf, write

from zzpreader.engine import spawn as spawn_module
from zzpreader.engine.blocking import Reader
from zzpreader.engine.limits import limit_bytes
from zzpreader.engine.nursery import Nursery
from zzpreader.engine.process import Picture
from zzpreader.engine.queue import Lane
from zzpreader.model.query import read_query
from zzpreader.wire import Draw, Drawn, Failed, Find, Found, ReadStructure, ReadText, Reason, StructureRead, TextRead

pytestmark = [
    pytest.mark.usefixtures("leaves_nothing"),
    pytest.mark.skipif(sys.platform != "linux", reason="limits of one request are Linux's"),
]

MIB = 1024 * 1024
HUNGRY, MODEST = Draw(0, 0, 1.0, 0, 0, 400, 600), Draw(1, 0, 1.0, 0, 0, 400, 600)


@pytest.fixture
def hungry(tmp_path) -> Path:
    """Its first page needs sixty megabytes of pixels."""
    return write(tmp_path, hungry_pdf())


@pytest.fixture
def tight(monkeypatch):
    """Drawing gets thirty megabytes more than a worker has at its start; what else it does gets all."""

    def most(request):
        return 30 * MIB + base if isinstance(request, Draw) else None

    base = 0
    monkeypatch.setattr(spawn_module, "limit_bytes", most)

    def set_base(process: int) -> None:
        nonlocal base
        base = int(Path(f"/proc/{process}/statm").read_text().split()[0]) * os.sysconf("SC_PAGE_SIZE")

    return set_base


def address_space(reader: Reader) -> tuple[int, int]:
    """What its worker may take now, and what it could be given."""
    assert reader._spawned
    for line in Path(f"/proc/{reader._spawned.process.pid}/limits").read_text().splitlines():
        if line.startswith("Max address space"):
            soft, hard = line.split()[3:5]
            return int(soft), int(hard)
    raise AssertionError("no such limit")


@pytest.mark.parametrize("start", ["as a program", "from a nursery"])
def test_reading_may_take_less_than_drawing_and_nothing_more_than_the_whole(hungry, start):
    nursery = Nursery() if start == "from a nursery" else None
    with Reader(hungry, start=nursery.spawn if nursery else spawn_module.spawn) as reader:
        document = hungry.stat().st_size
        usual = limit_bytes(ReadText(0))
        assert usual
        for request in (Find(0, 1, read_query("les")), ReadText(0), ReadStructure(1)):
            reader.ask(request)
            assert address_space(reader)[0] == usual + document
        reader.ask(MODEST)
        now, whole = address_space(reader)
        assert now == whole > 2 * usual
    if nursery:
        nursery.close()


def test_a_page_that_wants_too_much_memory_fails_and_its_worker_goes_on(hungry, tight):
    with Reader(hungry) as reader:
        assert reader._spawned
        worker = reader._spawned.process.pid
        assert isinstance(reader.ask(MODEST), Drawn)
        tight(worker)
        for _ in range(3):
            answer = reader.ask(HUNGRY)
            assert isinstance(answer, Failed)
            assert answer.reason is Reason.MEMORY
            assert isinstance(reader.ask(MODEST), Drawn)
        assert isinstance(reader.ask(ReadText(0)), TextRead)
        assert isinstance(reader.ask(Find(0, 2, read_query("les"))), Found)
        assert isinstance(reader.ask(ReadStructure(2)), StructureRead)
        assert reader._spawned.process.pid == worker


def test_with_enough_memory_the_same_page_is_drawn(hungry):
    with Reader(hungry) as reader:
        assert isinstance(reader.ask(HUNGRY), Drawn)


def test_in_the_window_such_a_page_says_why_and_the_next_one_comes(make_engine, hungry, tight, qtbot):
    engine, heard = make_engine(hungry, workers=1)
    engine.open()
    qtbot.waitUntil(lambda: bool(heard.opened))
    tight(engine.workers[0].pid)
    engine.want(Lane.SCREEN, [HUNGRY, MODEST])
    qtbot.waitUntil(lambda: len(heard.answers) == 2)
    assert heard.answers[HUNGRY].reason is Reason.MEMORY
    assert isinstance(heard.answers[MODEST], Picture)


def test_when_the_machine_has_no_memory_left_a_worker_goes_before_the_window(hungry):
    mine = int(Path("/proc/self/oom_score_adj").read_text())
    with Reader(hungry) as reader:
        assert reader._spawned
        its = int(Path(f"/proc/{reader._spawned.process.pid}/oom_score_adj").read_text())
    assert its == min(mine + 500, 1000)
