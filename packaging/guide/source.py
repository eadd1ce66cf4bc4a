"""The source text of a guide: a small part of Markdown, read strictly.

A header of `name: value` lines between two lines `---`; then blocks with an empty line between them: `## heading`,
`### heading`, paragraphs, lists with `- ` or `1. `, tables with a heading row, boxes (lines that begin with `> `) and
`---` for a new page. Within a line `**strong**`, `*stressed*` and `[text](target)`; a target `#title-of-a-heading` is
a place in the guide. A long line may be broken anywhere.
"""

import re
from typing import NamedTuple


class SourceError(Exception):
    """The source text has something that no guide can be made of."""


class Span(NamedTuple):
    """A stretch of text that looks the same."""

    text: str
    strong: bool = False
    stressed: bool = False
    link: str = ""


Spans = tuple[Span, ...]


class Heading(NamedTuple):
    level: int
    text: str

    @property
    def anchor(self) -> str:
        return re.sub(r"[^\w]+", "-", self.text.casefold()).strip("-")


class Paragraph(NamedTuple):
    spans: Spans


class Bullets(NamedTuple):
    """A list; `numbered` if its items are counted."""

    items: tuple[Spans, ...]
    numbered: bool


class Table(NamedTuple):
    """Rows of cells; the first row is the heading. `end_aligned` says which columns hold figures."""

    rows: tuple[tuple[Spans, ...], ...]
    end_aligned: tuple[bool, ...]


class Box(NamedTuple):
    paragraphs: tuple[Spans, ...]


class PageBreak(NamedTuple):
    """What follows begins on a new page."""


Block = Heading | Paragraph | Bullets | Table | Box | PageBreak


class Guide(NamedTuple):
    header: dict[str, str]
    blocks: tuple[Block, ...]


_HEADER = ("title", "kind", "subtitle", "author", "subject", "keywords", "language", "contents", "running")
_INLINE = re.compile(r"\*\*(?P<strong>.+?)\*\*|\*(?P<stressed>.+?)\*|\[(?P<text>[^\]]+)\]\((?P<link>[^)\s]+)\)")
_NUMBERED = re.compile(r"\d+\. ")
_MONTHS = "januari|februari|maart|april|mei|juni|juli|augustus|september|oktober|november|december"
_TIES = re.compile(
    r"\b(?:pagina|pagina’s|p\.|les|pdf-pagina|pdf-pagina’s) (?=\d)|\d (?=(?:en|of) \d)"
    rf"|\b\d{{1,2}} (?={_MONTHS})|\b(?:{_MONTHS}) (?=\d{{4}})"
)


def parse_guide(text: str) -> Guide:
    """
    Raises:
        SourceError: the header or a block is not as described above.
    """
    _, _, rest = text.partition("---\n")
    head, found, body = rest.partition("\n---\n")
    if not text.startswith("---\n") or not found:
        raise SourceError("The text does not begin with a header between two lines of three hyphens.")
    header = dict(_header_line(line) for line in head.splitlines() if line.strip())
    if missing := [name for name in _HEADER if not header.get(name)]:
        raise SourceError(f"The header lacks: {', '.join(missing)}.")
    blocks = tuple(_block(block.splitlines()) for block in re.split(r"\n\s*\n", body.strip()))
    anchors = [block.anchor for block in blocks if isinstance(block, Heading)]
    if len(anchors) != len(set(anchors)):
        raise SourceError("Two headings are the same.")
    return Guide(header, blocks)


def _header_line(line: str) -> tuple[str, str]:
    name, found, value = line.partition(":")
    if not found or name not in _HEADER:
        raise SourceError(f"The header has a line that is not known: {line}")
    return name, value.strip()


def _block(lines: list[str]) -> Block:
    first = lines[0]
    if first == "---":
        return PageBreak()
    if heading := re.fullmatch(r"(##|###) (.+)", first):
        if len(lines) > 1:
            raise SourceError(f"An empty line is missing below the heading: {first}")
        return Heading(len(heading[1]) - 1, heading[2])
    if first.startswith("#"):
        raise SourceError(f"This level of heading is not used here: {first}")
    if first.startswith("|"):
        return _table(lines)
    if first.startswith(">"):
        text = "\n".join(line.removeprefix(">").removeprefix(" ") for line in lines)
        return Box(tuple(_spans(part) for part in text.split("\n\n")))
    if first.startswith("- "):
        return Bullets(_items(lines, re.compile("- ")), numbered=False)
    if _NUMBERED.match(first):
        return Bullets(_items(lines, _NUMBERED), numbered=True)
    return Paragraph(_spans("\n".join(lines)))


def _items(lines: list[str], mark: re.Pattern[str]) -> tuple[Spans, ...]:
    items: list[str] = []
    for line in lines:
        if found := mark.match(line):
            items.append(line[found.end() :])
        else:
            items[-1] += "\n" + line
    return tuple(_spans(item) for item in items)


def _table(lines: list[str]) -> Table:
    cells = [[cell.strip() for cell in line.strip().strip("|").split("|")] for line in lines]
    if len(cells) < 3 or len({len(row) for row in cells}) != 1 or not re.fullmatch(r"[|\s:-]+", lines[1]):
        raise SourceError(f"This table has no heading row, or rows of several widths: {lines[0]}")
    aligned = tuple(cell.endswith(":") for cell in cells[1])
    return Table(tuple(tuple(_spans(cell) for cell in row) for row in (cells[0], *cells[2:])), aligned)


def tied(text: str) -> str:
    """The text with hard spaces where a line should not be broken: "pagina 38", "21 maart 2012"."""
    return _TIES.sub(lambda found: found[0][:-1] + "\u00a0", text)


def _spans(text: str) -> Spans:
    text = tied(" ".join(text.split()))
    spans: list[Span] = []
    end = 0
    for found in _INLINE.finditer(text):
        spans.append(Span(text[end : found.start()]))
        if found["link"]:
            spans.append(Span(found["text"], link=found["link"]))
        elif found["strong"]:
            spans.append(Span(found["strong"], strong=True))
        else:
            spans.append(Span(found["stressed"], stressed=True))
        end = found.end()
    spans.append(Span(text[end:]))
    return tuple(span for span in spans if span.text)
