"""The bundles that this reader has: those that come with the program and those in the data folder."""

from collections.abc import Sequence
from pathlib import Path

from msgspec import Struct

from zzpreader.model.bundle import LARGEST_CHARS, Bundle, BundleError, parse_bundle
from zzpreader.resources import resource_path
from zzpreader.store.home import Home

_FILE = "bundle.toml"


class BundleFolder(Struct, frozen=True):
    """A bundle and where the files of its attachments lie."""

    folder: Path
    bundle: Bundle


class Unusable(Struct, frozen=True):
    """A folder that should be a bundle; `sentence` says what is wrong with it."""

    folder: Path
    sentence: str


def find_bundles(home: Home) -> tuple[list[BundleFolder], list[Unusable]]:
    """All bundles by their folders' names, the built-in ones first; one with an id that was there before is skipped."""
    found: dict[str, BundleFolder] = {}
    unusable: list[Unusable] = []
    for folder in _folders((resource_path("bundles"), home.bundles)):
        try:
            one = read_bundle(folder)
        except BundleError as problem:
            unusable.append(Unusable(folder, str(problem)))
        else:
            found.setdefault(one.bundle.id, one)
    return list(found.values()), unusable


def read_bundle(folder: Path) -> BundleFolder:
    """The bundle in a folder.

    Raises:
        BundleError: it is none that can be used.
    """
    try:
        with (folder / _FILE).open("rb") as file:
            text = file.read(4 * LARGEST_CHARS + 1).decode("utf-8")
    except FileNotFoundError:
        raise BundleError(f"The folder {folder.name} has no {_FILE}.") from None
    except OSError:
        raise BundleError(f"The file {_FILE} in the folder {folder.name} cannot be read.") from None
    except UnicodeDecodeError:
        raise BundleError(f"The file {_FILE} in the folder {folder.name} is not UTF-8.") from None
    return BundleFolder(folder, parse_bundle(text))


def attached_file(one: BundleFolder, name: str) -> Path | None:
    """The file of an attachment; None if it is not there or its name leads out of the folder."""
    path = one.folder / name
    inside = path.resolve().is_relative_to(one.folder.resolve())
    return path if inside and path.is_file() else None


def _folders(places: Sequence[Path]) -> list[Path]:
    return [folder for place in places if place.is_dir() for folder in sorted(place.iterdir()) if folder.is_dir()]
