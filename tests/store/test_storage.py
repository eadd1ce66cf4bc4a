import errno
import json
import os
import re
import stat
import sys
from pathlib import Path
from time import perf_counter
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store.values import PUBLICATION, annotation

from zzpreader.store.envelope import Damaged, Format, Newer, sealed, unsealed
from zzpreader.store.notebooks import NOTEBOOK, NotebookFile
from zzpreader.store.problems import NewerSchema, NotReadable, NotSaved
from zzpreader.store.storage import Database, DurableStorage

FORM = Format("test", schema=1)


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "notes.json"


def write(path, **documents):
    """One save for each document, so that there are backups."""
    storage = DurableStorage(path, FORM)
    table = Database(storage).documents("notes")
    for id_, text in documents.items():
        table.change({id_: {"text": text}})


def read(path):
    storage = DurableStorage(path, FORM)
    notes = {id_: document["text"] for id_, document in Database(storage).documents("notes").by_id().items()}
    return notes, storage.recovery


def names(folder):
    return sorted(re.sub(r"\d{8}T\d{6}Z", "TIME", file.name) for file in folder.iterdir())


# the text of the file


def test_the_file_is_json_with_one_document_a_line(path):
    write(path, a="Een", b="Twée\nregels")
    lines = path.read_text("utf-8").splitlines()
    assert '"a":{"text":"Een"},' in lines
    assert '"b":{"text":"Twée\\nregels"}' in lines
    assert json.loads(path.read_text("utf-8"))["tables"]["notes"]["a"] == {"text": "Een"}


def test_the_checksum_is_that_of_everything_after_the_first_line(path):
    write(path, a="Een")
    first, rest = path.read_bytes().split(b"\n", 1)
    assert first == b'{"crc32":"%08x",' % crc32(rest)


JSON = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(2**53), 2**53)
    | st.floats(allow_nan=False, allow_infinity=False)
    | st.text(),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=6,
)
TABLES = st.dictionaries(
    st.text(max_size=5),
    st.dictionaries(st.text(), st.dictionaries(st.text(), JSON, max_size=3), max_size=3),
    max_size=3,
)


@given(TABLES)
def test_what_is_sealed_is_unsealed(tables):
    assert unsealed(sealed(tables, FORM), FORM).tables == tables


@given(st.data())
@settings(max_examples=500)
def test_no_change_of_bytes_goes_unnoticed(data):
    good = sealed({"notes": {str(n): {"text": "Een notitie"} for n in range(20)}}, FORM)
    start = data.draw(st.integers(0, len(good)))
    end = data.draw(st.integers(start, min(len(good), start + 64)))
    bad = good[:start] + data.draw(st.binary(max_size=64)) + good[end:]
    if bad != good:
        with pytest.raises(Damaged):
            unsealed(bad, FORM)


def resealed(rest: bytes) -> bytes:
    return b'{"crc32":"%08x",\n%b' % (crc32(rest), rest)


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"\x00" * 500,
        b"\xef\xbb\xbf{}",
        b"[]",
        b'{"tables":{}}',
        b"[" * 10_000 + b"]" * 10_000,
        b"\xff\xfe\x00",
        resealed(b'"format":"other","schema":1,"saved":"","tables":{}}'),
        resealed(b'"format":"test","schema":1,"saved":""}'),
        resealed(b'"format":"test","schema":1,"saved":"","tables":[]}'),
        resealed(b'"format":"test","schema":1,"saved":"","tables":{"notes":{"a":3}}}'),
        resealed(b'"format":"test","schema":0,"saved":"","tables":{}}'),
        resealed(b'"format":"test","schema":1,"saved":"","tables":' + b"[" * 10_000),
        resealed(b"\xff\xff"),
    ],
    ids=str,
)
def test_every_kind_of_damage_is_told(data):
    with pytest.raises(Damaged):
        unsealed(data, FORM)


