"""Which publication a file is, and its sections, for the commands that deal with notes."""

from pathlib import Path

from zzpreader.cli.derived import NOTHING, Said, derive_from
from zzpreader.cli.reading import pages_of
from zzpreader.cli.trouble import Trouble
from zzpreader.engine.blocking import Reader
from zzpreader.model.about import About
from zzpreader.model.bundle import Bundle
from zzpreader.model.notebook import Notebook
from zzpreader.model.publication import Edition, Publication
from zzpreader.model.selectors import Paper
from zzpreader.sentences import sentence, translate
from zzpreader.store.bundles import find_bundles
from zzpreader.store.home import Home
from zzpreader.store.library import Library
from zzpreader.store.notebooks import NotebookFile
from zzpreader.store.problems import StoreError
from zzpreader.wire import (
    DigestRead,
    Failed,
    FingerprintsRead,
    ReadDigest,
    ReadFingerprints,
)

_PAGES_AT_ONCE = 50


class Known:
    """An open file with its publication; nothing of it is written before `remember`.

    Attributes:
        publication: None if the library has never seen it.

    Raises:
        Trouble, StoreError
    """

    def __init__(self, reader: Reader, home: Home) -> None:
        self._library = Library(home)
        self._reader = reader
        self.home = home
        self._edition = self._identify()
        self.publication = self._library.recognise(self._edition)
        self.pages = pages_of(reader)
        derived = derive_from(reader, self.pages, bundle_of(self.publication, home), said_in(self.publication, home))
        self.paper = Paper(derived.labels, self._width)
        self.tree = derived.tree

    @property
    def corrected(self) -> About:
        """What the reader says of the work."""
        entry = self._library.entry(self.publication.id) if self.publication else None
        return entry.about if entry else About()

    @property
    def title(self) -> str:
        mine = self._reader.opened.title or self._reader.file.stem
        return (self.publication.title if self.publication else "") or mine

    @property
    def edition(self) -> str:
        """The sha256 of the file."""
        return self._edition.sha256

    def remember(self, id_: str = "") -> Publication:
        """Put it into the library.

        Args:
            id_: by which another library knows it; taken over where this one has never seen it.

        Raises:
            StoreError
        """
        self.home.prepare()
        file = self._reader.file.absolute()
        self.publication = self._library.opened(self._edition, file, title=self.title, id_=id_)
        return self.publication

    def notes(self) -> NotebookFile | None:
        """To read; None if there are none. Raises: StoreError."""
        if not self.publication:
            return None
        return NotebookFile(self.home.notebook(self.publication.id), self.publication, write=False)

    def _width(self, page: int) -> float:
        return self.pages[page].size.width

    def _identify(self) -> Edition:
        digest = self._reader.ask(ReadDigest())
        if not isinstance(digest, DigestRead):
            raise Trouble(_refusal(digest, self._reader.file))
        opened = self._reader.opened
        seen_before = self._library.find(digest.sha256) is not None
        return Edition(
            sha256=digest.sha256,
            trailer_id=opened.trailer_id,
            pages=opened.pages,
            size=digest.size,
            fingerprints=() if seen_before else self._fingerprints(opened.pages),
            extractor=opened.extractor,
        )

    def _fingerprints(self, pages: int) -> tuple[str, ...]:
        found: list[str] = []
        for first in range(0, pages, _PAGES_AT_ONCE):
            count = min(_PAGES_AT_ONCE, pages - first)
            answer = self._reader.ask(ReadFingerprints(first, count))
            texts = answer.fingerprints if isinstance(answer, FingerprintsRead) else ()
            found += (*texts, *[""] * (count - len(texts)))
        return tuple(found)


def known_file(reader: Reader, home: Home) -> Publication | None:
    """The publication as which exactly this file was opened before. Raises: StoreError."""
    digest = reader.ask(ReadDigest())
    return Library(home).find(digest.sha256) if isinstance(digest, DigestRead) else None


def said_in(publication: Publication | None, home: Home) -> Said:
    """What the reader has put right in its tree and its page numbers. Raises: StoreError."""
    if publication is None:
        return NOTHING
    notebook = Notebook(NotebookFile(home.notebook(publication.id), publication, write=False).records)
    return Said(notebook.section_records, notebook.label_rules)


def said_of(reader: Reader) -> Said:
    """The same of a file that is open, nothing if it or the library is not known."""
    try:
        return said_in(known_file(reader, Home()), Home())
    except StoreError:
        return NOTHING  # without a library a file is what it says of itself


def bundle_of(publication: Publication | None, home: Home) -> Bundle | None:
    """The bundle to which a publication belongs; None if there is none."""
    wanted = publication.bundle if publication else None
    if wanted is None:
        return None
    return next((one.bundle for one in find_bundles(home)[0] if one.bundle.id == wanted), None)


def _refusal(answer: object, file: Path) -> str:
    if isinstance(answer, Failed):
        return sentence(answer, file.name)
    return translate("Cli", "“%1” cannot be read to its end.").replace("%1", file.name)
