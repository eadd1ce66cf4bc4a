"""Starting workers."""

import os
import select
import signal
import sys
from pathlib import Path

import pytest

from zzpreader.engine import spawn as spawn_module
from zzpreader.engine.spawn import program, spawn
from zzpreader.wire import BLOCK_BYTES, SHARED_BYTES, Draw, Drawn, Frames, Open, Opened, read_answer

pytestmark = pytest.mark.usefixtures("leaves_nothing")


@pytest.fixture
def spawned(three_pages):
    worker = spawn(three_pages)
    yield worker
    worker.kill()
    worker.process.wait()
    worker.release()
    worker.source.close()


def ask(worker, request):
    worker.send(request)
    frames = Frames()
    while True:
        if bodies := frames.feed(os.read(worker.output, 65536)):
            return read_answer(bodies[0])


def test_the_picture_lies_in_the_block_that_we_made(spawned):
    assert isinstance(ask(spawned, Open()), Opened)
    assert ask(spawned, Draw(0, 0, 1.0, 0, 0, 8, 8)) == Drawn(8, 8, 32)
    assert len(spawned.block) == SHARED_BYTES
    assert spawned.block[:256] == b"\xff" * 256


def test_an_interrupt_in_the_terminal_does_not_reach_the_worker(spawned):
    ask(spawned, Open())
    spawned.process.send_signal(signal.SIGINT)
    assert isinstance(ask(spawned, Open()), Opened)


def test_a_worker_ends_when_nobody_speaks_to_it_any_more(spawned):
    ask(spawned, Open())
    os.close(spawned.input)
    spawned.input = os.open(os.devnull, os.O_WRONLY)
    assert spawned.process.wait(10) == 0


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_a_worker_is_confined(spawned):
    ask(spawned, Open())
    limits = {line[:26].strip(): line[26:].split()[0] for line in _limits(spawned)}
    assert int(limits["Max address space"]) < 4 * 2**30
    assert limits["Max core file size"] == "0"
    assert int(limits["Max file size"]) <= 2**20


def test_the_call_that_ended_a_worker_is_in_the_details(spawned):
    assert spawned.refused_call == 0
    assert "refused" not in spawned.log_tail()
    spawned.block[BLOCK_BYTES : BLOCK_BYTES + 4] = (59).to_bytes(4, sys.byteorder)
    assert spawned.refused_call == 59
    assert spawned.log_tail().endswith("system call 59 was refused")


def _limits(worker) -> list[str]:
    return Path(f"/proc/{worker.process.pid}/limits").read_text().splitlines()[1:]


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_neither_name_nor_password_of_a_document_is_in_the_list_of_processes(spawned, three_pages):
    ask(spawned, Open("kanariepiet"))
    said = Path(f"/proc/{spawned.process.pid}/cmdline").read_bytes()
    assert three_pages.name.encode() not in said
    assert b"kanariepiet" not in said


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="reads /proc")
def test_a_worker_holds_the_document_for_reading_only(spawned, three_pages):
    ask(spawned, Open())
    maps = [line for line in _maps(spawned) if str(three_pages) in line]
    assert maps
    assert all(line.split()[1].startswith("r--") for line in maps)


def _maps(worker) -> list[str]:
    return Path(f"/proc/{worker.process.pid}/maps").read_text().splitlines()


def test_what_a_library_prints_does_not_land_between_two_messages(three_pages, monkeypatch):
    loud = """
import os, sys
from zzpreader.worker import main
work = main.work
def loud(*things):
    os.write(1, b"warning: this font is ugly")
    print("indeed", flush=True)
    return work(*things)
main.work = loud
main.run(sys.argv[2:])
"""
    monkeypatch.setattr(spawn_module, "program", lambda: [sys.executable, "-c", loud])
    worker = spawn(three_pages)
    try:
        assert isinstance(ask(worker, Open()), Opened)
        assert "this font is ugly" in worker.log_tail()
        assert "indeed" in worker.log_tail()
    finally:
        worker.kill()
        worker.process.wait()
        worker.release()
        worker.source.close()


def test_nothing_is_left_of_a_worker_that_could_not_be_started(three_pages, monkeypatch):
    monkeypatch.setattr(spawn_module, "program", lambda: ["/nowhere/python"])
    with pytest.raises(OSError, match="nowhere"):
        spawn(three_pages)


def test_a_frozen_program_starts_itself(monkeypatch):
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    assert program() == [sys.executable]


def test_the_pipe_of_a_worker_that_waits_is_quiet(spawned):
    ask(spawned, Open())
    ready, _, _ = select.select([spawned.output], [], [], 0.05)
    assert ready == []


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="seals are Linux's")
def test_a_worker_cannot_make_the_block_shorter_under_the_window(spawned):
    ask(spawned, Open())
    block = next(
        d for d in Path(f"/proc/{spawned.process.pid}/fd").iterdir() if "zzpreader-pixels" in str(d.readlink())
    )
    with block.open("r+b") as file, pytest.raises(PermissionError):
        file.truncate(0)


def test_a_worker_that_does_not_read_never_makes_the_window_wait(impostor, three_pages):
    impostor("time.sleep(60)")
    worker = spawn(three_pages)
    try:
        assert not worker.send(Open("x" * 1_000_000))
        assert not worker.send_rest()
    finally:
        worker.kill()
        worker.process.wait()
        worker.release()
        worker.source.close()


def test_a_start_that_fails_leaves_no_file_open(three_pages, monkeypatch):
    monkeypatch.setattr(spawn_module, "program", lambda: ["/there/is/no/such/program"])
    with pytest.raises(FileNotFoundError):
        spawn(three_pages)
