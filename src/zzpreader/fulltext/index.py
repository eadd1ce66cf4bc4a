"""The full-text index: one SQLite file in the cache folder, from which nothing is lost if it is deleted.

FTS5 holds folded words; what a query makes of them (forms, compounds, synonyms) is decided when one searches, over the
list of all words, so that the index need not be made again when a rule or a list changes.
"""

import sqlite3
import zlib
from collections.abc import Generator, Iterable, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import NamedTuple, Self

import msgspec

from zzpreader.model.annotation import Annotation
from zzpreader.model.decoding import learnt
from zzpreader.model.folding import fold
from zzpreader.model.query import TOKEN
from zzpreader.model.sections import Section
from zzpreader.store.home import PRIVATE_FILE, Home, make_private_folder
from zzpreader.wire import PlainPage

_SCHEMA = 3
_TABLES = """
CREATE TABLE publications (
  n INTEGER PRIMARY KEY, id TEXT UNIQUE NOT NULL, title TEXT NOT NULL DEFAULT '',
  file TEXT NOT NULL DEFAULT '', size INTEGER NOT NULL DEFAULT 0, mtime_ns INTEGER NOT NULL DEFAULT 0,
  pages INTEGER NOT NULL DEFAULT 0, done INTEGER NOT NULL DEFAULT 0, without_text INTEGER NOT NULL DEFAULT 0,
  left_as TEXT NOT NULL DEFAULT ''
);
CREATE TABLE sections (n INTEGER PRIMARY KEY, outline BLOB, tree BLOB, standings BLOB);
CREATE TABLE pages (n INTEGER PRIMARY KEY, text BLOB NOT NULL, lines BLOB NOT NULL);
CREATE TABLE notes (n INTEGER PRIMARY KEY, annotation BLOB NOT NULL);
CREATE TABLE terms (n INTEGER PRIMARY KEY, term TEXT UNIQUE NOT NULL);
CREATE VIRTUAL TABLE words USING fts5(tokens, tokenize="unicode61 remove_diacritics 0 tokenchars '-''_'");
"""
PUBLICATION = 1 << 24
NOTE = 1 << 23
"""A row of `words`: the publication's number, then this bit for a note, then the number of page or note."""

_MOST_TOKENS = 200_000
"""Of one page."""

_ROWS_AT_ONCE = 500


