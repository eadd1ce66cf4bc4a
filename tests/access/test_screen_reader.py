"""The program as a screen reader meets it: another process, over AT-SPI, on a screen and a session bus of its own."""

import json
import os
import shutil
import subprocess
import sys
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import pytest

LISTENER = Path(__file__).with_name("listener.py")
GUIDE = Path(__file__).parents[2] / "resources" / "bundles" / "zzp-en-de-stad" / "leeswijzer.pdf"
SYSTEM_PYTHON = "/usr/bin/python3"
LONGEST_S = 150

pytestmark = pytest.mark.atspi


def lacking() -> str:
    """What this machine has not; "" if it has all."""
    for program in ("Xvfb", "dbus-run-session", SYSTEM_PYTHON):
        if not shutil.which(program):
            return program
    if not Path("/usr/share/dbus-1/services/org.a11y.Bus.service").is_file():
        return "at-spi2-core"
    question = "import gi; gi.require_version('Atspi', '2.0'); from gi.repository import Atspi"
    found = subprocess.run([SYSTEM_PYTHON, "-c", question], capture_output=True, check=False)
    return "gir1.2-atspi-2.0 and python3-gi" if found.returncode else ""


@contextmanager
def screen() -> Generator[str]:
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    started = subprocess.Popen(command, pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as said:
            yield f":{said.readline().strip()}"
    finally:
        started.terminate()
        started.wait(timeout=20)


@pytest.fixture(scope="module")
def met(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    """What the listener met in one run: the tree, and what it heard."""
    if lack := lacking():
        pytest.skip(f"this machine lacks {lack}")
    folder = tmp_path_factory.mktemp("listener")
    folder.chmod(0o700)
    written = folder / "met.json"
    command = [
        *("dbus-run-session", "--", SYSTEM_PYTHON, str(LISTENER), str(written)),
        *(sys.executable, "-m", "zzpreader", "--page", "3", str(GUIDE)),
    ]
    kept = ("PATH", "HOME", "LC_ALL", "LANG")
    surroundings = {name: os.environ[name] for name in kept if name in os.environ}
    with screen() as display:
        surroundings |= {
            "DISPLAY": display,
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1",
            "XDG_RUNTIME_DIR": str(folder),
            "ZZPREADER_HOME": str(folder / "home"),
            "ZZPREADER_LANG": "en",
        }
        done = subprocess.run(command, env=surroundings, capture_output=True, text=True, timeout=LONGEST_S, check=False)
    assert written.is_file(), done.stdout + done.stderr
    return json.loads(written.read_bytes())


def named(met: dict[str, Any], role: str) -> list[str]:
    return [node["name"] for node in met["tree"] if node["role"] == role]


def below(met: dict[str, Any], role: str) -> list[dict[str, Any]]:
    """All nodes below the first with that role."""
    tree = met["tree"]
    first = next(n for n, node in enumerate(tree) if node["role"] == role)
    last = first + 1
    while last < len(tree) and tree[last]["depth"] > tree[first]["depth"]:
        last += 1
    return tree[first + 1 : last]


def test_the_page_is_a_document_with_its_text_and_headings_in_reading_order(met):
    (page,) = [node for node in met["tree"] if node["role"] == "document frame"]
    assert (page["name"], page["description"]) == ("Pages", "Page 3 of 10")
    read = [node for node in below(met, "document frame") if node["role"] in ("heading", "text")]
    names = [node["name"] for node in read]
    first = names.index("Waar de publicatie over gaat")
    assert names[first : first + 4] == [
        "Waar de publicatie over gaat",
        "Text of page 3",
        "Voor wie is dit?",
        "Text of page 3",
    ]
    assert [node["role"] for node in read[first : first + 4]] == ["heading", "text"] * 2
    assert read[first + 3]["text"].startswith("De publicatie is geschreven voor mensen")
    assert all(node["showing"] for node in read[first : first + 4])


def test_buttons_lists_and_fields_have_names_and_states(met):
    assert {"Back", "Next page", "Find", "Export notes"} <= set(named(met, "push button"))
    contents = next(node for node in met["tree"] if node["name"] == "Contents" and node["role"] == "check box")
    assert contents["checked"]
    assert {"tree"} <= {node["role"] for node in met["tree"] if node["name"] == "Contents"}
    cells = named(met, "table cell")  # between page and state stands how far it has been read, once that is so
    assert any(one.startswith("Waar de publicatie over gaat, page 3") and one.endswith("being read") for one in cells)
    zoom = next(node for node in met["tree"] if node["role"] == "combo box")
    assert (zoom["name"], zoom["description"]) == ("Page width", "Zoom")
    forward = next(node for node in met["tree"] if node["name"] == "Forward")
    assert not forward["enabled"]


def test_nothing_that_can_be_seen_and_reached_is_without_a_name(met):
    """But what only holds others, and the field within the box of zooms, which is named."""
    silent = [
        node["role"]
        for node in met["tree"]
        if node["focusable"] and node["showing"] and not (node["name"] or node["description"])
    ]
    assert set(silent) <= {"filler", "text"}
    assert silent.count("text") <= 1


def test_no_column_is_called_by_its_number(met):
    headers = [node["name"] for node in met["tree"] if "header" in node["role"]]
    assert not any(name.isdecimal() for name in headers), headers


def test_page_hits_and_saving_are_announced(met):
    heard = met["heard"]
    assert "Page 3 of 10" in heard
    assert "Page 4 of 10" in heard
    assert any(words.endswith(" of 8") for words in heard)
    assert "All notes are saved" in heard
