import subprocess
import sys
from pathlib import Path

import pytest
from msgspec.structs import replace
from store.values import PUBLICATION, annotation

from zzpreader.store.envelope import Format, opened, sealed
from zzpreader.store.notebooks import NOTEBOOK, NotebookFile, described
from zzpreader.store.problems import NewerSchema, NotSaved

ONE, TWO = annotation(1, "Een"), annotation(2, "Twee")


@pytest.fixture
def path(home):
    return home.notebook(PUBLICATION.id)


def save(path, *annotations):
    file = NotebookFile(path, PUBLICATION)
    file.save({one.id: one for one in annotations})
    file.close()


def read(path):
    file = NotebookFile(path, PUBLICATION)
    file.close()
    return file


def test_what_is_saved_is_there_again(path):
    save(path, ONE, TWO)
    assert read(path).annotations == (ONE, TWO)


def test_what_is_removed_is_gone_and_the_rest_stays(path):
    save(path, ONE, TWO)
    file = NotebookFile(path, PUBLICATION)
    file.save({ONE.id: None, TWO.id: replace(TWO, creator="B")})
    file.close()
    assert read(path).annotations == (replace(TWO, creator="B"),)


def test_opening_and_closing_leaves_no_notebook_behind(path):
    read(path)
    assert not path.exists()


def test_the_file_says_of_which_publication_it_is(path):
    save(path, ONE)
    assert described(path) == PUBLICATION


def test_a_document_that_is_no_annotation_stays_in_the_file(path):
    save(path, ONE)
    tables = opened(path.read_bytes(), NOTEBOOK).tables
    tables["annotations"]["strange"] = {"id": "strange", "kind": "of another program"}
    path.write_bytes(sealed(tables, NOTEBOOK))
    file = NotebookFile(path, PUBLICATION)
    assert (file.annotations, file.unread) == ((ONE,), 1)
    file.save({TWO.id: TWO})
    file.close()
    assert "strange" in opened(path.read_bytes(), NOTEBOOK).tables["annotations"]


def test_a_newer_notebook_is_refused_undamaged_and_not_locked(path):
    data = sealed({}, Format(NOTEBOOK.name, schema=NOTEBOOK.schema + 1))
    path.write_bytes(data)
    for _ in range(2):
        with pytest.raises(NewerSchema):
            NotebookFile(path, PUBLICATION)
    assert path.read_bytes() == data


def test_the_second_to_open_in_one_process_can_only_read(path):
    save(path, ONE)
    first = NotebookFile(path, PUBLICATION)
    second = NotebookFile(path, PUBLICATION)
    assert (second.writable, second.in_use) == (False, True)
    assert second.annotations == (ONE,)
    with pytest.raises(NotSaved):
        second.save({TWO.id: TWO})
    second.close()
    first.save({TWO.id: TWO})
    first.close()
    assert read(path).annotations == (ONE, TWO)


HOLD = """
import sys
from pathlib import Path
from store.values import PUBLICATION, annotation
from zzpreader.store.notebooks import NotebookFile
file = NotebookFile(Path(sys.argv[1]), PUBLICATION)
file.save({annotation(1).id: annotation(1)})
print(file.writable, flush=True)
sys.stdin.readline()
"""


def test_another_process_can_only_read_and_the_lock_ends_with_its_holder(path, monkeypatch):
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, path],
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
        cwd=Path(__file__).parents[1],
    )
    assert holder.stdout is not None
    assert holder.stdin is not None
    with holder.stdout, holder.stdin:
        assert holder.stdout.readline() == "True\n"
        second = read(path)
        assert (second.writable, second.in_use, len(second.annotations)) == (False, True, 1)
        holder.kill()
        holder.wait()
    assert read(path).writable


def test_a_folder_that_may_not_be_written_can_be_read(path, monkeypatch):
    save(path, ONE)

    def refuse(*_args, **_named):
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr("filelock.FileLock.acquire", refuse)
    file = NotebookFile(path, PUBLICATION)
    assert (file.writable, file.in_use) == (False, False)
    assert file.annotations == (ONE,)
    with pytest.raises(NotSaved, match="may not be written"):
        file.save({TWO.id: TWO})


def test_a_file_that_was_damaged_while_it_was_open_costs_nothing(path):
    file = NotebookFile(path, PUBLICATION)
    file.save({ONE.id: ONE})
    file.save({TWO.id: TWO})
    path.write_bytes(path.read_bytes()[:100])
    file.close()
    assert read(path).annotations == (ONE, TWO)
