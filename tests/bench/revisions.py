"""Revised editions of PDFs, made with marks whose fate is known. For `anchoring.py`."""

import mmap
import random
import re
from collections import Counter
from collections.abc import Sequence
from enum import StrEnum
from html import escape
from pathlib import Path
from typing import NamedTuple

import pymupdf

from zzpreader.model.annotation import (
    Annotation,
    Body,
    Highlight,
    Motivation,
    Target,
    new_annotation,
)
from zzpreader.model.folding import clean
from zzpreader.model.geometry import Rect
from zzpreader.model.letters import letters_of
from zzpreader.model.pages import Labels
from zzpreader.model.sections import SectionTree
from zzpreader.model.selectors import Paper, Segment, select
from zzpreader.model.text import PageText
from zzpreader.wire import ReadStructure
from zzpreader.worker.document import Document
from zzpreader.worker.structure import StructureReader
from zzpreader.worker.text import read_text

MARKS = 40
FEWEST_LETTERS = 8


class Fate(StrEnum):
    UNTOUCHED = "untouched"
    REWORDED = "reworded"
    MOVED = "moved"
    DELETED = "deleted"


SHARES = {Fate.UNTOUCHED: 0.5, Fate.REWORDED: 0.2, Fate.MOVED: 0.15, Fate.DELETED: 0.15}


class Edition(NamedTuple):
    texts: list[PageText]
    tree: SectionTree
    paper: Paper


class Paragraph(NamedTuple):
    """Code points [start, end) of a page."""

    page: int
    start: int
    end: int


class Mark(NamedTuple):
    """
    Args:
        paragraph: its number.
    """

    annotation: Annotation
    paragraph: int
    start: int
    end: int
    fate: Fate


Where = list[tuple[int, Rect]]
"""Rectangles on pages."""


def read(file: Path) -> Edition:
    with file.open("rb") as stream, mmap.mmap(stream.fileno(), 0, access=mmap.ACCESS_READ) as data:
        document = Document(data)
        opened = document.open("")
        pages = opened.pages
        structure = StructureReader(document).read(ReadStructure(pages))
        texts = [read_text(document, page) for page in range(pages)]
        widths = [document.space(page).size.width for page in range(pages)]
    return Edition(texts, SectionTree(structure.sections), Paper(Labels(structure.labels), widths.__getitem__))


def paragraphs_of(texts: Sequence[PageText]) -> list[Paragraph]:
    found: list[Paragraph] = []
    for page, text in enumerate(texts):
        for n, line in enumerate(text.lines):
            if n and line.block == text.lines[n - 1].block:
                found[-1] = found[-1]._replace(end=line.end)
            else:
                found.append(Paragraph(page, line.start, line.end))
    return found


def marks_in(edition: Edition, paragraphs: Sequence[Paragraph], dice: random.Random) -> list[Mark]:
    """Fates are dealt out to paragraphs, so that one paragraph has one; short ones are left untouched.

    Not marked are running lines, and dots and rules without letters.
    """
    sizes = [len(letters_of(edition.texts[p.page].text[p.start : p.end])) for p in paragraphs]
    keys = [re.sub(r"\d+", "", letters_of(edition.texts[p.page].text[p.start : p.end])) for p in paragraphs]
    usual = Counter(keys)
    long = [n for n, size in enumerate(sizes) if size >= 60 and usual[keys[n]] < 3]
    short = [n for n, size in enumerate(sizes) if 12 <= size < 60 and usual[keys[n]] < 3]
    dice.shuffle(long)
    dice.shuffle(short)
    marks: list[Mark] = []
    for fate, share in SHARES.items():
        for k in range(round(MARKS * share)):
            source = short if fate is Fate.UNTOUCHED and k % 5 == 0 and short else long
            while source and len([m for m in marks if m.fate is fate]) <= k:
                number = source.pop()
                mark = _mark(edition, paragraphs[number], number, fate, dice)
                if len(letters_of(mark.annotation.quote)) >= FEWEST_LETTERS:
                    marks.append(mark)
    return marks


