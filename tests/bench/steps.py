"""What `make bench` times: one step after the other, each made ready once, in families that can be chosen.

A step that could not be done raises, so that nothing is timed that did nothing.
"""

import hashlib
import subprocess
import sys
from collections.abc import Callable, Generator
from contextlib import AbstractContextManager, contextmanager
from itertools import count, cycle
from pathlib import Path
from typing import NamedTuple

import pymupdf
from stand_in import make_stand_in
from store.values import PUBLICATION, annotation

from zzpreader.engine.blocking import Reader
from zzpreader.fulltext.doors import Filled, Searcher, fill_index
from zzpreader.fulltext.messages import Ask
from zzpreader.model.geometry import Size
from zzpreader.model.pages import Page
from zzpreader.model.publication import Edition
from zzpreader.model.query import read_query
from zzpreader.store.home import Home
from zzpreader.store.library import Library
from zzpreader.store.notebooks import NotebookFile
from zzpreader.structure.sections import derive
from zzpreader.ui.view.layout import Layout, View
from zzpreader.ui.view.zoom import Zoom
from zzpreader.wire import Answer, Draw, Failed, Find, ReadPlain, ReadText, Request
from zzpreader.worker.document import Document
from zzpreader.worker.lines import read_lines

Step = Callable[[], object]
MOST_PAGES = 200
MANY_NOTES = 1_000
MANY_PAGES = 10_000
WORD = "gemeenten"


class Place(NamedTuple):
    """
    Args:
        pdf: the publication that is read.
        folder: of this step alone; it is removed.
    """

    pdf: Path
    folder: Path


class Bench(NamedTuple):
    family: str
    name: str
    ready: Callable[[Place], AbstractContextManager[Step]]


BENCHES: list[Bench] = []


def bench(family: str, name: str) -> Callable[[Callable[[Place], Generator[Step]]], None]:
    def note(ready: Callable[[Place], Generator[Step]]) -> None:
        BENCHES.append(Bench(family, name, contextmanager(ready)))

    return note


def stand_in(folder: Path) -> Path:
    """The publication of all steps, unless another one is named."""
    return make_stand_in(folder / "stand-in.pdf")


def _told(reader: Reader, request: Request) -> Answer:
    answer = reader.ask(request)
    if isinstance(answer, Failed):
        raise RuntimeError(f"{request}: {answer}")
    return answer


def _pages(reader: Reader) -> range:
    return range(min(reader.opened.pages, MOST_PAGES))


# engine, tiles, text, search in a publication: asked of a worker, as the window asks


@bench("engine", "a worker started, the document opened, the worker ended")
def _(place: Place) -> Generator[Step]:
    def step() -> None:
        with Reader(place.pdf):
            pass

    yield step


@bench("engine", "a page drawn at its own size, there and back")
def _(place: Place) -> Generator[Step]:
    with Reader(place.pdf) as reader:
        pages = cycle(_pages(reader))
        yield lambda: _told(reader, Draw(next(pages), 0, 1.0, 0, 0, 600, 800))


@bench("tiles", "a tile of 1,024 by 1,024 at 4 pixels a point, there and back")
def _(place: Place) -> Generator[Step]:
    with Reader(place.pdf) as reader:
        pages = cycle(_pages(reader))
        yield lambda: _told(reader, Draw(next(pages), 0, 4.0, 0, 0, 1024, 1024))


@bench("tiles", f"{MANY_PAGES:,} pages laid out at another zoom")
def _(_place: Place) -> Generator[Step]:
    pages = [Page(Size(400 + n % 3, 600)) for n in range(MANY_PAGES)]
    first = Layout(pages, View(1200, 900))
    zooms = cycle((0.5, 1.0, 2.0))
    yield lambda: Layout(pages, View(1200, 900, Zoom.free(next(zooms))), like=first)


@bench("text", "a page of text with its boxes, there and back")
def _(place: Place) -> Generator[Step]:
    with Reader(place.pdf) as reader:
        pages = cycle(_pages(reader))
        yield lambda: _told(reader, ReadText(next(pages)))


