"""The sections of editions that were open once: a cache, of which nothing is lost if it is deleted."""

from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import msgspec

from zzpreader.model.decoding import learnt
from zzpreader.model.sections import Section, SectionTree
from zzpreader.store.home import Home, keep_private


def keep_tree(home: Home, edition: str, sections: Sequence[Section]) -> None:
    """
    Args:
        edition: sha256 of the file.
    """
    path = tree_path(home, edition)
    with suppress(OSError):  # found again when it is needed
        keep_private(path, msgspec.json.encode(list(sections)))


def kept_tree(home: Home, edition: str) -> SectionTree | None:
    """None if it is not there, or no longer to be understood."""
    try:
        return SectionTree(msgspec.json.decode(tree_path(home, edition).read_bytes(), type=learnt(list[Section])))
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None


def tree_path(home: Home, edition: str) -> Path:
    return home.cache / "trees" / f"{edition}.json"
