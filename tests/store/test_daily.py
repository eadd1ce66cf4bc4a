"""One zip a day holds everything, and is enough to go back."""

from datetime import date, timedelta
from zipfile import ZipFile

import pytest
from store.values import PUBLICATION, annotation

from zzpreader.model.publication import Edition
from zzpreader.model.settings import Settings
from zzpreader.store.daily import KEPT, back_up_daily
from zzpreader.store.envelope import Format, sealed
from zzpreader.store.home import Home
from zzpreader.store.library import Library
from zzpreader.store.notebooks import NOTEBOOK, NotebookFile
from zzpreader.store.settings import SettingsFile

TODAY = date(2026, 11, 29)


@pytest.fixture
def used(home, tmp_path):
    """A home with a notebook that is open, so that its last notes are in its journal."""
    Library(home).opened(Edition(sha256="a" * 64), tmp_path / "a.pdf")
    SettingsFile(home).save(Settings(author="A"))
    (home.bundles / "own").mkdir(parents=True)
    (home.bundles / "own" / "bundle.toml").write_text("id = 'own'\n")
    file = NotebookFile(home.notebook(PUBLICATION.id), PUBLICATION)
    file.save({annotation(1).id: annotation(1)})
    file.save({annotation(2).id: annotation(2)})
    yield home
    file.close()


def test_all_that_was_made_is_in_the_zip_and_comes_out_of_it(used, tmp_path):
    zipped = back_up_daily(used, TODAY)
    assert zipped == used.backups / "zzpreader-2026-11-29.zip"
    assert zipped.stat().st_mode & 0o777 == 0o600
    other = Home(tmp_path / "other")
    with ZipFile(str(zipped)) as file:
        file.extractall(other.folder)
    notebook = NotebookFile(other.notebook(PUBLICATION.id), PUBLICATION)
    assert notebook.annotations == (annotation(1), annotation(2))
    assert notebook.recovery is None
    notebook.close()
    assert Library(other).find("a" * 64)
    assert SettingsFile(other).settings().author == "A"
    assert (other.bundles / "own" / "bundle.toml").read_text() == "id = 'own'\n"


def test_there_is_one_a_day_and_fourteen_are_kept(used):
    (used.folder / "backups").mkdir()
    (used.folder / "backups" / "of the reader.zip").write_bytes(b"x")
    for day in range(20):
        assert back_up_daily(used, TODAY + timedelta(days=day))
        assert back_up_daily(used, TODAY + timedelta(days=day)) is None
    names = sorted(path.name for path in used.backups.iterdir())
    assert len(names) == KEPT + 1
    assert names[0] == "of the reader.zip"
    assert names[-1] == "zzpreader-2026-12-18.zip"


def test_a_clock_that_was_wrong_for_a_day_costs_no_more_than_that_day(used):
    for day in (0, 1, 9000, 2, 3):
        assert back_up_daily(used, TODAY + timedelta(days=day))
    assert len(list(used.backups.iterdir())) == 5


def test_what_is_of_a_newer_version_goes_in_byte_by_byte(used):
    newer = sealed({}, Format(NOTEBOOK.name, NOTEBOOK.schema + 1))
    used.notebook("urn:uuid:x").write_bytes(newer)
    with ZipFile(str(back_up_daily(used, TODAY))) as file:
        assert file.read("notebooks/x.json") == newer
        assert f"notebooks/{PUBLICATION.id.removeprefix('urn:uuid:')}.json" in file.namelist()


def test_where_nothing_was_made_there_is_nothing_to_keep(home):
    assert back_up_daily(home, TODAY) is None
    assert not home.backups.exists()
