"""What stands behind each door, and nothing else."""

import json
import os
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING, Any, cast

import pytest
from pdf_files import text_pdf, write

from zzpreader import app
from zzpreader.engine.spawn import spawn
from zzpreader.unread import SELDOM_USED
from zzpreader.wire import Draw, Drawn, Frames, Open, Opened, ReadStructure, Request, read_answer

if TYPE_CHECKING:
    from zzpreader.engine.nursery import Nursery


def modules_after(code: str) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys\nprint(*sys.modules, sep='\\n')"],
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=60,
        check=True,
    )
    return set(done.stdout.split())


def roots(modules: set[str]) -> set[str]:
    return {name.partition(".")[0] for name in modules}


def test_the_window_knows_no_pymupdf():
    modules = modules_after("import zzpreader.program, zzpreader.app, zzpreader.engine.engine")
    assert "PySide6" in roots(modules)
    assert "pymupdf" not in roots(modules)


def test_a_worker_before_the_window_is_for_a_publication_alone(tmp_path: Path):
    """A bundle's would be given to the first publication that is opened, such as the bundle's own guide."""
    asked: list[Path] = []
    nursery = cast("Nursery", SimpleNamespace(spawn=asked.append))
    folder = tmp_path / "bundel"
    folder.mkdir()
    others = [tmp_path / name for name in ("els.zzpnotes", "kaart.zzpbundle", "Kaart.ZIP", "bundle.toml")]
    app._early_worker([*others, folder, tmp_path / "boek.pdf"], nursery)
    app._early_worker([*others, folder], nursery)
    assert asked == [tmp_path / "boek.pdf"]


def test_the_worker_knows_no_qt_and_no_disk():
    modules = modules_after("import zzpreader.worker.main, zzpreader.worker.answers, zzpreader.worker.structure")
    assert not roots(modules) & {"PySide6", "shiboken6", "tinydb"}
    assert not {name for name in modules if name.startswith(("zzpreader.store", "zzpreader.ui", "zzpreader.engine"))}


def test_no_worker_reads_pymupdf_s_own_python():
    """It is 13 MB of every process that has it."""
    modules = modules_after("from zzpreader.worker.warm import get_ready\nget_ready()")
    assert {name for name in modules if "pymupdf" in name} == {"pymupdf._mupdf", "pymupdf._extra"}


def test_the_first_worker_is_started_without_qt():
    assert not roots(modules_after("import zzpreader.engine.spawn")) & {"PySide6", "pymupdf", "tinydb"}


def test_commands_that_read_need_no_qt():
    modules = modules_after("import zzpreader.cli.sections, zzpreader.cli.render, zzpreader.cli.search")
    assert not roots(modules) & {"PySide6", "pymupdf"}


@pytest.fixture
def worker(tmp_path):
    worker = spawn(write(tmp_path, text_pdf("een")))
    yield worker
    worker.kill()
    worker.process.wait()
    worker.release()
    worker.source.close()


def test_the_worker_s_door_opens_with_one_word(worker):
    """The whole way: the program started as `--worker`, the wire, and the library."""

    def ask(request: Request) -> Any:
        worker.send(request)
        frames = Frames()
        while True:
            if bodies := frames.feed(os.read(worker.output, 65536)):
                return read_answer(bodies[0])

    assert "--worker" in worker.process.args
    assert isinstance(ask(Open()), Opened)
    assert isinstance(ask(Draw(0, 0, 1.0, 0, 0, 9, 9)), Drawn)
    assert ask(ReadStructure(1)).labels == ((),)
    assert isinstance(ask(Draw(0, 0, 2.0, 0, 0, 9, 9)), Drawn)


MOST_BEFORE_THE_WINDOW = 26
"""Modules of ours that are imported before there is a window with its first page."""

MOST_BEFORE_THE_WINDOW_IN_ALL = 75
"""With those of the standard library and of Qt; 64 as this was written."""

NOT_BEFORE_THE_WINDOW = {
    *("msgspec", "tinydb", "filelock", "pymupdf", "PySide6.QtNetwork", "PySide6.QtDBus"),
    *("shibokensupport.signature.loader", "zipfile", "inspect"),
}


def test_the_process_that_draws_is_forked_before_there_are_paths():
    """`pathlib` and what it imports would be a quarter of the way to the fork."""
    modules = modules_after("import zzpreader.app, zzpreader.engine.glancing, zzpreader.engine.cradle")
    assert not modules & {"pathlib", "threading", "fnmatch", "urllib.parse", "ctypes"}


@pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the window is shown when it is whole")
def test_the_window_waits_for_hardly_anything(tmp_path):
    script = Path(__file__).with_name("bench") / "glance.py"
    file = write(tmp_path, text_pdf("een", "twee", "drie"))
    done = subprocess.run([sys.executable, script, file], capture_output=True, text=True, timeout=60, check=True)
    told = json.loads(done.stdout)
    assert told["pieces"] == 1
    assert not set(told["modules"]) & NOT_BEFORE_THE_WINDOW
    assert sum(name.startswith("zzpreader") for name in told["modules"]) <= MOST_BEFORE_THE_WINDOW
    assert len(told["modules"]) <= MOST_BEFORE_THE_WINDOW_IN_ALL


MOST_MODULES_OF_OURS = 312
"""Before the window is whole; 312 as this was written, seven of them the parts of `wire`. On Linux the first page is
there before them, elsewhere it waits for them. Whoever needs one more imports it later, or says here why every start
has to wait for it."""

NOT_BEFORE_THE_FIRST_PAGE = (
    "zzpreader.program.matrix",
    "zzpreader.program.exporting",
    "zzpreader.ui.bundle",
    "zzpreader.ui.dialogs.trash",
    "zzpreader.ui.dialogs.password",
    "zzpreader.ui.settings.dialog",
    "zzpreader.structure.labels",
    "zzpreader.structure.bundle_tree",
    "tomllib",
    "docx",
    "jinja2",
    "markdown_it",
    "xlsxwriter",
)


def test_the_first_page_waits_for_few_modules(tmp_path):
    script = Path(__file__).with_name("bench") / "first_page.py"
    file = write(tmp_path, text_pdf("een", "twee", "drie"))
    done = subprocess.run([sys.executable, script, file], capture_output=True, text=True, timeout=60, check=True)
    modules = json.loads(done.stdout)["modules"]
    assert "zzpreader.ui.view.page_view" in modules
    early = [name for name in modules if name.startswith(NOT_BEFORE_THE_FIRST_PAGE)]
    assert not early
    assert sum(name.startswith("zzpreader") for name in modules) <= MOST_MODULES_OF_OURS


def test_what_is_seldom_used_is_not_loaded_with_the_window():
    modules = modules_after("""
from importlib import import_module
from zzpreader.program import qt
from zzpreader.unread import SELDOM_USED, left_unread
qt.enter()
from zzpreader.program.opening import _PARTS
for part in _PARTS:
    with left_unread(*SELDOM_USED):
        import_module(part)
""")
    assert "zzpreader.program.run" in modules
    assert not modules & set(SELDOM_USED)
