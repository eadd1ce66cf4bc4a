"""Where a section comes from, in words, and how sure that is."""

from zzpreader.model.sections import Kind, Section, Source
from zzpreader.sentences import translate

_SURE = 0.7
"""Below this a title was found and not its place, or something looks like a heading and may be none."""


def is_unsure(section: Section) -> bool:
    """Whether it is shown quietly."""
    return section.confidence < _SURE


def kind_name(kind: Kind) -> str:
    match kind:
        case Kind.PART:
            return translate("Contents", "Part")
        case Kind.CHAPTER:
            return translate("Contents", "Chapter")
        case Kind.SECTION:
            return translate("Contents", "Section")
        case Kind.LESSON:
            return translate("Contents", "Lesson")
        case Kind.BOX:
            return translate("Contents", "Box")


def origin(section: Section) -> str:
    """A few sentences for the tooltip and for screen readers: what it is, where it comes from."""
    words = _words(section.source)
    if section.kind in (Kind.LESSON, Kind.BOX):
        words = f"{kind_name(section.kind)}. {words}"
    if section.confidence == 0:
        return words + " " + translate("Contents", "Where it starts was not found.")
    return words + " " + translate("Contents", "This is uncertain.") if is_unsure(section) else words


def _words(source: Source) -> str:
    match source:
        case Source.READER:
            return translate("Contents", "Made by you.")
        case Source.BUNDLE:
            return translate("Contents", "From the knowledge bundle.")
        case Source.OUTLINE:
            return translate("Contents", "From the bookmarks of the PDF.")
        case Source.TAGS:
            return translate("Contents", "From the headings that the PDF marks as such.")
        case Source.LINKS:
            return translate("Contents", "From the links of the table of contents.")
        case Source.CONTENTS:
            return translate("Contents", "From the printed table of contents.")
        case Source.HEADINGS:
            return translate("Contents", "Found by the look of its heading.")
        case Source.LIST:
            return translate("Contents", "Found by its number in a series.")
