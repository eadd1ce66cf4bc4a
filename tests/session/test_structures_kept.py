"""A long publication that is opened again has its sections without being read again."""

from types import SimpleNamespace

import pymupdf
import pytest
from msgspec.structs import replace
from panes import AskedEngine
from pdf_files import finished, text_pdf, write

from zzpreader.engine import engine as engine_module
from zzpreader.engine.engine import Engine
from zzpreader.engine.queue import Lane
from zzpreader.model.geometry import Size
from zzpreader.model.pages import Page
from zzpreader.model.records import LabelRule
from zzpreader.model.sections import Kind, Section, Source
from zzpreader.session.derived import FIRST_PAGES
from zzpreader.session.identity import Identity
from zzpreader.session.pages import Pages
from zzpreader.session.sections import Sections
from zzpreader.session.session import Session
from zzpreader.session.structures_kept import StructuresKept
from zzpreader.store import structures as structures_module
from zzpreader.store.home import Home
from zzpreader.store.structures import Derived, derived_path, keep_derived, kept_derived
from zzpreader.wire import GatherLines, Opened, ReadStructure

_AES_256 = 5
"""As MuPDF calls it."""

SECTION = Section(id="section-1", level=1, title="Een", page=3, y=0.0, kind=Kind.CHAPTER, source=Source.HEADINGS)
DERIVED = Derived((), (("1",),) * 5, (SECTION,))


@pytest.fixture
def home(tmp_path):
    return Home(tmp_path / "home")


@pytest.fixture
def opened(tmp_path, home, thread, qtbot):
    """`opened(file)` opens it, and gives its sections and what was asked of its workers when they have settled."""
    engines = []

    def open_(file):
        engine = Engine(file)
        engines.append(engine)
        asked = []
        engine.answered.connect(lambda request, _: asked.append(request))
        pages = Pages(engine)
        sections = Sections(engine, pages)
        identity = Identity(engine, file, thread, home)
        engine.opened.connect(lambda told: StructuresKept(told.extractor, identity, sections, thread, home, engine))
        with qtbot.waitSignal(sections.settled):
            engine.open()
        qtbot.waitUntil(lambda: bool(identity.edition))
        engine.close()
        return SimpleNamespace(sections=sections, asked=asked, edition=identity.edition, pages=pages)

    yield open_
    for engine in engines:
        engine.close()


def long_file(tmp_path, **saving):
    document = pymupdf.open(stream=text_pdf(*(f"woorden {page}" for page in range(120))))
    document.set_toc([[1, f"Hoofdstuk {n}", 10 * n] for n in range(1, 12)])
    return write(tmp_path, finished(document, **saving))


def test_what_was_derived_is_there_when_the_file_is_opened_again(opened, home, tmp_path, qtbot, monkeypatch):
    file = long_file(tmp_path)
    first = opened(file)
    qtbot.waitUntil(lambda: derived_path(home, first.edition).exists())
    monkeypatch.setattr(engine_module, "_MANY_PAGES", 100)
    monkeypatch.setattr(engine_module.Pause, "wait_ms", lambda _, **_of: 60_000)
    again = opened(file)
    assert ReadStructure(120) in first.asked
    assert not any(isinstance(one, GatherLines) and one.first >= FIRST_PAGES for one in again.asked)
    assert ReadStructure(120) not in again.asked
    assert len(again.sections.tree) == 11
    assert again.sections.tree.sections == first.sections.tree.sections
    assert again.pages.labels.names == first.pages.labels.names


@pytest.mark.parametrize("password", ["", "geheim"])
def test_of_a_protected_file_nothing_is_kept(home, thread, tmp_path, qtbot, password):
    file = long_file(tmp_path, **({"encryption": _AES_256, "user_pw": password} if password else {}))
    session = Session(file, thread=thread, home=home)
    session.locked.connect(lambda _: session.unlock(password))
    with qtbot.waitSignals([session.sections.settled, session.identified]):
        session.open()
    session.close()
    assert thread.close()
    assert (home.cache / "structures").exists() == (not password)


@pytest.fixture
def engine():
    return AskedEngine()


@pytest.fixture
def sections(engine):
    sections = Sections(engine, Pages(engine))
    engine.opened.emit(Opened(pages=5, first=Page(Size(600, 800))))
    return sections


def test_nothing_more_is_asked_of_workers_once_it_is_offered(engine, sections, qtbot):
    with qtbot.waitSignal(sections.settled):
        sections.offer(DERIVED)
    assert [(one.title, one.page) for one in sections.tree] == [("Een", 3)]
    assert engine.wanted[Lane.STRUCTURE] == engine.wanted[Lane.WHOLE] == []
    assert sections.derived is None


@pytest.mark.parametrize(
    "other", [replace(DERIVED, labels=(("1",),) * 4), replace(DERIVED, sections=(replace(SECTION, page=5),))]
)
def test_what_does_not_fit_the_file_is_not_taken(engine, sections, other):
    sections.offer(other)
    assert not sections.is_settled
    assert engine.wanted[Lane.STRUCTURE]


def test_what_was_derived_with_rules_is_taken_when_the_reader_has_the_same_and_derived_anew_when_they_change(
    engine, sections
):
    rule = LabelRule(id="r", first=2, printed="1", created="2026-01-01T00:00:00.000Z")
    sections.offer(replace(DERIVED, rules=(LabelRule(first=2, printed="1"),)))
    assert not sections.is_settled
    sections.use_rules([rule])
    assert sections.is_settled
    sections.use_rules([])
    assert not sections.is_settled
    assert [type(one) for one in engine.wanted[Lane.WHOLE]] == [GatherLines, ReadStructure]


def test_another_program_another_reader_of_texts_and_a_broken_file_derive_anew(home, monkeypatch):
    keep_derived(home, "a", DERIVED, "x 1")
    assert kept_derived(home, "a", "x 1") == DERIVED
    assert kept_derived(home, "a", "x 2") is None
    assert kept_derived(home, "b", "x 1") is None
    monkeypatch.setattr(structures_module, "_DERIVING", ("engine",))
    assert kept_derived(home, "a", "x 1") is None
    monkeypatch.undo()
    derived_path(home, "a").write_bytes(b'{"by":')
    assert kept_derived(home, "a", "x 1") is None
