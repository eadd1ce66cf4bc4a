"""What was seen last: enough to show the same window and page again before settings and library are read.

A guess that can be made anew, kept beside the other caches; what really holds is read afterwards and corrects it.
With the standard library alone, for it is read before anything is shown.
"""

import json
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import Any, NamedTuple

from zzpreader.glance import MOST_PIECES, Piece, Spot

_VERSION = 1
_MOST_FILES = 200
_MOST_BYTES = 1 << 20


class Sight(NamedTuple):
    """How a file was seen.

    Args:
        stamp: of the file: its size, and when it was changed.
        view: width and height of the view in logical pixels.
        ratio: device pixels a logical one.
        spots: none where it is not known what will be seen.
    """

    title: str
    stamp: tuple[int, int]
    view: tuple[int, int]
    ratio: float
    spots: tuple[Spot, ...]


class Seen(NamedTuple):
    """
    Args:
        geometry: Qt's own description of the window, base64; empty if there was none.
        margins: what lies around the view in the window: left, top, right, bottom; none if it is not known.
        theme: what was worn: light, dark or of high contrast, also where the system chose it.
        paper: as in the settings.
        current: path of the publication in front; empty for none.
        files: by path, the last seen last.
    """

    geometry: str = ""
    margins: tuple[int, ...] = ()
    theme: str = "system"
    paper: str = "light"
    current: str = ""
    files: Mapping[str, Sight] = {}

    def sight(self, file: Path) -> Sight | None:
        """None if it was not seen; without spots if it is another file now: who knows where that will be opened."""
        found = self.files.get(str(file))
        return found._replace(spots=()) if found and found.stamp != stamp_of(file) else found

    @property
    def width_px(self) -> int:
        """Of the view in which something was seen last; 0 if nothing was."""
        last = list(self.files.values())[-1:]
        return round(last[0].view[0] * last[0].ratio) if last else 0


def stamp_of(file: Path) -> tuple[int, int]:
    with suppress(OSError):
        status = file.stat()
        return status.st_size, status.st_mtime_ns
    return 0, 0


def read_seen(path: Path) -> Seen:
    """Nothing seen, if it cannot be read or understood."""
    try:
        with path.open("rb") as file:
            kept = json.loads(file.read(_MOST_BYTES))
        if kept["version"] != _VERSION:
            return Seen()
        files = {str(name): _sight(sight) for name, sight in kept["files"].items()}
        margins = tuple(_pixels(one) for one in kept["margins"])
        theme, paper, current = (str(kept[name]) for name in ("theme", "paper", "current"))
        return Seen(str(kept["geometry"]), margins if len(margins) == 4 else (), theme, paper, current, files)
    except (OSError, ValueError, TypeError, KeyError, AttributeError, RecursionError):
        return Seen()


def write_seen(path: Path, seen: Seen) -> None:
    """Raises: OSError."""
    names = list(seen.files)[-_MOST_FILES:]
    kept = seen._asdict() | {"version": _VERSION, "files": {name: seen.files[name]._asdict() for name in names}}
    from zzpreader.files import write_whole  # noqa: PLC0415 - who only reads it has no time

    path.parent.mkdir(parents=True, exist_ok=True)
    scratch = path.with_name(path.name + ".new")
    write_whole(path, json.dumps(kept).encode(), scratch=scratch, private=True)


def _sight(kept: Any) -> Sight:
    """Raises: ValueError, TypeError, KeyError."""
    size, changed = kept["stamp"]
    width, height = kept["view"]
    spots = tuple(Spot(float(x), float(y), _piece(piece)) for x, y, piece in kept["spots"][:MOST_PIECES])
    return Sight(
        str(kept["title"]), (int(size), int(changed)), (_pixels(width), _pixels(height)), float(kept["ratio"]), spots
    )


def _piece(kept: Any) -> Piece:
    page, rotation, scale, *box, paper = kept
    left, top, width, height = map(_pixels, box)
    if paper not in ("light", "dark", "sepia") or rotation not in (0, 90, 180, 270):
        raise ValueError(kept)
    return Piece(int(page), rotation, float(scale), left, top, width, height, paper)


def _pixels(kept: Any) -> int:
    if not isinstance(kept, int) or not 0 <= kept <= 1 << 22:
        raise ValueError(kept)
    return kept
