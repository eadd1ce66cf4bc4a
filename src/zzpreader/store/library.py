"""Which publications the reader has had in hand, and how each was left."""

from collections.abc import Callable, Collection, Generator, Iterable
from contextlib import ExitStack, contextmanager, suppress
from pathlib import Path

import msgspec
from filelock import Timeout
from msgspec import Struct

from zzpreader.model.about import About
from zzpreader.model.annotation import new_id, timestamp
from zzpreader.model.decoding import learnt
from zzpreader.model.foreign import OUR_ID
from zzpreader.model.identity import is_surely_new, recognise, with_edition, with_fingerprints
from zzpreader.model.publication import Edition, Publication
from zzpreader.store.envelope import Format, document
from zzpreader.store.home import Home, lock_beside
from zzpreader.store.notebooks import described
from zzpreader.store.problems import Cause, NotSaved, StoreError
from zzpreader.store.schemas import as_it_was
from zzpreader.store.storage import DurableStorage, Recovery
from zzpreader.store.tables import Database

LIBRARY = Format("zzpreader library", schema=2, steps={1: as_it_was})
"""Table `publications`; docs/storage.md describes it. Schema 2 knows collections, tags and what a work is called; a
program of schema 1 would drop them."""

_WAIT_S = 5.0
_MOST_PATHS = 10


