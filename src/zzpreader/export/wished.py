"""From what the reader asked in the window to the choice of an export, its preview, and its files."""

from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import TypeVar

from zzpreader.export import templates
from zzpreader.export.choice import Choice, Grouping
from zzpreader.export.compose import compose, latest
from zzpreader.export.formats import FORMATS, Format
from zzpreader.export.gather import Material
from zzpreader.export.lessons import split
from zzpreader.export.report import Meta, Report, State
from zzpreader.model.export_wish import ExportWish
from zzpreader.model.legend import COLOURS

PER_LESSON = frozenset({"markdown", "obsidian"})
"""Formats of which there can be one file for every lesson."""

_Name = TypeVar("_Name", State, Grouping)


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


def format_of(wish: ExportWish, is_cancelled: Callable[[], bool] = lambda: False) -> Format:
    """The first if it is not known, or lacks its package on this machine. Writing through a template: BadTemplate."""
    if wish.template and templates.is_here():
        suffix = templates.suffix_of(wish.template)
        write = partial(templates.through, wish.template, is_cancelled=is_cancelled)
        return Format(name="template", suffix=suffix, write=write)
    found = FORMATS.get(wish.format)
    return found if found and found.is_here else next(iter(FORMATS.values()))


def report_of(material: Material, wish: ExportWish, author: str, language: str) -> Report:
    work = material.work
    meta = Meta(title=work.title, author=author, language=language, date=latest(material), work=work)
    return compose(material, choice_of(wish), meta)


def files_of(report: Report, chosen: Format, path: Path, *, per_lesson: bool) -> dict[Path, Report]:
    """What goes into which file. Args: path: the file, or the folder of the files."""
    if not per_lesson:
        return {path: report}
    return {path / f"{name}{chosen.suffix}": part for name, part in split(report)}


def _known(kind: type[_Name], names: tuple[str, ...]) -> list[_Name]:
    values = {str(one) for one in kind}
    return [kind(name) for name in names if name in values]
