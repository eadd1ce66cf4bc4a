import errno
import json
import os
import re
import stat
import sys
from contextlib import suppress
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from store.values import PUBLICATION, annotation

from zzpreader.store.envelope import Damaged, Format, Newer, opened, sealed
from zzpreader.store.loading import Missing
from zzpreader.store.notebooks import NOTEBOOK, NotebookFile
from zzpreader.store.problems import NewerSchema, NotReadable, NotSaved
from zzpreader.store.storage import DurableStorage
from zzpreader.store.tables import Database

FORM = Format("test", schema=1)


@pytest.fixture
def path(tmp_path) -> Path:
    return tmp_path / "notes.json"


def write(path, **documents):
    """One save for each document, into a journal."""
    storage = DurableStorage(path, FORM)
    table = Database(storage).documents("notes")
    for id_, text in documents.items():
        table.change({id_: {"text": text}})


def settled(path, **documents):
    """One save and one file for each document, so that there are backups."""
    storage = DurableStorage(path, FORM)
    for id_, text in documents.items():
        Database(storage).documents("notes").change({id_: {"text": text}})
        storage.settle()


def read(path):
    storage = DurableStorage(path, FORM)
    notes = {id_: document["text"] for id_, document in Database(storage).documents("notes").by_id().items()}
    return notes, storage.recovery


def names(folder):
    return sorted(re.sub(r"\d{8}T\d{6}Z", "TIME", file.name) for file in folder.iterdir())


# the text of the file


def test_the_file_is_json_with_one_document_a_line(path):
    settled(path, a="Een", b="Twée\nregels")
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
    assert opened(sealed(tables, FORM), FORM).tables == tables


@given(st.data())
@settings(max_examples=500)
def test_no_change_of_bytes_goes_unnoticed(data):
    good = sealed({"notes": {str(n): {"text": "Een notitie"} for n in range(20)}}, FORM)
    start = data.draw(st.integers(0, len(good)))
    end = data.draw(st.integers(start, min(len(good), start + 64)))
    bad = good[:start] + data.draw(st.binary(max_size=64)) + good[end:]
    if bad != good:
        with pytest.raises(Damaged):
            opened(bad, FORM)


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
        opened(data, FORM)


# damaged files


@pytest.mark.parametrize("damage", [b"", b"\x00" * 300, b"not json", b"[]", b"[" * 10_000])
@pytest.mark.parametrize("saved", [write, settled])
def test_a_damaged_file_is_set_aside_and_costs_nothing(path, damage, saved):
    saved(path, a="Een", b="Twee")
    path.write_bytes(damage)
    notes, recovery = read(path)
    assert notes == {"a": "Een", "b": "Twee"}
    assert recovery is not None
    assert recovery.missing is Missing.NOTHING
    assert [aside.read_bytes() for aside in recovery.aside] == [damage]
    assert read(path) == (notes, None), "the next opening finds a good file"
    path.write_bytes(b"once more")
    assert read(path)[0] == notes, "and may be damaged as well"


def test_a_missing_file_costs_nothing(path):
    settled(path, a="Een", b="Twee")
    path.unlink()
    notes, recovery = read(path)
    assert notes == {"a": "Een", "b": "Twee"}
    assert recovery is not None
    assert (recovery.aside, recovery.missing) == ((), Missing.NOTHING)


def test_where_the_file_and_what_leads_to_it_are_damaged_the_newest_backup_counts(path):
    settled(path, a="Een", b="Twee", c="Drie")
    path.write_bytes(b"x")
    journal = Path(f"{path}.journal.1")
    journal.write_bytes(journal.read_bytes()[:-9])
    notes, recovery = read(path)
    assert notes == {"a": "Een", "b": "Twee"}
    assert recovery is not None
    assert recovery.missing is Missing.LAST
    assert len(recovery.aside) == 2


def test_damaged_backups_are_set_aside_too_when_they_would_be_needed(path):
    settled(path, a="Een", b="Twee", c="Drie")
    path.write_bytes(b"x")
    Path(f"{path}.bak1").write_bytes(b"y")
    notes, recovery = read(path)
    assert notes == {"c": "Drie"}, "an older backup, of an empty file, and what the journal holds"
    assert recovery is not None
    assert recovery.missing is Missing.LATER
    assert sorted(aside.read_bytes() for aside in recovery.aside) == [b"x", b"y"]


