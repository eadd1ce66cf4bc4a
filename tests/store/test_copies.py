"""Notebooks from elsewhere are recognised and merged with one write; copies are found by what they hold."""

from typing import Any

import pytest
from msgspec.structs import replace
from store.values import PUBLICATION, annotation

from zzpreader.model.addresses import Address
from zzpreader.model.annotation import Body, Motivation, Target
from zzpreader.model.publication import Edition
from zzpreader.model.records import Standing, Status
from zzpreader.store.copies import conflict_copies, is_copy, set_merged_aside
from zzpreader.store.envelope import Format, sealed
from zzpreader.store.incoming import brought, read_notebook
from zzpreader.store.notebooks import NOTEBOOK, NotebookFile
from zzpreader.store.problems import Cause, NewerSchema, NotReadable, NotSaved

OWN = PUBLICATION.id.removeprefix("urn:uuid:")
NAMES = (
    f"{OWN}.sync-conflict-20260101-120000-ABCDEFG.json",
    f"{OWN} (An's conflicted copy 2026-01-01).json",
    f"{OWN} (Conflicterend exemplaar van An 2026-01-01).json",
    f"{OWN} (conflicted copy 2026-01-01 120000).json",
    f"{OWN}-LAPTOP.json",
    f"{OWN} 2.json",
)


def plain(value) -> dict[str, dict[str, Any]]:
    return value


def written(path, *records, publication=PUBLICATION):
    file = NotebookFile(path, publication)
    file.save({one.id: one for one in records})
    file.close()
    return path


def said(one, text, when="2026-11-24T08:00:00.000Z"):
    return replace(one, body=replace(one.body, value=text), modified=when)


@pytest.mark.parametrize("name", NAMES)
def test_a_copy_is_found_whatever_the_sync_tool_calls_it(home, name):
    written(home.notebook(PUBLICATION.id), annotation(1))
    copy = written(home.notebooks / name, annotation(2))
    (found,) = conflict_copies(home, PUBLICATION)
    assert found.path == copy
    assert is_copy(home, copy)
    assert not is_copy(home, home.notebook(PUBLICATION.id))


def test_a_merged_copy_is_set_aside_and_not_found_again(home):
    copy = written(home.notebooks / NAMES[0], annotation(2))
    aside = set_merged_aside(copy)
    assert aside.exists()
    assert ".json.merged-" in aside.name
    assert conflict_copies(home, PUBLICATION) == []


def test_copies_of_other_publications_and_other_files_are_passed_over(home):
    other = replace(
        PUBLICATION, id="urn:uuid:0f9a3c1e-6a1d-4a53-9a0a-6d9a1f3f0002", editions=(Edition(sha256="b" * 64),)
    )
    written(home.notebooks / "other 2.json", annotation(1), publication=other)
    (home.notebooks / "boodschappen.json").write_text('{"melk": 1}')
    damaged = written(home.notebooks / NAMES[0], annotation(1))
    damaged.write_bytes(damaged.read_bytes().replace(b"Zinsnede", b"Zinssnee"))
    assert conflict_copies(home, PUBLICATION) == []
    assert damaged.exists()


def test_what_is_no_notebook_is_refused(tmp_path):
    path = tmp_path / "a.json"
    for text in (b"", b"{}", b'{"crc32":"00000000",\n'):
        path.write_bytes(text)
        with pytest.raises(NotReadable):
            read_notebook(path)
    path.write_bytes(sealed({}, Format(NOTEBOOK.name, schema=NOTEBOOK.schema + 1)))
    with pytest.raises(NewerSchema):
        read_notebook(path)
    with pytest.raises(NotReadable):
        read_notebook(tmp_path / "nowhere.json")


def test_documents_that_are_no_records_stay_in_their_file(tmp_path):
    good = annotation(1)
    path = written(tmp_path / "a.json", good)
    tables = dict(read_notebook(path).tables)
    tables["annotations"] = tables["annotations"] | {
        "x": {"id": "x"},
        "y": {"id": "other"},
        "z": {"id": "z", "version": 3},
    }
    tables["trash"] = {"t": {"id": "t", "table": "nothing", "deleted": ""}, "u": {"id": "u"}}
    path.write_bytes(sealed(tables, NOTEBOOK))
    found = read_notebook(path).tables
    assert list(found["annotations"]) == [good.id]
    assert found["trash"] == {}


def test_notes_from_another_library_take_our_address(home, tmp_path):
    theirs = replace(PUBLICATION, id="urn:uuid:0f9a3c1e-6a1d-4a53-9a0a-6d9a1f3f0002")
    link = str(Address(theirs.id))
    note = said(annotation(1), f"Zie [dit]({link}/page/3)")
    note = replace(note, target=replace(note.target, source=theirs.id))
    incoming = read_notebook(written(tmp_path / "a.json", note, publication=theirs))
    assert incoming.of(PUBLICATION)
    (row,) = plain(incoming.adopted(PUBLICATION)["annotations"]).values()
    assert row["target"]["source"] == PUBLICATION.id
    assert row["body"]["value"] == f"Zie [dit]({Address(PUBLICATION.id)}/page/3)"


