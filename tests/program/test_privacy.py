"""What a document, and what a reader keeps to himself, must not reach: labels, logs, other files, other machines."""

import ast
import hashlib
import logging
import os
import subprocess
import sys
from pathlib import Path

import pymupdf
import pytest
from pdf_files import finished, text_pdf, write
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QLineEdit, QWidget

from zzpreader.log import start_log
from zzpreader.model.pages import Place
from zzpreader.ui.dialogs.password import PasswordDialog

SOURCE = Path(__file__).parents[2] / "src" / "zzpreader"

BAIT = '<img src="file:///etc/hostname"><b>vet</b>\u202eevil'


def hostile_pdf() -> bytes:
    """With markup wherever a document names something."""
    document = pymupdf.open()
    page = document.new_page()
    page.insert_text((50, 100), "1 <img src=x>")
    page.insert_link({"kind": pymupdf.LINK_URI, "from": pymupdf.Rect(50, 90, 90, 110), "uri": "file:///etc/passwd"})
    document.set_toc([[1, BAIT, 1]])
    document.set_metadata({"title": BAIT, "author": BAIT})
    return finished(document)


def test_no_label_and_no_tip_takes_a_document_at_its_word(desk, tmp_path):
    tab = desk.open(write(tmp_path, hostile_pdf(), "een <img src=x>.pdf"))
    window = desk.running.window
    tab.session.marks.add_note(Place(0, 100.0), text=BAIT)
    tab.session.marks.add_bookmark(Place(0, 100.0), BAIT)
    tab.notice.say(BAIT)
    for widget in window.findChildren(QWidget):
        assert "<img" not in widget.toolTip(), widget.toolTip()
    for label in window.findChildren(QLabel):
        is_plain = label.textFormat() is Qt.TextFormat.PlainText
        assert is_plain or "<" not in label.text(), label.text()
    assert "\u202e" not in window.windowTitle() + window.tabs.tabText(0)
    assert "\n" not in window.windowTitle()


def _is_ours(node: ast.expr) -> bool:
    """Words of the program alone, or made harmless."""
    match node:
        case ast.Constant():
            return True
        case ast.Call(func=ast.Name(id="as_tooltip")) | ast.Call(func=ast.Attribute(attr="tr")):
            return True
        case ast.Call(func=ast.Attribute(value=words, attr="replace"), args=arguments):
            return _is_ours(words) and all(map(_is_ours, arguments))
        case _:
            return False


def test_a_tip_shows_what_others_wrote_as_it_stands():
    """Qt takes a tip that looks like markup for markup, and loads what that names."""
    found: list[str] = []
    for file in SOURCE.glob("ui/**/*.py"):
        if file.name in ("buttons.py", "commands.py"):
            continue  # they are given names of commands
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            match node:
                case ast.Call(func=ast.Attribute(attr="setToolTip"), args=[*_, words]) if not _is_ours(words):
                    found.append(f"{file.name}:{node.lineno}")
                case _:
                    continue
    assert not found


def test_a_message_box_shows_what_it_is_told_and_no_more():
    """Qt guesses unless it is told: so whoever makes one tells it."""
    for file in SOURCE.glob("**/*.py"):
        source = file.read_text(encoding="utf-8")
        assert source.count("QMessageBox(") <= source.count("setTextFormat(Qt.TextFormat.PlainText)"), file.name
        for quick in ("information", "question", "warning", "critical", "about"):
            assert f"QMessageBox.{quick}(" not in source, file.name


def test_a_password_and_the_words_of_a_document_are_written_nowhere(desk, tmp_path, zzpreader_home, caplog):
    document = pymupdf.open()
    document.new_page().insert_text((50, 100), "kanariezin")
    file = write(tmp_path, finished(document, encryption=5, user_pw="kanariewoord", owner_pw="x"), "dicht.pdf")
    before = hashlib.sha256(file.read_bytes()).digest()
    caplog.set_level(logging.DEBUG)
    start_log(zzpreader_home)
    tab = desk.start(file).window.current
    desk.wait(lambda: tab.findChildren(PasswordDialog))
    (dialog,) = tab.findChildren(PasswordDialog)
    dialog.findChild(QLineEdit).setText("kanariewoord")
    dialog.accept()
    desk.wait(lambda: tab.is_settled and tab.is_open)
    tab.session.marks.add_note(Place(0, 100.0), text="kanarienoot")
    workers = [process._spawned.process.pid for process in tab.session._engine._staff]
    for pid in (os.getpid(), *workers) if sys.platform == "linux" else ():
        for name in ("cmdline", "environ"):
            assert b"kanariewoord" not in Path(f"/proc/{pid}/{name}").read_bytes()
    desk.quit()
    assert "kanarie" not in caplog.text
    files = [path for path in zzpreader_home.rglob("*") if path.is_file()]
    assert [path for path in files if b"kanarienoot" in path.read_bytes()]  # it looks in the right place
    assert not [path for path in files if b"kanariewoord" in path.read_bytes()]
    assert not [path for path in files if path.suffix == ".log" and b"kanarie" in path.read_bytes()]
    if sys.platform != "win32":
        assert not [path for path in files if path.stat().st_mode & 0o077]
    assert hashlib.sha256(file.read_bytes()).digest() == before


def test_reading_opens_no_connection_and_starts_nothing_but_workers(tmp_path):
    """Of a whole run of the program, as Python sees it."""
    file = write(tmp_path, hostile_pdf())
    script = Path(__file__).parents[1] / "bench" / "first_page.py"
    code = f"""
import runpy, sys
def watch(event, args):
    if event in ("socket.connect", "socket.bind", "socket.getaddrinfo", "os.system", "webbrowser.open"):
        print("SEEN", event, file=sys.stderr)
    if event in ("subprocess.Popen", "os.exec", "os.posix_spawn") and "--worker" not in str(args):
        print("SEEN", event, file=sys.stderr)
sys.addaudithook(watch)
sys.argv = ["first_page.py", {str(file)!r}]
runpy.run_path({str(script)!r}, run_name="__main__")
"""
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=120, check=True)
    assert '"modules"' in done.stdout
    assert "SEEN" not in done.stderr


@pytest.mark.parametrize("page", ["een", "twee"])
def test_the_names_of_windows_are_one_line(desk, tmp_path, page):
    tab = desk.open(write(tmp_path, text_pdf(page, title="x\ny\u202ez")))
    assert tab
    assert desk.running.window.windowTitle().isprintable()
