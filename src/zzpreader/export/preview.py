"""What an export will be like, before a file is written: its beginning as HTML, and what is in the whole of it."""

import re
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from itertools import islice

from msgspec import Struct
from msgspec.structs import replace

from zzpreader.export import templates
from zzpreader.export.annotated_copy import has_place
from zzpreader.export.cards import cards
from zzpreader.export.formats import FORMATS
from zzpreader.export.gather import Material
from zzpreader.export.guard import Guarded
from zzpreader.export.html import block_html, to_html
from zzpreader.export.lessons import split
from zzpreader.export.notes_bundle import sheet_names
from zzpreader.export.report import Block, Illustration, Item, Report
from zzpreader.export.rows import rows
from zzpreader.export.wished import format_of
from zzpreader.export.xml import text
from zzpreader.model.annotation import Kind as Marked
from zzpreader.model.export_wish import ExportWish
from zzpreader.model.sections import Kind

MOST_ITEMS = 80
"""Annotations that are shown: some ten pages."""

_MOST_SIGNS = 60_000
"""Of HTML or text, which Qt lays out in a few hundredths of a second."""

_MOST_ROWS = 25
_COLUMN_PX = {2: 60, 4: 320, 5: 320, 10: 180, 11: 180, 14: 330}
"""Of a spreadsheet: pages, quotes, comments, moments and ids; others are of one width."""

_WIDEST = 400
"""Points of a picture."""

_CONTENTS = re.compile(r"<nav .*?</nav>\n", re.DOTALL)
"""In a preview it would stand before what one wants to see."""

_CITED = re.compile(r"</p><cite>(.*?)</cite>", re.DOTALL)
_SOURCE = 'src="data:image/png;base64,"'


class Preview(Struct, frozen=True, kw_only=True):
    """
    Args:
        html: the beginning of the export; pictures are named by their number from 0.
        pictures: in the order of their numbers.
        notes, lessons: how many annotations and how many lessons with some are in the whole of it.
        is_cut: whether the export goes on behind what is shown.
        quotes: how many quotations are verified, edited and not found; empty if they were not compared.
        files: names of the files, where there are several.
        kinds: of a copy of the PDF: how many annotations of which kind go into it.
        lost: of a copy: how many marks of another edition stand at their section, with their words.
        wrong: what is wrong with the template, if anything.
    """

    html: str
    pictures: tuple[bytes, ...] = ()
    notes: int
    lessons: int
    is_cut: bool
    quotes: dict[Guarded, int] = {}
    files: tuple[str, ...] = ()
    kinds: dict[Marked, int] = {}
    lost: int = 0
    wrong: templates.BadTemplate | None = None


def beginning_of(material: Material, report: Report) -> Material:
    """What the shown part of a report is made of."""
    first = {item.annotation.id for item in islice(report.items, MOST_ITEMS)}
    return replace(material, annotations=tuple(one for one in material.annotations if one.id in first))


def preview_of(
    report: Report, beginning: Report, wish: ExportWish, is_cancelled: Callable[[], bool] = lambda: False
) -> Preview:
    """
    Args:
        beginning: of the same export, made of what `beginning_of` gives.
    """
    items = {item.id: item for item in report.items}
    shown = replace(beginning, meta=report.meta)
    preview = Preview(
        html="",
        notes=len(items),
        lessons=len({s.id for item in items.values() for s in item.path if s.kind is Kind.LESSON}),
        is_cut=len(items) > MOST_ITEMS,
        quotes=dict(Counter(item.verdict.state for item in items.values() if item.verdict)),
    )
    if wish.template:
        return _through_template(preview, wish.template, shown, is_cancelled)
    name = format_of(wish).name
    if name == "annotated-pdf":
        lost = sum(one.annotation.kind is not Marked.SHEET and not has_place(one, report) for one in items.values())
        preview = replace(preview, kinds=dict(Counter(one.annotation.kind for one in items.values())), lost=lost)
    named = _files(report, wish)
    return _cut(replace(preview, files=named), *_SHOWN.get(name, _page)(shown))


def _files(report: Report, wish: ExportWish) -> tuple[str, ...]:
    if wish.per_lesson:
        return tuple(f"{name}{FORMATS[wish.format].suffix}" for name, _ in split(report))
    return sheet_names(report) if wish.format == "notes-bundle" else ()


def _through_template(preview: Preview, template: str, shown: Report, is_cancelled: Callable[[], bool]) -> Preview:
    try:
        made = templates.through(template, shown, is_cancelled).decode(errors="replace")
    except templates.BadTemplate as wrong:
        return replace(preview, wrong=wrong)
    is_page = templates.suffix_of(template).startswith(".htm")
    return _cut(preview, *((made, ()) if is_page else _plain(made)))


