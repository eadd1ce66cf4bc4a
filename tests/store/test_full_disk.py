import os
import subprocess
import sys

import pytest
from store.values import PUBLICATION, annotation

from zzpreader.store.notebooks import NotebookFile
from zzpreader.store.problems import Cause, NotSaved


@pytest.fixture
def small_disk(tmp_path):
    disk = tmp_path / "disk"
    disk.mkdir()
    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root may make a small disk")
    mounted = subprocess.run(
        ["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk], capture_output=True, check=False
    )
    if mounted.returncode:
        pytest.skip("no disk may be mounted here")
    yield disk
    subprocess.run(["umount", disk], check=True)


def test_a_full_disk_refuses_and_keeps_what_it_has(small_disk):
    path, ballast = small_disk / "notes.json", small_disk / "ballast"
    ballast.write_bytes(bytes(160_000))
    file = NotebookFile(path, PUBLICATION)
    saved = []

    def fill():
        for number in range(10_000):
            one = annotation(number, "x" * 500)
            file.save({one.id: one})
            saved.append(one)

    with pytest.raises(NotSaved) as refused:
        fill()
    assert refused.value.cause is Cause.FULL
    assert len(saved) > 40
    file.close()
    again = NotebookFile(path, PUBLICATION)
    assert list(again.annotations) == saved
    assert again.recovery is None
    ballast.unlink()
    again.save({one.id: None for one in saved[:5]})
    again.close()
    last = NotebookFile(path, PUBLICATION)
    assert list(last.annotations) == saved[5:]
    last.close()
