"""The library as rows, and where files are that were moved."""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import suppress
from hashlib import file_digest
from pathlib import Path

from zzpreader.model.about import About, author_named
from zzpreader.model.library import Counts, PublicationRow
from zzpreader.model.records import Status
from zzpreader.model.standing import status_of
from zzpreader.store.home import Home
from zzpreader.store.lessons import closed
from zzpreader.store.library import Entry
from zzpreader.store.loading import journal_of

MOST_FILES = 50_000
"""In a folder that is gone through; what comes behind them is left."""

Stamp = tuple[tuple[int, int], ...]


def row_of(entry: Entry, bundle: About, counts: Counts | None = None, file: str | None = None) -> PublicationRow:
    """
    Args:
        bundle: what its bundle says of it.
        file: where it is.
    """
    publication, seen = entry.publication, next(iter(entry.paths), "")
    said = About(title=publication.title or Path(seen).stem, author=author_named(entry.author))
    return PublicationRow(
        id=publication.id,
        about=entry.about.over(bundle.over(said)),
        corrected=entry.about,
        collections=entry.collections,
        tags=entry.tags,
        opened=entry.opened,
        file=file,
        seen=seen,
        edition=publication.editions[-1].sha256 if publication.editions else "",
        bundle=publication.bundle,
        counts=counts,
    )


def file_of(entry: Entry) -> str | None:
    """The first of its paths at which there is a file; its bytes are not looked at."""
    return next((path for path in entry.paths if _is_file(path)), None)


def stamp_of(home: Home, entry: Entry) -> Stamp:
    """Another one whenever its counts may be others."""
    publication = entry.publication
    trees = [home.cache / "trees" / f"{edition.sha256}.json" for edition in publication.editions]
    notebook = home.notebook(publication.id)
    return tuple(_stamp(path) for path in (notebook, journal_of(notebook), *trees))


def counts_of(home: Home, entry: Entry) -> Counts:
    """Raises: StoreError: its notebook cannot be read."""
    one = closed(home, entry)
    lessons = one.tree.lessons
    standings = {standing.section: standing for standing in one.notebook.standings}
    read = sum(status_of(standings.get(lesson.id)) is not Status.UNREAD for lesson in lessons)
    return Counts(len(lessons), read, sum(1 for _ in one.notebook))


def pdfs_in(folder: Path) -> Iterator[Path]:
    """All PDFs in the folder and below it by their names; links to folders are not followed, hidden ones left."""
    count = 0
    for where, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if not name.startswith("."))
        for name in sorted(names):
            if name.lower().endswith(".pdf") and not name.startswith("."):
                count += 1
                if count > MOST_FILES:
                    return
                yield Path(where) / name


def recognised(file: Path, wanted: Mapping[int, Sequence[tuple[str, str]]]) -> str | None:
    """The id of the publication of which this is a file.

    Args:
        wanted: by size in bytes (0 where it is not known), (sha256, id of the publication).
    """
    try:
        candidates = [*wanted.get(file.stat().st_size, ()), *wanted.get(0, ())]
        if not candidates:
            return None
        with file.open("rb") as data:
            digest = file_digest(data, "sha256").hexdigest()
    except OSError:
        return None
    return next((id_ for sha256, id_ in candidates if sha256 == digest), None)


def wanted_files(entries: Sequence[Entry]) -> dict[int, list[tuple[str, str]]]:
    """What `recognised` asks."""
    wanted: dict[int, list[tuple[str, str]]] = {}
    for entry in entries:
        for edition in entry.publication.editions:
            wanted.setdefault(edition.size, []).append((edition.sha256, entry.publication.id))
    return wanted


def _is_file(path: str) -> bool:
    with suppress(OSError, ValueError):
        return Path(path).is_file()
    return False


def _stamp(path: Path) -> tuple[int, int]:
    try:
        found = path.stat()
    except OSError:
        return (0, 0)
    return (found.st_mtime_ns, found.st_size)
