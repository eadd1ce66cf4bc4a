"""A knowledge bundle in a zip: bundle.toml and the documents that it names, read without trust."""

from io import BytesIO
from zipfile import ZipFile

from msgspec import Struct

from zzpreader.files import BUNDLE_NAME
from zzpreader.imports.source import Refused
from zzpreader.imports.zips import WRONG, check_directory, check_members
from zzpreader.model.bundle import LARGEST_CHARS, Bundle, parse_bundle
from zzpreader.model.refused import Untaken


class Unpacked(Struct, frozen=True):
    """
    Args:
        files: contents by name, of those attachments alone that are there.
    """

    bundle: Bundle
    text: bytes
    files: dict[str, bytes]


def read(data: bytes) -> Unpacked:
    """
    Raises:
        Refused: no zip, or one that is built to do harm.
        BundleError: what its bundle.toml lacks.
    """
    check_directory(data)
    try:
        with ZipFile(BytesIO(data)) as archive:
            check_members(archive.infolist(), folders=True)
            found = [one for one in archive.infolist() if one.filename.rpartition("/")[2] == BUNDLE_NAME]
            if len(found) != 1 or found[0].filename.count("/") > 1 or found[0].file_size > 4 * LARGEST_CHARS:
                raise Refused(Untaken.UNKNOWN)
            folder = found[0].filename.removesuffix(BUNDLE_NAME)
            text = archive.read(found[0])
            bundle = parse_bundle(text.decode("utf-8"))
            there = set(archive.namelist())
            named = [one.file for one in bundle.attachments if one.file and f"{folder}{one.file}" in there]
            return Unpacked(bundle, text, {name: archive.read(f"{folder}{name}") for name in named})
    except WRONG as wrong:
        raise Refused(Untaken.DAMAGED) from wrong
