"""A report as Markdown: plain, or as Obsidian reads it, with front matter and an id behind every block.

With ids the document can be renewed (`living_markdown.py`), and other notes can link to its blocks.
"""

import json
import re
from collections.abc import Iterable, Iterator

from zzpreader.export.markup import heading, one_line, own, plain, quoted
from zzpreader.export.prose import Run
from zzpreader.export.renew import Piece, digest_of
from zzpreader.export.report import Block, Heading, Illustration, Meta, Note, Paragraph, Quote, Report, Table

MARK = "zzp-"
"""What the ids of our blocks begin with; nothing else in a document may end a line with ^ and this."""

WRITTEN = f"{MARK}written"
"""The last block, of which readers see nothing: which words each block had when it was written."""

_NO_TAG = re.compile(r"[^\w/-]+")


def to_markdown(report: Report) -> str:
    """CommonMark with GitHub's tables; the title is its first heading."""
    return "\n\n".join([heading(1, report.meta.title), *filter(None, map(_text, report.blocks))]) + "\n"


def to_obsidian(report: Report) -> str:
    return "".join(piece.text for piece in pieces(report))


def pieces(report: Report) -> list[Piece]:
    """The same, block by block; the first is the front matter."""
    texts = [(block, text) for block in report.blocks if (text := _text(block))]
    marked = [_marked(f"{MARK}{block.id}", text, inline=isinstance(block, Paragraph | Note)) for block, text in texts]
    ids = [f"{MARK}title", *(f"{MARK}{block.id}" for block, _ in texts)]
    marked.insert(0, _marked(ids[0], heading(1, report.meta.title), inline=False))
    found = [Piece(name, f"{text}\n\n") for name, text in zip(ids, marked, strict=True)]
    digests = " ".join(f"{piece.id}={digest_of(piece.text)}" for piece in found)
    found.append(Piece(WRITTEN, f"[//]: # ({WRITTEN}: {digests})\n\n^{WRITTEN}\n"))
    return [Piece(f"{MARK}front", _front_matter(report)), *found]


def pictures(report: Report) -> dict[str, bytes]:
    """What lies beside the document, by relative path."""
    shown = [block.picture for block in report.blocks if isinstance(block, Illustration)]
    return {f"pictures/{picture.file_name}": picture.data for picture in shown}


def _marked(name: str, text: str, *, inline: bool) -> str:
    """The text with its id behind it; one that has blank lines in it says as well where it begins."""
    text = text.replace(f"^{MARK}", f"\\^{MARK}")
    begin = "" if all(line.strip() for line in text.splitlines()) else f"[//]: # ({name})\n\n"
    # Behind one line of words the id stands in that line, behind all else in a paragraph of its own.
    is_words = inline and "\n" not in text and (text[:1].isalnum() or text[:1] in "*_")
    return f"{begin}{text} ^{name}" if is_words else f"{begin}{text}\n\n^{name}"


def _front_matter(report: Report) -> str:
    meta = report.meta
    tags = sorted({_tag(tag) for item in report.items for tag in item.annotation.body.tags} - {""})
    lines = [f"{key}: {value}" for key, value in _facts(meta)]
    if tags:
        lines.append(f"tags: {json.dumps(tags, ensure_ascii=False)}")
    return "\n".join(["---", *lines, "---", "", ""])


def _facts(meta: Meta) -> Iterator[tuple[str, str]]:
    facts = (
        ("title", meta.title),
        ("source", meta.work.cited),
        ("publication", meta.work.id),
        ("author", meta.author),
        ("lang", meta.language),
    )
    # A text of JSON is a text of YAML.
    yield from ((key, json.dumps(" ".join(value.split()), ensure_ascii=False)) for key, value in facts if value)
    yield "date", meta.date[:10]


def _tag(tag: str) -> str:
    """As Obsidian allows it: no blanks, no signs."""
    return _NO_TAG.sub("-", tag).strip("-")


def _text(block: Block) -> str:
    match block:
        case Heading(level=level, text=text):
            return heading(level, text)
        case Quote(paragraphs=paragraphs, page=page):
            words = plain("\n".join(paragraphs)).replace("\n", "\n\n")
            return quoted(f"“{words}” {f'({one_line(page)})' if page else ''}".strip())
        case Note(markdown=markdown, level=level):
            return own(markdown, level)
        case Paragraph(runs=runs, remark=remark):
            words = "".join(map(_run, runs))
            return f"*{words}*" if remark else words
        case Table(header=header, rows=rows):
            return "\n".join([_row(header), _row(["---"] * len(header), plain=True), *map(_row, rows)])
        case Illustration(picture=picture, caption=caption):
            return f"![{one_line(picture.alt)}](pictures/{picture.file_name} {json.dumps(one_line(caption))})"


def _row(cells: Iterable[str], *, plain: bool = False) -> str:
    return f"| {' | '.join(cells if plain else map(one_line, cells))} |"


def _run(run: Run) -> str:
    words = one_line(run.text)
    before, after = run.text[:1].isspace(), run.text[-1:].isspace()
    text = f"**{words}**" if run.strong else words
    if run.link:
        text = f"[{words}](<{run.link}>)"
    return f"{' ' * before}{text}{' ' * after}" if words else ""
