"""What the files of one path say together: the newest state that can be had, and what was wrong with them.

Of whole files `FILE.bak1` with `FILE.journal.1` is `FILE`, and `FILE` with `FILE.journal` is the present. Generations
say which journal follows which snapshot, so that it does not matter where a rotation was cut off.
"""

import os
from enum import Enum
from pathlib import Path
from typing import TypeAlias

import msgspec
from msgspec import Struct

from zzpreader.files import read_whole
from zzpreader.store.backups import BACKUPS, backup
from zzpreader.store.envelope import Content, Damaged, Format, Newer, Tables, opened, upgraded
from zzpreader.store.journal import Flaw, Journal, parsed
from zzpreader.store.problems import NewerSchema, NotReadable

_TRIES = 5

Stamps: TypeAlias = tuple[tuple[int, int, int] | None, tuple[int, int, int] | None]


class Missing(Enum):
    """What of that which was saved is not there."""

    NOTHING = "nothing"
    LAST = "perhaps the last saves"
    SOME = "some saves"
    LATER = "what was saved after an older state"
    ALL = "all"


class Loaded(Struct, frozen=True, kw_only=True):
    """
    Args:
        tables: of the current schema.
        schema: in which the file lay.
        generation: of the file; "" if it is not there, not whole or of frame 1.
        sequence: of the last save that is in `tables`.
        saved: when that was, None if there is nothing.
        is_whole: whether the file itself is.
        is_there: whether anything is.
        pending: generation of a journal that lies there and follows the file or is in it.
        damaged: files that are to be set aside.
        foreign: a journal that follows none of our states.
        seen: the stamps of the files from which this comes.
        missing: NOTHING although something is damaged: all of it was somewhere else too.
    """

    tables: Tables
    schema: int
    generation: str = ""
    sequence: int = 0
    saved: str | None = None
    is_whole: bool = False
    is_there: bool = False
    pending: str | None = None
    damaged: tuple[Path, ...] = ()
    foreign: Path | None = None
    missing: Missing = Missing.NOTHING
    seen: "Stamps" = (None, None)


def journal_of(path: Path) -> Path:
    return path.with_name(f"{path.name}.journal")


def last_journal_of(path: Path) -> Path:
    """The journal that leads from the newest backup to the file."""
    return path.with_name(f"{path.name}.journal.1")


def load(path: Path, form: Format) -> Loaded:
    """Repairs nothing. Somebody else may write meanwhile: then it is read again.

    Raises: NewerSchema, NotReadable.
    """
    tries = _TRIES
    while True:
        before, tries = stamps(path), tries - 1
        found = _Loading(path, form).load()
        if not tries or stamps(path) == before:
            return msgspec.structs.replace(found, seen=before)


def stamps(path: Path) -> Stamps:
    """By what a change of the file or its journal is known."""
    return _stamp(path), _stamp(journal_of(path), timed=False)


class _State:
    """Tables that saves are laid over, of whatever schema these are."""

    def __init__(self, form: Format, base: Content | None) -> None:
        self._form = form
        self.tables: Tables = base.tables if base else {}
        self.schema = base.schema if base else None
        self.sequence = base.sequence if base else 0
        self.saved = base.saved if base else None
        self.has_gap = False

    def apply(self, journal: Journal) -> None:
        if journal.start is None:
            return
        if journal.header:
            self._bring_to(journal.header.schema)
        expected = max(journal.start, self.sequence)
        self.has_gap = self.has_gap or journal.start > self.sequence
        for record in journal.records:
            if record.sequence > self.sequence:
                self.has_gap = self.has_gap or record.sequence > expected + 1
                record.delta.apply(self.tables)
                self.sequence, self.saved = record.sequence, record.saved
            expected = record.sequence
        self.sequence = max(self.sequence, journal.start)

    def current(self) -> Tables:
        self._bring_to(self._form.schema)
        return self.tables

    def _bring_to(self, schema: int) -> None:
        if self.schema is not None and self.schema < schema:
            self.tables = upgraded(self.tables, self.schema, self._form, schema)
        self.schema = max(schema, self.schema or schema)


