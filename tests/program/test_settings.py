"""The page of settings in the running program."""

from pathlib import Path

import pytest
from pdf_files import text_pdf, write
from PySide6.QtWidgets import QMessageBox
from shiboken6 import isValid

from zzpreader.program.settings import SettingsDesk


@pytest.fixture
def tab(desk, tmp_path: Path):
    return desk.open(write(tmp_path, text_pdf("een", "twee"), "boek.pdf"))


@pytest.fixture
def settings(desk, tab) -> SettingsDesk:
    return desk.running.desks.settings


def test_a_key_that_was_chosen_works_and_survives(desk, tab, settings):
    dialog = settings.ask()
    dialog._keys.choose("print")
    dialog._keys.press("Ctrl+J")
    dialog._keys._set.click()
    dialog.accept()
    assert desk.running.window.commands["print"].shortcut().toString() == "Ctrl+J"
    desk.start()
    assert desk.running.window.commands["print"].shortcut().toString() == "Ctrl+J"
    assert "Ctrl+J" in desk.running.window.commands["print"].toolTip()


def test_it_tells_how_much_is_kept(desk, settings):
    dialog = settings.ask()
    desk.wait(lambda: "publication" in dialog.storage.counted)
    dialog.reject()


def test_settings_go_to_another_machine(desk, tab, settings, tmp_path: Path):
    dialog = settings.ask()
    dialog._author.setText("N. de Vries")
    settings.export_settings(dialog, tmp_path / "keuzes.json")
    desk.wait(lambda: "It is in" in dialog.storage.said)
    dialog.reject()
    assert desk.running._keeping.settings.author == ""
    settings.import_settings(settings.ask(), tmp_path / "keuzes.json")
    desk.wait(lambda: desk.running._keeping.settings.author == "N. de Vries")
    assert tab.session.marks.creator == "N. de Vries"


def test_a_file_of_something_else_changes_nothing(desk, settings, tmp_path: Path):
    (tmp_path / "x.json").write_text('{"format":"other","settings":{}}', encoding="utf-8")
    dialog = settings.ask()
    before = desk.running._keeping.settings
    settings.import_settings(dialog, tmp_path / "x.json")
    desk.wait(lambda: "holds no settings" in dialog.storage.said)
    assert desk.running._keeping.settings == before
    dialog.reject()


def test_a_backup_of_now_brings_back_what_was_deleted(desk, tab, settings, tmp_path: Path, monkeypatch):
    said: list[str] = []
    monkeypatch.setattr(QMessageBox, "exec", lambda box: said.append(box.text()))
    tab.session.marks.write_sheet(None, "Bewaren")
    tab.session.marks.finish_typing()
    desk.wait(lambda: tab.session.marks.is_saved)
    dialog, copy = settings.ask(), tmp_path / "kopie.zip"
    settings.back_up(dialog, copy)
    desk.wait(lambda: "It is in" in dialog.storage.said)
    dialog.reject()
    file, home = tab.file, desk.home.folder
    desk.running.close_with(settings.deleted)
    desk.quit()
    assert not home.exists()
    assert "are deleted" in said[-1]
    settings = desk.start().desks.settings
    desk.running.close_with(lambda: settings.restored(copy))
    desk.quit()
    assert "is restored" in said[-1]
    tab = desk.open(file)
    desk.wait(lambda: len(tab.session.marks.notebook))
    assert next(iter(tab.session.marks.notebook)).body.value == "Bewaren"


def test_the_settings_may_be_closed_while_a_backup_is_looked_into(desk, settings, tmp_path: Path):
    dialog, copy = settings.ask(), tmp_path / "kopie.zip"
    settings.back_up(dialog, copy)
    desk.wait(lambda: "It is in" in dialog.storage.said)
    with desk.slow_disk():
        settings.restore(dialog, copy)
        dialog.reject()
        desk.wait(lambda: not isValid(dialog))
    assert not desk.running.window.findChildren(QMessageBox)


def test_what_could_not_be_deleted_is_named(settings, monkeypatch):
    def refuse(home):
        raise PermissionError(13, "Permission denied", str(home.library))

    monkeypatch.setattr("zzpreader.program.settings.delete_all", refuse)
    said = settings.deleted()
    assert said.startswith("Not everything could be deleted: “")
    assert said.endswith("library.json” is still there.")
    assert "Errno" not in said
