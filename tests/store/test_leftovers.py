"""What a crash left in the data folder."""

import os

import pytest

from zzpreader.files import STALE_S
from zzpreader.store.home import lock_beside
from zzpreader.store.leftovers import clear_leftovers

NOW = 2_000_000_000.0
HALVES = (
    "library.json.new",
    "settings.json.new",
    "synonyms.new",
    "notebooks/a.json.new",
    "backups/zzpreader-2026-11-29.new",
    "cache/covers/b.new",
)
KEPT = (
    "library.json",
    "notebooks/a.json",
    "notebooks/a.json.journal",
    "notebooks/a.json.bak",
    "notebooks/a.json.damaged-1",
    "backups/zzpreader-2026-11-29.zip",
    "bundles/proef/attached.new",
)


def put(home, name: str, age_s: float = STALE_S + 1):
    path = home.folder / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(b"x")
    os.utime(path, (NOW - age_s, NOW - age_s))
    return path


@pytest.fixture
def used(home):
    return [put(home, name) for name in KEPT]


def test_halves_of_files_that_a_crash_left_go_and_all_else_stays(home, used):
    halves = [put(home, name) for name in HALVES]
    assert sorted(clear_leftovers(home, NOW)) == sorted(halves)
    assert not any(path.exists() for path in halves)
    assert all(path.exists() for path in used)


def test_what_another_program_may_be_writing_now_stays(home):
    halves = [put(home, name, age_s) for name, age_s in zip(HALVES, (0, 1, 60, 600, STALE_S - 1, -9999), strict=True)]
    assert clear_leftovers(home, NOW) == []
    assert all(path.exists() for path in halves)


def test_while_somebody_writes_a_notebook_its_half_stays(home):
    half = put(home, "notebooks/a.json.new")
    with lock_beside(home.folder / "notebooks/a.json", wait_s=0):
        assert clear_leftovers(home, NOW) == []
    assert clear_leftovers(home, NOW) == [half]


def test_a_bundle_that_was_never_whole_goes(home, used):
    half = put(home, "bundles/.proef.new/bundle.toml").parent
    os.utime(half, (NOW - STALE_S - 1, NOW - STALE_S - 1))
    assert clear_leftovers(home, NOW) == [half]
    assert not half.exists()


def test_a_link_is_removed_and_what_it_names_is_not(home, tmp_path):
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    (elsewhere / "of somebody.new").write_bytes(b"x")
    home.bundles.mkdir(parents=True)
    link = home.bundles / ".proef.new"
    link.symlink_to(elsewhere)
    os.utime(link, (NOW - STALE_S - 1, NOW - STALE_S - 1), follow_symlinks=False)
    assert clear_leftovers(home, NOW) == [link]
    assert (elsewhere / "of somebody.new").exists()


def test_a_new_data_folder_has_nothing_to_clear(home):
    assert clear_leftovers(home, NOW) == []
