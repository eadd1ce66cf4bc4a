"""From what the reader asked in the window to the choice of an export, its preview, and its files."""

import re
from collections import Counter
from functools import partial
from pathlib import Path
from typing import TypeVar

from msgspec import Struct
from msgspec.structs import replace

from zzpreader.export import templates
from zzpreader.export.choice import Choice, Grouping
from zzpreader.export.compose import compose, latest
from zzpreader.export.formats import FORMATS, Format
from zzpreader.export.gather import Material
from zzpreader.export.guard import Guarded
from zzpreader.export.html import to_html
from zzpreader.export.lessons import split
from zzpreader.export.report import Meta, Report, State
from zzpreader.model.export_wish import ExportWish
from zzpreader.model.legend import COLOURS
from zzpreader.model.sections import Kind

PER_LESSON = frozenset({"markdown", "obsidian"})
"""Formats of which there can be one file for every lesson."""

_SHOWN = 150
"""Blocks of a preview: some ten pages, which Qt lays out in a few hundredths of a second."""

_CONTENTS = re.compile(r"<nav .*?</nav>\n", re.DOTALL)
"""In a preview it would stand before what one wants to see."""

_Name = TypeVar("_Name", State, Grouping)


class Preview(Struct, frozen=True, kw_only=True):
    """
    Args:
        html: the beginning of the export.
        notes, lessons: how many annotations and how many lessons with some are in the whole of it.
        is_cut: whether the export goes on behind what is shown.
        quotes: how many quotations are verified, edited and not found; empty if they were not compared.
    """

    html: str
    notes: int
    lessons: int
    is_cut: bool
    quotes: dict[Guarded, int]


def choice_of(wish: ExportWish) -> Choice:
    known = {colour.name for colour in COLOURS}
    return Choice(
        sections=frozenset(wish.sections) or None,
        lessons=wish.lessons,
        colors=frozenset(wish.colors) & known,
        tags=frozenset(wish.tags),
        states=frozenset(_known(State, wish.states)),
        since=wish.since,
        until=wish.until,
        grouping=next(iter(_known(Grouping, (wish.grouping,))), Grouping.SECTION),
        quotes=wish.quotes,
        comments=wish.comments,
        notes=wish.notes,
        pictures=wish.pictures,
    )


def format_of(wish: ExportWish) -> Format:
    """The first if it is not known, or lacks its package on this machine. Writing through a template: BadTemplate."""
    if wish.template and templates.is_here():
        suffix = templates.suffix_of(wish.template)
        return Format(name="template", suffix=suffix, write=partial(templates.through, wish.template))
    found = FORMATS.get(wish.format)
    return found if found and found.is_here else next(iter(FORMATS.values()))


def report_of(material: Material, wish: ExportWish, author: str, language: str) -> Report:
    work = material.work
    meta = Meta(title=work.title, author=author, language=language, date=latest(material), work=work)
    return compose(material, choice_of(wish), meta)


def preview_of(report: Report) -> Preview:
    """Cost: 0.1 s for 10,000 annotations, beside that of the report."""
    items = {item.id: item for item in report.items}
    lessons = {s.id for item in items.values() for s in item.path if s.kind is Kind.LESSON}
    verdicts = [item.verdict.state for item in items.values() if item.verdict]
    return Preview(
        html=_CONTENTS.sub("", to_html(replace(report, blocks=report.blocks[:_SHOWN])).decode(), count=1),
        notes=len(items),
        lessons=len(lessons),
        is_cut=len(report.blocks) > _SHOWN,
        quotes=dict(Counter(verdicts)),
    )


def files_of(report: Report, chosen: Format, path: Path, *, per_lesson: bool) -> dict[Path, Report]:
    """What goes into which file. Args: path: the file, or the folder of the files."""
    if not per_lesson:
        return {path: report}
    return {path / f"{name}{chosen.suffix}": part for name, part in split(report)}


def _known(kind: type[_Name], names: tuple[str, ...]) -> list[_Name]:
    values = {str(one) for one in kind}
    return [kind(name) for name in names if name in values]
