"""A sync tool brings files one by one, in any order, and knows nothing of what belongs together."""

import shutil
from itertools import permutations

import pytest
from msgspec.structs import replace
from store.values import PUBLICATION, annotation

from zzpreader.store.copies import conflict_copies
from zzpreader.store.home import Home
from zzpreader.store.notebooks import NotebookFile

NAME = f"{PUBLICATION.id.removeprefix('urn:uuid:')}.json"


@pytest.fixture
def machines(tmp_path):
    """Two with the same notebook: note 1."""
    here, there = Home(tmp_path / "here"), Home(tmp_path / "there")
    here.prepare()
    write(here, 1)
    shutil.copytree(here.folder, there.folder)
    return here, there


def opened(home):
    return NotebookFile(home.notebook(PUBLICATION.id), PUBLICATION)


def write(home, *numbers, closes=True, text=""):
    file = opened(home)
    for number in numbers:
        file.save({(one := annotation(number, text)).id: one})
    if closes:
        file.close()
    else:
        file._lock.release()  # as a kill does, or as long as it stays open


def notes(home):
    file = opened(home)
    found = {int(one.id[-3:]) for one in file.annotations}
    file.close()
    return found


def merged(home):
    """What there is when all copies are merged."""
    file = opened(home)
    copies = [copy.adopted(PUBLICATION) for copy in conflict_copies(home, PUBLICATION)]
    if copies:
        file.save({}, copies)
    file.close()
    return notes(home)


def files(home):
    return sorted(path for path in home.notebooks.iterdir() if path.suffix != ".lock")


def test_in_whatever_order_files_come_from_the_other_machine_nothing_is_lost_or_told(machines):
    here, there = machines
    write(here, 2, 3)
    write(here, 4, closes=False)
    new = {path.name: path for path in files(here)}
    for number, order in enumerate(permutations(sorted(new), min(len(new), 4))):
        at = Home(there.folder.with_name(f"there{number}"))
        shutil.copytree(there.folder, at.folder)
        for name in (*order, *sorted(new.keys() - set(order))):
            shutil.copy2(new[name], at.notebooks / name)
        file = opened(at)
        assert (len(file.annotations), file.recovery) == (4, None)
        file.close()


def test_a_journal_that_comes_without_its_file_waits_beside_and_is_merged(machines):
    here, there = machines
    write(here, 2)
    write(here, 3, closes=False)
    shutil.copy2(here.notebooks / f"{NAME}.journal", there.notebooks / f"{NAME}.journal")
    assert notes(there) == {1}
    assert merged(there) == {1, 3}, "the journal holds whole documents"


def test_a_file_that_comes_without_its_journal_is_what_was_saved_before_and_the_journal_may_follow(machines):
    here, there = machines
    write(here, 2)
    write(here, 3, closes=False)
    shutil.copy2(here.notebooks / NAME, there.notebooks / NAME)
    assert opened_read_only(there) == {1, 2}
    shutil.copy2(here.notebooks / f"{NAME}.journal", there.notebooks / f"{NAME}.journal")
    assert notes(there) == {1, 2, 3}


def opened_read_only(home):
    file = NotebookFile(home.notebook(PUBLICATION.id), PUBLICATION, write=False)
    return {int(one.id[-3:]) for one in file.annotations}


@pytest.mark.parametrize("closes", [True, False])
def test_what_both_wrote_is_kept_when_the_file_of_one_wins(machines, closes):
    """The loser's journal follows a state that the winner's file knows nothing of."""
    here, there = machines
    write(here, 2)
    write(there, 3, closes=False)
    shutil.copy2(here.notebooks / NAME, there.notebooks / NAME)
    if not closes:
        shutil.copy2(here.notebooks / f"{NAME}.journal.1", there.notebooks / f"{NAME}.journal.1")
    assert notes(there) == {1, 2}
    assert merged(there) == {1, 2, 3}


@pytest.mark.parametrize(
    "name",
    [
        f"{NAME}.sync-conflict-20260101-120000-ABCDEFG.journal",
        f"{NAME} (conflicted copy 2026-01-01 120000).journal",
        f"{NAME}-LAPTOP.journal",
        f"{NAME} 2.journal",
    ],
)
def test_a_copy_of_a_journal_is_found_whatever_the_sync_tool_calls_it(machines, name):
    here, there = machines
    write(here, 2, closes=False)
    write(there, 3, closes=False)
    shutil.copy2(here.notebooks / f"{NAME}.journal", there.notebooks / name)
    assert merged(there) == {1, 2, 3}


def test_a_deletion_in_such_a_journal_is_one(machines):
    here, there = machines
    file = opened(here)
    file.save({annotation(1).id: None})
    file._lock.release()
    shutil.copy2(here.notebooks / f"{NAME}.journal", there.notebooks / f"{NAME} 2.journal")
    assert merged(there) == set()


def test_a_file_that_is_replaced_while_it_is_open_costs_neither_side_anything(machines):
    here, there = machines
    write(here, 2)
    file = opened(there)
    file.save({annotation(3).id: annotation(3)})
    shutil.copy2(here.notebooks / NAME, there.notebooks / NAME)
    file.save({annotation(4).id: annotation(4)})
    file.close()
    assert notes(there) == {1, 3, 4}, "what the reader sees stays"
    assert merged(there) == {1, 2, 3, 4}


@pytest.mark.parametrize("gone", [f"{NAME}.journal", NAME])
def test_a_file_that_vanishes_while_it_is_open_is_written_again(machines, gone):
    _, there = machines
    file = opened(there)
    file.save({annotation(3).id: annotation(3)})
    (there.notebooks / gone).unlink()
    file.save({annotation(4).id: annotation(4)})
    file.close()
    assert notes(there) == {1, 3, 4}


def test_an_older_file_put_back_by_hand_counts_and_the_later_journal_waits_beside(machines):
    here, _ = machines
    old = here.notebook(PUBLICATION.id).read_bytes()
    write(here, 2)
    write(here, 3, closes=False)
    here.notebook(PUBLICATION.id).write_bytes(old)
    assert notes(here) == {1}
    assert merged(here) == {1, 3}


def test_touching_a_file_is_no_change(machines):
    here, _ = machines
    file = opened(here)
    file.save({annotation(2).id: annotation(2)})
    here.notebook(PUBLICATION.id).touch()
    file.save({annotation(3).id: replace(annotation(3), creator="A")})
    file.close()
    assert notes(here) == {1, 2, 3}
    assert conflict_copies(here, PUBLICATION) == []
