"""The words that are looked for together: the list that is shipped, and the reader's own."""

from pathlib import Path

from zzpreader.model.query import Synonyms
from zzpreader.resources import resource_path
from zzpreader.store.home import Home

_LARGEST = 1 << 20
"""Bytes; more is no list that a person keeps."""


def read_synonyms(home: Home) -> Synonyms:
    """A list that cannot be read has no words."""
    return Synonyms(_text(resource_path("search", "synonyms.txt")), own_synonyms(home))


def own_synonyms(home: Home) -> str:
    return _text(home.synonyms)


def _text(path: Path) -> str:
    try:
        with path.open("rb") as file:
            return file.read(_LARGEST).decode("utf-8", "replace")
    except OSError:
        return ""
