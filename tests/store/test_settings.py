from zzpreader.model.settings import OpenTab, Settings, WindowState
from zzpreader.model.theme import Theme
from zzpreader.store.settings import SettingsFile


def test_settings_and_window_come_back(home):
    settings = Settings(language="nl", theme=Theme.DARK, author="A", meanings={"yellow": "Gebruiken"})
    window = WindowState(geometry="AAEC", tabs=(OpenTab(path="/a.pdf"),))
    SettingsFile(home).save(settings)
    SettingsFile(home).save(window)
    fresh = SettingsFile(home)
    assert (fresh.settings(), fresh.window()) == (settings, window)


def test_nothing_saved_yet_gives_the_defaults(home):
    assert SettingsFile(home).settings() == Settings()
    assert not home.settings.exists()


def test_damaged_settings_stop_nobody_and_are_set_aside_by_the_next_save(home):
    SettingsFile(home).save(Settings(author="A"))
    home.settings.write_bytes(b"x")
    assert SettingsFile(home).settings().author == "A", "its journal has it too"
    SettingsFile(home).save(Settings(author="B"))
    assert SettingsFile(home).settings().author == "B"
    assert [file.read_bytes() for file in home.folder.glob("settings.json.damaged-*")] == [b"x"]


def test_what_another_version_wrote_into_settings_is_as_if_never_set(home):
    file = SettingsFile(home)
    file._storage.writable = True
    file._table.change({"settings": {"theme": "plaid"}})
    assert SettingsFile(home).settings() == Settings()


def test_reading_from_a_backup_does_not_let_the_next_save_overwrite_the_damaged_file(home):
    file = SettingsFile(home)
    file.save(Settings(author="A"))
    file.save(Settings(author="B"))
    home.settings.write_bytes(b"x")
    fresh = SettingsFile(home)
    assert fresh.settings().author == "B"
    fresh.save(Settings(author="C"))
    assert [aside.read_bytes() for aside in home.folder.glob("settings.json.damaged-*")] == [b"x"]


def test_a_paper_that_this_version_does_not_know_is_as_if_never_chosen(home):
    file = SettingsFile(home)
    file._storage.writable = True
    file._table.change({"settings": {"paper": "blue"}})
    assert SettingsFile(home).settings().paper == "light"
