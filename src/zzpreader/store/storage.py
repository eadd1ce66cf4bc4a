"""The TinyDB storage under all files: a snapshot and a journal, never a write over what is there."""

from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import cast

from msgspec import Struct
from tinydb import Storage

from zzpreader.files import put_in_place, read_whole, sync_folder, write_new, write_whole
from zzpreader.store.backups import backup, copy_or_link, free_name, keep_previous, second_copy_name, set_aside
from zzpreader.store.draft import Delta, Draft, difference
from zzpreader.store.envelope import Damaged, Format, Newer, Tables, new_generation, opened, sealed
from zzpreader.store.journal import Header, record
from zzpreader.store.journal_file import JournalFile
from zzpreader.store.loading import Loaded, Missing, Stamps, journal_of, last_journal_of, load, stamps
from zzpreader.store.problems import Cause, NotSaved, cause_of

_SMALL = 256 * 1024
_SHARE = 2
"""A journal is taken up into the file when it is larger than both `_SMALL` bytes and the file divided by this."""

_ATTEMPTS = 2


class Recovery(Struct, frozen=True):
    """A file was missing or damaged, and this was done about it.

    Args:
        aside: names under which damaged files are kept.
        saved: when the state that was loaded instead had been saved (xsd:dateTime), None if there was none.
    """

    path: Path
    aside: tuple[Path, ...]
    saved: str | None
    missing: Missing = Missing.LATER

    def __str__(self) -> str:
        kept = f"; it was set aside as {self.aside[0].name}" if self.aside else ""
        return f"The file {self.path.name} was damaged or missing{kept}. {self._what_is_there()}"

    def _what_is_there(self) -> str:
        match self.missing:
            case Missing.NOTHING:
                return "Nothing is lost."
            case Missing.LAST:
                return "Its end could not be read; all before is there, and the last changes may be missing."
            case Missing.SOME:
                return "Some of what was saved could not be read; the rest is there."
            case Missing.LATER:
                return f"The backup of {self.saved} was loaded."
            case Missing.ALL:
                return "There was no backup to load."


