"""A note's Markdown as blocks and runs, for formats that have no Markdown of their own.

CommonMark with tables and strike-through; HTML in it is text. Pictures become their words: nothing is loaded.
"""

import re
from collections.abc import Iterator
from functools import cache
from typing import TYPE_CHECKING, NamedTuple
from urllib.parse import urlsplit

from msgspec import Struct
from msgspec.structs import replace

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

_SAFE_SCHEMES = ("http", "https", "mailto")
_SIMPLE = re.compile(r"[^\\`*_{}\[\]<>|~&#\n]*\Z")
_STARTS_BLOCK = re.compile(r"\s|[-+=]|\d{1,9}[.)]")
_BOXES = ("☐", "☑")
_BOX = re.compile(r"\[([ xX])\](?=\s|\Z)")
_DEEPEST = 20


class Run(Struct, frozen=True):
    """A stretch of text in one look; "\\n" in it is a line end that was meant.

    Args:
        link: http, https or mailto; empty for none.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    struck: bool = False
    code: bool = False
    link: str = ""


Runs = tuple[Run, ...]


class Words(Struct, frozen=True):
    """A paragraph."""

    runs: Runs


class Title(Struct, frozen=True):
    """A heading inside a note. Args: level: 1 to 6, as typed."""

    level: int
    runs: Runs


class Listing(Struct, frozen=True):
    """Args: start: number of the first item, None for a list without numbers."""

    items: tuple[tuple["Prose", ...], ...]
    start: int | None = None


class Quotation(Struct, frozen=True):
    blocks: tuple["Prose", ...]


class Code(Struct, frozen=True):
    text: str


class Grid(Struct, frozen=True):
    """A table. Args: rows: the first is the header."""

    rows: tuple[tuple[Runs, ...], ...]


class Rule(Struct, frozen=True):
    """A line across."""


Prose = Words | Title | Listing | Quotation | Code | Grid | Rule


def parse(markdown: str) -> tuple[Prose, ...]:
    """Cost: 0.1 ms for a short note with marks, next to nothing for one line of plain words."""
    text = markdown.replace("\0", "\ufffd")
    if _SIMPLE.match(text) and not _STARTS_BLOCK.match(text):
        return (Words((Run(" ".join(text.split())),)),) if text else ()
    tokens = _parser().parse(text)
    return _blocks(tokens, 0, len(tokens))


def plain(blocks: tuple[Prose, ...]) -> str:
    """Without marks, a line for each block or item."""
    return "\n".join(_lines(blocks))


@cache
def _parser() -> "MarkdownIt":
    from markdown_it import MarkdownIt  # noqa: PLC0415 - a tenth of a second, for which no start of the window waits

    return MarkdownIt("commonmark", {"html": False, "maxNesting": _DEEPEST}).enable(["table", "strikethrough"])


def _blocks(tokens: list["Token"], first: int, last: int) -> tuple[Prose, ...]:
    found: list[Prose] = []
    at = first
    while at < last:
        end = _end(tokens, at)
        if block := _block(tokens, at, end):
            found.append(block)
        at = end + 1
    return tuple(found)


def _end(tokens: list["Token"], at: int) -> int:
    """Where the token at `at` is closed; itself if it is no opening one."""
    depth = 0
    for n in range(at, len(tokens)):
        depth += tokens[n].nesting
        if depth <= 0:
            return n
    return len(tokens) - 1


def _block(tokens: list["Token"], at: int, end: int) -> Prose | None:
    token = tokens[at]
    match token.type:
        case "paragraph_open":
            return Words(_runs(tokens[at + 1]))
        case "heading_open":
            return Title(int(token.tag[1]), _runs(tokens[at + 1]))
        case "blockquote_open":
            return Quotation(_blocks(tokens, at + 1, end))
        case "bullet_list_open" | "ordered_list_open":
            start = int(token.attrGet("start") or 1) if token.tag == "ol" else None
            return Listing(tuple(_items(tokens, at, end)), start)
        case "fence" | "code_block":
            return Code(token.content.rstrip("\n"))
        case "table_open":
            return Grid(tuple(_rows(tokens, at, end)))
        case _:
            return Rule() if token.type == "hr" else None


def _items(tokens: list["Token"], at: int, end: int) -> Iterator[tuple[Prose, ...]]:
    at += 1
    while at < end:
        close = _end(tokens, at)
        yield _boxed(_blocks(tokens, at + 1, close))
        at = close + 1


def _boxed(item: tuple[Prose, ...]) -> tuple[Prose, ...]:
    """The box at its beginning as one sees it: CommonMark knows no checklists."""
    match item:
        case (Words((Run(code=False, link="") as first, *others)), *rest) if box := _BOX.match(first.text):
            shown = replace(first, text=_BOXES[box[1] != " "] + first.text[box.end() :])
            return (Words((shown, *others)), *rest)
        case _:
            return item


def box_of(item: tuple[Prose, ...]) -> str:
    """The box with which an item of a checklist begins, "" for another item."""
    match item:
        case (Words((Run(code=False, link="") as first, *_)), *_) if first.text[:1] in _BOXES:
            return first.text[:1]
        case _:
            return ""


def unboxed(words: Words) -> Words:
    """What stands behind the box."""
    first, *others = words.runs
    return Words((replace(first, text=first.text[1:].lstrip()), *others))


def _rows(tokens: list["Token"], at: int, end: int) -> Iterator[tuple[Runs, ...]]:
    row: list[Runs] = []
    for n in range(at, end):
        if tokens[n].type == "inline":
            row.append(_runs(tokens[n]))
        elif tokens[n].type == "tr_close":
            yield tuple(row)
            row = []


class _Look(NamedTuple):
    strong: int = 0
    emphasis: int = 0
    struck: int = 0
    link: str = ""


def _runs(inline: "Token") -> Runs:
    look, found = _Look(), list[Run]()
    for token in inline.children or ():
        match token.type:
            case "strong_open" | "strong_close":
                look = look._replace(strong=look.strong + token.nesting)
            case "em_open" | "em_close":
                look = look._replace(emphasis=look.emphasis + token.nesting)
            case "s_open" | "s_close":
                look = look._replace(struck=look.struck + token.nesting)
            case "link_open":
                look = look._replace(link=safe_link(str(token.attrGet("href") or "")))
            case "link_close":
                look = look._replace(link="")
            case _:
                text = {"softbreak": " ", "hardbreak": "\n"}.get(token.type, token.content)
                _add(found, _run(text, look, code=token.type == "code_inline"))
    return tuple(found)


def _run(text: str, look: _Look, *, code: bool) -> Run:
    return Run(text, look.strong > 0, look.emphasis > 0, look.struck > 0, code, look.link)


def _add(found: list[Run], run: Run) -> None:
    """Text in one look is one run."""
    if found and replace(found[-1], text="") == replace(run, text=""):
        found[-1] = replace(run, text=found[-1].text + run.text)
    elif run.text:
        found.append(run)


def safe_link(address: str) -> str:
    """The address if it leads to the web or to mail, else nothing."""
    try:
        return address if urlsplit(address).scheme in _SAFE_SCHEMES else ""
    except ValueError:
        return ""


def _lines(blocks: tuple[Prose, ...]) -> Iterator[str]:
    for block in blocks:
        match block:
            case Words(runs) | Title(_, runs):
                yield _text(runs)
            case Listing(items):
                for item in items:
                    yield from _lines(item)
            case Quotation(inner):
                yield from _lines(inner)
            case Code(text):
                yield text
            case Grid(rows):
                for row in rows:
                    yield "\t".join(_text(cell) for cell in row)
            case Rule():
                pass


def _text(runs: Runs) -> str:
    return "".join(run.text for run in runs)