class Row(NamedTuple):
    """What a row of the words is about."""

    publication: int
    is_note: bool
    number: int

    @classmethod
    def of(cls, n: int) -> Self:
        return cls(n // PUBLICATION, bool(n & NOTE), n & (NOTE - 1))

    @property
    def n(self) -> int:
        return _row(self.publication, self.number, is_note=self.is_note)


def _row(publication: int, number: int, *, is_note: bool) -> int:
    return publication * PUBLICATION + (NOTE if is_note else 0) + number


class Indexed(NamedTuple):
    """A publication as the index knows it.

    Args:
        left_as: what `refresh` goes by.
    """

    n: int
    id: str
    title: str
    file: str
    size: int
    mtime_ns: int
    pages: int
    done: int
    without_text: int
    left_as: str

    @property
    def is_read(self) -> bool:
        return 0 < self.pages <= self.done

    @property
    def is_refused(self) -> bool:
        """Its file cannot be read as it is."""
        return self.done < 0


class Damaged(Exception):
    """The index cannot be read."""


def index_path(home: Home) -> Path:
    return home.cache / "search" / "index.sqlite"


def remove_index(path: Path) -> None:
    for ending in ("", "-wal", "-shm", "-journal"):
        path.with_name(path.name + ending).unlink(missing_ok=True)


class Index:
    """One connection. Belongs to one thread at a time.

    Raises:
        Damaged: here and from every method.
        OSError
    """

    def __init__(self, path: Path, *, patience_s: float = 5.0) -> None:
        """
        Args:
            patience_s: how long a writer waits for another one.
        """
        self.path = path
        make_private_folder(path.parent)
        with _told():
            self._base = sqlite3.connect(path, timeout=patience_s, isolation_level=None, check_same_thread=False)
            try:
                self._prepare()
            except BaseException:
                self._base.close()
                raise
        path.chmod(PRIVATE_FILE)
        self.inode = path.stat().st_ino

    def _prepare(self) -> None:
        base = self._base
        base.execute("PRAGMA journal_mode=WAL")
        base.execute("PRAGMA synchronous=NORMAL")
        (version,) = base.execute("PRAGMA user_version").fetchone()
        if version == _SCHEMA:
            return
        base.execute("BEGIN IMMEDIATE")
        (version,) = base.execute("PRAGMA user_version").fetchone()
        if version not in (0, _SCHEMA):
            base.execute("ROLLBACK")
            raise sqlite3.DatabaseError("of another version")
        if version == 0:
            for statement in _TABLES.split(";"):
                base.execute(statement)
            base.execute(f"PRAGMA user_version={_SCHEMA}")
        base.execute("COMMIT")

    def close(self) -> None:
        with suppress(sqlite3.Error):
            self._base.close()

    @property
    def is_replaced(self) -> bool:
        """Another file stands in its place."""
        try:
            return self.path.stat().st_ino != self.inode
        except OSError:
            return True

    @contextmanager
    def change(self) -> Generator[None]:
        """All that is done within is there whole, or not at all. Raises: TimeoutError while another one writes."""
        with _told():
            self._base.execute("BEGIN IMMEDIATE")
            try:
                yield
            except BaseException:
                self._base.execute("ROLLBACK")
                raise
            self._base.execute("COMMIT")

    # what is known

    def publications(self) -> dict[str, Indexed]:
        with _told():
            columns = ", ".join(Indexed._fields)
            rows = self._base.execute(f"SELECT {columns} FROM publications")  # noqa: S608 - names of ours
            return {one.id: one for one in map(Indexed._make, rows)}

    def sections(self, n: int) -> tuple[list[Section], dict[str, str]]:
        """The tree as the reader left it, else the bookmarks; and the status by section."""
        with _told():
            found = self._base.execute("SELECT tree, outline, standings FROM sections WHERE n=?", (n,)).fetchone()
        tree, outline, standings = found or (None, None, None)
        sections = msgspec.json.decode(tree, type=learnt(list[Section])) if tree else []
        if not sections and outline:
            sections = msgspec.json.decode(outline, type=learnt(list[Section]))
        return sections, msgspec.json.decode(standings, type=learnt(dict[str, str])) if standings else {}

    def page(self, row: Row) -> PlainPage | None:
        with _told():
            found = self._base.execute("SELECT text, lines FROM pages WHERE n=?", (row.n,)).fetchone()
            return PlainPage(zlib.decompress(found[0]).decode(), found[1]) if found else None

    def note(self, row: Row) -> Annotation | None:
        with _told():
            found = self._base.execute("SELECT annotation FROM notes WHERE n=?", (row.n,)).fetchone()
            return msgspec.json.decode(found[0], type=learnt(Annotation)) if found else None

    def terms_after(self, n: int) -> list[tuple[int, str]]:
        """Words that came after number `n`, with their numbers."""
        with _told():
            return self._base.execute("SELECT n, term FROM terms WHERE n>? ORDER BY n", (n,)).fetchall()

    def rows(self, expression: str, *, most_ranked: int = 0) -> tuple[list[int], bool]:
        """Numbers of the rows that answer to an expression of FTS5.

        Returns:
            The best first and True, or in rising order and False if they are more than `most_ranked`: to rank rows
            takes five times as long as to find them.
        """
        matching = "SELECT rowid FROM words WHERE words MATCH ?"
        with _told():
            cursor = self._base.execute(matching, (expression,))
            found = cursor.fetchmany(most_ranked + 1)
            is_ranked = len(found) <= most_ranked
            if is_ranked:
                found = self._base.execute(f"{matching} ORDER BY rank", (expression,)).fetchall()
            else:
                found += cursor.fetchall()
            return [n for (n,) in found], is_ranked

    def tokens(self, rows: Sequence[int]) -> dict[int, str]:
        """The folded words of rows, with blanks between them."""
        found: dict[int, str] = {}
        with _told():
            for first in range(0, len(rows), _ROWS_AT_ONCE):
                some = rows[first : first + _ROWS_AT_ONCE]
                marks = ",".join("?" * len(some))
                found.update(self._base.execute(f"SELECT rowid, tokens FROM words WHERE rowid IN ({marks})", some))  # noqa: S608
        return found

    def note_rows(self) -> list[int]:
        """All notes, publication by publication."""
        with _told():
            return [n for (n,) in self._base.execute("SELECT n FROM notes ORDER BY n")]

    # what changes it; within `change`

    def begin(self, id_: str, title: str, file: str, size: int, mtime_ns: int) -> int:
        """Make room for the pages of a file. Returns: the publication's number."""
        base = self._base
        n = self._number(id_)
        self._drop_rows(n, is_note=False)
        base.execute(
            "UPDATE publications SET title=?, file=?, size=?, mtime_ns=?, pages=0, done=0, without_text=0 WHERE n=?",
            (title, file, size, mtime_ns, n),
        )
        base.execute("UPDATE sections SET outline=NULL WHERE n=?", (n,))
        return n

    def _number(self, id_: str) -> int:
        """Of a publication, which is known from now on."""
        base = self._base
        base.execute("INSERT OR IGNORE INTO publications(id) VALUES (?)", (id_,))
        (n,) = base.execute("SELECT n FROM publications WHERE id=?", (id_,)).fetchone()
        base.execute("INSERT OR IGNORE INTO sections(n) VALUES (?)", (n,))
        return n

    def describe(self, n: int, pages: int, outline: Sequence[Section]) -> None:
        self._base.execute("UPDATE publications SET pages=? WHERE n=?", (pages, n))
        self._base.execute("UPDATE sections SET outline=? WHERE n=?", (msgspec.json.encode(list(outline)), n))

    def refuse(self, n: int) -> None:
        """Its file cannot be read as it is."""
        self._base.execute("UPDATE publications SET done=-1 WHERE n=?", (n,))

    def add_pages(self, n: int, first: int, pages: Sequence[PlainPage]) -> None:
        rows: list[tuple[int, bytes, bytes]] = []
        words: list[tuple[int, str]] = []
        terms: set[str] = set()
        for number, page in enumerate(pages, start=first):
            tokens = _tokens(page.text)
            row = _row(n, number, is_note=False)
            rows.append((row, zlib.compress(page.text.encode(), 1), page.lines))
            words.append((row, " ".join(tokens)))
            terms.update(tokens)
        base = self._base
        base.executemany("INSERT OR REPLACE INTO pages VALUES (?, ?, ?)", rows)
        base.executemany("INSERT OR REPLACE INTO words(rowid, tokens) VALUES (?, ?)", words)
        self._add_terms(terms)
        pictures = sum(page.is_picture for page in pages)
        base.execute(
            "UPDATE publications SET done=?, without_text=without_text+? WHERE n=?", (first + len(pages), pictures, n)
        )

    def leave(
        self,
        id_: str,
        title: str,
        left_as: str,
        tree: Sequence[Section],
        standings: dict[str, str],
        annotations: Iterable[Annotation],
    ) -> None:
        """What the reader made in a publication, in the place of what was known of it."""
        base = self._base
        n = self._number(id_)
        self._drop_rows(n, is_note=True)
        base.execute("UPDATE publications SET title=?, left_as=? WHERE n=?", (title, left_as, n))
        base.execute(
            "UPDATE sections SET tree=?, standings=? WHERE n=?",
            (msgspec.json.encode(list(tree)), msgspec.json.encode(standings), n),
        )
        terms = set[str]()
        for number, annotation in enumerate(annotations):
            tokens = _tokens(searched_text(annotation))
            row = _row(n, number, is_note=True)
            base.execute("INSERT INTO notes VALUES (?, ?)", (row, msgspec.json.encode(annotation)))
            base.execute("INSERT INTO words(rowid, tokens) VALUES (?, ?)", (row, " ".join(tokens)))
            terms.update(tokens)
        self._add_terms(terms)

    def drop(self, n: int) -> None:
        """A publication that the library does not know any more."""
        self._drop_rows(n, is_note=False)
        self._drop_rows(n, is_note=True)
        self._base.execute("DELETE FROM publications WHERE n=?", (n,))
        self._base.execute("DELETE FROM sections WHERE n=?", (n,))

    def _drop_rows(self, n: int, *, is_note: bool) -> None:
        first = _row(n, 0, is_note=is_note)
        table = "notes" if is_note else "pages"
        for name, key in ((table, "n"), ("words", "rowid")):
            self._base.execute(f"DELETE FROM {name} WHERE {key}>=? AND {key}<?", (first, first + NOTE))  # noqa: S608

    def _add_terms(self, terms: Iterable[str]) -> None:
        self._base.executemany("INSERT OR IGNORE INTO terms(term) VALUES (?)", ((term,) for term in sorted(terms)))


def searched_text(annotation: Annotation) -> str:
    """What of a note is searched: the words that it marks, what was written, and its tags."""
    body = annotation.body
    return "\n".join(filter(None, (annotation.quote, body.value, body.description, " ".join(body.tags))))


def _tokens(text: str) -> list[str]:
    return TOKEN.findall(fold(text).text)[:_MOST_TOKENS]


@contextmanager
def _told() -> Generator[None]:
    try:
        yield
    except sqlite3.OperationalError as problem:
        if problem.sqlite_errorname in ("SQLITE_BUSY", "SQLITE_LOCKED"):
            raise TimeoutError("another one writes the index") from None
        if problem.sqlite_errorname in ("SQLITE_FULL", "SQLITE_CANTOPEN", "SQLITE_READONLY", "SQLITE_IOERR"):
            raise OSError(str(problem)) from None
        raise Damaged(str(problem)) from problem
    except (sqlite3.DatabaseError, zlib.error, msgspec.MsgspecError, UnicodeDecodeError) as problem:
        raise Damaged(str(problem)) from problem