def _mark(edition: Edition, paragraph: Paragraph, number: int, fate: Fate, dice: random.Random) -> Mark:
    text = edition.texts[paragraph.page]
    words = [
        found
        for found in re.finditer(r"\S+", text.text[: paragraph.end])
        if found.start() >= paragraph.start and not re.search(r"[-\u00ad‐]\n\s*$", text.text[: found.start()])
    ]
    count = len(words) if dice.random() < 0.15 else min(len(words), dice.randint(3, 40))
    first = dice.randint(0, len(words) - count)
    start, end = words[first].start(), words[first + count - 1].end()
    while end < paragraph.end and re.match(r"\n\s*\S", text.text[end:]) and text.text[end - 1] in "-\u00ad‐":
        end += len(re.match(r"\n\s*\S+", text.text[end:]).group())
    place = Target(source="urn:bench", selector=select([Segment(paragraph.page, start, end, text)], edition.paper))
    annotation = new_annotation(Motivation.HIGHLIGHTING, Body(highlight=Highlight.SOLID), place)
    section = edition.tree.at(annotation.place) if annotation.place else None
    scoped = Target(source="urn:bench", scope=section and section.id, selector=place.selector)
    annotation = new_annotation(Motivation.HIGHLIGHTING, annotation.body, scoped)
    return Mark(annotation, number, start, end, fate)


def reworded(words: str, others: Sequence[str], dice: random.Random) -> str:
    """Some of the words replaced by others of the publication, between one in twelve and one in three."""
    rate = dice.choice((0.08, 0.2, 0.35))
    changed = [dice.choice(others) if dice.random() < rate else word for word in words.split()]
    at = dice.randrange(len(changed))
    changed[at] = dice.choice([word for word in others if word != changed[at]])
    return " ".join(changed)


class Revision:
    """One PDF revised, with the places of all marks."""

    def __init__(self, edition: Edition, paragraphs: Sequence[Paragraph], marks: Sequence[Mark], dice: random.Random):
        self.edition, self.paragraphs, self.marks, self.dice = edition, paragraphs, marks, dice
        self.by_paragraph = {mark.paragraph: mark for mark in marks}
        self.words = [word for p in paragraphs[:400] for word in edition.texts[p.page].text[p.start : p.end].split()]
        self.where: dict[str, Where] = {}

    def filler(self, count: int) -> str:
        return escape(" ".join(self.dice.choice(self.words) for _ in range(count)))

    def html(self, number: int) -> str:
        """The paragraph as it is in the revision, its marked passage with the annotation's id."""
        page, start, end = self.paragraphs[number]
        text = self.edition.texts[page].text
        mark = self.by_paragraph.get(number)
        if mark is None:
            return escape(clean(text[start:end]))
        inside = clean(text[mark.start : mark.end])
        if mark.fate is Fate.REWORDED:
            inside = reworded(inside, self.words, self.dice)
        before, after = escape(clean(text[start : mark.start])), escape(clean(text[mark.end : end]))
        return f'{before} <span id="{mark.annotation.id}">{escape(inside)}</span> {after}'


