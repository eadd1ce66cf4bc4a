"""The texts of a long publication that were read for searching are there when it is searched another day."""

import os
from types import SimpleNamespace

import pymupdf
import pytest
from pdf_files import finished, text_pdf, write

from zzpreader.model.recognised import Recognised, pack
from zzpreader.model.shelf import unpacked
from zzpreader.session.session import Session
from zzpreader.store import shelves as shelves_module
from zzpreader.store.home import Home
from zzpreader.store.shelves import keep_shelf, kept_shelf, shelf_path
from zzpreader.wire import PackedPage, TakeTexts

PAGES = 110
_AES_256 = 5
"""As MuPDF calls it."""

ODD = ("ﬁjne zzp’er\ncaf\u00e9 na-\ndat", "עברית مرحبا", "中文字 𝒜", "", "½ ſtad", "a\tb  c", "Élan ĳ", "x" * 3000)


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


@pytest.fixture
def searched(home, thread, qtbot):
    """`searched(file, *words)` opens it, and searches each of these words after what lies in the cache was fetched.

    It gives the hits of each, and of all pages what lies in the cache then.
    """
    sessions = []

    def searched(file, *words, before=lambda _session: None, password=""):
        session = Session(file, thread=thread, home=home)
        sessions.append(session)
        session.locked.connect(lambda _: session.unlock(password))
        with qtbot.waitSignal(session.identified):
            session.open()
        before(session)
        session.search.begun.emit()
        wait_for(thread, qtbot)
        hits = []
        for each in words:
            with qtbot.waitSignal(session.search.finished):
                session.search.start(each)
            hits.append(list(session.search.hits))
        wait_for(thread, qtbot)
        edition, extractor = session._identity.edition, session.details.extractor
        session.close()
        kept = kept_shelf(home, edition, extractor)
        return SimpleNamespace(hits=hits, kept=kept, keep=lambda pages: keep_shelf(home, edition, pages, extractor))

    yield searched
    for session in sessions:
        session.close()


def wait_for(thread, qtbot):
    """All that was given to it until now is done."""
    done = []
    thread.submit(lambda: done.append(True))
    qtbot.waitUntil(lambda: bool(done))


def long_file(tmp_path, *texts, name="publication.pdf", **saving):
    words = [*texts, *(f"woorden {page}" for page in range(PAGES - len(texts)))]
    return write(tmp_path, finished(pymupdf.open(stream=text_pdf(*words)), **saving), name)


def text_on(packed):
    return unpacked(packed).text if packed else ""


def test_pages_that_were_read_before_are_searched_without_being_read(searched, tmp_path):
    file = long_file(tmp_path)
    first = searched(file, "woorden")
    assert len(first.hits[0]) == PAGES
    assert [text_on(packed) for packed in first.kept] == [f"woorden {page}\n" for page in range(PAGES)]
    first.keep([first.kept[7], *first.kept[1:]])
    again = searched(file, '"woorden 7"', '"woorden 0"')
    assert [[hit.page for hit in hits] for hits in again.hits] == [[0, 7], []]


def test_hits_are_the_same_whether_pages_are_read_or_not(searched, tmp_path):
    file = long_file(tmp_path, *ODD)
    words = ("woorden", "zzp-er", "nadat", "cafe", "fijne", "elan", "xxx", "1/2", "b c", "שלום", "中文")
    first, again = searched(file, *words), searched(file, *words)
    assert again.hits == first.hits
    assert sum(map(bool, first.hits)) > 4
    assert len(first.kept) == PAGES
    assert again.kept == first.kept


def test_what_lies_in_the_cache_of_another_file_or_program_or_is_broken_is_not_taken(
    searched, home, tmp_path, monkeypatch
):
    first = searched(long_file(tmp_path), "woorden")
    other = searched(long_file(tmp_path, "anders", name="other.pdf"), "anders")
    assert [len(hits) for hits in other.hits] == [1]
    assert len(list((home.cache / "shelves").iterdir())) == 2
    monkeypatch.setattr(shelves_module, "made_by", lambda *_: "another program")
    first.keep([first.kept[7], *first.kept[1:]])
    monkeypatch.undo()
    assert [[hit.page for hit in hits] for hits in searched(tmp_path / "publication.pdf", '"woorden 0"').hits] == [[0]]
    for path in (home.cache / "shelves").iterdir():
        path.write_bytes(path.read_bytes()[:-9])
    assert [len(hits) for hits in searched(tmp_path / "publication.pdf", "woorden").hits] == [PAGES]


def test_pages_without_text_are_not_kept_and_nothing_is_where_words_were_recognised(searched, home, tmp_path):
    file = long_file(tmp_path, "", "")
    shelf = searched(file, "woorden").kept
    assert [bool(packed) for packed in shelf] == [False, False] + [True] * (PAGES - 2)
    told = searched(
        long_file(tmp_path, "", name="scan.pdf"),
        "woorden",
        before=lambda session: session._engine.tell([TakeTexts((PackedPage(0, pack(Recognised())),))]),
    )
    assert told.kept == ()


@pytest.mark.parametrize("password", ["", "geheim"])
def test_of_a_protected_file_nothing_is_kept(searched, home, tmp_path, password):
    file = long_file(tmp_path, **({"encryption": _AES_256, "user_pw": password} if password else {}))
    assert len(searched(file, "woorden", password=password).hits[0]) == PAGES
    assert (home.cache / "shelves").exists() == (not password)


def test_those_that_were_used_longest_ago_make_room(home, monkeypatch):
    page = os.urandom(100)
    for number, edition in enumerate("ab"):
        keep_shelf(home, edition, [page], "x 1")
        os.utime(shelf_path(home, edition), ns=(number, number))
    assert kept_shelf(home, "a", "x 1") == [page]
    monkeypatch.setattr(shelves_module, "MOST_BYTES", 2 * shelf_path(home, "a").stat().st_size)
    keep_shelf(home, "c", [page], "x 1")
    assert [bool(kept_shelf(home, edition, "x 1")) for edition in "abc"] == [True, False, True]
