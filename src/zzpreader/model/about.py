"""What is known of a publication as a work of literature, by whoever says it."""

import re

import msgspec
from msgspec import Struct

from zzpreader.model.bundle import Bundle
from zzpreader.model.displayed import one_line

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")

_ADDRESS = re.compile(r"<[^<>]*@[^<>]*>|<\s*>|\(\s*\S+@\S+\s*\)|(?:mailto:)?[^\s<>,;]+@[^\s<>,;]+\.[^\s<>,;]+")
_SIGNS = " \t,;&©"
_BETWEEN = re.compile(r"\s*([,;])(?:\s*[,;])*\s*")


class About(Struct, frozen=True, kw_only=True, omit_defaults=True):
    """What is not known is empty.

    Args:
        author: people or organisations, with "; " between several.
        issued: "2012", "2012-04" or "2012-04-19".
        doi: without an address before it.
    """

    title: str = ""
    author: str = ""
    issued: str = ""
    publisher: str = ""
    doi: str = ""

    def over(self, other: "About") -> "About":
        """What this one says, and of the rest what the other says."""
        mine = {name: value for name, value in msgspec.structs.asdict(self).items() if value}
        return msgspec.structs.replace(other, **mine)

    def beside(self, other: "About") -> "About":
        """What this one says and the other does not: a correction of the other."""
        theirs = msgspec.structs.asdict(other)
        kept = {name: value for name, value in msgspec.structs.asdict(self).items() if value != theirs[name]}
        return About(**kept)

    @property
    def authors(self) -> tuple[str, ...]:
        return tuple(name for one in self.author.split(";") if (name := one.strip()))

    @property
    def year(self) -> str:
        return self.issued[:4]


def author_named(said: str) -> str:
    """The author as a PDF names it, without addresses and what stood around them; `said` itself if nothing is left."""
    names = _BETWEEN.sub(r"\1 ", _ADDRESS.sub("", said)).strip(_SIGNS)
    return " ".join(names.split()).replace(" ,", ",").replace(" ;", ";") or said.strip()


def tidy(about: About) -> About:
    """As it may be kept: every field on one line, and the date in its form or not at all."""
    fields = {name: one_line(str(value)) for name, value in msgspec.structs.asdict(about).items()}
    fields["issued"] = date_of(fields["issued"])
    fields["doi"] = re.sub(r"^(https?://(dx\.)?doi\.org/|doi:\s*)", "", fields["doi"], flags=re.IGNORECASE)
    return About(**fields)


def date_of(words: str) -> str:
    """`2012-4-9` as `2012-04-09`; "" for what is no year."""
    found = _DATE.match(words.strip())
    if found is None:
        return ""
    return "-".join([found[1], *(part.zfill(2) for part in found.groups()[1:] if part)])


def about_of(bundle: Bundle) -> About:
    """What a bundle says of its publication."""
    _, _, publisher = bundle.source.rpartition(" / ")
    return About(title=bundle.short_title or bundle.title, issued=bundle.issued.isoformat(), publisher=publisher)
