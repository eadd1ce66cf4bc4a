"""The door to Qt: what PySide needs only to explain itself is loaded when it has to."""

import json
import os
import subprocess
import sys

import pytest

LATER = ("shibokensupport.signature.loader", "shibokensupport.signature.parser", "zipfile", "inspect")

ENTER = "from zzpreader.program import qt; qt.enter()"


def told(code: str) -> dict[str, object]:
    """What a program says that ends with `print(json.dumps(…))`."""
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"import json, sys\n{code}"],
        capture_output=True,
        text=True,
        env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
        timeout=60,
        check=True,
    )
    return json.loads(done.stdout)


@pytest.mark.skipif(sys.platform == "win32", reason="there PySide6 is imported as it wants to be")
def test_qt_is_there_without_the_descriptions_of_its_functions():
    modules = told(f"{ENTER}\nimport PySide6.QtWidgets\nprint(json.dumps(list(sys.modules)))")
    assert "PySide6.QtWidgets" in modules
    assert not set(LATER) & set(modules)


@pytest.mark.skipif(sys.platform == "win32", reason="there PySide6 is imported as it wants to be")
def test_the_source_of_what_is_imported_is_not_read():
    read = told(f"{ENTER}\nimport zzpreader.ui.view.page_view, linecache\nprint(json.dumps(list(linecache.cache)))")
    assert not [file for file in read if "zzpreader" in file]


EXPLAINED = """
from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication, QWidget
import shiboken6
app = QApplication(["test"])
widget = QWidget()
said = []
calls = (widget.resize, "a", "b"), (QRect, 1, "b"), (widget.setWindowTitle, 7)
for wrong, *words in calls:
    try:
        wrong(*words)
    except TypeError as problem:
        said.append(f"{type(problem).__name__}: {problem}")
from PySide6.support.signature import get_signature
said += [QWidget.resize.__doc__, str(get_signature(QWidget.resize)), str(get_signature(QPoint))]
print(json.dumps([*said, shiboken6.isValid(widget)]))
"""


def test_a_wrong_call_is_explained_as_ever():
    explained = told(ENTER + EXPLAINED)
    assert explained == told(EXPLAINED)
    assert "resize(w: int, h: int, /)" in str(explained)


def test_who_comes_second_finds_the_same_qt():
    assert told(f"import PySide6.QtCore\nmodule = PySide6.QtCore\n{ENTER}\nprint(json.dumps(module is PySide6.QtCore))")
