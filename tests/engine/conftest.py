"""Engines over real workers, and a test that leaves nothing behind."""

import os
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from pdf_files import endless_pdf, text_pdf, write

from zzpreader.engine import spawn as spawn_module
from zzpreader.engine.engine import Engine
from zzpreader.wire import Failed, Opened, Request


class Heard:
    """What an engine said."""

    def __init__(self, engine: Engine) -> None:
        self.opened: list[Opened] = []
        self.failed: list[Failed] = []
        self.answers: dict[Request, Any] = {}
        engine.opened.connect(self.opened.append)
        engine.failed.connect(self.failed.append)
        engine.answered.connect(self.answers.__setitem__)


def workers_of(engine: Engine) -> list[int]:
    """The processes that work for it now."""
    return [process._spawned.process.pid for process in engine._staff]


def children() -> set[int]:
    """Processes that this one started and that have not been seen off."""
    found: set[int] = set()
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                parent = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, IndexError):
                continue
            if parent == os.getpid():
                found.add(int(entry.name))
    return found


def descriptors() -> set[str]:
    return {f"{entry.name}:{entry.readlink()}" for entry in Path("/proc/self/fd").iterdir() if entry.exists()}


@pytest.fixture
def leaves_nothing(qtbot):
    """Fails a test that leaves a process, an open file or a block for pixels behind."""
    if not sys.platform.startswith("linux"):
        yield
        return
    processes_before, descriptors_before = children(), descriptors()
    yield
    qtbot.waitUntil(lambda: children() <= processes_before)
    qtbot.waitUntil(lambda: descriptors() <= descriptors_before)


@pytest.fixture
def make_engine(leaves_nothing, qtbot):
    """`make_engine(file)` gives an engine and what it says; it is closed at the end."""
    engines: list[Engine] = []

    def make(file: Path, **options: Any) -> tuple[Engine, Heard]:
        engine = Engine(file, **options)
        engines.append(engine)
        return engine, Heard(engine)

    yield make
    for engine in engines:
        engine.close()


@pytest.fixture
def three_pages(tmp_path) -> Path:
    return write(tmp_path, text_pdf("een", "twee", "drie"))


@pytest.fixture
def endless(tmp_path) -> Path:
    """Its first page is never finished."""
    return write(tmp_path, endless_pdf(), "endless.pdf")


@pytest.fixture
def impostor(monkeypatch) -> Callable[[str], None]:
    """`impostor(code)` makes every worker that is started run `code`, which has `send(bytes)` and `receive()`."""

    def instead(code: str) -> None:
        script = (
            "import os, struct, sys, time\n"
            "def receive():\n"
            "    size = os.read(0, 4) or sys.exit()\n"
            "    return os.read(0, struct.unpack('>I', size)[0])\n"
            "def send(body):\n    os.write(1, struct.pack('>I', len(body)) + body)\n"
            "from zzpreader import wire\n"
            "def say(answer):\n    os.write(1, wire.frame(answer))\n"
        )
        command = [sys.executable, "-c", script + code]
        monkeypatch.setattr(spawn_module, "program", lambda: command)

    return instead
