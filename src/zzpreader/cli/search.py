"""`zzpreader search FILE WORDS`: every place where the words stand; with `--library` in all publications and notes."""

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from zzpreader.cli.derived import derive_from
from zzpreader.cli.known import said_of
from zzpreader.cli.reading import pages_of, reading, write_json
from zzpreader.cli.search_library import search_library
from zzpreader.cli.trouble import Trouble
from zzpreader.engine.blocking import Reader
from zzpreader.model.pages import Half
from zzpreader.model.query import MOST_LETTERS, BadPattern, Query, read_query
from zzpreader.model.records import Status
from zzpreader.model.selectors import Paper
from zzpreader.model.typed import sound
from zzpreader.sentences import filled, translate
from zzpreader.store.home import Home
from zzpreader.store.synonyms import read_synonyms
from zzpreader.wire import Find, Found, Hit

_PAGES_AT_ONCE = 64


def arguments(parser: ArgumentParser) -> None:
    parser.add_argument("named", nargs="*", type=sound, metavar="[FILE] WORDS")
    parser.add_argument("--library", action="store_true")
    parser.add_argument("--tag", type=sound)
    parser.add_argument("--colour")
    parser.add_argument("--status", choices=[one.value for one in Status])
    parser.add_argument("--whole-words", action="store_true")
    parser.add_argument("--match-case", action="store_true")
    parser.add_argument("--exact", action="store_true")
    parser.add_argument("--regex", action="store_true")
    parser.add_argument("--json", action="store_true")
    parser.set_defaults(refuse=parser.error)


def run(options: Namespace) -> None:
    fewest = 0 if options.library and (options.tag or options.colour) else 1 if options.library else 2
    if len(options.named) < fewest:
        options.refuse("the following arguments are required: WORDS")
    words = " ".join(options.named[0 if options.library else 1 :]).strip()
    if not min(fewest, 1) <= len(words) <= MOST_LETTERS:
        raise Trouble(translate("Cli", "There are no words to search for, or too many."))
    if options.library:
        search_library(query_of(words, options), options)
        return
    if options.tag or options.colour or options.status:
        raise Trouble(translate("Cli", "Tags, colours and statuses are searched in the library, with --library."))
    file, query = Path(options.named[0]), query_of(words, options)
    unread: list[int] = []
    with reading(file) as reader:
        pages = pages_of(reader)
        labels = derive_from(reader, pages, said=said_of(reader)).labels
        hits = list(_find(reader, query, unread))

    def width(page: int) -> float:
        return pages[page].size.width

    paper = Paper(labels, width)
    if options.json:
        write_json([described(hit, paper) for hit in hits])
    else:
        for hit in hits:
            print(f"{paper.labels.shown(hit.page, _half(hit, paper))}\t{hit.before}[{hit.match}]{hit.after}")
    if unread:
        said = filled(translate("Cli", "%1 pages could not be searched."), str(len(unread)))
        print(f"zzpreader: {said}", file=sys.stderr)


def query_of(words: str, options: Namespace) -> Query:
    """Raises: Trouble."""
    try:
        return read_query(
            words,
            read_synonyms(Home()),
            together=not options.library,
            whole_words=options.whole_words,
            match_case=options.match_case,
            exact=options.exact,
            regex=options.regex,
        )
    except BadPattern as problem:
        raise Trouble(filled(translate("Cli", "“%1” is not a regular expression: %2."), words, str(problem))) from None


def _find(reader: Reader, query: Query, unread: list[int]) -> Iterator[Hit]:
    for first in range(0, reader.opened.pages, _PAGES_AT_ONCE):
        count = min(_PAGES_AT_ONCE, reader.opened.pages - first)
        yield from _find_on(reader, first, count, query, unread)


def _find_on(reader: Reader, first: int, count: int, query: Query, unread: list[int]) -> Iterator[Hit]:
    """Halves what fails until the page is alone that does."""
    answer = reader.ask(Find(first, count, query))
    if isinstance(answer, Found):
        yield from answer.hits
    elif count == 1:
        unread.append(first)
    else:
        half = count // 2
        yield from _find_on(reader, first, half, query, unread)
        yield from _find_on(reader, first + half, count - half, query, unread)


def _half(hit: Hit, paper: Paper) -> Half | None:
    return paper.half_of(hit.page, hit.x)


def described(hit: Hit, paper: Paper) -> dict[str, object]:
    """As programs read it: pages from 1, code points of the page's text, points from the page's top left."""
    return {
        "page": hit.page + 1,
        "label": paper.labels.printed(hit.page, _half(hit, paper)),
        "start": hit.start,
        "end": hit.end,
        "x": round(hit.x, 2),
        "y": round(hit.y, 2),
        "before": hit.before,
        "match": hit.match,
        "after": hit.after,
    }
