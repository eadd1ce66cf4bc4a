"""A small share of the torture, in seconds; `make torture` runs the whole (docs/reliability.md)."""

import errno
import json
import os
import random
import subprocess
import sys
from pathlib import Path

import pytest
from torture.corruption import corruption
from torture.crashes import PATH, crashes
from torture.disk import Disk
from torture.faults import faults
from torture.planted import plant, planted
from torture.work import FORM, after, notes_in, open_at, save, steps

from zzpreader.store.storage import DurableStorage

HERE = Path(__file__).parent


def quiet(_: str) -> None:
    pass


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_kills_in_the_middle_of_saving_lose_nothing(tmp_path):
    kills = 40
    run = subprocess.run(
        [sys.executable, HERE / "kills.py", tmp_path, str(kills), "7"], capture_output=True, text=True, check=False
    )
    assert run.returncode == 0, run.stderr
    done = json.loads(run.stdout)
    assert done["kills"] == kills
    assert done["saved"] >= kills, "a kill before the first save proves nothing"
    assert (done["lost"], done["unreadable"]) == (0, 0), done


def test_no_state_that_a_power_cut_can_leave_loses_a_save():
    tally = crashes(2000, tell=quiet)
    assert tally.states >= 2000
    assert tally.nested > 100
    assert not tally.wrong


def test_whichever_call_fails_nothing_acknowledged_is_lost():
    tally = faults(tell=quiet, errors=(errno.EIO,))
    assert tally.runs > 300
    assert tally.refused > 100
    assert not tally.wrong


def test_no_corruption_is_taken_for_notes_or_goes_unnoticed():
    tally = corruption(600, tell=quiet)
    assert tally.less > 30
    assert not tally.wrong
    assert not tally.silent


@pytest.mark.parametrize("one", list(planted()), ids=lambda one: one.name)
def test_a_planted_fault_is_found(one):
    if one.is_slow and "ZZPREADER_TORTURE" not in os.environ:
        pytest.skip("takes long; `make torture` looks for it")
    with plant(one):
        assert one.finds()


def test_the_disk_in_memory_does_what_a_real_one_does(tmp_path):
    disk = Disk()
    with disk:
        _sessions(open_at, PATH)
    real = tmp_path / "notes.json"
    _sessions(open_at, real)
    there = {path.name: path.stat().st_size for path in tmp_path.iterdir()}
    assert {Path(name).name: len(data) for name, data in disk.files.items()} == there


def _sessions(opened, path):
    for _ in range(3):
        storage = opened(path)
        for step in steps("both", 5):
            save(storage, step)
        storage.settle()


def test_a_clock_that_jumps_costs_nothing(tmp_path, monkeypatch):
    path, notes, chance = tmp_path / "notes.json", {}, random.Random(4)
    for number, step in enumerate(steps("clock", 60)):
        moment = f"{chance.choice(('1970', '2026', '2099'))}-01-01T00:00:{number:02}.000Z"
        for module in ("journal", "envelope"):
            monkeypatch.setattr(f"zzpreader.store.{module}.timestamp", lambda moment=moment: moment)
        storage = open_at(path)
        save(storage, step)
        notes = after(notes, step)
        if chance.random() < 0.5:
            storage.settle()
        for file in tmp_path.iterdir():
            seconds = chance.choice((0, 1_800_000_000, 4_000_000_000))
            os.utime(file, (seconds, seconds))
        assert notes_in(open_at(path)) == notes
    path.write_bytes(b"x")
    assert notes_in(open_at(path)) == notes


TWO = """
import sys
from pathlib import Path
sys.path.insert(0, sys.argv[1])
from store.values import PUBLICATION, annotation
from zzpreader.store.notebooks import NotebookFile
saved = tries = 0
while saved < 12 and tries < 20_000:
    tries += 1
    file = NotebookFile(Path(sys.argv[2]), PUBLICATION)
    if file.writable:
        file.save({(one := annotation(int(sys.argv[3]) * 1000 + saved)).id: one})
        saved += 1
    if saved % 3:
        file.close()
    else:
        file._lock.release()
print(saved)
"""


def test_two_processes_that_open_one_notebook_in_turn_lose_nothing(tmp_path):
    path = tmp_path / "notes.json"
    running = [
        subprocess.Popen([sys.executable, "-c", TWO, HERE.parent, path, str(n)], stdout=subprocess.PIPE, text=True)
        for n in (1, 2)
    ]
    saved = [int(process.communicate()[0]) for process in running]
    assert saved == [12, 12]
    from store.values import PUBLICATION

    from zzpreader.store.notebooks import NotebookFile

    file = NotebookFile(path, PUBLICATION)
    assert len(file.annotations) == 24
    assert file.recovery is None
    file.close()


@pytest.mark.skipif(sys.platform != "linux", reason="asks /proc whether a folder may be written")
def test_a_disk_that_may_only_be_read_is_read(tmp_path):
    from zzpreader.store.problems import Cause, NotSaved

    if os.geteuid() != 0:
        pytest.skip("only root may mount a disk")
    path = tmp_path / "disk" / "notes.json"
    path.parent.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "tmpfs", path.parent], capture_output=True, check=False).returncode:
        pytest.skip("no disk may be mounted here")
    try:
        storage = open_at(path)
        step = steps("read only", 1)[0]
        save(storage, step)
        subprocess.run(["mount", "-o", "remount,ro", path.parent], check=True)
        reading = DurableStorage(path, FORM, alone=True)
        assert notes_in(reading) == after({}, step)
        with pytest.raises(NotSaved) as refused:
            save(reading, steps("read only", 2)[1])
        assert refused.value.cause is Cause.REFUSED
    finally:
        subprocess.run(["umount", path.parent], check=True)