class DurableStorage(Storage):
    """Tables in a file of `form`, with a journal and backups beside it.

    They stay in memory as long as the files are those from which they came, and change there when a save is on the
    disk: memory never runs ahead of it.

    Args:
        writable: whether the caller holds the lock; without it nothing is repaired, set aside or written. Becomes
            false when a damaged or old file cannot be put in safety first.
        alone: whether the lock is held as long as this is open. What then changes beneath was no writer of ours: it
            is put beside as a copy. Else others write in turn, and what they wrote is read again.
    """

    def __init__(self, path: Path, form: Format, *, writable: bool = True, alone: bool = False) -> None:
        self.recovery: Recovery | None = None
        self.writable = writable
        self.loads = 0
        self._path = path
        self._form = form
        self._alone = alone
        self._tables: Tables | None = None
        self._is_there = False
        self._seen: Stamps = (None, None)
        self._generation = ""
        self._sequence = 0
        self._pending: str | None = None
        """The generation of a journal that lies there, or may; None if there is none."""
        self._journal: JournalFile | None = None
        self._is_sound = True
        """Whether the newest backup and the journals lead to what there is."""
        self._damaged: tuple[Path, ...] = ()
        self._kept_aside: list[Path] = []
        self._size = 0

    def read(self) -> Tables | None:
        """The tables; not to be changed, but by `change` or TinyDB's `write`. None if nothing was ever saved.

        Raises: NewerSchema, NotReadable.
        """
        is_ours = self._alone and self.writable
        if self._tables is None or (not is_ours and self._seen != stamps(self._path)):
            self._take(load(self._path, self._form))
        return dict(cast("Tables", self._tables)) if self._is_there else None

    def write(self, data: Tables) -> None:
        """Raises: NotSaved: nothing has changed."""
        self.read()
        self._save(difference(cast("Tables", self._tables), data))

    def change(self, update: Callable[[Tables], None], *, lends: bool = False) -> None:
        """Change several tables with one save; tables that are not there yet are made.

        Args:
            update: gets the tables; in them documents are replaced, never changed, unless it is lent copies.

        Raises:
            NotSaved: nothing has changed.
            ValueError: something in it is not plain JSON; nothing has changed.
        """
        self.read()
        draft = Draft(cast("Tables", self._tables), lends=lends)
        update(cast("Tables", draft))  # it has all that dictionaries and mutable mappings have in common
        self._save(draft.delta())

    def forget(self) -> None:
        """Take the next `read` from the disk."""
        self._journal = self._tables = None

    def tidy(self) -> None:
        """Take the journal up into the file if it has grown long. What is saved is safe either way."""
        if self._journal and self._journal.size > max(_SMALL, self._size // _SHARE):
            self.settle()

    def settle(self) -> None:
        """Take the journal up into the file: all that was saved is then in one file, and in others a second time."""
        if not (self.writable and self._tables is not None and self._pending is not None):
            return
        try:
            self._compare()
            self._take_up()
        except OSError:
            if stamps(self._path) != self._seen:
                self._distrust()
            elif self._journal:
                self._size = _SHARE * 2 * self._journal.size  # the next try is when it is twice as long

    # reading

    def _take(self, found: Loaded) -> None:
        self.forget()
        self.loads += 1
        self._tables, self._is_there, self._seen = found.tables, found.is_there, found.seen
        self._generation, self._sequence, self._pending = found.generation, found.sequence, found.pending
        self._size = found.seen[0][1] if found.seen[0] else 0
        self._damaged = found.damaged
        self._is_sound = not found.damaged and (found.is_whole or not found.is_there)
        if self.writable and found.is_whole and found.schema != self._form.schema:
            self._keep_old_schema(found.schema)
        if self.writable and found.foreign:
            self._put_beside(found.foreign)
        if not self._is_sound:
            aside = self._mend() if self.writable else ()
            self.recovery = Recovery(self._path, aside, found.saved, found.missing)

    def _mend(self) -> tuple[Path, ...]:
        """Write what could be read; on a full disk it stays where it is until a later save succeeds."""
        self._kept_aside.clear()
        try:
            self._take_up()
        except OSError as problem:
            self.writable = cause_of(problem) is not Cause.REFUSED
            self._seen = stamps(self._path)
        return tuple(self._kept_aside)

    def _keep_old_schema(self, schema: int) -> None:
        old = self._path.with_name(f"{self._path.name}.schema{schema}")
        if not old.exists():
            try:
                copy_or_link(self._path, old)
            except OSError:
                self.writable = False

    def _put_beside(self, journal: Path) -> None:
        """A journal that belongs to another state of the file is kept like a copy of the notebook, to be merged."""
        try:
            journal.rename(free_name(self._path, ".foreign-", ".journal"))
        except OSError:
            self.writable = False
        self._seen = stamps(self._path)

    # writing

    def _save(self, delta: Delta) -> None:
        if not self.writable:
            raise NotSaved(self._path, Cause.REFUSED)
        if not delta:
            return
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                if attempt == 1:
                    self._compare()
                self._bring(delta)
                break
            except OSError as problem:
                self._distrust()
                if attempt == _ATTEMPTS:
                    raise NotSaved(self._path, cause_of(problem)) from problem
        delta.apply(cast("Tables", self._tables))
        self._is_there = True
        self._seen = stamps(self._path)

    def _compare(self) -> None:
        """Whether the files are still ours. What a sync tool has put in their place is kept beside. Raises: OSError."""
        file, journal = stamps(self._path)
        if (file, journal) == self._seen:
            return
        if file != self._seen[0] and not self._is_ours():
            self._journal = None
        if journal != self._seen[1]:
            self._journal = None
            if journal:
                journal_of(self._path).rename(free_name(self._path, ".foreign-", ".journal"))
        if not self._journal:
            self._is_sound = False
        self._seen = stamps(self._path)

    def _is_ours(self) -> bool:
        """Whether the file holds what we know; if not, it is got out of the way."""
        try:
            content = opened(read_whole(self._path), self._form)
        except FileNotFoundError:
            return False
        except Damaged:
            self._damaged += (self._path,)
            return False
        except Newer:
            content = None
        if content and content.generation == self._generation:
            return True
        self._path.rename(free_name(self._path.with_suffix(""), ".beside-", self._path.suffix))
        return False

    def _bring(self, delta: Delta) -> None:
        """One save to the disk. Raises: OSError."""
        if self._journal:
            self._journal.append(record(self._journal.generation, self._sequence + 1, delta))
        else:
            if self._pending is not None or not self._generation or not self._is_sound:
                self._take_up()
            header = Header(
                of=self._path.name,
                content=self._form.name,
                schema=self._form.schema,
                after=self._generation,
                generation=new_generation(),
                sequence=self._sequence,
            )
            self._pending = header.generation
            first = record(header.generation, self._sequence + 1, delta)
            self._journal = JournalFile(journal_of(self._path), header, first)
        self._sequence += 1

    def _distrust(self) -> None:
        """After a failure the journal is never gone on with, and its numbers are not given again."""
        if self._journal:
            self._journal.give_up()
            self._journal = None
        self._sequence += 1
        self._is_sound = False
        self._seen = stamps(self._path)

    def _take_up(self) -> None:
        """Write the present state whole, as the file; then the journal leads from the newest backup to it.

        Where that cannot be said because something was damaged or has failed, the backup becomes a second copy.

        Raises: OSError: what was saved before is where it was.
        """
        generation = self._pending or new_generation()
        data = sealed(cast("Tables", self._tables), self._form, generation=generation, sequence=self._sequence)
        scratch = self._path.with_name(f"{self._path.name}.new")
        try:
            write_new(scratch, data, private=True)
            if self._path in self._damaged:
                self._aside(self._path)
            else:
                keep_previous(self._path)
            put_in_place(scratch, self._path)
        except BaseException:
            with suppress(OSError):
                scratch.unlink()
            raise
        sync_folder(self._path.parent)
        self._journal = None
        self._generation, self._size, self._is_there = generation, len(data), True
        if not self._is_sound:
            self._copy(data)
        self._move_journal()
        self._is_sound = True

    def _copy(self, data: bytes) -> None:
        if backup(self._path, 1) in self._damaged:
            self._aside(backup(self._path, 1))
        with suppress(OSError):
            write_whole(backup(self._path, 1), data, scratch=second_copy_name(self._path), private=True)

    def _move_journal(self) -> None:
        for path in self._damaged:
            if path.exists():
                self._aside(path)
        if journal_of(self._path).exists():
            put_in_place(journal_of(self._path), last_journal_of(self._path))
        self._damaged = ()
        self._pending = None
        self._seen = stamps(self._path)

    def _aside(self, path: Path) -> None:
        self._kept_aside.append(set_aside(path))
        self._damaged = tuple(other for other in self._damaged if other != path)
