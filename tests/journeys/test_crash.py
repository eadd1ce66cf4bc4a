"""What the program leaves behind when it is ended without warning, and what the next start finds."""

import os
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pdf_files import text_pdf

from zzpreader.files import STALE_S
from zzpreader.program.handing import door_of
from zzpreader.store.home import Home
from zzpreader.store.leftovers import clear_leftovers

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc"),
]

TESTS = Path(__file__).parents[1]
SHARED_MEMORY = Path("/dev/shm")
LONGEST_S = 60


@pytest.fixture
def places(tmp_path) -> dict[str, Path]:
    """Where a program may leave something: the folder for temporary files, and that for sockets."""
    folders = {"TMPDIR": tmp_path / "temporary", "XDG_RUNTIME_DIR": tmp_path / "runtime"}
    for folder in folders.values():
        folder.mkdir(mode=0o700)
    return folders


def descendants(process: int) -> set[int]:
    """Of that process, by /proc."""
    parents: dict[int, int] = {}
    for entry in Path("/proc").iterdir():
        if entry.name.isdecimal():
            try:
                parents[int(entry.name)] = int((entry / "stat").read_text().rpartition(")")[2].split()[1])
            except (OSError, IndexError):
                continue
    found, before = {process}, set[int]()
    while found != before:
        before = set(found)
        found |= {child for child, parent in parents.items() if parent in found}
    return found - {process}


def lives(process: int) -> bool:
    try:
        return Path(f"/proc/{process}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except OSError:
        return False


def wait_until(holds) -> None:
    ends = time.monotonic() + LONGEST_S
    while not holds():
        assert time.monotonic() < ends
        time.sleep(0.02)


def test_a_killed_program_leaves_no_process_and_no_file_but_its_notes(tmp_path, places, zzpreader_home):
    pdf = tmp_path / "publication.pdf"
    pdf.write_bytes(text_pdf("een les"))
    shared = set(SHARED_MEMORY.iterdir())
    surroundings = os.environ | {name: str(folder) for name, folder in places.items()} | {"PYTHONPATH": str(TESTS)}
    with subprocess.Popen(
        [sys.executable, TESTS / "journeys" / "highlighter.py", pdf],
        stdout=subprocess.PIPE,
        text=True,
        env=surroundings,
    ) as program:
        assert program.stdout
        assert any('"saved"' in line for line in program.stdout)
        workers = descendants(program.pid)
        assert workers
        program.kill()
    wait_until(lambda: not any(map(lives, workers)))
    assert {path.name for path in places["TMPDIR"].iterdir()} <= {door_of(zzpreader_home)}
    assert list(places["XDG_RUNTIME_DIR"].iterdir()) == []
    assert not [path for path in set(SHARED_MEMORY.iterdir()) - shared if "zzp" in path.name]
    kept = set(zzpreader_home.rglob("*"))
    halves = {path for path in kept if path.suffix == ".new"}
    assert clear_leftovers(Home(), time.time()) == []  # another program may be writing it
    assert set(clear_leftovers(Home(), time.time() + 2 * STALE_S)) == halves
    assert set(zzpreader_home.rglob("*")) == kept - halves
