"""Which publication the open file is, whatever becomes of those who read it."""

import hashlib
import os
import signal

import pytest
from pdf_files import text_pdf, write

from zzpreader.engine import engine as engine_module
from zzpreader.engine.engine import Engine
from zzpreader.engine.process import Process
from zzpreader.engine.queue import Lane
from zzpreader.session.identity import Identity
from zzpreader.store.home import Home
from zzpreader.store.library import Library
from zzpreader.wire import ReadDigest, ReadFingerprints


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
    with qtbot.waitSignal(identity.identified) as identified:
        engine.open()
    assert identity.edition == hashlib.sha256(file.read_bytes()).hexdigest()
    (edition,) = identified.args[0].editions
    assert (edition.sha256, edition.size, edition.pages) == (identity.edition, file.stat().st_size, 2)


PAGES = 300


@pytest.fixture
def opened(tmp_path, thread, qtbot, monkeypatch):
    """`opened(words)` opens a file with a page for each of them, and gives its identity and publication.

    There is no pause before that is known, or its texts could be read meanwhile.
    """
    engines = []
    waits_ms = [0]
    monkeypatch.setattr(engine_module, "_MANY_PAGES", PAGES)
    monkeypatch.setattr(engine_module.Pause, "wait_ms", lambda _, **_of: waits_ms[0])

    def open_(*words, file=None, learns=True):
        file = file or write(tmp_path, text_pdf(*words), f"{len(engines)}.pdf")
        engine = Engine(file)
        engines.append(engine)
        identity = Identity(engine, file, thread, Home(tmp_path / "home"))
        learnt = []
        identity.learnt.connect(learnt.append)
        waits_ms[0] = 60_000
        with qtbot.waitSignal(identity.identified) as identified:
            engine.open()
        if learns:
            waits_ms[0] = 0
            engine.hurry()
            qtbot.waitUntil(lambda: bool(learnt))
        return identity, identified.args[0], learnt

    yield open_
    for engine in engines:
        engine.close()


def words_of(work, pages=PAGES):
    return [f"{work} {page}" for page in range(pages)]


def prints_in(tmp_path, sha256):
    (prints,) = (
        edition.fingerprints
        for entry in Library(Home(tmp_path / "home")).entries()
        for edition in entry.publication.editions
        if edition.sha256 == sha256
    )
    return prints


def test_a_long_file_never_seen_is_known_from_some_pages_and_the_others_are_learnt_in_a_pause(opened, tmp_path):
    identity, publication, learnt = opened(*words_of("een"))
    (edition,) = publication.editions
    assert edition.fingerprints == ()
    assert learnt[0].id == publication.id
    (edition,) = learnt[0].editions
    assert len(set(edition.fingerprints)) == PAGES
    assert prints_in(tmp_path, identity.edition) == edition.fingerprints


def asked_in(engine, lane):
    """What is wanted in it from now on, list after list."""
    asked, want = [], engine.want

    def noting(where, requests):
        if where is lane:
            asked.append(list(requests))
        want(where, requests)

    engine.want = noting
    return asked


def test_the_texts_of_a_long_file_are_wanted_before_it_is_known_and_no_longer_if_it_was_seen(
    opened, tmp_path, thread, qtbot
):
    first, *_ = opened(*words_of("een"))
    engine = Engine(first._file)
    try:
        asked = asked_in(engine, Lane.LEARN)
        again = Identity(engine, first._file, thread, Home(tmp_path / "home"))
        with qtbot.waitSignal(again.identified):
            engine.open()
        assert [sum(one.count for one in wanted) for wanted in asked] == [PAGES, 0]
    finally:
        engine.close()


@pytest.mark.parametrize("every", [2, 3])
def test_a_long_edition_of_what_is_known_has_its_notes_whichever_pages_were_changed(opened, every):
    _, first, _ = opened(*words_of("een"))
    changed = [f"{words} anders" if page % 5 < 5 // every else words for page, words in enumerate(words_of("een"))]
    _, second, _ = opened(*changed, learns=False)
    assert second.id == first.id
    assert [len(edition.fingerprints) for edition in second.editions] == [PAGES, PAGES]
    _, other, _ = opened(*words_of("twee"), learns=False)
    assert other.id != first.id


def test_what_was_not_learnt_when_the_file_was_closed_is_learnt_when_it_is_opened_again(opened, tmp_path):
    identity, first, _ = opened(*words_of("een"), learns=False)
    identity._engine.close()
    assert prints_in(tmp_path, identity.edition) == ()
    _, again, _ = opened(file=identity._file)
    assert again.id == first.id
    assert len(prints_in(tmp_path, identity.edition)) == PAGES


def test_another_edition_of_a_file_that_was_closed_before_it_was_learnt_has_its_notes(opened):
    identity, first, _ = opened(*words_of("een"), learns=False)
    identity._engine.close()
    changed = [f"{words} anders" if page % 5 == 0 else words for page, words in enumerate(words_of("een"))]
    _, second, _ = opened(*changed, learns=False)
    assert second.id == first.id
    assert [len(edition.fingerprints) for edition in second.editions] == [0, PAGES]
    _, other, _ = opened(*words_of("twee"), learns=False)
    assert other.id != first.id


def test_with_the_first_note_it_is_learnt_without_a_pause(opened, tmp_path, qtbot):
    identity, _, learnt = opened(*words_of("een"), learns=False)
    identity.hurry()
    qtbot.waitUntil(lambda: bool(learnt))
    assert len(prints_in(tmp_path, identity.edition)) == PAGES


@pytest.mark.parametrize("before", ["_go_on", "_go_on_after_glimpse", "_tell"])
def test_whenever_the_last_text_is_read_it_is_learnt(tmp_path, thread, qtbot, monkeypatch, before):
    """That may be while the library is asked; then nothing is missing any more when its answer comes."""
    file, go_on = write(tmp_path, text_pdf(*words_of("een"))), getattr(Identity, before)

    def go_on_late(identity, found):
        identity._prints.update((page, str(page)) for page in range(PAGES))
        go_on(identity, found)

    monkeypatch.setattr(Identity, before, go_on_late)
    monkeypatch.setattr(engine_module, "_MANY_PAGES", PAGES)
    monkeypatch.setattr(engine_module.Pause, "wait_ms", lambda _, **_of: 60_000)
    engine = Engine(file)
    try:
        identity = Identity(engine, file, thread, Home(tmp_path / "home"))
        with qtbot.waitSignal(identity.identified):
            engine.open()
        qtbot.waitUntil(lambda: len(prints_in(tmp_path, identity.edition)) == PAGES)
    finally:
        engine.close()
