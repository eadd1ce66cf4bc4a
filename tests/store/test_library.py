import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from store.values import PUBLICATION, annotation

from zzpreader.model.about import About
from zzpreader.model.publication import Edition
from zzpreader.store.envelope import Format, sealed
from zzpreader.store.library import LIBRARY, Library, Seen
from zzpreader.store.notebooks import NotebookFile
from zzpreader.store.problems import NewerSchema, NotSaved

TEXTS = tuple(f"{n:016x}" for n in range(10))
FIRST = Edition(sha256="a" * 64, trailer_id="12ab", pages=10, fingerprints=TEXTS, extractor="x 1")


@pytest.fixture
def library(home):
    return Library(home)


def test_a_file_is_the_same_publication_wherever_it_lies(library, tmp_path):
    first = library.opened(FIRST, tmp_path / "a.pdf", title="A")
    again = library.opened(FIRST, tmp_path / "b" / "renamed.pdf", title="Another title")
    assert again == first
    (entry,) = library.entries()
    assert entry.paths == (str(tmp_path / "b" / "renamed.pdf"), str(tmp_path / "a.pdf"))


def test_a_new_edition_joins_its_publication(library, tmp_path):
    first = library.opened(FIRST, tmp_path / "a.pdf")
    second = replace(FIRST, sha256="b" * 64, fingerprints=(*TEXTS[:8], "f" * 16, "e" * 16))
    joined = library.opened(second, tmp_path / "a.pdf")
    assert joined.id == first.id
    assert [edition.sha256[0] for edition in joined.editions] == ["a", "b"]


def test_another_file_is_another_publication_even_at_the_same_path(library, tmp_path):
    first = library.opened(FIRST, tmp_path / "a.pdf")
    other = Edition(sha256="c" * 64, pages=10, fingerprints=tuple("9" * 16 for _ in range(10)))
    assert library.opened(other, tmp_path / "a.pdf").id != first.id


def test_what_is_known_of_a_file_is_found_by_its_bytes(library, tmp_path):
    known = library.opened(FIRST, tmp_path / "a.pdf")
    assert library.find(FIRST.sha256) == known
    assert library.find("0" * 64) is None


def test_fingerprints_that_were_read_once_are_kept(library, tmp_path):
    library.opened(FIRST, tmp_path / "a.pdf")
    again = library.opened(replace(FIRST, fingerprints=(), extractor=""), tmp_path / "a.pdf")
    assert again.editions == (FIRST,)


def test_how_it_was_left_is_remembered(library, home, tmp_path):
    known = library.opened(FIRST, tmp_path / "a.pdf")
    view = {"place": {"page": 3, "y": 12.5}, "open": ["section-1"], "zoom": None}
    library.remember_view(known.id, view)
    library.opened(FIRST, tmp_path / "a.pdf")
    entry = Library(home).entry(known.id)
    assert entry is not None
    assert entry.view == view


def test_the_last_opened_comes_first(library, tmp_path):
    one = library.opened(FIRST, tmp_path / "a.pdf")
    two = library.opened(Edition(sha256="c" * 64), tmp_path / "c.pdf")
    library.opened(FIRST, tmp_path / "a.pdf")
    assert {entry.publication.id for entry in library.entries()} == {one.id, two.id}
    assert library.entries()[0].opened >= library.entries()[1].opened


def test_what_was_taken_out_is_not_listed_but_known_when_its_file_is_opened_again(library, tmp_path):
    publication = library.opened(FIRST, tmp_path / "a.pdf")
    library.describe([publication.id], lambda entry: replace(entry, removed="2026-01-01T00:00:00.000Z"))
    assert library.entries() == []
    assert library.find(FIRST.sha256) == publication
    assert library.opened(FIRST, tmp_path / "a.pdf").id == publication.id
    assert [entry.publication.id for entry in library.entries()] == [publication.id]


def test_a_bundle_that_was_named_once_stays(library, tmp_path):
    library.opened(FIRST, tmp_path / "a.pdf", bundle="zzp-en-de-stad")
    assert library.opened(FIRST, tmp_path / "a.pdf").bundle == "zzp-en-de-stad"


