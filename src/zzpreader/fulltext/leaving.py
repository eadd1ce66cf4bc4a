"""What the reader made, taken into the index when its files have changed, whoever changed them."""

from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

from zzpreader.fulltext.index import Index
from zzpreader.store.home import Home
from zzpreader.store.lessons import closed
from zzpreader.store.library import Entry, Library
from zzpreader.store.problems import StoreError
from zzpreader.store.trees import tree_path


class Leaving:
    """Keeps the library's entries for as long as its file is the same."""

    def __init__(self, home: Home) -> None:
        self._home = home
        self._stamp = ""
        self._entries: list[Entry] = []

    def entries(self) -> list[Entry]:
        """The last opened first; none if the library cannot be read."""
        stamp = stamp_of(self._home.library)
        if stamp != self._stamp:
            with suppress(StoreError):
                self._entries = Library(self._home).entries()
                self._stamp = stamp
        return self._entries

    def refresh(self, index: Index) -> None:
        """Cost: a millisecond for 200 publications of which none has changed.

        Raises:
            Damaged, OSError
            TimeoutError: another one writes; the index has what it had.
        """
        entries = self.entries()
        known = index.publications()
        for entry in entries:
            id_ = entry.publication.id
            stamp = " ".join(self._stamps(entry))
            if id_ in known and known[id_].left_as == stamp:
                continue
            with suppress(StoreError):
                left = closed(self._home, entry)
                standings = {one.section: one.status.value for one in left.notebook.standings}
                with index.change():
                    index.leave(id_, left.title, stamp, left.tree.sections, standings, left.notebook)
        for id_ in known.keys() - {entry.publication.id for entry in entries}:
            with index.change():
                index.drop(known[id_].n)

    def _stamps(self, entry: Entry) -> Iterator[str]:
        yield entry.publication.title
        yield stamp_of(self._home.notebook(entry.publication.id))
        for edition in entry.publication.editions:
            yield stamp_of(tree_path(self._home, edition.sha256))


def stamp_of(path: Path) -> str:
    """Another one whenever the file is another one."""
    try:
        found = path.stat()
    except OSError:
        return "-"
    return f"{found.st_mtime_ns}.{found.st_size}.{found.st_ino}"
