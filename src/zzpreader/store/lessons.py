"""The lessons of publications that are not open: read from the kept trees, their standings written."""

from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import NamedTuple

from zzpreader.model.corrections import corrected, with_known_ids
from zzpreader.model.notebook import Edit, Notebook
from zzpreader.model.publication import Publication
from zzpreader.model.sections import Section, SectionTree, in_reading_order
from zzpreader.store.home import Home
from zzpreader.store.library import Entry, Library
from zzpreader.store.notebooks import NotebookFile
from zzpreader.store.problems import Cause, InUse, NotSaved, StoreError
from zzpreader.store.trees import kept_tree


class Closed(NamedTuple):
    """A publication as it was left.

    Args:
        file: where it was seen last and still is, None if nowhere.
        found, tree: its sections before and after the reader's corrections.
    """

    publication: Publication
    title: str
    file: Path | None
    found: SectionTree
    tree: SectionTree
    notebook: Notebook


Restand = Callable[[Notebook, SectionTree, SectionTree], Sequence[Edit]]
"""The edits for a notebook, the tree, and the tree before corrections."""


def closed_publications(home: Home, leave_out: Collection[str] = ()) -> Iterator[Closed]:
    """Changes nothing on the disk. A notebook that cannot be read is passed over.

    Raises:
        NewerSchema, NotReadable: the library.
    """
    for entry in Library(home).entries():
        if entry.publication.id not in leave_out:
            with suppress(StoreError):
                yield closed(home, entry)


def restand(home: Home, publication: Publication, edits_for: Restand) -> None:
    """Write another standing into the notebook of a publication that is not open.

    Raises:
        InUse: another window writes it.
        NewerSchema, NotReadable, NotSaved
    """
    home.prepare()
    path = home.notebook(publication.id)
    file = NotebookFile(path, publication)
    try:
        if file.in_use:
            raise InUse(path)
        if not file.writable:
            raise NotSaved(path, Cause.REFUSED)
        notebook = Notebook(file.records)
        found, tree = _trees(home, publication, notebook)
        if edits := edits_for(notebook, tree, found):
            file.save({edit.id: edit.after for edit in edits})
    finally:
        file.close()


def closed(home: Home, entry: Entry) -> Closed:
    """Raises: StoreError: its notebook."""
    publication = entry.publication
    path = home.notebook(publication.id)
    records = NotebookFile(path, publication, write=False).records if path.exists() else ()
    notebook = Notebook(records)
    found, tree = _trees(home, publication, notebook)
    paths = [Path(one) for one in entry.paths]
    title = publication.title or (paths[0].stem if paths else publication.id)
    return Closed(publication, title, next(filter(_is_file, paths), None), found, tree, notebook)


def _trees(home: Home, publication: Publication, notebook: Notebook) -> tuple[SectionTree, SectionTree]:
    """Before and after corrections: of the last edition that was laid out, else what the notebook itself remembers."""
    records = notebook.section_records
    kept = (kept_tree(home, edition.sha256) for edition in reversed(publication.editions))
    sections = next((one.sections for one in kept if one), _remembered(notebook))
    found = SectionTree(with_known_ids(sections, records))
    return found, corrected(found, records)


def _remembered(notebook: Notebook) -> list[Section]:
    sections = [record.section for record in notebook.section_records if not record.is_added]
    return sorted(sections, key=lambda section: in_reading_order(section.place))


def _is_file(path: Path) -> bool:
    with suppress(OSError):
        return path.is_file()
    return False
