import threading

import pytest
from store.values import PUBLICATION, annotation

from zzpreader.store.notebooks import NotebookFile
from zzpreader.store.problems import Cause, NotSaved
from zzpreader.store.saver import Progress, Saver
from zzpreader.store.thread import StoreThread

PATIENCE_S = 5.0


@pytest.fixture
def thread():
    thread = StoreThread()
    yield thread
    thread.close()


class Watched:
    """A notebook's file that counts its saves and can fail."""

    def __init__(self, file: NotebookFile) -> None:
        self.file = file
        self.batches = []
        self.fails = 0

    def save(self, changed, merged=(), gone=None, undone=()):
        if self.fails:
            self.fails -= 1
            raise NotSaved(self.file._path, Cause.FULL)
        self.file.save(changed, merged, gone or {}, undone)
        self.batches.append(dict(changed))

    @property
    def path(self):
        return self.file.path

    def tidy(self):
        self.file.tidy()

    def close(self):
        self.file.close()


@pytest.fixture
def watched(home):
    return Watched(NotebookFile(home.notebook(PUBLICATION.id), PUBLICATION))


class Reports:
    def __init__(self) -> None:
        self.seen = []
        self._changed = threading.Condition()

    def __call__(self, progress):
        with self._changed:
            self.seen.append(progress)
            self._changed.notify_all()

    def wait_for(self, progress):
        self.wait_until(lambda seen: progress in seen)

    def wait_until(self, holds):
        with self._changed:
            assert self._changed.wait_for(lambda: holds(self.seen), PATIENCE_S)


def put(saver, *numbers):
    for number in numbers:
        saver.put({annotation(number).id: annotation(number)})


def on_disk(home):
    file = NotebookFile(home.notebook(PUBLICATION.id), PUBLICATION)
    file.close()
    return set(file.annotations)


def test_a_finished_edit_is_on_its_way_to_the_disk_at_once(thread, watched, monkeypatch):
    submit, delays = thread.submit, []
    monkeypatch.setattr(
        thread, "submit", lambda job, *, delay_s=0.0: delays.append(delay_s) or submit(job, delay_s=delay_s)
    )
    reports = Reports()
    saver = Saver(thread, watched, reports)
    put(saver, 1)
    reports.wait_for(Progress.SAVED)
    assert delays == [0.0]
    assert watched.file._path.exists()
    saver.close()


def test_edits_that_wait_go_into_one_write(thread, watched, home):
    gate = threading.Event()
    thread.submit(gate.wait)
    saver = Saver(thread, watched, Reports())
    put(saver, *range(50))
    gate.set()
    saver.close()
    assert thread.close()
    assert [len(batch) for batch in watched.batches] == [50]
    assert on_disk(home) == {annotation(number) for number in range(50)}


def test_the_last_of_several_edits_of_one_note_counts(thread, watched, home):
    gate = threading.Event()
    thread.submit(gate.wait)
    saver = Saver(thread, watched, Reports())
    put(saver, 1, 2)
    saver.put({annotation(1).id: annotation(1, "later")})
    saver.put({annotation(2).id: None})
    gate.set()
    saver.close()
    assert thread.close()
    assert on_disk(home) == {annotation(1, "later")}


def test_a_failed_save_is_told_and_repeated(thread, watched, home, monkeypatch):
    monkeypatch.setattr("zzpreader.store.saver._FIRST_REPEAT_S", 0.01)
    reports = Reports()
    watched.fails = 3
    saver = Saver(thread, watched, reports)
    put(saver, 1)
    reports.wait_for(Progress.SAVED)
    assert [type(one) for one in reports.seen] == [Progress, NotSaved] * 3 + [Progress, Progress]
    saver.close()
    assert thread.close()
    assert on_disk(home) == {annotation(1)}


def test_a_save_that_fails_of_a_bug_is_told_too_and_gives_the_file_free(thread, watched, home, monkeypatch):
    seen = []
    monkeypatch.setattr(threading, "excepthook", lambda raised: seen.append(raised.exc_type))
    reports = Reports()
    saver = Saver(thread, watched, reports)
    with monkeypatch.context() as patch:
        patch.setattr(NotebookFile, "save", lambda *_: {}["bug"])
        put(saver, 1)
        reports.wait_until(lambda seen: any(isinstance(one, NotSaved) for one in seen))
        assert not saver.is_idle
        saver.close()
        assert thread.close()
    assert set(seen) == {KeyError}
    assert NotebookFile(home.notebook(PUBLICATION.id), PUBLICATION).writable


def test_a_new_edit_tries_again_at_once(thread, watched, monkeypatch):
    monkeypatch.setattr("zzpreader.store.saver._FIRST_REPEAT_S", 3600.0)
    reports = Reports()
    watched.fails = 1
    saver = Saver(thread, watched, reports)
    put(saver, 1)
    reports.wait_until(lambda seen: any(isinstance(one, NotSaved) for one in seen))
    put(saver, 2)
    reports.wait_for(Progress.SAVED)
    assert [len(batch) for batch in watched.batches] == [2]
    saver.close()