# damaged files


@pytest.mark.parametrize("damage", [b"", b"\x00" * 300, b"not json", b"[]", b"[" * 10_000])
def test_a_damaged_file_is_set_aside_and_the_backup_loads(path, damage):
    write(path, a="Een", b="Twee")
    path.write_bytes(damage)
    notes, recovery = read(path)
    assert notes == {"a": "Een"}
    assert recovery is not None
    assert recovery.saved
    assert [aside.read_bytes() for aside in recovery.aside] == [damage]
    assert read(path) == (notes, None), "the next opening finds a good file"


def test_a_file_that_is_cut_off_loads_the_backup(path):
    write(path, a="Een", b="Twee", c="Drie")
    path.write_bytes(path.read_bytes()[:-5])
    assert read(path)[0] == {"a": "Een", "b": "Twee"}


def test_damaged_backups_are_set_aside_too_when_they_would_be_needed(path):
    write(path, a="Een", b="Twee", c="Drie")
    path.write_bytes(b"x")
    Path(f"{path}.bak1").write_bytes(b"y")
    notes, recovery = read(path)
    assert notes == {"a": "Een"}
    assert recovery is not None
    assert [aside.read_bytes() for aside in recovery.aside] == [b"x", b"y"]


def test_with_no_good_backup_one_starts_anew_and_nothing_is_thrown_away(path):
    path.write_bytes(b"x")
    notes, recovery = read(path)
    assert notes == {}
    assert recovery is not None
    assert recovery.saved is None
    assert str(recovery).startswith("The file notes.json was damaged or missing; it was set aside as")
    write(path, a="Een")
    assert names(path.parent) == ["notes.json", "notes.json.damaged-TIME"]


def test_a_second_damaged_file_does_not_replace_the_first(path):
    for damage in (b"x", b"y", b"z"):
        path.write_bytes(damage)
        read(path)
    kept = [file.read_bytes() for file in path.parent.glob("*.damaged-*")]
    assert sorted(kept) == [b"x", b"y", b"z"]


def test_a_missing_file_with_backups_is_restored(path):
    write(path, a="Een", b="Twee")
    path.unlink()
    notes, recovery = read(path)
    assert notes == {"a": "Een"}
    assert recovery is not None
    assert recovery.aside == ()


def test_who_may_not_write_reads_the_backup_and_changes_nothing(path):
    write(path, a="Een", b="Twee")
    path.write_bytes(b"x")
    before = {file: file.read_bytes() for file in path.parent.iterdir()}
    storage = DurableStorage(path, FORM, writable=False)
    assert storage.read() == {"notes": {"a": {"text": "Een"}}}
    assert storage.recovery is not None
    with pytest.raises(NotSaved):
        storage.write({})
    assert {file: file.read_bytes() for file in path.parent.iterdir()} == before


def test_on_a_full_disk_a_damaged_file_still_opens_from_its_backup(path, monkeypatch):
    write(path, a="Een", b="Twee")
    path.write_bytes(b"x")
    monkeypatch.setattr(os, "write", raiser(errno.ENOSPC))
    assert read(path)[0] == {"a": "Een"}
    monkeypatch.undo()
    assert read(path)[0] == {"a": "Een"}


def test_a_damaged_file_that_cannot_be_set_aside_is_not_written_over(path, monkeypatch):
    write(path, a="Een", b="Twee")
    path.write_bytes(b"x")
    monkeypatch.setattr(os, "rename", raiser(errno.EACCES))
    storage = DurableStorage(path, FORM)
    assert storage.read() == {"notes": {"a": {"text": "Een"}}}
    assert not storage.writable
    with pytest.raises(NotSaved):
        storage.write({})
    assert path.read_bytes() == b"x"


