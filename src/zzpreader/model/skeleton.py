"""From a section's place in the tree to the headings with which a note on it can begin."""

from collections.abc import Sequence

from zzpreader.model.sections import Section, SectionTree

_DEEPEST = 6
"""Markdown has no more levels of headings."""


def headings_for(section: Section | None, tree: SectionTree) -> list[str]:
    """Markdown headings: the sections below this one; for the whole publication its lessons, else the outer levels.

    The first level is two, for a note's own title stands above it. A section that is in the tree no more has none.
    """
    if section:
        here = tree.get(section.id)
        return _headings(tree.within(here)[1:], here.level + 1) if here else []
    if tree.lessons:
        return [f"## {_one_line(one.title)}" for one in tree.lessons]
    return _headings([one for one in tree if one.level <= 2], 1)


def with_headings(text: str, headings: Sequence[str]) -> str:
    """The text with those of the headings below it that it does not have, whatever their level there."""
    there = {line.lstrip("#").strip() for line in text.splitlines() if line.startswith("#")}
    missing = [heading for heading in headings if heading.lstrip("#").strip() not in there]
    if not missing:
        return text
    before = f"{text.rstrip()}\n\n" if text.strip() else ""
    return before + "\n\n".join(missing) + "\n\n"


def _headings(sections: Sequence[Section], outermost: int) -> list[str]:
    return [f"{'#' * min(one.level - outermost + 2, _DEEPEST)} {_one_line(one.title)}" for one in sections]


def _one_line(title: str) -> str:
    return " ".join(title.split())
