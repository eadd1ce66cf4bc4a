"""What the reader asked of an export, as it is kept for the next one."""

from msgspec import Struct


class ExportWish(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """Names that a later version no longer knows count as not given.

    Args:
        format: name of a format of `export/formats.py`.
        sections: ids, for the publication `source` only; empty for the whole publication.
        lessons, colors, tags, states, since, until, grouping: see `export/choice.py`.
        quotes, comments, notes, pictures: see there too.
        checked: every quotation is compared with the publication.
        per_lesson: one file for every lesson, in a folder.
        template: a file or the name of a shipped one, through which it is written instead; empty for none.
        source, path: the publication that was exported last with this, and where to.
    """

    format: str = "odt"
    sections: tuple[str, ...] = ()
    lessons: bool = False
    colors: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    states: tuple[str, ...] = ()
    since: str = ""
    until: str = ""
    grouping: str = "section"
    quotes: bool = True
    comments: bool = True
    notes: bool = True
    pictures: bool = True
    checked: bool = False
    per_lesson: bool = False
    template: str = ""
    source: str = ""
    path: str = ""