def test_a_file_that_the_system_does_not_hand_over_is_not_taken_for_damaged(path, monkeypatch):
    write(path, a="Een", b="Twee")
    monkeypatch.setattr(Path, "read_bytes", raiser(errno.EIO))
    with pytest.raises(NotReadable):
        read(path)
    monkeypatch.undo()
    assert read(path) == ({"a": "Een", "b": "Twee"}, None)


# schemas


def test_a_newer_schema_is_refused_and_left_as_it_is(path):
    data = sealed({"notes": {"a": {"text": "later"}}}, Format("test", schema=2))
    path.write_bytes(data)
    with pytest.raises(NewerSchema, match="newer version"):
        read(path)
    assert path.read_bytes() == data
    assert names(path.parent) == ["notes.json"]


def test_a_newer_backup_is_no_reason_to_set_the_damaged_file_aside(path):
    Path(f"{path}.bak1").write_bytes(sealed({}, Format("test", schema=2)))
    path.write_bytes(b"x")
    with pytest.raises(NewerSchema):
        read(path)
    assert path.read_bytes() == b"x"


def test_an_old_file_is_brought_to_the_present_step_by_step_and_kept(path):
    """The fixture is of a schema 0 that never was: tables of plain texts, and no ids in the documents."""
    old = (Path(__file__).parent / "schema0.json").read_bytes()
    path.write_bytes(old)

    def named(tables):
        return {"notes": {id_: {"words": one["note"]} for id_, one in tables["remarks"].items()}}

    def renamed(tables):
        return {"notes": {id_: {"text": one["words"]} for id_, one in tables["notes"].items()}}

    form = Format("test", schema=2, steps={0: named, 1: renamed})
    storage = DurableStorage(path, form)
    table = Database(storage).documents("notes")
    assert table.by_id() == {"1": {"text": "Eerste"}, "2": {"text": "Tweede"}}
    table.change({"3": {"text": "Derde"}})
    assert Path(f"{path}.schema0").read_bytes() == old
    assert unsealed(path.read_bytes(), form).schema == 2


def test_newer_is_known_before_the_shape_is_looked_at():
    with pytest.raises(Newer):
        unsealed(resealed(b'"format":"test","schema":9,"tables":"elsewhere"}'), FORM)


# failing disks


def raiser(number):
    def fail(*_args, **_named):
        raise OSError(number, os.strerror(number))

    return fail


CALLS = ("open", "write", "fsync", "link", "replace", "unlink", "close")


@pytest.mark.skipif(sys.platform == "win32", reason="counts the calls of POSIX")
@pytest.mark.parametrize("number", [errno.EIO, errno.ENOSPC, errno.EACCES])
@pytest.mark.parametrize("call", CALLS)
def test_whichever_call_fails_the_old_or_the_new_state_is_on_the_disk(tmp_path, monkeypatch, call, number):
    """Every position at which the call can fail, once; then the file is opened as after a crash."""
    refused = 0
    for position in range(20):
        folder = tmp_path / str(position)
        folder.mkdir()
        path = folder / "notes.json"
        write(path, a="Een", b="Twee")
        storage = DurableStorage(path, FORM)
        table = Database(storage).documents("notes")
        table.by_id()
        failed = _fail_at(monkeypatch, call, position, number)
        try:
            table.change({"c": {"text": "Drie"}})
        except NotSaved:
            refused += 1
            allowed = [{"a", "b"}, {"a", "b", "c"}]
        else:
            allowed = [{"a", "b", "c"}]
        finally:
            monkeypatch.undo()
        assert set(read(path)[0]) in allowed
        assert read(path)[1] is None
        table.change({"d": {"text": "Vier"}})
        assert {"a", "b", "d"} <= set(read(path)[0]), "after a failure one can save again"
        if not failed:
            break
    else:
        pytest.fail("the call never ran out")
    assert refused or call in ("link", "unlink", "close")


