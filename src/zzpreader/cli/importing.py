"""`zzpreader notes import FILE [SOURCE]`: notes of other programs, and marks that the PDF carries itself."""

from argparse import ArgumentParser, Namespace
from collections.abc import Callable, Sequence
from pathlib import Path

from zzpreader.cli.known import Known
from zzpreader.cli.reading import add_file, reading
from zzpreader.cli.trouble import Trouble
from zzpreader.engine.blocking import Reader
from zzpreader.imports.anchoring import Anchored, Ground, How, anchor, at_home
from zzpreader.imports.formats import Format, read
from zzpreader.imports.places import Matrix, Pages
from zzpreader.imports.source import LARGEST, Refused, Source, inside
from zzpreader.imports.taking import Proposal, proposed
from zzpreader.model.displayed import one_line
from zzpreader.model.notebook import Notebook, scoped
from zzpreader.model.publication import Publication
from zzpreader.model.records import Record
from zzpreader.model.text import EMPTY
from zzpreader.sentences import filled, translate, untaken_sentence
from zzpreader.store.home import Home
from zzpreader.store.incoming import tables_of
from zzpreader.store.notebooks import TABLES, NotebookFile
from zzpreader.wire import MarksRead, ReadMarks, ReadSpaces, ReadText, SpacesRead, TextRead

_PAGES_AT_ONCE = 500

Opening = Callable[[Known, Publication], NotebookFile]


def arguments(parser: ArgumentParser) -> None:
    add_file(parser)
    inside = translate("Cli", "the file to take notes from; without it the marks inside the PDF are taken")
    parser.add_argument("notes", nargs="?", type=Path, metavar="SOURCE", help=inside)
    parser.add_argument("--format", choices=[str(one) for one in Format])
    only_told = translate("Cli", "only tell what would be taken")
    parser.add_argument("--dry-run", action="store_true", help=only_told)


def take_in(options: Namespace, open_notes: Opening) -> None:
    """Raises: Trouble, StoreError."""
    source = _read(options.notes, options.format) if options.notes else None
    with reading(options.file) as reader:
        known = Known(reader, Home())
        source = source or _inside(reader)
        publication = known.publication
        if not options.dry_run:
            publication = known.remember(source.publication)
        name = publication.id if publication else source.publication
        found = _anchored(source, known, reader, name)
    if options.dry_run:
        _tell(proposed(found, _notebook(known), at_home(source, name)))
        return
    assert publication
    file = open_notes(known, publication)
    try:
        proposal = proposed(found, Notebook(file.records), at_home(source, publication.id))
        placed = [scoped(one.annotation, known.tree) for one in proposal.new]
        _save(file, publication, [*placed, *proposal.records], proposal)
    finally:
        file.close()
    _tell(proposal)


def _read(path: Path, named: str | None) -> Source:
    try:
        with path.open("rb") as file:
            return read(file.read(LARGEST + 1), Format(named) if named else None)
    except Refused as refused:
        raise Trouble(untaken_sentence(refused.why, path.name)) from None
    except OSError as problem:
        words = translate("Cli", "“%1” cannot be read: %2.")
        raise Trouble(filled(words, str(path), problem.strerror or str(problem))) from None


def _inside(reader: Reader) -> Source:
    """A page that cannot be read has no marks."""
    answers = [reader.ask(ReadMarks(page)) for page in range(reader.opened.pages)]
    read_ = [answer for answer in answers if isinstance(answer, MarksRead)]
    return inside((mark for answer in read_ for mark in answer.marks), sum(answer.skipped for answer in read_))


def _anchored(source: Source, known: Known, reader: Reader, publication: str) -> tuple[Anchored, ...]:
    count = reader.opened.pages
    texts = [reader.ask(ReadText(page)) for page in range(count)]
    spaces: list[Matrix] = []
    for first in range(0, count, _PAGES_AT_ONCE):
        answer = reader.ask(ReadSpaces(first, _PAGES_AT_ONCE))
        spaces += answer.spaces if isinstance(answer, SpacesRead) else ()
    ground = Ground(
        source=publication,
        edition=known.edition,
        tree=known.tree,
        texts=[answer.text if isinstance(answer, TextRead) else EMPTY for answer in texts],
        pages=Pages(known.paper, known.pages, spaces),
    )
    steps = anchor(source, ground)
    while True:
        try:
            next(steps)
        except StopIteration as end:
            return end.value


def _notebook(known: Known) -> Notebook:
    file = known.notes()
    return Notebook(file.records if file else ())


def _save(file: NotebookFile, publication: Publication, come: Sequence[Record], proposal: Proposal) -> None:
    """What was changed elsewhere keeps the count of its changes; what was deleted here since comes back as new."""
    if proposal.versions:
        file.save({}, [tables_of(publication, come, proposal.versions)])
    there = {id_ for name in TABLES for id_ in file.tables.get(name, {})}
    file.save({one.id: one for one in come if one.id not in there})


def _tell(proposal: Proposal) -> None:
    words = translate("Cli", "%1 new (%2 at their place, %3 by their words, %4 by similar words, %5 not found).")
    ways = (How.PLACE, How.WORDS, How.ALIKE, How.NOWHERE)
    print(filled(words, str(len(proposal.edits)), *(str(proposal.ways.get(way, 0)) for way in ways)))
    print(filled(translate("Cli", "%1 already here, %2 left out."), str(proposal.here), str(proposal.skipped)))
    for lost in proposal.lost:
        named = lost.quote or lost.annotation.body.value
        print(filled(translate("Cli", "Not found, kept as a note: %1"), one_line(named)))