class Entry(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A publication and how it was left.

    Args:
        paths: where its files were seen, the last first; a help to open it again, never what it is known by.
        opened: when last, xsd:dateTime in UTC.
        author: as the PDF names it.
        about: what the reader says of the work; it goes before what the PDF and the bundle say.
        collections, tags: the reader's own.
        removed: when the reader took it out of the library, "" if it is in it. It is still known: its notes come back
            with its file.
        view: what the views say of themselves (place, zoom, panes, tree); plain JSON that only they understand.
    """

    publication: Publication
    paths: tuple[str, ...] = ()
    opened: str = ""
    author: str = ""
    about: About = About()
    collections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    removed: str = ""
    view: dict[str, object] = {}


class Seen(Struct, frozen=True, kw_only=True):
    """A file that was found and not opened by the reader."""

    edition: Edition
    path: Path
    title: str = ""
    author: str = ""


class Library:
    """The file is shared with other processes: every change takes a short lock, reads, changes and writes."""

    def __init__(self, home: Home) -> None:
        self.recovery: Recovery | None = None
        self._home = home
        self._storage = DurableStorage(home.library, LIBRARY)
        self._publications = Database(self._storage).documents("publications")

    def entries(self) -> list[Entry]:
        """All that are in it, the last opened first.

        Raises:
            NewerSchema, NotReadable
        """
        return [entry for entry in self._known() if not entry.removed]

    def _known(self) -> list[Entry]:
        return sorted(self._read().values(), key=lambda entry: entry.opened, reverse=True)

    def entry(self, publication_id: str) -> Entry | None:
        return self._read().get(publication_id)

    def find(self, sha256: str) -> Publication | None:
        """The publication of exactly this file, so that its pages' texts need not be read to know it."""
        for entry in self._known():
            if any(edition.sha256 == sha256 for edition in entry.publication.editions):
                return entry.publication
        return None

    def recognise(self, edition: Edition) -> Publication | None:
        return recognise(edition, [entry.publication for entry in self._known()])

    def is_surely_new(self, edition: Edition, glimpsed: Collection[str]) -> bool:
        """Whether no publication can be that of the file (`model/identity.py`). Raises: NewerSchema, NotReadable."""
        return is_surely_new(edition, glimpsed, [entry.publication for entry in self._known()])

    def learn(self, edition: Edition) -> Publication | None:
        """The pages' texts of a file that was opened before these were read; None if it is not known any more.

        Raises:
            NewerSchema, NotReadable, NotSaved
        """

        def put(entries: dict[str, Entry]) -> list[Entry]:
            return [
                msgspec.structs.replace(entry, publication=with_fingerprints(entry.publication, edition))
                for entry in entries.values()
                if any(known.sha256 == edition.sha256 for known in entry.publication.editions)
            ]

        changed = self._change(put)
        return changed[0].publication if changed else None

    def opened(
        self,
        edition: Edition,
        path: Path,
        *,
        title: str = "",
        author: str = "",
        bundle: str | None = None,
        id_: str = "",
    ) -> Publication:
        """The publication to which the file belongs, a new one if it was never seen; and that it was opened now.

        Args:
            id_: of a new one, where another library has named it already.

        Raises:
            NewerSchema, NotReadable, NotSaved
        """

        def unused(entries: dict[str, Entry]) -> str:
            return id_ if OUR_ID.fullmatch(id_) and id_ not in entries else new_id()

        def visit(entries: dict[str, Entry]) -> list[Entry]:
            seen = Seen(edition=edition, path=path, title=title, author=author)
            entry = _with(entries, seen, unused(entries))
            publication = msgspec.structs.replace(entry.publication, bundle=bundle or entry.publication.bundle)
            return [msgspec.structs.replace(entry, publication=publication, opened=timestamp())]

        return self._change(visit)[0].publication

    def add(self, found: Iterable[Seen]) -> int:
        """Files that were not opened; how many publications are new.

        Raises:
            NewerSchema, NotReadable, NotSaved
        """

        def take_in(entries: dict[str, Entry]) -> list[Entry]:
            together = dict(entries)
            for seen in found:
                entry = _with(together, seen, new_id())
                together[entry.publication.id] = entry
            new.extend(id_ for id_ in together if id_ not in entries)
            return [entry for id_, entry in together.items() if entries.get(id_) != entry]

        new: list[str] = []
        self._change(take_in)
        return len(new)

    def describe(self, ids: Collection[str], change: Callable[[Entry], Entry]) -> list[Entry]:
        """Let `change` say something else of these; returns them as they were.

        Raises:
            NewerSchema, NotReadable, NotSaved
        """
        before: list[Entry] = []

        def say(entries: dict[str, Entry]) -> list[Entry]:
            before.extend(entries[id_] for id_ in ids if id_ in entries)
            return [change(entry) for entry in before]

        self._change(say)
        return before

    def seen_at(self, publication_id: str, path: Path) -> None:
        """Its file has been found there. Raises: NewerSchema, NotReadable, NotSaved."""
        self.describe([publication_id], lambda entry: msgspec.structs.replace(entry, paths=_first(path, entry.paths)))

    def remember_view(self, publication_id: str, view: dict[str, object]) -> None:
        """Raises: NewerSchema, NotReadable, NotSaved, KeyError (it was never opened)."""
        self._change(lambda entries: [msgspec.structs.replace(entries[publication_id], view=view)])

    def _change(self, change: Callable[[dict[str, Entry]], list[Entry]]) -> list[Entry]:
        """Put the entries that `change` makes of all others in their places."""
        with self._locked() as may_write:
            if not may_write:
                raise NotSaved(self._home.library, Cause.REFUSED)
            entries, unsaved = self._read_file()
            changed = change(entries)
            unsaved |= {one.publication.id: one for one in changed if entries.get(one.publication.id) != one}
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
                entries[id_] = msgspec.convert(one, learnt(Entry))
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


def _with(entries: dict[str, Entry], seen: Seen, new: str) -> Entry:
    """The entry of the publication to which a file belongs, a new one with that id if it was never seen."""
    latest = sorted(entries.values(), key=lambda entry: entry.opened, reverse=True)
    known = recognise(seen.edition, [entry.publication for entry in latest])
    before = entries[known.id] if known else Entry(publication=Publication(id=new, title=seen.title))
    publication = with_edition(before.publication, seen.edition)
    return msgspec.structs.replace(
        before,
        publication=msgspec.structs.replace(publication, title=publication.title or seen.title),
        paths=_first(seen.path, before.paths),
        author=before.author or seen.author,
        removed="",
    )


def _first(path: Path, paths: tuple[str, ...]) -> tuple[str, ...]:
    return (str(path), *(other for other in paths if other != str(path)))[:_MOST_PATHS]