def test_with_nothing_whole_one_starts_anew_and_nothing_is_thrown_away(path):
    path.write_bytes(b"x")
    notes, recovery = read(path)
    assert notes == {}
    assert recovery is not None
    assert (recovery.saved, recovery.missing) == (None, Missing.ALL)
    assert str(recovery).startswith("The file notes.json was damaged or missing; it was set aside as")
    write(path, a="Een")
    assert "notes.json.damaged-TIME" in names(path.parent)


def test_a_second_damaged_file_does_not_replace_the_first(path):
    for damage in (b"x", b"y", b"z"):
        path.write_bytes(damage)
        read(path)
    kept = [file.read_bytes() for file in path.parent.glob("*.damaged-*")]
    assert sorted(kept) == [b"x", b"y", b"z"]


def test_a_journal_that_is_cut_off_costs_the_last_save_and_is_told(path):
    write(path, a="Een", b="Twee", c="Drie")
    journal = Path(f"{path}.journal")
    journal.write_bytes(journal.read_bytes()[:-5])
    notes, recovery = read(path)
    assert notes == {"a": "Een", "b": "Twee"}
    assert recovery is not None
    assert recovery.missing is Missing.LAST
    assert read(path) == (notes, None)


def test_damage_inside_a_journal_costs_no_more_than_it_struck_and_is_told(path):
    write(path, a="Een", b="Twee", c="Drie", d="Vier")
    journal = Path(f"{path}.journal")
    journal.write_bytes(journal.read_bytes().replace(b"Twee", b"Tweg"))
    notes, recovery = read(path)
    assert notes == {"a": "Een", "c": "Drie", "d": "Vier"}
    assert recovery is not None
    assert recovery.missing is Missing.SOME
    assert b"Tweg" in recovery.aside[0].read_bytes()
    path.write_bytes(b"x")
    assert read(path)[0] == notes, "the backup is a second copy now"


def test_a_damaged_first_line_of_a_journal_costs_nothing(path):
    write(path, a="Een", b="Twee")
    journal = Path(f"{path}.journal")
    journal.write_bytes(b"X" + journal.read_bytes()[1:])
    notes, recovery = read(path)
    assert notes == {"a": "Een", "b": "Twee"}
    assert recovery is not None
    assert recovery.missing is Missing.NOTHING


@pytest.mark.parametrize("cut", range(1, 5))
def test_wherever_a_rotation_is_cut_off_nothing_is_lost_or_told(path, cut, monkeypatch):
    write(path, a="Een", b="Twee")
    storage = DurableStorage(path, FORM)
    storage.read()
    _die_at(monkeypatch, "replace", cut)
    with suppress(_Died):
        storage.settle()
    monkeypatch.undo()
    assert read(path) == ({"a": "Een", "b": "Twee"}, None)
    write(path, c="Drie")
    path.write_bytes(b"x")
    assert read(path)[0] == {"a": "Een", "b": "Twee", "c": "Drie"}


class _Died(BaseException):
    pass


def _die_at(monkeypatch, name, position):
    real, seen = getattr(os, name), []

    def call(*args, **named):
        seen.append(args)
        if len(seen) >= position:
            raise _Died
        return real(*args, **named)

    monkeypatch.setattr(os, name, call)


def test_who_may_not_write_reads_what_there_is_and_changes_nothing(path):
    write(path, a="Een", b="Twee")
    path.write_bytes(b"x")
    before = {file: file.read_bytes() for file in path.parent.iterdir()}
    storage = DurableStorage(path, FORM, writable=False)
    assert storage.read() == {"notes": {"a": {"text": "Een"}, "b": {"text": "Twee"}}}
    assert storage.recovery is not None
    with pytest.raises(NotSaved):
        storage.write({})
    assert {file: file.read_bytes() for file in path.parent.iterdir()} == before


def test_on_a_full_disk_a_damaged_file_still_opens(path, monkeypatch):
    write(path, a="Een", b="Twee")
    path.write_bytes(b"x")
    monkeypatch.setattr(os, "write", raiser(errno.ENOSPC))
    assert read(path)[0] == {"a": "Een", "b": "Twee"}
    monkeypatch.undo()
    assert read(path)[0] == {"a": "Een", "b": "Twee"}


def test_a_damaged_file_that_cannot_be_set_aside_is_not_written_over(path, monkeypatch):
    write(path, a="Een", b="Twee")
    path.write_bytes(b"x")
    monkeypatch.setattr(os, "rename", raiser(errno.EACCES))
    storage = DurableStorage(path, FORM)
    assert storage.read() == {"notes": {"a": {"text": "Een"}, "b": {"text": "Twee"}}}
    assert not storage.writable
    with pytest.raises(NotSaved):
        storage.write({})
    assert path.read_bytes() == b"x"


