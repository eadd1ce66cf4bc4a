"""A quote with its source, as one pastes it into a document.

APA is that of the seventh edition as Dutch writers use it (z.d., p. for one page and for several; forty words or more
stand apart, without quotation marks). The style of lawyers is that of the Leidraad voor juridische auteurs: a footnote
with title, place, publisher and year. What is not known is left out. The words of both styles are Dutch in every
language of the interface.
"""

import html
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import NamedTuple

from msgspec import Struct

from zzpreader.model.annotation import PdfRectsSelector
from zzpreader.model.displayed import one_line
from zzpreader.model.pages import Labels

_APART = 40
"""Words from which APA sets a quote apart."""

_CLOSING = (".", ",", ";", ":")
_SINGLE = str.maketrans("“”", "‘’")


class Style(StrEnum):
    """How the source is written."""

    APA = "apa"
    LEGAL = "legal"
    PLAIN = "plain"


class Source(Struct, frozen=True, kw_only=True):
    """What is known of a publication, and of the place in it.

    Args:
        title: of the publication.
        author: a person or an organisation; empty if it is not known.
        publisher: empty if it is not known, or is the author.
        year: empty if it is not known.
        section: title of the section or lesson in which the words stand.
        pages: as printed: "38" or "38–39"; empty if they are nowhere on paper.
    """

    title: str
    author: str = ""
    publisher: str = ""
    year: str = ""
    section: str = ""
    pages: str = ""


class Cited(Struct, frozen=True):
    """The same twice, for those who can paste rich text and those who cannot."""

    plain: str
    html: str


class _Run(NamedTuple):
    text: str
    is_title: bool = False


def printed_pages(rects: Iterable[PdfRectsSelector], labels: Labels) -> str:
    """The printed page on which the words stand, or the first and the last; by its number where nothing is printed."""
    shown = [rect.label or labels.shown(rect.page, rect.half) for rect in rects]
    if not shown:
        return ""
    return shown[0] if shown[0] == shown[-1] else f"{shown[0]}–{shown[-1]}"


def with_source(quote: str, source: Source, style: Style, source_word: str = "Bron") -> Cited:
    """
    Args:
        quote: clean text, a line for every paragraph.
        source_word: how the plain style calls the source.
    """
    paragraphs = [line for line in quote.split("\n") if line.strip()]
    source = _tidy(source)
    match style:
        case Style.APA:
            return _apa(paragraphs, source)
        case Style.LEGAL:
            quoted = _quoted(paragraphs, "‘", "’")
            return _put_together(quoted, [[*_footnote(source)]])
        case Style.PLAIN:
            quoted = _quoted([line.translate(_SINGLE) for line in paragraphs], "“", "”")
            return _put_together(quoted, [[_Run(f"{source_word}: "), *_plain(source)]])


def _apa(paragraphs: list[str], source: Source) -> Cited:
    year = source.year or "z.d."
    who = _Run(source.author) if source.author else _Run(source.title, is_title=True)
    reference = [_Run(" ("), who, _Run(f", {year}{_page(source)})")]
    listed = [_Run(source.title, is_title=True), _Run(f". ({year}).")]
    if source.author:
        listed = [_Run(f"{_dotted(source.author)} ({year}). "), _Run(source.title, is_title=True), _Run(".")]
    if source.publisher:
        listed.append(_Run(f" {_dotted(source.publisher)}"))
    if sum(len(line.split()) for line in paragraphs) >= _APART:
        return _put_together([[_Run(line)] for line in paragraphs], [listed], behind=reference, apart=True)
    # The full stop of the sentence comes behind the reference.
    closed = [line.translate(_SINGLE) for line in paragraphs]
    closed[-1:] = [_open(line) for line in closed[-1:]]
    return _put_together(_quoted(closed, "“", "”"), [listed], behind=[*reference, _Run(".")])


def _footnote(source: Source) -> Iterable[_Run]:
    if source.author:
        yield _Run(f"{source.author}, ")
    yield _Run(source.title, is_title=True)
    tail = " ".join(part for part in (source.publisher, source.year) if part)
    yield _Run((f", {tail}" if tail else "") + _page(source) + ".")


def _plain(source: Source) -> Iterable[_Run]:
    if source.author:
        yield _Run(f"{source.author}, ")
    yield _Run(source.title, is_title=True)
    year = f" ({source.year})" if source.year else ""
    section = f", {source.section}" if source.section and source.section != source.title else ""
    yield _Run(f"{year}{section}{_page(source)}")


def _page(source: Source) -> str:
    return f", p. {source.pages}" if source.pages else ""


def _quoted(paragraphs: Sequence[str], before: str, behind: str) -> list[list[_Run]]:
    last = len(paragraphs) - 1
    return [
        [_Run((before if n == 0 else "") + line + (behind if n == last else ""))] for n, line in enumerate(paragraphs)
    ]


def _put_together(
    quoted: list[list[_Run]], notes: list[list[_Run]], *, behind: Sequence[_Run] = (), apart: bool = False
) -> Cited:
    """The quote, what stands directly behind it, and below it the source."""
    body = [[*line] for line in quoted]
    if body:
        body[-1] += behind
    plain = "\n".join(_plain_text(line) for line in body) + "\n\n" + "\n".join(map(_plain_text, notes))
    marked = "".join(f"<p>{_html(line)}</p>" for line in body)
    if apart:
        marked = f"<blockquote>{marked}</blockquote>"
    return Cited(plain.strip(), f'<div lang="nl">{marked}{"".join(f"<p>{_html(line)}</p>" for line in notes)}</div>')


def _plain_text(runs: Iterable[_Run]) -> str:
    return "".join(run.text for run in runs)


def _html(runs: Iterable[_Run]) -> str:
    return "".join(f"<em>{html.escape(run.text)}</em>" if run.is_title else html.escape(run.text) for run in runs)


def _tidy(source: Source) -> Source:
    author, publisher = one_line(source.author), one_line(source.publisher)
    return Source(
        title=one_line(source.title).rstrip("."),
        author=author,
        publisher="" if publisher.casefold() == author.casefold() else publisher,
        year=one_line(source.year),
        section=one_line(source.section),
        pages=one_line(source.pages),
    )


def _dotted(name: str) -> str:
    return name if name.endswith(".") else f"{name}."


def _open(line: str) -> str:
    line = line.rstrip()
    return line[:-1] if line.endswith(_CLOSING) and not line.endswith("...") else line
