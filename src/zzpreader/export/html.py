"""A report as one HTML file that stands by itself: nothing is loaded from anywhere, nothing runs.

Also what a printer or a PDF of the notes is made from: the style has rules for A4.
"""

from base64 import b64encode
from collections.abc import Iterable, Iterator

from zzpreader.export.prose import Code, Grid, Listing, Prose, Quotation, Rule, Run, Runs, Title, Words, box_of
from zzpreader.export.report import Block, Heading, Illustration, Note, Paragraph, Quote, Report, Table
from zzpreader.export.xml import attribute, text
from zzpreader.model.legend import COLOURS

_DEEPEST = 6
_BOXED = ' class="box"'
_STYLE = """
:root { color-scheme: light; }
body { max-width: 672px; margin: 40px auto; padding: 0 20px; color: #1f1f1f; background: #fff;
  font: 16px/1.55 "Public Sans", "Segoe UI", "Liberation Sans", Arial, sans-serif; overflow-wrap: break-word; }
h1, h2, h3, h4, h5, h6 { line-height: 1.25; margin: 32px 0 8px; break-after: avoid; }
h1 { font-size: 32px; margin-top: 0; } h2 { font-size: 24px; } h3 { font-size: 20px; } h4 { font-size: 18px; }
p, ul, ol, pre, table, blockquote, figure { margin: 10px 0; }
a { color: #0b57a4; }
.byline, .remark, cite, figcaption { color: #595959; font-size: 14px; }
blockquote { margin-left: 0; padding: 2px 0 2px 16px; border-left: 4px solid #595959; break-inside: avoid; }
blockquote p { margin: 3px 0; }
cite { font-style: normal; }
li.box { list-style: none; text-indent: -1.2em; }
nav ol { list-style: none; padding: 0; } nav li.l3 { padding-left: 20px; } nav li.l4 { padding-left: 40px; }
table { border-collapse: collapse; width: 100%; }
th, td { text-align: left; vertical-align: top; padding: 6px 12px 6px 0; border-bottom: 1px solid #bfbfbf; }
pre { background: #f2f2f2; padding: 8px 12px; white-space: pre-wrap; }
img { max-width: 100%; height: auto; } figure { break-inside: avoid; }
@media print { @page { size: A4; margin: 22mm 25mm; } body { margin: 0; max-width: none; padding: 0;
  font-size: 10.5pt; } a { color: inherit; } }
"""


def to_html(report: Report) -> bytes:
    meta = report.meta
    colours = "".join(f"blockquote.{c.name} {{ border-color: {c.edge}; }}\n" for c in COLOURS)
    author = f'<meta name="author" content={attribute(meta.author)}>\n' if meta.author else ""
    return (
        f'<!DOCTYPE html>\n<html lang="{meta.language}">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{text(meta.title)}</title>\n{author}"
        f'<meta name="generator" content="zzpreader">\n<meta name="date" content={attribute(meta.date)}>\n'
        f"<style>{_STYLE}{colours}</style>\n</head>\n<body>\n<header>\n<h1>{text(meta.title)}</h1>\n"
        f'<p class="byline">{text(report.byline)}</p>\n</header>\n{contents_html(report)}<main>\n'
        f"{''.join(map(block_html, report.blocks))}</main>\n</body>\n</html>\n"
    ).encode()


def block_html(block: Block) -> str:
    return "".join(_block(block))


def prose_html(blocks: Iterable[Prose], level: int = 1) -> str:
    """A note below a heading of `level`; also for templates."""
    return "".join(line for block in blocks for line in _prose(block, level))


