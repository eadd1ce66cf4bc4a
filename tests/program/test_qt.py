"""The door to Qt: what PySide needs only to explain itself is loaded when it has to."""

import json
import os
import subprocess
import sys
from typing import Any

import pytest

LATER = ("shibokensupport.signature.loader", "shibokensupport.signature.parser", "zipfile", "inspect")

ENTER = "from zzpreader.program import qt; qt.enter()"


def told(code: str) -> Any:
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


FIRST_WINDOW = """
from zzpreader.program.opening import Front, Spot, Piece, QImage, Appearance, _first_look, new_application
app = new_application()
appearance = Appearance(app, _first_look(app, ""))
front = Front("A", "", ())
piece = Piece(0, 0, 1.0, 0, 0, 9, 9)
front.curtain.spots = [Spot(10, 12, piece)]
front.curtain.pictures = {piece: QImage(9, 9, QImage.Format.Format_RGB32)}
front.painted.connect(lambda: app.exit())
front.show()
app.exec()
made = {*vars(sys.modules["PySide6.QtCore"]), *vars(sys.modules["PySide6.QtWidgets"])}
print(json.dumps({"style": app.style().name(), "made": list(made)}))
"""


@pytest.mark.skipif(sys.platform == "win32", reason="there PySide6 is imported as it wants to be")
def test_the_first_window_is_painted_without_the_most_expensive_of_qt_s_names():
    first = told(ENTER + FIRST_WINDOW)
    assert first["style"] == "fusion"
    assert "QObject" in first["made"]
    assert not {"Qt", "QStyle"} & set(first["made"])  # 13 and 7 ms, for their hundreds of constants


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
