"""The bundles that this reader has: those that come with the program and those in the data folder."""

import errno
import os
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import rmtree

from msgspec import Struct

from zzpreader.files import BUNDLE_NAME, sync_folder, write_new
from zzpreader.model.bundle import LARGEST_CHARS, Bundle, BundleError, parse_bundle
from zzpreader.model.identity import recognise
from zzpreader.model.publication import Edition, Publication
from zzpreader.resources import resource_path
from zzpreader.store.backups import free_name
from zzpreader.store.home import Home, make_private_folder

_REPLACED, _DAYS_KEPT = ".replaced-", 30
_MOMENT = re.compile(r"\d{8}T\d{6}Z")


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
        with (folder / BUNDLE_NAME).open("rb") as file:
            text = file.read(4 * LARGEST_CHARS + 1).decode("utf-8")
    except FileNotFoundError:
        raise BundleError(f"The folder {folder.name} has no {BUNDLE_NAME}.") from None
    except OSError:
        raise BundleError(f"The file {BUNDLE_NAME} in the folder {folder.name} cannot be read.") from None
    except UnicodeDecodeError:
        raise BundleError(f"The file {BUNDLE_NAME} in the folder {folder.name} is not UTF-8.") from None
    return BundleFolder(folder, parse_bundle(text))


def keep_bundle(home: Home, bundle: Bundle, text: bytes, files: Mapping[str, bytes], *, replace: bool) -> BundleFolder:
    """Put a bundle among the reader's own, whole or not at all.

    Args:
        text: its bundle.toml.
        files: of its attachments, by the names that it gives them.

    Raises:
        FileExistsError: another one with this id is there, and `replace` is not given.
        OSError: nothing has changed.
    """
    make_private_folder(home.bundles)
    folder, scratch = home.bundles / bundle.id, home.bundles / f".{bundle.id}.new"
    if folder.exists():
        if (folder / BUNDLE_NAME).is_file() and (folder / BUNDLE_NAME).read_bytes() == text:
            return BundleFolder(folder, bundle)
        if not replace:
            raise FileExistsError(errno.EEXIST, os.strerror(errno.EEXIST), str(folder))
    rmtree(scratch, ignore_errors=True)
    make_private_folder(scratch)
    for name, data in {BUNDLE_NAME: text, **files}.items():
        write_new(scratch / name, data, private=True)
    if folder.exists():
        folder.rename(free_name(folder, _REPLACED))
    scratch.rename(folder)
    sync_folder(home.bundles)
    return BundleFolder(folder, bundle)


def forget_replaced(home: Home, now: datetime) -> None:
    """Bundles whose place others took more than 30 days ago. Raises: nothing; what cannot be removed stays."""
    oldest = (now.astimezone(UTC) - timedelta(days=_DAYS_KEPT)).strftime("%Y%m%dT%H%M%SZ")
    for folder in home.bundles.glob(f"*{_REPLACED}*"):
        _, _, when = folder.name.rpartition(_REPLACED)
        if _MOMENT.match(when) and when < oldest:
            rmtree(folder, ignore_errors=True)


def known_by(edition: Edition, bundles: Iterable[Bundle]) -> Bundle | None:
    """The bundle whose publication this file is, by its bytes or its pages' texts, if it has a section map."""
    mapped = {one.id: one for one in bundles if one.publication and one.sections}
    found = recognise(edition, [Publication(id=id_, editions=_editions(one)) for id_, one in mapped.items()])
    return mapped[found.id] if found else None


def attached_file(one: BundleFolder, name: str) -> Path | None:
    """The file of an attachment; None if it is not there or its name leads out of the folder."""
    path = one.folder / name
    inside = path.resolve().is_relative_to(one.folder.resolve())
    return path if inside and path.is_file() else None


def _editions(bundle: Bundle) -> tuple[Edition, ...]:
    """Its publication, as every copy that is known."""
    one = bundle.publication
    if one is None:
        return ()
    of_texts = Edition(
        sha256="",
        trailer_id=one.trailer_ids[0] if one.trailer_ids else "",
        pages=one.page_count or 0,
        fingerprints=one.fingerprints,
        extractor=one.extractor or "",
    )
    return (*(Edition(sha256=sha256) for sha256 in one.sha256), of_texts)


def _folders(places: Sequence[Path]) -> list[Path]:
    return [folder for place in places if place.is_dir() for folder in sorted(place.iterdir()) if _is_bundle(folder)]


def _is_bundle(folder: Path) -> bool:
    """Not what is being written, nor what was replaced."""
    return folder.is_dir() and not folder.name.startswith(".") and _REPLACED not in folder.name