def contents_html(report: Report) -> str:
    headings = [block for block in report.blocks if isinstance(block, Heading) and block.level <= 4]
    if not headings:
        return ""
    items = "".join(f'<li class="l{h.level}"><a href="#{h.id}">{text(h.text)}</a></li>\n' for h in headings)
    title = text(report.words.contents)
    return f'<nav aria-labelledby="contents">\n<h2 id="contents">{title}</h2>\n<ol>\n{items}</ol>\n</nav>\n'


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading(id=name, level=level, text=words):
            level = min(level, _DEEPEST)
            yield f'<h{level} id="{name}">{text(words)}</h{level}>\n'
        case Paragraph(id=name, runs=runs, remark=remark):
            kind = ' class="remark"' if remark else ""
            yield f'<p id="{name}"{kind}>{_runs(runs)}</p>\n'
        case Quote():
            yield _quote(block)
        case Note(level=level, blocks=blocks):
            yield prose_html(blocks, level)
        case Table(header=header, rows=rows):
            yield _table(Grid(tuple(tuple((Run(cell),) for cell in row) for row in (header, *rows))))
        case Illustration(id=name, picture=picture, caption=caption):
            data = f"data:{picture.media_type};base64,{b64encode(picture.data).decode()}"
            size = f'width="{round(picture.width * 4 / 3)}" height="{round(picture.height * 4 / 3)}"'
            image = f'<img src="{data}" alt={attribute(picture.alt)} {size}>'
            yield f'<figure id="{name}">{image}<figcaption>{text(caption)}</figcaption></figure>\n'


def _quote(quote: Quote) -> str:
    known = {colour.name for colour in COLOURS}
    kind = f' class="{quote.color}"' if quote.color in known else ""
    paragraphs = "".join(f"<p>“{text(words)}”</p>" for words in quote.paragraphs)
    return f'<blockquote id="{quote.id}"{kind}>{paragraphs}<cite>{text(quote.source)}</cite></blockquote>\n'


def _prose(block: Prose, level: int) -> Iterator[str]:
    match block:
        case Words(runs):
            yield f"<p>{_runs(runs)}</p>\n"
        case Title(own, runs):
            deep = min(level + own, _DEEPEST)
            yield f"<h{deep}>{_runs(runs)}</h{deep}>\n"
        case Quotation(blocks):
            yield f"<blockquote>{prose_html(blocks, level)}</blockquote>\n"
        case Code(words):
            yield f"<pre><code>{text(words)}</code></pre>\n"
        case Rule():
            yield "<hr>\n"
        case Grid():
            yield _table(block)
        case Listing(items, start):
            tag = "ul" if start is None else "ol"
            first = f' start="{start}"' if start not in (None, 1) else ""
            inner = "".join(f"<li{_BOXED if box_of(item) else ''}>{_item(item, level)}</li>\n" for item in items)
            yield f"<{tag}{first}>\n{inner}</{tag}>\n"


def _item(blocks: tuple[Prose, ...], level: int) -> str:
    """Its first paragraph needs no tag of its own."""
    if blocks and isinstance(blocks[0], Words):
        return _runs(blocks[0].runs) + prose_html(blocks[1:], level)
    return prose_html(blocks, level)


def _table(grid: Grid) -> str:
    rows: list[str] = []
    for n, row in enumerate(grid.rows):
        tag, scope = ("td", "") if n else ("th", ' scope="col"')
        rows.append(f"<tr>{''.join(f'<{tag}{scope}>{_runs(cell)}</{tag}>' for cell in row)}</tr>\n")
    return f"<table>\n<thead>\n{''.join(rows[:1])}</thead>\n<tbody>\n{''.join(rows[1:])}</tbody>\n</table>\n"


def _runs(runs: Runs) -> str:
    return "".join(map(_run, runs))


def _run(run: Run) -> str:
    written = text(run.text).replace("\n", "<br>")
    for has, tag in ((run.code, "code"), (run.struck, "s"), (run.emphasis, "em"), (run.strong, "strong")):
        if has:
            written = f"<{tag}>{written}</{tag}>"
    return f'<a href={attribute(run.link)} rel="noreferrer">{written}</a>' if run.link else written
