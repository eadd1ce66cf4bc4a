"""The files of one export, all or none."""

from pathlib import Path

import pytest
from export_notes import mark, report, some

from zzpreader.export.formats import FORMATS
from zzpreader.export.report import Picture
from zzpreader.export.wished import choice_of, files_of, format_of
from zzpreader.export.writing import Cancelled, There, what_is_at, write_all
from zzpreader.model.export_wish import ExportWish

ODT, MARKDOWN = FORMATS["odt"], FORMATS["markdown"]


def test_an_odt_of_ours_is_known_and_renewed_and_another_file_is_only_replaced_when_allowed(tmp_path: Path):
    made = {tmp_path / "a.odt": report(*some())}
    assert what_is_at(made, ODT) is There.NOTHING
    write_all(made, ODT, force=False)
    assert what_is_at(made, ODT) is There.OURS
    (tmp_path / "a.odt").write_bytes(b"my own text")
    assert what_is_at(made, ODT) is There.OTHER
    with pytest.raises(FileExistsError):
        write_all(made, ODT, force=False)
    assert (tmp_path / "a.odt").read_bytes() == b"my own text"


def test_a_pdf_in_the_place_is_seen(tmp_path: Path):
    (tmp_path / "a.odt").write_bytes(b"%PDF-1.7")
    assert what_is_at({tmp_path / "a.odt": None}, ODT) is There.PDF


def test_one_file_for_every_lesson_comes_into_a_new_folder(tmp_path: Path):
    files = files_of(report(*some()), MARKDOWN, tmp_path / "out", per_lesson=True)
    write_all(files, MARKDOWN, force=False)
    assert {path.name for path in (tmp_path / "out").iterdir()} == {path.name for path in files}
    assert (tmp_path / "out" / "Harde cijfers helpen.md").is_file()


def test_a_failure_half_way_takes_back_what_was_written(tmp_path: Path):
    out = tmp_path / "out"
    out.mkdir()
    files = list(files_of(report(*some()), MARKDOWN, out, per_lesson=True).items())
    assert len(files) > 1
    first, last = files[0][0], files[-1][0]
    first.write_text("before")
    last.mkdir()  # no file can come in its place
    with pytest.raises(IsADirectoryError):
        write_all(dict(files), MARKDOWN, force=True)
    assert first.read_text() == "before"
    assert {path.name for path in out.iterdir()} == {first.name, last.name}


PICTURE = Picture(data=b"pixels", alt="Een figuur", width=9, height=9)


def test_pictures_lie_beside_a_markdown_document_once(tmp_path: Path):
    figure = mark("Figuur", 5)
    files = {tmp_path / "out" / "a.md": report(figure, pictures={figure.id: PICTURE})}
    write_all(files, MARKDOWN, force=False)
    beside = tmp_path / "out" / "pictures" / PICTURE.file_name
    assert beside.read_bytes() == b"pixels"
    assert f"pictures/{PICTURE.file_name}" in (tmp_path / "out" / "a.md").read_text("utf-8")
    before = beside.stat().st_mtime_ns
    write_all(files, MARKDOWN, force=True)
    assert beside.stat().st_mtime_ns == before


def test_a_failure_leaves_no_pictures_either(tmp_path: Path):
    figure = mark("Figuur", 5)
    (tmp_path / "a.md").mkdir()
    with pytest.raises(IsADirectoryError):
        write_all({tmp_path / "a.md": report(figure, pictures={figure.id: PICTURE})}, MARKDOWN, force=True)
    assert [path.name for path in tmp_path.iterdir()] == ["a.md"]


@pytest.mark.parametrize("force", [False, True])
def test_a_pdf_is_not_replaced_by_notes_whoever_asks(tmp_path: Path, force):
    (tmp_path / "a.odt").write_bytes(b"%PDF-1.7")
    with pytest.raises(FileExistsError):
        write_all({tmp_path / "a.odt": report(*some())}, ODT, force=force)
    assert (tmp_path / "a.odt").read_bytes() == b"%PDF-1.7"


def test_who_cancels_finds_nothing_written(tmp_path: Path):
    with pytest.raises(Cancelled):
        write_all({tmp_path / "new" / "a.md": report(*some())}, MARKDOWN, force=False, is_cancelled=lambda: True)
    assert not list(tmp_path.iterdir())


def test_names_that_this_version_does_not_know_ask_nothing():
    wish = ExportWish(format="papyrus", colors=("yellow", "ultraviolet"), states=("shelved",), grouping="mood")
    choice = choice_of(wish)
    assert (choice.colors, choice.states, choice.grouping) == (frozenset({"yellow"}), frozenset(), "section")
    assert format_of(wish).name == "odt"
