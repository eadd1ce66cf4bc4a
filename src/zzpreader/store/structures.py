"""What was derived of editions that were open once: a cache, of which nothing is lost if it is deleted."""

import sys
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

import zzpreader
from zzpreader.model.decoding import learnt
from zzpreader.model.records import LabelRule
from zzpreader.model.sections import Section
from zzpreader.store.home import Home, keep_private

_DERIVING = ("structure", "worker")


class Derived(Struct, frozen=True):
    """
    Args:
        rules: what the reader said of the printed numbers.
        labels: for every page that was studied its printed labels, without these rules.
        sections: before the reader's corrections.
    """

    rules: tuple[LabelRule, ...]
    labels: tuple[tuple[str, ...], ...]
    sections: tuple[Section, ...]


class _Kept(Struct, frozen=True):
    by: str
    derived: Derived


def keep_derived(home: Home, edition: str, derived: Derived, extractor: str) -> None:
    """
    Args:
        edition: sha256 of the file.
        extractor: what read its text.
    """
    path = derived_path(home, edition)
    data = msgspec.json.encode(_Kept(made_by(extractor, _DERIVING), derived))
    with suppress(OSError):  # derived again
        keep_private(path, data)


def kept_derived(home: Home, edition: str, extractor: str) -> Derived | None:
    """None if it is not there, not to be understood, or if another program derived it: this one may find more."""
    try:
        kept = msgspec.json.decode(derived_path(home, edition).read_bytes(), type=learnt(_Kept))
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError, RecursionError):
        return None
    return kept.derived if kept.by == made_by(extractor, _DERIVING) else None


def derived_path(home: Home, edition: str) -> Path:
    return home.cache / "structures" / f"{edition}.json"


def made_by(extractor: str, parts: Iterable[str]) -> str:
    """The program, by place and time of the files in these parts of it: they change with every version, and under the
    hands of who works on it."""
    folder = Path(zzpreader.__file__).parent
    files = [file for name in parts for file in (folder / name).glob("*.py")] or [Path(sys.executable)]
    return f"{folder} {max(file.stat().st_mtime_ns for file in files)} {extractor}"
