"""Exports that readers shape themselves: Jinja2 in a sandbox (the extra "templates"); `docs/export.md` has the words.

A template sees plain texts, lists and mappings, made for it; nothing of the program, no files, no other templates.
"""

from collections.abc import Callable, Mapping
from importlib.util import find_spec
from pathlib import Path
from typing import cast

from zzpreader.export.html import prose_html
from zzpreader.export.lessons import file_name
from zzpreader.export.markup import one_line, own, plain, quoted
from zzpreader.export.prose import parse
from zzpreader.export.report import Group, Item, Report
from zzpreader.model.refused import Unfilled
from zzpreader.model.sections import Kind
from zzpreader.resources import resource_path

LARGEST = 1_000_000
"""Signs of a template."""


class BadTemplate(Exception):
    """`str` of it is what Jinja says, with the line; the template is the reader's own."""

    def __init__(self, why: Unfilled, said: str = "") -> None:
        super().__init__(said)
        self.why = why


def is_here() -> bool:
    return find_spec("jinja2") is not None


def suffix_of(template: str) -> str:
    """Of what it makes, by its own name: "memo.html.j2" makes ".html"."""
    return Path(Path(template).name.removesuffix(".j2")).suffix or ".txt"


def through(template: str, report: Report, is_cancelled: Callable[[], bool] = lambda: False) -> bytes:
    """Args: template: a file, or the name of one that is shipped. Raises: BadTemplate, Cancelled."""
    file = shipped().get(template) or Path(template)
    try:
        source = file.read_text("utf-8")
    except (OSError, UnicodeDecodeError):
        raise BadTemplate(Unfilled.UNREAD) from None
    return render(report, source, html=".htm" in file.name, is_cancelled=is_cancelled)


def shipped() -> dict[str, Path]:
    """Templates that come with the program, by name; what they make is seen by the suffix before `.j2`."""
    return {file.name.removesuffix(".j2"): file for file in sorted(resource_path("templates").glob("*.j2"))}


def render(report: Report, template: str, *, html: bool, is_cancelled: Callable[[], bool] = lambda: False) -> bytes:
    """Args: html: whether what stands in it is escaped for HTML; else for nothing.

    Raises:
        BadTemplate, Cancelled
        ImportError: without Jinja2.
    """
    from jinja2 import TemplateError  # noqa: PLC0415 - optional, and slow to import

    from zzpreader.export.sandbox import Sandbox, TooMuch, made  # noqa: PLC0415

    if len(template) > LARGEST:
        raise BadTemplate(Unfilled.ENDLESS)
    environment = Sandbox(html=html)
    filters = cast(dict[str, Callable[..., str]], environment.filters)
    filters |= {
        "day": report.words.day,
        "line": one_line,
        "plain": plain,
        "quoted": quoted,
        "own": own,
        "markdown": _markdown,
        "file_name": file_name,
    }
    try:
        return made(environment, template, variables(report), is_cancelled).encode(errors="replace")
    except (TooMuch, MemoryError):
        raise BadTemplate(Unfilled.ENDLESS) from None
    except (TemplateError, TypeError, ValueError, ArithmeticError, LookupError, RecursionError) as wrong:
        line = getattr(wrong, "lineno", None)
        raise BadTemplate(Unfilled.WRONG, f"{line}: {wrong}" if line else str(wrong)) from wrong


def _markdown(text: str, level: int = 1) -> str:
    from markupsafe import Markup  # noqa: PLC0415 - comes with Jinja2

    return Markup(prose_html(parse(text), level))  # noqa: S704 - it has escaped all text


def variables(report: Report) -> dict[str, object]:
    meta, work = report.meta, report.meta.work
    groups = [_group(group, report) for group in report.groups]
    return {
        "title": meta.title,
        "author": meta.author,
        "language": meta.language,
        "date": meta.date[:10],
        "byline": report.byline,
        "work": {
            "title": work.title,
            "authors": list(work.authors),
            "publisher": work.publisher,
            "issued": work.issued,
            "cited": work.cited,
        },
        "groups": groups,
        "items": [item for group in report.groups for item in (_item(one, report) for one in group.items)],
    }


def _group(group: Group, report: Report) -> Mapping[str, object]:
    status = group.status
    said = {"state": report.words.states[status.state], "owner": status.owner, "date": status.date} if status else None
    return {
        "title": group.title,
        "level": group.level,
        "is_lesson": bool(group.section and group.section.kind is Kind.LESSON),
        "state": str(status.state) if status else "",
        "status": said,
        "items": [_item(item, report) for item in group.items],
    }


def _item(item: Item, report: Report) -> Mapping[str, object]:
    one = item.annotation
    return {
        "id": item.id,
        "kind": str(one.kind),
        "quote": item.quote,
        "comment": item.comment,
        "page": item.page,
        "section": item.section_title,
        "sections": [section.title for section in item.path],
        "color": one.body.color or "",
        "meaning": item.meaning,
        "tags": list(one.body.tags),
        "author": one.creator,
        "created": one.created,
        "modified": one.modified,
        "checked": str(item.verdict.state) if item.verdict else "",
        "nearest": item.verdict.nearest if item.verdict else "",
        "source": f"{report.meta.work.cited}, {report.words.page.format(item.page)}" if item.page else "",
    }