@bench("text", "the texts of ten pages for searching, there and back")
def _(place: Place) -> Generator[Step]:
    with Reader(place.pdf) as reader:
        firsts = cycle(_pages(reader)[::10])
        yield lambda: _told(reader, ReadPlain(next(firsts), 10))


@bench("search", "a word in the whole publication, its texts known")
def _(place: Place) -> Generator[Step]:
    query = read_query(WORD)
    with Reader(place.pdf) as reader:
        yield lambda: _told(reader, Find(0, len(_pages(reader)), query))


@bench("search", "a word in the index of the library")
def _(place: Place) -> Generator[Step]:
    home = Home(place.folder / "home")
    home.prepare()
    data = place.pdf.read_bytes()
    edition = Edition(sha256=hashlib.sha256(data).hexdigest(), pages=1, size=len(data))
    Library(home).opened(edition, place.pdf, title=place.pdf.stem)
    if fill_index(home, lambda _progress: None) is not Filled.WHOLLY:
        raise RuntimeError("the index was not filled")
    searcher, numbers = Searcher(home), count()
    try:
        yield lambda: list(searcher.answers(Ask(number=next(numbers), query=read_query(WORD))))
    finally:
        searcher.close()


# structure, as a worker does it


def _opened(pdf: Path) -> Document:
    document = Document(pdf.read_bytes())
    document.open("")
    return document


def _count(pdf: Path) -> int:
    with pymupdf.open(pdf) as document:
        return min(len(document), MOST_PAGES)


@bench("structure", "the lines of a page read")
def _(place: Place) -> Generator[Step]:
    document = _opened(place.pdf)
    pages = cycle(range(_count(place.pdf)))
    yield lambda: read_lines(document, next(pages))


@bench("structure", f"labels and sections of the whole, {MOST_PAGES} pages at most, from its lines")
def _(place: Place) -> Generator[Step]:
    document = _opened(place.pdf)
    lines = [read_lines(document, n) for n in range(_count(place.pdf))]
    yield lambda: derive(lines)


# store


@contextmanager
def _notebook(folder: Path) -> Generator[NotebookFile]:
    file = NotebookFile(folder / "notes.json", PUBLICATION)
    file.save({one.id: one for one in (annotation(n, "Een opmerking bij deze passage") for n in range(MANY_NOTES))})
    file.tidy()
    try:
        yield file
    finally:
        file.close()


@bench("store", f"one annotation of {MANY_NOTES:,} changed and on the disk")
def _(place: Place) -> Generator[Step]:
    with _notebook(place.folder) as file:
        numbers = count()

        def step() -> None:
            number = next(numbers)
            one = annotation(number % MANY_NOTES, f"Anders {number}")
            file.save({one.id: one})

        yield step


@bench("store", f"a notebook of {MANY_NOTES:,} annotations opened and closed")
def _(place: Place) -> Generator[Step]:
    with _notebook(place.folder) as file:
        path = file.path

    def step() -> None:
        opened = NotebookFile(path, PUBLICATION)
        if len(opened.annotations) != MANY_NOTES:
            raise RuntimeError("annotations are missing")
        opened.close()

    yield step


# start: a new Python each time, and what it imports


def _python(code: str) -> Generator[Step]:
    yield lambda: subprocess.run([sys.executable, "-c", code], check=True)


@bench("start", "a Python that imports nothing")
def _(_place: Place) -> Generator[Step]:
    return _python("")


@bench("start", "what stands before the first picture, Qt with it")
def _(_place: Place) -> Generator[Step]:
    return _python("import zzpreader.app, zzpreader.program.opening")


@bench("start", "what the whole window needs")
def _(_place: Place) -> Generator[Step]:
    return _python("import zzpreader.app, zzpreader.program.run")


@bench("start", "what a worker needs in order to draw")
def _(_place: Place) -> Generator[Step]:
    return _python("import zzpreader.worker.answers")


FAMILIES = tuple(dict.fromkeys(one.family for one in BENCHES))
