"""The words that are looked for together: the list that is shipped, and the reader's own.

The own list is added to the one that is shipped, so that what a later version brings is found as well. If its first
line says so it stands in the place of that list: then the reader has changed or taken out something of it.
"""

from pathlib import Path

from zzpreader.files import write_whole
from zzpreader.model.query import Synonyms
from zzpreader.resources import resource_path
from zzpreader.store.home import Home

_LARGEST = 1 << 20
"""Bytes; more is no list that a person keeps."""

_IN_PLACE = "# in place of the list that is shipped"


def read_synonyms(home: Home) -> Synonyms:
    """A list that cannot be read has no words."""
    return Synonyms(all_synonyms(home))


def all_synonyms(home: Home) -> str:
    """Every group that counts, a line each, without what is there for people who read the files."""
    own = own_synonyms(home)
    if own.startswith(_IN_PLACE):
        return _groups(own)
    return _groups(shipped_synonyms() + "\n" + own)


def shipped_synonyms() -> str:
    return _groups(_text(resource_path("search", "synonyms.txt")))


def own_synonyms(home: Home) -> str:
    return _text(home.synonyms)


def keep_synonyms(home: Home, text: str) -> None:
    """What the reader made of all the groups. Raises: HomeNotWritable, OSError."""
    home.prepare()
    groups, shipped = _groups(text).splitlines(), shipped_synonyms().splitlines()
    is_added = set(shipped) <= set(groups)
    lines = [group for group in groups if group not in shipped] if is_added else [_IN_PLACE, *groups]
    data = "".join(f"{line}\n" for line in lines).encode()
    write_whole(home.synonyms, data, scratch=home.synonyms.with_suffix(".new"), private=True)


def _groups(text: str) -> str:
    lines = (" ".join(line.split("#")[0].split()) for line in text.splitlines())
    return "".join(f"{line}\n" for line in lines if line)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST).decode("utf-8", "replace")
    except OSError:
        return ""
