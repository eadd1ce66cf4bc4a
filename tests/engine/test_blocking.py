"""The reader for callers that wait."""

import os
import signal
import subprocess
from pathlib import Path

import pytest
from pdf_files import text_pdf, write
from texts_shared import kept_texts

from zzpreader.engine import blocking as blocking_module
from zzpreader.engine.blocking import Reader, Unopened
from zzpreader.model.query import read_query
from zzpreader.wire import (
    Draw,
    Drawn,
    DrawPng,
    Failed,
    Find,
    Found,
    NotesSet,
    PngDrawn,
    ReadText,
    Reason,
    SetNotes,
    TextRead,
)

pytestmark = pytest.mark.usefixtures("leaves_nothing")


def test_it_answers(three_pages):
    with Reader(three_pages) as reader:
        assert reader.opened.pages == 3
        assert isinstance(reader.ask(DrawPng(0, 72)), PngDrawn)
        answer = reader.ask(Find(0, 3, read_query("twee")))
    assert isinstance(answer, Found)
    assert [(hit.page, hit.match) for hit in answer.hits] == [(1, "twee")]


def test_what_a_worker_has_read_is_there_for_the_next(three_pages):
    with Reader(three_pages) as reader:
        reader.ask(Find(1, 1, read_query("twee")))
        assert kept_texts(reader) == [False, True, False]


def test_a_request_longer_than_a_pipe_holds_arrives_whole(three_pages):
    long = SetNotes("", ("<p>" + "woorden " * 40_000 + "</p>",), "Notities", "", "nl", "2026-11-29T12:00:00Z")
    with Reader(three_pages) as reader:
        assert isinstance(reader.ask(long), NotesSet)


def test_a_killed_worker_is_replaced(three_pages):
    with Reader(three_pages) as reader:
        assert reader._spawned
        os.kill(reader._spawned.process.pid, signal.SIGKILL)
        assert isinstance(reader.ask(ReadText(0)), TextRead)


def test_a_worker_that_takes_long_to_end_is_no_trouble(three_pages, monkeypatch):
    reader = Reader(three_pages).open()
    assert reader._spawned
    wait = reader._spawned.process.wait

    def wait_in_vain(seconds):
        wait()
        raise subprocess.TimeoutExpired("worker", seconds)

    monkeypatch.setattr(reader._spawned.process, "wait", wait_in_vain)
    reader.close()


def test_a_page_that_takes_too_long_fails_and_the_next_is_drawn(endless, monkeypatch):
    slow = Draw(0, 0, 1.0, 0, 0, 9, 9)
    monkeypatch.setattr(blocking_module, "limit_seconds", lambda request: 0.2 if request == slow else 10)
    with Reader(endless) as reader:
        answer = reader.ask(slow)
        assert isinstance(answer, Failed)
        assert answer.reason is Reason.TIMEOUT
        assert isinstance(reader.ask(Draw(1, 0, 1.0, 0, 0, 9, 9)), Drawn)


@pytest.mark.parametrize(
    ("code", "reason"),
    [
        ("os.abort()", Reason.CRASHED),
        ("receive(); send(b'x')", Reason.CRASHED),
        ("receive(); sys.exit()", Reason.CRASHED),
    ],
)
def test_a_worker_that_cannot_be_had_is_a_failure(three_pages, impostor, code, reason):
    impostor(code)
    with pytest.raises(Unopened) as refused:
        Reader(three_pages).open()
    assert refused.value.failed.reason is reason


def test_what_a_worker_says_last_is_kept_for_the_details(three_pages, impostor):
    impostor("print('het papier is op', file=sys.stderr, flush=True); os.abort()")
    with pytest.raises(Unopened) as refused:
        Reader(three_pages).open()
    assert "het papier is op" in refused.value.failed.detail


def test_no_file_no_worker(tmp_path):
    with pytest.raises(Unopened) as refused:
        Reader(tmp_path / "gone.pdf")
    assert refused.value.failed.reason is Reason.NOT_FOUND


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_may_not_be_read_says_so(tmp_path):
    file = write(tmp_path, text_pdf("een"))
    file.chmod(0)
    with pytest.raises(Unopened) as refused:
        Reader(file)
    assert refused.value.failed.reason is Reason.UNREADABLE


def test_a_pipe_is_not_waited_for(tmp_path):
    pipe = tmp_path / "pipe.pdf"
    os.mkfifo(pipe)
    with pytest.raises(Unopened) as refused:
        Reader(pipe)
    assert refused.value.failed.reason is Reason.NOT_PDF


def test_a_module_beside_the_document_is_not_imported(tmp_path, monkeypatch):
    (tmp_path / "msgspec.py").write_text("raise SystemExit('imported from beside the document')")
    monkeypatch.chdir(tmp_path)
    with Reader(Path("publication.pdf").absolute().with_name(write(tmp_path, text_pdf("een")).name)) as reader:
        assert reader.opened.pages == 1