def set_anew(revision: Revision, to: Path) -> None:
    dice = revision.dice
    order = list(range(len(revision.paragraphs)))
    fates = {n: mark.fate for n, mark in revision.by_paragraph.items()}
    for n in order:
        if n not in fates and dice.random() < 0.05:
            fates[n] = dice.choice((Fate.REWORDED, Fate.DELETED))
    moved = [n for n, fate in fates.items() if fate is Fate.MOVED]
    order = [n for n in order if fates.get(n) not in (Fate.MOVED, Fate.DELETED)]
    for n in moved:
        far = [at for at in range(len(order) + 1) if abs(at - n) > len(order) // 4]
        order.insert(dice.choice(far), n)
    pieces: list[str] = []
    for n in order:
        if dice.random() < 0.03:
            pieces.append(f"<p>{revision.filler(30)}</p>")
        is_other = fates.get(n) is Fate.REWORDED and n not in revision.by_paragraph
        html = revision.html(n)
        pieces.append(f"<p>{escape(reworded(html, revision.words, dice)) if is_other and html.split() else html}</p>")
    css = "p { font-family: serif; font-size: 9.5pt; margin: 0 0 5pt 0; text-align: justify; }"
    story = pymupdf.Story("".join(pieces), user_css=css)
    paper = pymupdf.paper_rect("a5")
    writer = pymupdf.DocumentWriter(str(to))
    more, page = 1, 0

    def note(position) -> None:
        if position.id:
            revision.where.setdefault(position.id, []).append((page, Rect(*position.rect)))

    while more:
        device = writer.begin_page(paper)
        more, _ = story.place(pymupdf.Rect(42, 48, paper.x1 - 42, paper.y1 - 48))
        story.element_positions(note, {})
        story.draw(device)
        writer.end_page()
        page += 1
    writer.close()


def corrected(revision: Revision, source: Path, to: Path) -> None:
    dice = revision.dice
    with pymupdf.open(source) as document:
        boxes = _cut_out(revision, document)
        for number, box in boxes.items():
            if revision.by_paragraph[number].fate is Fate.REWORDED:
                document[revision.paragraphs[number].page].insert_htmlbox(box, revision.html(number))
        # Two new pages; what was moved stands on the first one.
        first, second = sorted(dice.sample(range(len(document) + 1), 2))
        moved = [n for n, mark in revision.by_paragraph.items() if mark.fate is Fate.MOVED]
        slots = {n: pymupdf.Rect(50, 50 + k * 100, 545, 140 + k * 100) for k, n in enumerate(moved)}
        page = document.new_page(first)
        for number, slot in slots.items():
            page.insert_htmlbox(slot, f'<p style="font-size: 8pt">{revision.html(number)}</p>')
        document.new_page(second + 1).insert_htmlbox(pymupdf.Rect(50, 50, 545, 790), f"<p>{revision.filler(200)}</p>")
        document.save(to, garbage=3)
    for number, mark in revision.by_paragraph.items():
        page = revision.paragraphs[number].page
        now = page + (page >= first)
        now += now >= second + 1
        quads = revision.edition.texts[page].quads(mark.start, mark.end)
        where: dict[Fate, Where] = {
            Fate.UNTOUCHED: [(now, quad.bounds) for quad in quads],
            Fate.REWORDED: [(now, Rect(*boxes.get(number, ())))] if number in boxes else [],
            Fate.MOVED: [(first, Rect(*slots[number]))] if number in slots else [],
            Fate.DELETED: [],
        }
        revision.where[mark.annotation.id] = where[mark.fate]


def _cut_out(revision: Revision, document: pymupdf.Document) -> dict[int, pymupdf.Rect]:
    """Takes what was touched off its pages; where it stood, by the paragraph's number."""
    boxes: dict[int, pymupdf.Rect] = {}
    for number, mark in revision.by_paragraph.items():
        if mark.fate is Fate.UNTOUCHED:
            continue
        page, start, end = revision.paragraphs[number]
        boxes[number] = pymupdf.Rect()
        for quad in revision.edition.texts[page].quads(start, end):
            left, top, right, bottom = quad.bounds.left, quad.bounds.top, quad.bounds.right, quad.bounds.bottom
            boxes[number] |= pymupdf.Rect(left, top, right, bottom)
            inset = (bottom - top) / 4  # so that the lines above and below stay whole
            document[page].add_redact_annot(pymupdf.Rect(left, top + inset, right, bottom - inset))
    for page in {revision.paragraphs[number].page for number in boxes}:
        document[page].apply_redactions(images=0, graphics=0)
    return boxes
