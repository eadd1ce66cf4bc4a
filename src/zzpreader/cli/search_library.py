"""`zzpreader search --library WORDS`: in all publications that were ever opened, and in all notes."""

import sys
from argparse import Namespace

from zzpreader.cli.reading import write_json
from zzpreader.cli.trouble import Trouble
from zzpreader.fulltext.doors import Filled, Searcher, fill_index
from zzpreader.fulltext.messages import Answer, Ask, LibraryHit, Progress, PublicationHits, Within
from zzpreader.model.query import Query
from zzpreader.sentences import filled, translate
from zzpreader.store.home import Home

_MOST = 1000
_ERASE_LINE = "\r\x1b[K"


def search_library(query: Query, options: Namespace) -> None:
    """What is not in the index yet is read first. Raises: Trouble."""
    if query.is_regex:
        raise Trouble(translate("Cli", "Regular expressions are searched in one publication only, not in the library."))
    home = Home()
    if fill_index(home, _tell) is Filled.NOT:
        raise Trouble(translate("Cli", "The index of the library cannot be written; there may be no room on the disk."))
    searcher = Searcher(home)
    try:
        within = Within(color=options.colour, tag=options.tag, status=options.status)
        answer = list(searcher.answers(Ask(number=1, query=query, within=within, most=_MOST)))[-1]
    finally:
        searcher.close()
    if answer.is_damaged:
        raise Trouble(translate("Cli", "The index of the library cannot be read. Search again: it is made anew then."))
    _write(answer, as_json=options.json)
    if answer.waiting:
        said = filled(translate("Cli", "%1 publications could not be read, or are being read."), str(answer.waiting))
        print(f"zzpreader: {said}", file=sys.stderr)


def _tell(progress: Progress) -> None:
    if not sys.stderr.isatty():
        return
    if progress.is_finished:
        print(end=_ERASE_LINE, file=sys.stderr, flush=True)
    else:
        said = filled(translate("Cli", "Reading: page %1 of %2"), str(progress.done), str(progress.pages))
        print(f"{_ERASE_LINE}{said}", end="", file=sys.stderr, flush=True)


def _write(answer: Answer, *, as_json: bool) -> None:
    if as_json:
        write_json([_described(one) for one in answer.publications])
        return
    for one in answer.publications:
        print(f"{one.title} ({one.total})")
        for hit in one.hits:
            page = hit.label or ("" if hit.page is None else str(hit.page + 1))
            match = f"[{hit.match}]" if hit.match else ""
            print(f"{page}\t{hit.section_title}\t{hit.before}{match}{hit.after}".replace("\n", " "))


def _described(one: PublicationHits) -> dict[str, object]:
    return {
        "id": one.id,
        "title": one.title,
        "file": one.file or None,
        "total": one.total,
        "hits": [_hit(hit) for hit in one.hits],
    }


def _hit(hit: LibraryHit) -> dict[str, object]:
    return {
        "page": None if hit.page is None else hit.page + 1,
        "label": hit.label or None,
        "start": hit.start,
        "section": hit.section,
        "section_title": hit.section_title or None,
        "before": hit.before,
        "match": hit.match,
        "after": hit.after,
        "note": hit.note or None,
        "kind": hit.kind or None,
        "colour": hit.color,
        "tags": list(hit.tags),
    }
