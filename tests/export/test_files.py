import errno
import os

import pytest

from zzpreader.export.files import write_beside


def test_an_export_is_written(tmp_path):
    write_beside(tmp_path / "notes.md", b"hoi")
    assert (tmp_path / "notes.md").read_bytes() == b"hoi"
    assert [file.name for file in tmp_path.iterdir()] == ["notes.md"]


def test_what_is_there_is_replaced_only_on_demand(tmp_path):
    path = tmp_path / "notes.md"
    path.write_bytes(b"oud")
    with pytest.raises(FileExistsError):
        write_beside(path, b"nieuw")
    assert path.read_bytes() == b"oud"
    write_beside(path, b"nieuw", force=True)
    assert path.read_bytes() == b"nieuw"


def test_a_pdf_is_never_replaced_by_notes(tmp_path):
    path = tmp_path / "publication.pdf"
    path.write_bytes(b"%PDF-1.7\n")
    with pytest.raises(FileExistsError):
        write_beside(path, b"# notes", force=True)
    assert path.read_bytes() == b"%PDF-1.7\n"


def test_a_link_is_followed(tmp_path):
    (tmp_path / "real.md").write_bytes(b"oud")
    (tmp_path / "link.md").symlink_to(tmp_path / "real.md")
    write_beside(tmp_path / "link.md", b"nieuw", force=True)
    assert (tmp_path / "link.md").is_symlink()
    assert (tmp_path / "real.md").read_bytes() == b"nieuw"


@pytest.mark.parametrize("call", ["write", "fsync", "replace"])
def test_a_failure_leaves_the_old_export_and_no_scratch_file(tmp_path, monkeypatch, call):
    path = tmp_path / "notes.md"
    path.write_bytes(b"oud")

    def fail(*_args, **_named):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, call, fail)
    with pytest.raises(OSError, match="No space"):
        write_beside(path, b"nieuw", force=True)
    monkeypatch.undo()
    assert path.read_bytes() == b"oud"
    assert [file.name for file in tmp_path.iterdir()] == ["notes.md"]


def test_halves_that_a_crash_left_go_and_those_of_others_stay(tmp_path):
    halves = [tmp_path / f".zzpreader-{name}.new" for name in ("00112233", "44556677")]
    others = [tmp_path / ".zzpreader-notes.new", tmp_path / "deel.new"]
    for path in (*halves, *others):
        path.write_bytes(b"x")
    for path in (halves[0], *others):
        os.utime(path, (1, 1))
    write_beside(tmp_path / "notes.md", b"een")
    assert not halves[0].exists()
    assert all(path.exists() for path in (halves[1], *others))
