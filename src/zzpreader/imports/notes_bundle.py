"""Notes bundles, as `export/notes_bundle.py` writes them, read without trust.

Nothing is ever unpacked to the disk, and only the annotation set is read.
"""

from io import BytesIO
from zipfile import ZipFile

from zzpreader.export.annotation_set import MEMBER, AnnotationSet, NotASet, parsed
from zzpreader.export.notes_bundle import MIMETYPE
from zzpreader.imports.source import Refused
from zzpreader.imports.zips import WRONG, check_directory, check_members
from zzpreader.model.refused import Untaken


def read(data: bytes) -> AnnotationSet:
    """Raises: Refused."""
    check_directory(data)
    try:
        with ZipFile(BytesIO(data)) as archive:
            check_members(archive.infolist())
            if archive.read("mimetype") != MIMETYPE:
                raise Refused(Untaken.UNKNOWN)
            content = archive.read(MEMBER)
        return parsed(content)
    except NotASet as wrong:
        raise Refused(Untaken.DAMAGED) from wrong
    except WRONG as wrong:
        raise Refused(Untaken.DAMAGED) from wrong
