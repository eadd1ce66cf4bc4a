"""Which publication the open file is, whatever becomes of those who read it."""

import hashlib
import os
import signal

import pytest
from pdf_files import text_pdf, write

from zzpreader.engine.engine import Engine
from zzpreader.engine.process import Process
from zzpreader.session.identity import Identity
from zzpreader.store.home import Home
from zzpreader.store.thread import StoreThread
from zzpreader.wire import ReadDigest, ReadFingerprints


@pytest.fixture
def thread():
    thread = StoreThread()
    yield thread
    assert thread.close()


@pytest.fixture
def engine(tmp_path):
    engine = Engine(write(tmp_path, text_pdf("een", "twee")))
    yield engine
    engine.close()


@pytest.mark.parametrize("deadly", [(ReadDigest,), (ReadFingerprints,), (ReadDigest, ReadFingerprints)])
def test_a_publication_is_known_though_all_workers_die_of_being_asked(
    engine, thread, tmp_path, qtbot, monkeypatch, deadly
):
    ask = Process.ask

    def deadly_ask(process, request, **options):
        if isinstance(request, deadly):
            os.kill(process.pid, signal.SIGSTOP)  # so that it cannot be faster than its end
        ask(process, request, **options)
        if isinstance(request, deadly):
            os.kill(process.pid, signal.SIGKILL)

    monkeypatch.setattr(Process, "ask", deadly_ask)
    file = engine._file
    identity = Identity(engine, file, thread, Home(tmp_path / "home"))
    with qtbot.waitSignal(identity.identified, timeout=20_000) as identified:
        engine.open()
    assert identity.edition == hashlib.sha256(file.read_bytes()).hexdigest()
    (edition,) = identified.args[0].editions
    assert (edition.sha256, edition.size, edition.pages) == (identity.edition, file.stat().st_size, 2)