def test_another_publication_is_not_ours(tmp_path):
    other = replace(
        PUBLICATION, id="urn:uuid:0f9a3c1e-6a1d-4a53-9a0a-6d9a1f3f0002", editions=(Edition(sha256="b" * 64),)
    )
    assert not read_notebook(written(tmp_path / "a.json", annotation(1), publication=other)).of(PUBLICATION)


def test_what_would_come_is_counted_before_anything_changes(home, tmp_path):
    one, two, three = annotation(1), annotation(2), annotation(3)
    path = home.notebook(PUBLICATION.id)
    written(path, one, two, three)
    copy = tmp_path / "copy.json"
    copy.write_bytes(path.read_bytes())
    written(path, said(one, "Van hier", "2026-11-25T08:00:00.000Z"))
    written(copy, said(one, "Van daar"), said(two, "Aangevuld"), annotation(4))
    there = NotebookFile(copy, PUBLICATION)
    there.save({three.id: None})
    there.close()
    file = NotebookFile(path, PUBLICATION)
    found = brought(file.tables, read_notebook(copy).tables)
    assert (found.new, found.changed, found.deleted, found.both) == (1, 1, 1, 1)
    assert set(file.records) == {said(one, "Van hier", "2026-11-25T08:00:00.000Z"), two, three}
    file.close()


def test_statuses_and_links_that_come_are_counted_apart_from_notes(home, tmp_path):
    path = written(home.notebook(PUBLICATION.id), annotation(1))
    copy = tmp_path / "copy.json"
    copy.write_bytes(path.read_bytes())
    now = annotation(1).created
    standing = Standing(id="s", section="section-a", status=Status.READ, created=now, modified=now)
    written(copy, annotation(2), standing)
    file = NotebookFile(path, PUBLICATION)
    found = brought(file.tables, read_notebook(copy).tables)
    assert (found.new, found.others, found.changed) == (1, 1, 0)
    file.close()


def test_a_sheet_that_is_taken_in_by_another_one_is_changed_and_not_deleted(home, tmp_path):
    def sheet(number, text):
        target = Target(source=PUBLICATION.id, scope="section-a")
        return replace(annotation(number, text), motivation=Motivation.COMMENTING, target=target, body=Body(value=text))

    path = written(home.notebook(PUBLICATION.id), sheet(2, "Van hier"))
    copy = written(tmp_path / "copy.json", sheet(1, "Van daar"))
    file = NotebookFile(path, PUBLICATION)
    found = brought(file.tables, read_notebook(copy).tables)
    assert (found.new, found.changed, found.deleted, found.both) == (0, 1, 0, 1)
    file.close()


def test_a_merge_is_one_write_and_merging_again_brings_nothing(home, tmp_path):
    path = written(home.notebook(PUBLICATION.id), annotation(1))
    copy = tmp_path / "copy.json"
    copy.write_bytes(path.read_bytes())
    written(copy, annotation(2), said(annotation(1), "Van daar"))
    file = NotebookFile(path, PUBLICATION)
    tables = read_notebook(copy).tables
    file.save({}, [tables])
    assert brought(file.tables, tables).edits == ()
    file.close()
    again = NotebookFile(path, PUBLICATION)
    assert set(again.records) == {said(annotation(1), "Van daar"), annotation(2)}
    assert [one.value for one in again.earlier(annotation(1).id)] == []
    again.close()


def test_taking_a_merge_back_is_not_undone_by_merging_the_same_copy(home, tmp_path):
    path = written(home.notebook(PUBLICATION.id), said(annotation(1), "Van hier", "2026-11-23T18:00:00.000Z"))
    copy = tmp_path / "copy.json"
    copy.write_bytes(path.read_bytes())
    written(copy, said(annotation(1), "Van daar"))
    file = NotebookFile(path, PUBLICATION)
    tables = read_notebook(copy).tables
    file.save({annotation(1).id: said(annotation(1), "Van daar")}, [tables])
    file.save({annotation(1).id: said(annotation(1), "Van hier", "2026-11-23T18:00:00.000Z")})
    assert brought(file.tables, tables).edits == ()
    assert "Van daar" in [one.value for one in file.earlier(annotation(1).id)]
    file.close()


def test_a_merge_that_cannot_be_written_changes_nothing(home, tmp_path, monkeypatch):
    path = written(home.notebook(PUBLICATION.id), annotation(1))
    tables = read_notebook(written(tmp_path / "copy.json", annotation(2))).tables
    file = NotebookFile(path, PUBLICATION)

    def refuse(*_args, **_more):
        raise OSError(28, "full")

    with monkeypatch.context() as patch:
        patch.setattr("os.fsync", refuse)
        with pytest.raises(NotSaved) as problem:
            file.save({}, [tables])
    assert problem.value.cause is Cause.FULL
    assert set(file.tables["annotations"]) == {annotation(1).id}
    file.close()