class _Loading:
    def __init__(self, path: Path, form: Format) -> None:
        self._path, self._form = path, form
        self._damaged: list[Path] = []
        self._journal = self._read_journal(journal_of(path))

    def load(self) -> Loaded:
        found = self._first_whole()
        if found and found[0] == self._path:
            return self._from_file(found[1])
        return self._from_backup(found[1] if found else None)

    def _from_file(self, base: Content) -> Loaded:
        state, journal = _State(self._form, base), self._journal
        pending, foreign, missing = None, None, Missing.NOTHING
        if journal and not _is_in(journal, base):
            if _follows(journal, base):
                state.apply(journal)
                if journal.flaw is not Flaw.NONE:
                    self._damaged.append(journal_of(self._path))
                    missing = Missing.LAST if journal.flaw is Flaw.END else missing
                missing = Missing.SOME if state.has_gap else missing
                pending = journal.generation or ""
            else:
                foreign = journal_of(self._path)
        elif journal:
            pending = base.generation
        return Loaded(
            tables=state.current(),
            schema=base.schema,
            generation=base.generation,
            sequence=state.sequence,
            saved=state.saved,
            is_whole=True,
            is_there=True,
            pending=pending,
            damaged=tuple(self._damaged),
            foreign=foreign,
            missing=missing,
        )

    def _from_backup(self, base: Content | None) -> Loaded:
        both = {last_journal_of(self._path): self._read_journal(last_journal_of(self._path))}
        both[journal_of(self._path)] = self._journal
        journals = {path: one for path, one in both.items() if one and not (base and _is_in(one, base))}
        state = _State(self._form, base)
        missing = Missing.NOTHING
        for path, one in journals.items():
            state.apply(one)
            if one.flaw is not Flaw.NONE:
                self._damaged.append(path)
                missing = Missing.LAST if one.flaw is Flaw.END else missing
        is_there = bool(base or self._damaged or journals)
        if not any(_leads_on(one, base) for one in journals.values()):
            known = base or any(one.records for one in journals.values())
            missing = Missing.LATER if known else Missing.ALL
        elif state.has_gap:
            missing = Missing.SOME
        return Loaded(
            tables=state.current(),
            schema=0,
            sequence=state.sequence,
            saved=state.saved,
            is_there=is_there,
            pending="" if self._journal else None,
            damaged=tuple(self._damaged),
            missing=missing if is_there else Missing.NOTHING,
        )

    def _first_whole(self) -> tuple[Path, Content] | None:
        for path in (self._path, *(backup(self._path, n) for n in range(1, BACKUPS + 1))):
            try:
                data = _read(path)
                if data is not None:
                    return path, opened(data, self._form)
            except Newer as newer:
                raise NewerSchema(path, newer.found, self._form.schema) from None
            except Damaged:
                self._damaged.append(path)
        return None

    def _read_journal(self, path: Path) -> Journal | None:
        try:
            data = _read(path)
            journal = None if data is None else parsed(data)
        except Newer as newer:
            raise NewerSchema(path, newer.found, self._form.schema) from None
        header = journal.header if journal else None
        if header and header.schema > self._form.schema:
            raise NewerSchema(path, header.schema, self._form.schema)
        return journal


def _is_in(journal: Journal, base: Content) -> bool:
    """Whether the snapshot was made of it, and only the rotation was cut off."""
    return bool(base.generation) and journal.generation == base.generation


def _follows(journal: Journal, base: Content) -> bool:
    if journal.header:
        return bool(base.generation) and journal.header.after == base.generation
    return journal.start is None or journal.start >= base.sequence


def _leads_on(journal: Journal, base: Content | None) -> bool:
    """Whether the journal begins where the backup ends, so that nothing can be missing in between."""
    if not journal.header:
        return False
    if base is None:
        return journal.header.sequence == 0
    return journal.header.after == base.generation or (base.frame == 1 and journal.header.sequence == 0)


def _read(path: Path) -> bytes | None:
    try:
        return read_whole(path)
    except (FileNotFoundError, NotADirectoryError):
        return None
    except OSError as problem:
        raise NotReadable(path) from problem


def _stamp(path: Path, *, timed: bool = True) -> tuple[int, int, int] | None:
    try:
        found = os.stat(path)  # noqa: PTH116 - on the way of every save
    except OSError:
        return None
    return found.st_ino, found.st_size, found.st_mtime_ns if timed else 0
