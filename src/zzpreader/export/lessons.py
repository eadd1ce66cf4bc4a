"""One document for every lesson, and one for all else that leads to them."""

import re
from collections.abc import Iterator

from msgspec.structs import replace

from zzpreader.export.prose import Run
from zzpreader.export.report import Block, Group, Heading, Paragraph, Report
from zzpreader.model.sections import Kind

_FORBIDDEN = re.compile(r'[\\/:*?"<>|#^\[\]\x00-\x1f\x7f]+')
_DEVICES = re.compile(r"(?i)(con|prn|aux|nul|com\d|lpt\d)(\.|\Z)")
_LONGEST = 80


def split(report: Report) -> list[tuple[str, Report]]:
    """File names without suffix, and what goes into them; the first is the whole, with links for its lessons.

    A name is made of the title alone, unless two lessons share it, so it is the same in the next export.
    """
    names = _names(report)
    rest: list[Block] = []
    inside: dict[str, list[Block]] = {lesson: [] for lesson in names}
    within: Group | None = None
    groups = {group.id: group for group in report.groups}
    for block in report.blocks:
        if isinstance(block, Heading) and (within is None or block.level <= within.level):
            lesson = block.id.removeprefix("h-")
            within = groups[lesson] if lesson in names else None
            if within:
                link = f"{names[lesson]}.md"
                rest += [block, Paragraph(id=f"f-{lesson}", runs=(Run(link, link=link),))]
                continue
        (inside[within.id] if within else rest).append(block)
    kept = tuple(group for group in report.groups if group.id not in names)
    main = replace(report, blocks=tuple(rest), groups=kept)
    parts = [(names[lesson], _part(report, groups[lesson], tuple(blocks))) for lesson, blocks in inside.items()]
    return [(file_name(report.meta.title), main), *parts]


def _names(report: Report) -> dict[str, str]:
    """Of the files of all lessons, by the ids of their groups; a lesson within a lesson has none of its own."""
    names: dict[str, str] = {}
    taken = {file_name(report.meta.title).casefold()}
    above: Group | None = None
    for group in report.groups:
        if above and group.level > above.level:
            continue
        above = group if group.section and group.section.kind is Kind.LESSON else None
        if above:
            name = file_name(group.title)
            names[group.id] = f"{name} {group.id[:6]}" if name.casefold() in taken else name
            taken.add(names[group.id].casefold())
    return names


def file_name(title: str) -> str:
    """Fit for every system and for links in Obsidian; never empty."""
    name = " ".join(_FORBIDDEN.sub(" ", title).split())[:_LONGEST].strip(" .")
    return f"_{name}" if not name or _DEVICES.match(name) else name


def _part(report: Report, lesson: Group, blocks: tuple[Block, ...]) -> Report:
    up = lesson.level - 1
    raised = tuple(replace(block, level=block.level - up) if isinstance(block, Heading) else block for block in blocks)
    groups = tuple(_below(report, lesson))
    return replace(report, meta=replace(report.meta, title=lesson.title), blocks=raised, groups=groups)


def _below(report: Report, lesson: Group) -> Iterator[Group]:
    """The lesson and what is under it."""
    inside = False
    for group in report.groups:
        inside = group is lesson or (inside and group.level > lesson.level)
        if inside:
            yield group