def test_a_newer_edit_is_not_undone_by_the_repeat_of_an_older_one(thread, watched, home, monkeypatch):
    monkeypatch.setattr("zzpreader.store.saver._FIRST_REPEAT_S", 3600.0)
    reports = Reports()
    saver = Saver(thread, watched, reports)
    real = watched.save

    def fail(*_args):
        watched.save = real
        saver.put({annotation(1).id: annotation(1, "newer")})
        raise NotSaved(watched.file._path, Cause.FULL)

    watched.save = fail
    saver.put({annotation(1).id: annotation(1, "older")})
    reports.wait_for(Progress.SAVED)
    saver.close()
    assert thread.close()
    assert on_disk(home) == {annotation(1, "newer")}


def test_closing_waits_until_all_is_on_the_disk(thread, watched, home):
    saver = Saver(thread, watched, Reports())
    put(saver, *range(20))
    saver.close()
    assert thread.close()
    assert len(on_disk(home)) == 20


def test_closing_tries_what_failed_once_more(thread, watched, home, monkeypatch):
    monkeypatch.setattr("zzpreader.store.saver._FIRST_REPEAT_S", 3600.0)
    reports = Reports()
    watched.fails = 1
    saver = Saver(thread, watched, reports)
    put(saver, 1)
    saver.close()
    assert thread.close()
    assert on_disk(home) == {annotation(1)}


def test_jobs_run_in_the_order_in_which_they_are_due(thread):
    done = []
    thread.submit(lambda: done.append("late"), delay_s=0.2)
    for number in range(5):
        thread.submit(lambda number=number: done.append(number))
    assert thread.close()
    assert done == [0, 1, 2, 3, 4, "late"]


def test_a_job_with_a_fault_is_seen_and_does_not_stop_the_next(thread, monkeypatch):
    seen = []
    monkeypatch.setattr(threading, "excepthook", lambda args: seen.append(args.exc_value))
    done = []
    thread.submit(lambda: 1 / 0)
    thread.submit(lambda: done.append(True))
    assert thread.close()
    assert [str(problem) for problem in seen] == ["division by zero"]
    assert done == [True]


def test_closing_gives_up_on_a_disk_that_does_not_answer(thread):
    gate = threading.Event()
    thread.submit(gate.wait)
    assert not thread.close(timeout_s=0.01)
    gate.set()
    assert thread.close()


def test_a_merge_that_failed_is_repeated_with_its_edits(thread, watched, home, tmp_path, monkeypatch):
    monkeypatch.setattr("zzpreader.store.saver._FIRST_REPEAT_S", 0.01)
    other = NotebookFile(tmp_path / "other.json", PUBLICATION)
    other.save({annotation(2).id: annotation(2)})
    other.close()
    watched.fails = 1
    reports = Reports()
    saver = Saver(thread, watched, reports)
    saver.put({annotation(1).id: annotation(1)}, [other.tables])
    assert not saver.is_idle
    reports.wait_for(Progress.SAVED)
    saver.close()
    assert thread.close()
    assert on_disk(home) == {annotation(1), annotation(2)}


def test_what_is_deleted_before_it_was_written_rests_in_the_trash(thread, watched, home):
    gate = threading.Event()
    thread.submit(gate.wait)
    saver = Saver(thread, watched, Reports())
    put(saver, 1)
    saver.put({annotation(1).id: annotation(1, "at last")})
    saver.put({annotation(1).id: None})
    put(saver, 2)
    saver.put({annotation(2).id: None})
    put(saver, 2)
    gate.set()
    saver.close()
    assert thread.close()
    assert len(watched.batches) == 1
    file = NotebookFile(home.notebook(PUBLICATION.id), PUBLICATION)
    assert [one.record for one in file.trash()] == [annotation(1, "at last")]
    assert set(file.records) == {annotation(2)}
    file.close()


def test_what_is_deleted_after_its_save_failed_rests_in_the_trash(thread, watched, home, monkeypatch):
    monkeypatch.setattr("zzpreader.store.saver._FIRST_REPEAT_S", 3600.0)
    reports = Reports()
    watched.fails = 1
    saver = Saver(thread, watched, reports)
    put(saver, 1)
    reports.wait_until(lambda seen: any(isinstance(one, NotSaved) for one in seen))
    saver.put({annotation(1).id: None})
    reports.wait_for(Progress.SAVED)
    saver.close()
    assert thread.close()
    file = NotebookFile(home.notebook(PUBLICATION.id), PUBLICATION)
    assert [one.record for one in file.trash()] == [annotation(1)]
    file.close()
