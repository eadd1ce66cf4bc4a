"""All that the reader made, as one."""

import zipfile
from pathlib import Path

import pytest

from zzpreader.store.daily import back_up
from zzpreader.store.home import Home
from zzpreader.store.library import Library
from zzpreader.store.whole import NotABackup, delete_all, look_into, measure, put_back


@pytest.fixture
def home(tmp_path: Path) -> Home:
    home = Home(tmp_path / "home")
    home.prepare()
    return home


def filled(home: Home, tmp_path: Path) -> Path:
    """A backup with a bundle, of which home has more by now."""
    (home.bundles / "eigen").mkdir(parents=True)
    (home.bundles / "eigen" / "bundle.toml").write_text("eerst", encoding="utf-8")
    back_up_of_now = tmp_path / "kopie.zip"
    back_up(home, back_up_of_now)
    with zipfile.ZipFile(back_up_of_now, "a") as archive:
        if "library.json" not in archive.namelist():
            archive.writestr("library.json", b"{}")
    (home.bundles / "eigen" / "bundle.toml").write_text("later", encoding="utf-8")
    return back_up_of_now


def test_a_backup_comes_back_and_what_was_there_is_kept(home: Home, tmp_path: Path):
    copy = filled(home, tmp_path)
    aside = put_back(home, copy)
    assert (home.bundles / "eigen" / "bundle.toml").read_text(encoding="utf-8") == "eerst"
    assert (aside / "bundles" / "eigen" / "bundle.toml").read_text(encoding="utf-8") == "later"


@pytest.mark.parametrize("name", ["../uit.json", "notebooks/../../uit", "C:/x", "other/x.json", "notebooks/", "a\\b"])
def test_what_holds_a_strange_name_is_no_backup(home: Home, tmp_path: Path, name: str):
    strange = tmp_path / "vreemd.zip"
    with zipfile.ZipFile(strange, "w") as archive:
        archive.writestr("library.json", b"{}")
        archive.writestr(name, b"x")
    before = sorted(home.folder.rglob("*"))
    with pytest.raises(NotABackup):
        put_back(home, strange)
    assert sorted(home.folder.rglob("*")) == before


def test_what_is_no_zip_is_no_backup(tmp_path: Path):
    other = tmp_path / "x.zip"
    other.write_bytes(b"no")
    with pytest.raises(NotABackup):
        look_into(other)


def test_everything_of_ours_can_be_deleted_and_nothing_else(home: Home, tmp_path: Path):
    copy = filled(home, tmp_path)
    put_back(home, copy)
    foreign = home.folder / "holiday.txt"
    foreign.write_text("not ours", encoding="utf-8")
    delete_all(home)
    assert list(home.folder.iterdir()) == [foreign]
    foreign.unlink()
    home.prepare()
    delete_all(home)
    assert not home.folder.exists()


def test_a_portable_data_folder_is_emptied_where_it_cannot_be_removed(home: Home, monkeypatch: pytest.MonkeyPatch):
    def refuse(folder: Path) -> None:
        raise PermissionError(folder)

    home.prepare()
    home.place.write_text("/elsewhere", encoding="utf-8")
    monkeypatch.setattr(Path, "rmdir", refuse)
    delete_all(home)
    assert list(home.folder.iterdir()) == []


def test_what_is_kept_is_counted(home: Home, tmp_path: Path):
    filled(home, tmp_path)
    assert measure(home).size >= len("later")
    assert measure(home)[1:] == (0, 0)
    assert Library(home).entries() == []