_Shown = tuple[str, Sequence[bytes]]
"""HTML, and the pictures that it names."""


def _cut(preview: Preview, html: str, pictures: Sequence[bytes]) -> Preview:
    is_cut = preview.is_cut or len(html) > _MOST_SIGNS
    return replace(preview, html=html[:_MOST_SIGNS], pictures=tuple(pictures), is_cut=is_cut)


def _page(report: Report) -> _Shown:
    """As a web page has it, and a PDF of the notes."""
    blocks = list(_short(report.blocks))
    pictures = [block.picture.data for block in blocks if isinstance(block, Illustration)]
    html = to_html(replace(report, blocks=tuple(map(_fitting, blocks)))).decode()
    parts = _CONTENTS.sub("", html, count=1).split(_SOURCE)
    named = "".join(f'src="{n}"{part}' for n, part in enumerate(parts[1:]))
    return parts[0] + named, pictures


def _paper(report: Report) -> _Shown:
    """As a document has it: sources as footnotes."""
    html, pictures = _page(report)
    sources: list[str] = []

    def numbered(found: re.Match[str]) -> str:
        sources.append(found[1])
        return f"<sup>{len(sources)}</sup></p>"

    html = _CITED.sub(numbered, html)
    notes = "".join(f'<p class="remark"><sup>{n}</sup> {source}</p>' for n, source in enumerate(sources, 1))
    return html.replace("</main>", f"<hr>{notes}</main>") if notes else html, pictures


def _short(blocks: Sequence[Block]) -> Iterator[Block]:
    """So many that their HTML is not too long; pictures do not count."""
    room = _MOST_SIGNS
    for block in blocks:
        yield block
        room -= 0 if isinstance(block, Illustration) else len(block_html(block))
        if room <= 0:
            return


def _fitting(block: Block) -> Block:
    if not isinstance(block, Illustration):
        return block
    picture = block.picture
    share = min(1.0, _WIDEST / picture.width)
    smaller = replace(picture, data=b"", width=picture.width * share, height=picture.height * share)
    return replace(block, picture=smaller)


def _plain(words: str) -> _Shown:
    return f'<pre style="white-space: pre-wrap">{text(words[:_MOST_SIGNS])}</pre>', ()


def _written(name: str) -> Callable[[Report], _Shown]:
    def shown(report: Report) -> _Shown:
        return _plain(FORMATS[name].write(report).decode("utf-8-sig", errors="replace"))

    return shown


def _table(lines: Iterator[Sequence[str]], widths: Sequence[int] = ()) -> _Shown:
    """Args: widths: of the columns, in pixels; without them as wide as the pane."""
    head, *body = islice(lines, _MOST_ROWS + 1)
    cells = [f"<tr>{''.join(f'<td>{text(cell)}</td>' for cell in line)}</tr>" for line in body]
    wide = [f" width='{width}'" for width in widths] or [""] * len(head)
    top = "".join(f"<th align='left'{width}>{text(cell)}</th>" for cell, width in zip(head, wide, strict=True))
    whole = f" width='{sum(widths)}'" if widths else ""
    return f"<table border='1' cellspacing='0' cellpadding='4'{whole}><tr>{top}</tr>{''.join(cells)}</table>", ()


def _spreadsheet(report: Report) -> _Shown:
    return _table(iter(rows(report)), [_COLUMN_PX.get(n, 120) for n in range(len(report.words.columns))])


def _cards(report: Report) -> _Shown:
    sides = [
        f"<tr><td width='35%'>{front}</td><td>{back}</td></tr>"
        for _, front, back, _ in islice(cards(report), _MOST_ROWS)
    ]
    return f"<table border='1' cellspacing='0' cellpadding='8' width='100%'>{''.join(sides)}</table>", ()


def _copy(report: Report) -> _Shown:
    """The annotations, in the order of the pages."""
    columns, words = report.words.columns, report.words

    def line(item: Item) -> Sequence[str]:
        one = item.annotation
        said = item.comment or one.body.description
        return item.page, words.kinds[one.kind], item.section_title, item.quote, said

    head = (columns[2], columns[3], columns[1], columns[4], columns[5])
    return _table(iter([head, *({item.id: line(item) for item in report.items}).values()]))


_SHOWN: dict[str, Callable[[Report], _Shown]] = {
    "odt": _paper,
    "docx": _paper,
    "annotated-pdf": _copy,
    "csv": _spreadsheet,
    "xlsx": _spreadsheet,
    "cards": _cards,
    "annotations": _written("json-ld"),
    **{name: _written(name) for name in ("markdown", "obsidian", "json-ld", "bibtex", "csl-json", "ris")},
}
"""What is not here is shown as a page."""