def test_a_file_that_the_system_does_not_hand_over_is_not_taken_for_damaged(path, monkeypatch):
    write(path, a="Een", b="Twee")
    monkeypatch.setattr(os, "read", raiser(errno.EIO))
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
    storage.settle()
    assert opened(path.read_bytes(), form).schema == 2


def test_a_notebook_from_before_journals_opens_and_is_kept(path):
    old = (Path(__file__).parent / "frame1.json").read_bytes()
    path.write_bytes(old)
    file = NotebookFile(path, PUBLICATION)
    assert [(one.id[-1], one.body.value) for one in file.annotations] == [("0", "Een opmerking"), ("2", "Later")]
    assert [one.record.id[-1] for one in file.trash()] == ["1"]
    file.save({annotation(3).id: annotation(3)})
    file.close()
    assert Path(f"{path}.schema2").read_bytes() == old
    path.write_bytes(b"x")
    again = NotebookFile(path, PUBLICATION)
    assert len(again.annotations) == 3
    again.close()


def test_a_newer_journal_is_refused_and_left_as_it_is(path):
    write(path, a="Een")
    journal = Path(f"{path}.journal")
    whole = journal.read_bytes()
    newer = json.loads(whole.split(b" ", 2)[2].splitlines()[0]) | {"frame": 99}
    payload = json.dumps(newer).encode()
    journal.write_bytes(b"%08x %d %b\n" % (crc32(payload), len(payload), payload))
    before = journal.read_bytes()
    with pytest.raises(NewerSchema):
        read(path)
    assert journal.read_bytes() == before


def test_newer_is_known_before_the_shape_is_looked_at():
    with pytest.raises(Newer):
        opened(resealed(b'"format":"test","schema":9,"tables":"elsewhere"}'), FORM)


# failing disks


def raiser(number):
    def fail(*_args, **_named):
        raise OSError(number, os.strerror(number))

    return fail


CALLS = ("open", "write", "fsync", "fdatasync", "link", "replace", "unlink", "close", "read", "fstat", "stat")


@pytest.mark.skipif(sys.platform == "win32", reason="counts the calls of POSIX")
@pytest.mark.parametrize("for_ever", [False, True])
@pytest.mark.parametrize("call", CALLS)
def test_whichever_call_fails_what_was_acknowledged_is_on_the_disk(tmp_path, monkeypatch, call, for_ever):
    """Every position at which the call can fail; then the file is opened as after a crash. More in tests/torture."""
    for position in range(40):
        path = tmp_path / str(position) / "notes.json"
        path.parent.mkdir()
        write(path, a="Een", b="Twee")
        storage = DurableStorage(path, FORM)
        table = Database(storage).documents("notes")
        table.by_id()
        failed = _fail_at(monkeypatch, call, position, errno.EIO, for_ever=for_ever)
        saved = {"a", "b"}
        for id_ in "cd":
            with suppress(NotSaved):
                table.change({id_: {"text": id_}})
                saved |= {id_}
        monkeypatch.undo()
        assert saved <= set(read(path)[0])
        table = Database(DurableStorage(path, FORM)).documents("notes")
        table.change({"e": {"text": "Vijf"}})
        assert saved | {"e"} <= set(read(path)[0]), "after a failure one can save again"
        if not failed:
            break
    else:
        pytest.fail("the call never ran out")
    assert for_ever or saved == {"a", "b", "c", "d"}


def test_after_a_failed_flush_a_fresh_file_is_written_and_the_save_acknowledged(path, monkeypatch):
    storage = DurableStorage(path, FORM)
    table = Database(storage).documents("notes")
    table.change({"a": {"text": "Een"}})
    before = path.read_bytes()
    failed = _fail_at(monkeypatch, "fdatasync" if hasattr(os, "fdatasync") else "fsync", 0, errno.EIO)
    table.change({"b": {"text": "Twee"}})
    monkeypatch.undo()
    assert failed
    assert path.read_bytes() != before
    assert read(path) == ({"a": "Een", "b": "Twee"}, None)


def _fail_at(monkeypatch, name, position, number, *, for_ever=False):
    real = getattr(os, name)
    seen = []
    failed = []

    def call(*args, **named):
        seen.append(args)
        if len(seen) - 1 == position or (for_ever and len(seen) > position):
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
    settled(path, a="Een", b="Twee")
    path.write_bytes(b"x")
    assert read(path)[0] == {"a": "Een", "b": "Twee"}


