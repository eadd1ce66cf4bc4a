"""Notes bundles: what is in them, and what is refused before anything of it is used."""

import stat
from io import BytesIO
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile, ZipInfo

import pytest
from export_notes import report, some
from hypothesis import given
from hypothesis import strategies as st

from zzpreader.export.annotation_set import MEMBER, set_of
from zzpreader.export.notes_bundle import MIMETYPE, to_notes_bundle
from zzpreader.imports import zips
from zzpreader.imports.notes_bundle import read
from zzpreader.imports.source import Refused
from zzpreader.model.refused import Untaken

REPORT = report(*some())
BUNDLE = to_notes_bundle(REPORT)


def zipped(*members, mimetype=MIMETYPE, data=b'{"type":"AnnotationSet","items":[]}') -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        archive.writestr("mimetype", mimetype)
        archive.writestr(MEMBER, data)
        for name, content in members:
            archive.writestr(name, content)
    return file.getvalue()


def refused(data: bytes) -> Untaken:
    with pytest.raises(Refused) as why:
        read(data)
    return why.value.why


def test_what_was_exported_is_read_back():
    assert read(BUNDLE) == set_of(REPORT)


def test_people_find_a_sheet_for_every_lesson_and_the_section_map():
    with ZipFile(BytesIO(BUNDLE)) as archive:
        names = archive.namelist()
        assert names[0] == "mimetype"
        assert {"sections.json", "notes/ZZP en de stad.md", "notes/Harde cijfers helpen.md"} <= set(names)
        assert "Eigen **les**" in archive.read("notes/Harde cijfers helpen.md").decode()
        assert not [name for name in names if name.endswith(".pdf")]


def _info(name: str, mode: int = 0, method: int = ZIP_DEFLATED) -> ZipInfo:
    info = ZipInfo(name)
    info.external_attr = mode << 16
    info.compress_type = method
    return info


@pytest.mark.parametrize(
    "name", ["../up", "/etc/passwd", "a/../../b", "C:evil", "a\\..\\b", "a//b", "./a", "notes/", "MIMETYPE", "x" * 300]
)
def test_a_name_that_could_lead_elsewhere_is_refused(name):
    assert refused(zipped((name, b"x"))) is Untaken.HOSTILE


def test_links_devices_and_rare_methods_are_refused():
    assert refused(zipped((_info("a", stat.S_IFLNK | 0o777), b"/etc/passwd"))) is Untaken.HOSTILE
    assert refused(zipped((_info("a", stat.S_IFIFO | 0o644), b""))) is Untaken.HOSTILE
    assert refused(zipped((_info("a", method=ZIP_BZIP2), b"x"))) is Untaken.HOSTILE


def test_a_bomb_is_refused_by_its_ratio():
    assert refused(zipped(("notes/a.md", bytes(2**22)))) is Untaken.HOSTILE
    assert refused(zipped(data=bytes(2**22))) is Untaken.HOSTILE


def test_too_many_members_and_too_many_bytes_are_refused(monkeypatch):
    monkeypatch.setattr(zips, "MOST_MEMBERS", 3)
    assert refused(zipped(("a", b""), ("b", b""))) is Untaken.LARGE
    monkeypatch.setattr(zips, "MOST_MEMBERS", 100)
    monkeypatch.setattr(zips, "MOST_UNPACKED", 10)
    assert refused(zipped()) is Untaken.LARGE
    monkeypatch.setattr(zips, "LARGEST", 10)
    assert refused(zipped()) is Untaken.LARGE


def test_a_zip_of_something_else_and_no_zip_at_all_are_refused():
    assert refused(zipped(mimetype=b"application/epub+zip")) is Untaken.UNKNOWN
    assert refused(zipped(data=b"{}")) is Untaken.DAMAGED
    assert refused(b"%PDF-1.7") is Untaken.UNKNOWN
    assert refused(b"") is Untaken.UNKNOWN


@given(st.integers(0, len(BUNDLE) - 1), st.integers(0, 255), st.booleans())
def test_a_damaged_bundle_is_refused_or_reads_as_it_was(at, byte, cut):
    data = BUNDLE[:at] if cut else BUNDLE[:at] + bytes([byte]) + BUNDLE[at + 1 :]
    try:
        found = read(data)
    except Refused:
        return
    assert found == set_of(REPORT)
