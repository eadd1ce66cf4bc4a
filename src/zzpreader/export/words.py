"""The fixed words of an export, in the languages of the interface. An export is read by people, like the window."""

from collections.abc import Mapping

from msgspec import Struct

from zzpreader.model.annotation import Kind


class Words(Struct, frozen=True, kw_only=True):
    """
    Args:
        page: how a page is named; `{}` stands for its printed number.
        kinds: how a mark other than a plain highlight, a note and a bookmark are named.
        elsewhere: heading over what belongs to a section that the publication has no more.
        meanings: what the colours mean as long as the reader has said nothing else.
    """

    page: str
    kinds: Mapping[Kind, str]
    tags: str
    elsewhere: str
    nothing: str
    meanings: Mapping[str, str]


ENGLISH = Words(
    page="p. {}",
    kinds={
        Kind.UNDERLINE: "underlined",
        Kind.STRIKEOUT: "struck out",
        Kind.SQUIGGLY: "squiggly underline",
        Kind.NOTE: "Note",
        Kind.BOOKMARK: "Bookmark",
    },
    tags="tags",
    elsewhere="Notes on sections that are no longer in the contents",
    nothing="There are no notes.",
    meanings={
        "yellow": "Important",
        "green": "To use",
        "blue": "Facts and figures",
        "pink": "Question",
        "orange": "Look up",
        "purple": "Term",
    },
)

DUTCH = Words(
    page="p. {}",
    kinds={
        Kind.UNDERLINE: "onderstreept",
        Kind.STRIKEOUT: "doorgehaald",
        Kind.SQUIGGLY: "gegolfd onderstreept",
        Kind.NOTE: "Notitie",
        Kind.BOOKMARK: "Bladwijzer",
    },
    tags="trefwoorden",
    elsewhere="Notities bij paragrafen die niet meer in de inhoud staan",
    nothing="Er zijn geen notities.",
    meanings={
        "yellow": "Belangrijk",
        "green": "Te gebruiken",
        "blue": "Feiten en cijfers",
        "pink": "Vraag",
        "orange": "Opzoeken",
        "purple": "Begrip",
    },
)


def words_in(language: str) -> Words:
    """Args: language: "nl" or another; all others get English."""
    return DUTCH if language == "nl" else ENGLISH
