import os
import stat
import sys
from pathlib import Path

import platformdirs
import pytest
from store.values import PUBLICATION, annotation

from zzpreader.model.settings import Settings
from zzpreader.store.home import Home, data_folder, portable_folder, usual_folder
from zzpreader.store.library import Library
from zzpreader.store.notebooks import NotebookFile
from zzpreader.store.problems import HomeNotWritable
from zzpreader.store.settings import SettingsFile


def test_the_environment_names_the_folder(monkeypatch, tmp_path):
    monkeypatch.setenv("ZZPREADER_HOME", str(tmp_path / "here"))
    assert Home().folder == tmp_path / "here"


def test_without_it_the_system_names_the_folder(monkeypatch, tmp_path):
    monkeypatch.delenv("ZZPREADER_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_HOME", str(tmp_path))
    assert data_folder().name == "zzpreader"


@pytest.mark.parametrize("kind", ["data", "cache"])
@pytest.mark.parametrize("named", [None, "", "here", "/there", "~/there"])
@pytest.mark.parametrize("user", [None, "", "nobody", "/srv/somebody", "/"])
def test_the_usual_folder_is_the_one_that_platformdirs_tells(monkeypatch, kind, named, user):
    for name, value in (("HOME", user), (f"XDG_{kind.upper()}_HOME", named)):
        if value is None:
            monkeypatch.delenv(name, raising=False)
        else:
            monkeypatch.setenv(name, value)
    told = platformdirs.user_data_path if kind == "data" else platformdirs.user_cache_path
    assert usual_folder(kind) == told("zzpreader", appauthor=False)


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such permissions")
@pytest.mark.parametrize("umask", [0o000, 0o077, 0o777])
def test_nobody_else_can_read_the_notes_whatever_the_umask(tmp_path, umask):
    before = os.umask(umask)
    try:
        home = Home(tmp_path / "data" / "home")
        home.prepare()
        file = NotebookFile(home.notebook(PUBLICATION.id), PUBLICATION)
        for number in range(3):
            file.save({annotation(number).id: annotation(number)})
        file.close()
        Library(home).opened(PUBLICATION.editions[0], tmp_path / "a.pdf")
        SettingsFile(home).save(Settings(author="A"))
    finally:
        os.umask(before)
    for path in (home.folder, *home.folder.rglob("*")):
        mode = stat.S_IMODE(path.stat().st_mode)
        assert mode == (0o700 if path.is_dir() else 0o600), path


def test_a_folder_that_was_there_keeps_its_permissions(tmp_path):
    tmp_path.chmod(0o755)
    Home(tmp_path).prepare()
    assert stat.S_IMODE(tmp_path.stat().st_mode) == 0o755


def test_a_folder_that_cannot_be_made_has_a_name_for_it(tmp_path):
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(HomeNotWritable, match="cannot be written"):
        Home(tmp_path / "file" / "home").prepare()


def test_a_folder_that_cannot_be_written_has_a_name_for_it(tmp_path, monkeypatch):
    home = Home(tmp_path)
    home.prepare()
    monkeypatch.setattr(os, "access", lambda *_: False)
    with pytest.raises(HomeNotWritable):
        home.prepare()


def test_a_portable_program_keeps_everything_beside_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.delenv("ZZPREADER_HOME")
    monkeypatch.setattr(sys, "executable", str(tmp_path / "zzpreader"))
    (tmp_path / "portable").touch()
    assert portable_folder() is None  # a Python that happens to lie there is no program of ours
    monkeypatch.setattr(sys, "frozen", True, raising=False)
    home = Home()
    assert home.folder == tmp_path / "zzpreader-data"
    assert home.cache.is_relative_to(home.folder)
    (tmp_path / "portable").unlink()
    assert Home().folder != home.folder