OPEN_MANY = """
import sys
from pathlib import Path
from zzpreader.model.about import About
from zzpreader.model.publication import Edition
from zzpreader.store.home import Home
from zzpreader.store.library import Library
library = Library(Home(Path(sys.argv[1])))
for number in range(15):
    library.opened(Edition(sha256=f"{sys.argv[2]}{number:063x}"), Path(f"{sys.argv[2]}{number}.pdf"))
"""


def test_processes_that_write_at_the_same_time_lose_nothing(home):
    running = [subprocess.Popen([sys.executable, "-c", OPEN_MANY, home.folder, letter]) for letter in "abc"]
    assert [one.wait() for one in running] == [0, 0, 0]
    assert len(Library(home).entries()) == 45


def notes_of(home, publication):
    file = NotebookFile(home.notebook(publication.id), publication)
    file.save({annotation(1).id: annotation(1)})
    file.close()


def test_a_library_that_is_lost_is_made_anew_from_the_notebooks(library, home, tmp_path):
    known = [library.opened(replace(FIRST, sha256=c * 64, fingerprints=(c,)), tmp_path / f"{c}.pdf") for c in "abc"]
    for publication in known:
        notes_of(home, publication)
    for file in home.folder.glob("library.json*"):
        file.unlink()
    fresh = Library(home)
    found = fresh.opened(replace(FIRST, sha256="b" * 64, fingerprints=("b",)), tmp_path / "moved.pdf")
    assert found == known[1]
    assert {entry.publication.id for entry in Library(home).entries()} == {one.id for one in known}


def test_a_damaged_library_takes_its_backup_and_what_the_notebooks_say(library, home, tmp_path):
    library.opened(FIRST, tmp_path / "a.pdf")
    notes_of(home, PUBLICATION)
    home.library.write_bytes(b"x")
    fresh = Library(home)
    assert PUBLICATION in [entry.publication for entry in fresh.entries()]
    assert fresh.recovery is not None
    assert list(home.folder.glob("library.json.damaged-*"))


def test_a_newer_library_is_refused_and_left_as_it_is(library, home, tmp_path):
    data = sealed({}, Format(LIBRARY.name, schema=LIBRARY.schema + 1))
    home.library.write_bytes(data)
    with pytest.raises(NewerSchema):
        library.opened(FIRST, tmp_path / "a.pdf")
    assert home.library.read_bytes() == data


def test_a_library_that_may_not_be_written_can_be_read(library, home, tmp_path, monkeypatch):
    known = library.opened(FIRST, tmp_path / "a.pdf")

    def refuse(*_args, **_named):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    fresh = Library(home)
    assert fresh.find(FIRST.sha256) == known
    with pytest.raises(NotSaved):
        fresh.opened(FIRST, Path("b.pdf"))


def test_files_that_were_only_found_are_publications_that_were_never_opened(library, tmp_path):
    known = library.opened(FIRST, tmp_path / "a.pdf", title="A")
    copy = Seen(edition=FIRST, path=tmp_path / "copy.pdf", title="A")
    other = Seen(edition=replace(FIRST, sha256="d" * 64, trailer_id="", fingerprints=()), path=tmp_path / "d.pdf")
    assert library.add([copy, other, other]) == 1
    first, second = library.entries()
    assert (first.publication, first.paths[0]) == (known, str(tmp_path / "copy.pdf"))
    assert first.opened
    assert not second.opened


def test_what_the_reader_says_stays_when_the_file_is_opened_again_and_can_be_put_back(library, tmp_path):
    known = library.opened(FIRST, tmp_path / "a.pdf", title="A", author="Maker")
    said = About(title="Beter")
    (before,) = library.describe([known.id], lambda entry: replace(entry, about=said, tags=("nu",)))
    library.opened(FIRST, tmp_path / "b.pdf", title="A")
    entry = library.entry(known.id)
    assert entry
    assert (entry.about, entry.tags, entry.author) == (said, ("nu",), "Maker")
    library.describe([known.id], lambda entry: replace(entry, about=before.about, tags=before.tags))
    assert library.entry(known.id).about == About()