def test_memory_does_not_run_ahead_of_the_disk(path, monkeypatch):
    write(path, a="Een")
    table = Database(DurableStorage(path, FORM)).documents("notes")
    table.by_id()
    monkeypatch.setattr(os, "fsync", raiser(errno.EIO))
    monkeypatch.setattr(os, "fdatasync", raiser(errno.EIO), raising=False)
    with pytest.raises(NotSaved):
        table.update({"text": "Anders"})
    monkeypatch.undo()
    assert table.by_id() == {"a": {"text": "Een"}}


@pytest.mark.parametrize("wrong", [float("nan"), b"bytes", {1, 2}, {1: "number"}, ("a", "tuple"), "\ud800"])
def test_what_would_not_come_back_as_it_is_is_refused_and_nothing_has_changed(path, wrong):
    table = Database(DurableStorage(path, FORM)).documents("notes")
    table.change({"a": {"text": "Een"}})
    with pytest.raises(ValueError, match="not plain JSON"):
        table.change({"b": {"text": "Twee"}, "c": {"text": wrong}})
    assert table.by_id() == {"a": {"text": "Een"}}
    assert read(path)[0] == {"a": "Een"}


def test_after_closing_all_is_in_the_file_and_in_others_a_second_time(home):
    file = NotebookFile(home.notebook(PUBLICATION.id), PUBLICATION)
    file.save({annotation(1).id: annotation(1)})
    file.save({annotation(2).id: annotation(2)})
    file.close()
    assert len(opened(home.notebook(PUBLICATION.id).read_bytes(), NOTEBOOK).tables["annotations"]) == 2
    assert not Path(f"{home.notebook(PUBLICATION.id)}.journal").exists()
    home.notebook(PUBLICATION.id).write_bytes(b"x")
    again = NotebookFile(home.notebook(PUBLICATION.id), PUBLICATION)
    assert set(again.annotations) == {annotation(1), annotation(2)}
    again.close()


def test_a_save_among_ten_thousand_writes_no_more_than_itself(home, monkeypatch):
    path = home.notebook(PUBLICATION.id)
    file = NotebookFile(path, PUBLICATION)
    file.save({(one := annotation(number, "Een opmerking")).id: one for number in range(10_000)})
    file.tidy()
    written, flushed = [], []
    write, flush = os.write, os.fdatasync
    monkeypatch.setattr(os, "write", lambda fd, data: (written.append(len(data)), write(fd, data))[1])
    monkeypatch.setattr(os, "fdatasync", lambda fd: (flushed.append(fd), flush(fd)))
    file.save({annotation(1).id: annotation(1, "Anders")})
    file.save({annotation(2).id: annotation(2, "Anders")})
    monkeypatch.undo()
    assert written[-1] < 4000
    assert len(flushed) == 1, "the first begins a journal, the second is one flush"
    file.close()
    assert len(opened(path.read_bytes(), NOTEBOOK).tables["annotations"]) == 10_000


def test_a_long_journal_is_taken_up_into_the_file(path):
    storage = DurableStorage(path, FORM)
    table = Database(storage).documents("notes")
    for number in range(40):
        table.change({str(number): {"text": "x" * 10_000}})
        storage.tidy()
    assert 0 < Path(f"{path}.journal").stat().st_size < 262_144 < Path(f"{path}.journal.1").stat().st_size
    assert len(read(path)[0]) == 40


@pytest.mark.skipif(not Path("/proc/self/fd").exists(), reason="asks the system which file a descriptor is")
def test_contents_reach_the_disk_before_the_name_and_the_name_before_the_answer(path, monkeypatch):
    write(path, a="Een")
    calls = []
    real = {name: getattr(os, name) for name in ("fsync", "fdatasync", "replace")}

    def flushed(name):
        return lambda fd: (calls.append(Path(f"/proc/self/fd/{fd}").readlink().name), real[name](fd))

    monkeypatch.setattr(os, "fsync", flushed("fsync"))
    monkeypatch.setattr(os, "fdatasync", flushed("fdatasync"))
    monkeypatch.setattr(os, "replace", lambda a, b: (calls.append(f"{a.name} > {b.name}"), real["replace"](a, b)))
    write(path, b="Twee", c="Drie")
    assert calls == [
        "notes.json.new",
        "notes.json.bak > notes.json.bak1",
        "notes.json.new > notes.json",
        path.parent.name,
        "notes.json.journal > notes.json.journal.1",
        "notes.json.journal",
        path.parent.name,
        "notes.json.journal",
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
