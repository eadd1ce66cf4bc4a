"""The fixed words of an export, in the languages of the interface. An export is read by people, like the window."""

from collections.abc import Mapping
from datetime import date

from msgspec import Struct

from zzpreader.model.annotation import Kind


class Words(Struct, frozen=True, kw_only=True):
    """
    Args:
        page: how a page is named; `{}` stands for its printed number.
        kinds: how marks, notes and bookmarks are named.
        elsewhere: heading over what belongs to a section that the publication has no more.
        meanings: what the colours mean as long as the reader has said nothing else.
        colours: the colours themselves, for the names of styles.
        states: of lessons, by their names.
        edited: `{}` stands for the words of the publication.
        columns: of a table of notes, in the order of `rows.py`.
    """

    page: str
    kinds: Mapping[Kind, str]
    tags: str
    elsewhere: str
    nothing: str
    meanings: Mapping[str, str]
    contents: str
    quote: str
    colours: Mapping[str, str]
    untagged: str
    uncoloured: str
    lesson: str
    status: str
    owner: str
    date: str
    states: Mapping[str, str]
    guarded: Mapping[str, str]
    edited: str
    not_found: str
    columns: tuple[str, ...]
    months: tuple[str, ...]

    def day(self, iso: str) -> str:
        """ "2026-11-23" as people write it; what is no date stays as it is."""
        try:
            when = date.fromisoformat(iso[:10])
        except ValueError:
            return iso
        return f"{when.day} {self.months[when.month - 1]} {when.year}"


ENGLISH = Words(
    page="p. {}",
    kinds={
        Kind.HIGHLIGHT: "highlight",
        Kind.AREA: "area",
        Kind.SHEET: "note sheet",
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
    contents="Contents",
    quote="Quotation",
    colours={
        "yellow": "yellow",
        "green": "green",
        "blue": "blue",
        "pink": "pink",
        "orange": "orange",
        "purple": "purple",
    },
    untagged="Without a tag",
    uncoloured="Without a colour",
    lesson="Lesson",
    status="Status",
    owner="Owner",
    date="Date",
    states={
        "unread": "unread",
        "read": "read",
        "to discuss": "to discuss",
        "adopted": "adopted",
        "adapted": "adapted",
        "rejected": "rejected",
    },
    guarded={"verified": "verified", "edited": "edited", "not found": "not found"},
    edited="differs from the publication, which says “{}”",
    not_found="these words were not found in the publication",
    columns=(
        *("Part", "Section", "Page", "Kind", "Quote", "Comment", "Colour", "Meaning", "Tags"),
        *("Author", "Created", "Modified", "Status", "Quote checked", "Id"),
    ),
    months=(
        *("January", "February", "March", "April", "May", "June"),
        *("July", "August", "September", "October", "November", "December"),
    ),
)

DUTCH = Words(
    page="p. {}",
    kinds={
        Kind.HIGHLIGHT: "markering",
        Kind.AREA: "gebied",
        Kind.SHEET: "notitieblad",
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
    contents="Inhoud",
    quote="Citaat",
    colours={
        "yellow": "geel",
        "green": "groen",
        "blue": "blauw",
        "pink": "roze",
        "orange": "oranje",
        "purple": "paars",
    },
    untagged="Zonder trefwoord",
    uncoloured="Zonder kleur",
    lesson="Les",
    status="Status",
    owner="Wie",
    date="Datum",
    states={
        "unread": "ongelezen",
        "read": "gelezen",
        "to discuss": "te bespreken",
        "adopted": "overgenomen",
        "adapted": "aangepast overgenomen",
        "rejected": "niet overgenomen",
    },
    guarded={"verified": "klopt", "edited": "gewijzigd", "not found": "niet gevonden"},
    edited="wijkt af van de publicatie, daar staat “{}”",
    not_found="deze woorden zijn niet in de publicatie gevonden",
    columns=(
        *("Deel", "Paragraaf", "Pagina", "Soort", "Citaat", "Opmerking", "Kleur", "Betekenis", "Trefwoorden"),
        *("Auteur", "Gemaakt", "Gewijzigd", "Status", "Citaat gecontroleerd", "Kenmerk"),
    ),
    months=(
        *("januari", "februari", "maart", "april", "mei", "juni"),
        *("juli", "augustus", "september", "oktober", "november", "december"),
    ),
)


def words_in(language: str) -> Words:
    """Args: language: "nl" or another; all others get English."""
    return DUTCH if language == "nl" else ENGLISH