def _fail_at(monkeypatch, name, position, number):
    real = getattr(os, name)
    seen = []
    failed = []

    def call(*args, **named):
        seen.append(args)
        if len(seen) - 1 == position:
            failed.append(args)
            if name == "close":
                real(*args)
            raise OSError(number, os.strerror(number))
        return real(*args, **named)

    monkeypatch.setattr(os, name, call)
    return failed


def test_a_short_write_is_continued(path, monkeypatch):
    real = os.write
    monkeypatch.setattr(os, "write", lambda descriptor, data: real(descriptor, bytes(data[:7])))
    write(path, a="Een" * 1000)
    assert read(path)[0] == {"a": "Een" * 1000}


def test_what_a_failed_save_left_behind_is_not_continued(path):
    write(path, a="Een")
    path.with_name("notes.json.new").write_bytes(b"half a fi")
    write(path, b="Twee")
    assert read(path)[0] == {"a": "Een", "b": "Twee"}
    assert not path.with_name("notes.json.new").exists()


def test_a_disk_without_links_keeps_copies_as_backups(path, monkeypatch):
    monkeypatch.setattr(os, "link", raiser(errno.EPERM))
    write(path, a="Een", b="Twee")
    path.write_bytes(b"x")
    assert read(path)[0] == {"a": "Een"}


def test_memory_does_not_run_ahead_of_the_disk(path, monkeypatch):
    write(path, a="Een")
    table = Database(DurableStorage(path, FORM)).documents("notes")
    table.by_id()
    monkeypatch.setattr(os, "fsync", raiser(errno.EIO))
    with pytest.raises(NotSaved):
        table.update({"text": "Anders"})
    monkeypatch.undo()
    assert table.by_id() == {"a": {"text": "Een"}}


def test_after_closing_the_newest_backup_is_a_second_copy(home):
    file = NotebookFile(home.notebook(PUBLICATION.id), PUBLICATION)
    file.save({annotation(1).id: annotation(1)})
    file.save({annotation(2).id: annotation(2)})
    file.close()
    home.notebook(PUBLICATION.id).write_bytes(b"x")
    again = NotebookFile(home.notebook(PUBLICATION.id), PUBLICATION)
    assert set(again.annotations) == {annotation(1), annotation(2)}
    again.close()


def test_ten_thousand_annotations_are_saved_fast_enough(home):
    many = {(one := annotation(number, "Een opmerking")).id: one for number in range(10_000)}
    file = NotebookFile(home.notebook(PUBLICATION.id), PUBLICATION)
    file.save(many)
    took = []
    for number in range(5):
        started = perf_counter()
        file.save({(one := annotation(number, "Anders")).id: one})
        took.append(perf_counter() - started)
    file.close()
    assert min(took) < 0.2
    assert unsealed(home.notebook(PUBLICATION.id).read_bytes(), NOTEBOOK).schema == NOTEBOOK.schema


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="asks the system which file a descriptor is")
def test_contents_reach_the_disk_before_the_name_and_the_name_before_the_answer(path, monkeypatch):
    write(path, a="Een")
    calls = []
    fsync, replace = os.fsync, os.replace
    monkeypatch.setattr(os, "fsync", lambda fd: (calls.append(Path(f"/proc/self/fd/{fd}").readlink().name), fsync(fd)))
    monkeypatch.setattr(os, "replace", lambda a, b: (calls.append(f"{a.name} > {b.name}"), replace(a, b)))
    write(path, b="Twee")
    assert calls == [
        "notes.json.new",
        "notes.json.bak > notes.json.bak1",
        "notes.json.new > notes.json",
        path.parent.name,
    ]


def test_a_share_that_cannot_flush_folders_still_keeps_notes(path, monkeypatch):
    fsync = os.fsync

    def only_files(descriptor: int) -> None:
        if stat.S_ISDIR(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not here")
        fsync(descriptor)

    monkeypatch.setattr(os, "fsync", only_files)
    write(path, a="Een")
    assert read(path)[0] == {"a": "Een"}
