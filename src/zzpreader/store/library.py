"""Which publications the reader has had in hand, and how each was left."""

from collections.abc import Callable, Generator
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import msgspec
from filelock import Timeout
from msgspec import Struct

from zzpreader.model.annotation import new_id, timestamp
from zzpreader.model.foreign import OUR_ID
from zzpreader.model.identity import recognise, with_edition
from zzpreader.model.publication import Edition, Publication
from zzpreader.store.envelope import Format, document
from zzpreader.store.home import Home, lock_beside
from zzpreader.store.notebooks import described
from zzpreader.store.problems import Cause, NotSaved, StoreError
from zzpreader.store.schemas import as_it_was
from zzpreader.store.storage import DurableStorage, Recovery
from zzpreader.store.tables import Database

LIBRARY = Format("zzpreader library", schema=2, steps={1: as_it_was})
"""Table `publications`; docs/storage.md describes it."""

_WAIT_S = 5.0
_MOST_PATHS = 10


class Entry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A publication and how it was left.

    Args:
        paths: where its files were seen, the last first; a help to open it again, never what it is known by.
        opened: when last, xsd:dateTime in UTC.
        view: what the views say of themselves (place, zoom, panes, tree); plain JSON that only they understand.
    """

    publication: Publication
    paths: tuple[str, ...] = ()
    opened: str = ""
    view: dict[str, object] = {}


class Library:
    """The file is shared with other processes: every change takes a short lock, reads, changes and writes."""

    def __init__(self, home: Home) -> None:
        self.recovery: Recovery | None = None
        self._home = home
        self._storage = DurableStorage(home.library, LIBRARY)
        self._publications = Database(self._storage).documents("publications")

    def entries(self) -> list[Entry]:
        """All, the last opened first.

        Raises:
            NewerSchema, NotReadable
        """
        return sorted(self._read().values(), key=lambda entry: entry.opened, reverse=True)

    def entry(self, publication_id: str) -> Entry | None:
        return self._read().get(publication_id)

    def find(self, sha256: str) -> Publication | None:
        """The publication of exactly this file, so that its pages' texts need not be read to know it."""
        for entry in self.entries():
            if any(edition.sha256 == sha256 for edition in entry.publication.editions):
                return entry.publication
        return None

    def recognise(self, edition: Edition) -> Publication | None:
        return recognise(edition, [entry.publication for entry in self.entries()])

    def opened(
        self, edition: Edition, path: Path, *, title: str = "", bundle: str | None = None, id_: str = ""
    ) -> Publication:
        """The publication to which the file belongs, a new one if it was never seen; and that it was opened now.

        Args:
            id_: of a new one, where another library has named it already.

        Raises:
            NewerSchema, NotReadable, NotSaved
        """

        def unused(entries: dict[str, Entry]) -> str:
            return id_ if OUR_ID.fullmatch(id_) and id_ not in entries else new_id()

        def visit(entries: dict[str, Entry]) -> Entry:
            latest = sorted(entries.values(), key=lambda entry: entry.opened, reverse=True)
            known = recognise(edition, [entry.publication for entry in latest])
            before = entries[known.id] if known else Entry(publication=Publication(id=unused(entries), title=title))
            publication = with_edition(before.publication, edition)
            changes = {"title": publication.title or title, "bundle": bundle or publication.bundle}
            paths = (str(path), *(other for other in before.paths if other != str(path)))
            return Entry(
                publication=msgspec.structs.replace(publication, **changes),
                paths=paths[:_MOST_PATHS],
                opened=timestamp(),
                view=before.view,
            )

        return self._change(visit).publication

    def remember_view(self, publication_id: str, view: dict[str, object]) -> None:
        """Raises: NewerSchema, NotReadable, NotSaved, KeyError (it was never opened)."""
        self._change(lambda entries: msgspec.structs.replace(entries[publication_id], view=view))

    def _change(self, change: Callable[[dict[str, Entry]], Entry]) -> Entry:
        """Put the entry that `change` makes of all others in its place."""
        with self._locked() as may_write:
            if not may_write:
                raise NotSaved(self._home.library, Cause.REFUSED)
            entries, unsaved = self._read_file()
            changed = change(entries)
            id_ = changed.publication.id
            if entries.get(id_) != changed:
                unsaved |= {id_: changed}
            if unsaved:
                self._publications.change({id_: document(entry) for id_, entry in unsaved.items()})
                self._storage.tidy()
            return changed

    def _read(self) -> dict[str, Entry]:
        with self._locked():
            return self._read_file()[0]

    @contextmanager
    def _locked(self) -> Generator[bool]:
        """Alone with the file, or without the right to write and mend it."""
        lock = lock_beside(self._home.library, wait_s=_WAIT_S)
        with ExitStack() as stack:
            try:
                stack.enter_context(lock)
                self._storage.writable = True
            except (Timeout, OSError):
                self._storage.writable = False
            yield self._storage.writable

    def _read_file(self) -> tuple[dict[str, Entry], dict[str, Entry]]:
        """All entries, and those among them that the file does not hold."""
        is_new = not self._home.library.exists()
        entries: dict[str, Entry] = {}
        for id_, one in self._publications.by_id().items():
            with suppress(msgspec.ValidationError):
                entries[id_] = msgspec.convert(one, Entry)
        mended, self._storage.recovery = self._storage.recovery, None
        self.recovery = mended or self.recovery
        unsaved: dict[str, Entry] = {}
        if is_new or mended:
            unsaved = {p.id: Entry(publication=p) for p in self._in_notebooks() if p.id not in entries}
        return entries | unsaved, unsaved

    def _in_notebooks(self) -> list[Publication]:
        """What the notebooks say of themselves: should the library be lost, no note loses its publication."""
        found: list[Publication] = []
        for path in sorted(self._home.notebooks.glob("*.json")):
            try:
                publication = described(path)
            except StoreError:
                continue
            if publication:
                found.append(publication)
        return found
