"""What is printed on the pages of editions, as it was known last: a cache that can be deleted."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from pathlib import Path

import msgspec
from msgspec import Struct

from zzpreader.model.decoding import learnt
from zzpreader.model.pages import Labels
from zzpreader.model.selectors import Paper
from zzpreader.store.home import Home, keep_private


class _Kept(Struct, frozen=True, array_like=True):
    """Args: widths: of spreads, in points, by page."""

    names: tuple[tuple[str, ...], ...]
    widths: dict[int, float]


def keep_labels(home: Home, edition: str, names: Sequence[tuple[str, ...]], width: Callable[[int], float]) -> None:
    """
    Args:
        edition: sha256 of the file.
        names: for every PDF page its printed labels from left to right.
        width: of a page, in points.
    """
    path = labels_path(home, edition)
    widths = {page: width(page) for page, printed in enumerate(names) if len(printed) == 2}
    data = msgspec.json.encode(_Kept(tuple(names), widths))
    with suppress(OSError):  # hits are then told by the pages of the PDF
        if path.exists() and path.read_bytes() == data:
            return
        keep_private(path, data)


def kept_paper(home: Home, edition: str) -> Paper | None:
    """None if nothing is known, or no longer to be understood."""
    try:
        kept = msgspec.json.decode(labels_path(home, edition).read_bytes(), type=learnt(_Kept))
    except (OSError, msgspec.MsgspecError, UnicodeDecodeError):
        return None

    def width(page: int) -> float:
        return kept.widths.get(page, 0.0)

    return Paper(Labels(kept.names), width)


def labels_path(home: Home, edition: str) -> Path:
    return home.cache / "labels" / f"{edition}.json"
