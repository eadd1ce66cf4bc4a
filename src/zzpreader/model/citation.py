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


class Passage(Struct, frozen=True):
    """
    Args:
        quote, comment: clean text, a line for every paragraph; either may be empty.
        source: of the quote.
    """

    quote: str
    source: Source
    comment: str = ""


class _Run(NamedTuple):
    text: str
    is_title: bool = False


_Line = list[_Run]


class _Piece(NamedTuple):
    """
    Args:
        said: what the reader wrote about it.
        below: its source, where that stands with each passage; listed: where it stands once, at the end.
    """

    quoted: list[_Line]
    said: list[_Line]
    below: Sequence[_Line] = ()
    listed: Sequence[_Line] = ()
    is_apart: bool = False


def printed_pages(rects: Iterable[PdfRectsSelector], labels: Labels) -> str:
    """The printed page on which the words stand, or the first and the last; by its number where nothing is printed."""
    shown = [rect.label or labels.shown(rect.page, rect.half) for rect in rects]
    if not shown:
        return ""
    return shown[0] if shown[0] == shown[-1] else f"{shown[0]}–{shown[-1]}"


def with_sources(passages: Iterable[Passage], style: Style, source_word: str = "Bron") -> Cited:
    """Passages below each other, and in APA below them all the works from which they come, once each.

    Args:
        source_word: how the plain style calls the source.
    """
    pieces = [_piece(one, style, source_word) for one in passages]
    listed = list({_plain_text(work): work for piece in pieces for work in piece.listed}.values())
    blocks = [block for piece in pieces for block in (piece.quoted, piece.below, piece.said)]
    plain = "\n\n".join("\n".join(map(_plain_text, block)) for block in (*blocks, listed) if block)
    marked = "".join(map(_marked_piece, pieces)) + _marked(listed)
    return Cited(plain.strip(), f'<div lang="nl">{marked}</div>')


def _piece(passage: Passage, style: Style, source_word: str) -> _Piece:
    said = [[_Run(line)] for line in _lines(passage.comment)]
    paragraphs, source = _lines(passage.quote), _tidy(passage.source)
    if not paragraphs:
        return _Piece([], said)
    match style:
        case Style.APA:
            return _apa(paragraphs, source, said)
        case Style.LEGAL:
            return _Piece(_quoted(paragraphs, "‘", "’"), said, below=[[*_footnote(source)]])
        case Style.PLAIN:
            quoted = _quoted([line.translate(_SINGLE) for line in paragraphs], "“", "”")
            return _Piece(quoted, said, below=[[_Run(f"{source_word}: "), *_plain(source)]])


def _apa(paragraphs: list[str], source: Source, said: list[_Line]) -> _Piece:
    year = source.year or "z.d."
    who = _Run(source.author) if source.author else _Run(source.title, is_title=True)
    reference = [_Run(" ("), who, _Run(f", {year}{_page(source)})")]
    listed = [_Run(source.title, is_title=True), _Run(f". ({year}).")]
    if source.author:
        listed = [_Run(f"{_dotted(source.author)} ({year}). "), _Run(source.title, is_title=True), _Run(".")]
    if source.publisher:
        listed.append(_Run(f" {_dotted(source.publisher)}"))
    is_apart = sum(len(line.split()) for line in paragraphs) >= _APART
    if is_apart:
        quoted = [[_Run(line)] for line in paragraphs]
    else:  # the full stop of the sentence comes behind the reference
        closed = [line.translate(_SINGLE) for line in paragraphs]
        quoted = _quoted([*closed[:-1], _open(closed[-1])], "“", "”")
        reference.append(_Run("."))
    quoted[-1] += reference
    return _Piece(quoted, said, listed=[listed], is_apart=is_apart)


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


def _quoted(paragraphs: Sequence[str], before: str, behind: str) -> list[_Line]:
    last = len(paragraphs) - 1
    return [
        [_Run((before if n == 0 else "") + line + (behind if n == last else ""))] for n, line in enumerate(paragraphs)
    ]


def _lines(text: str) -> list[str]:
    return [line for line in text.split("\n") if line.strip()]


def _marked_piece(piece: _Piece) -> str:
    quoted = _marked(piece.quoted)
    return (f"<blockquote>{quoted}</blockquote>" if piece.is_apart else quoted) + _marked([*piece.below, *piece.said])


def _marked(lines: Iterable[_Line]) -> str:
    return "".join(f"<p>{_html(line)}</p>" for line in lines)


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
