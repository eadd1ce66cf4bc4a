"""The page of settings: what is found, what comes back, which keys can be had."""

import pytest

from zzpreader.model.settings import Settings
from zzpreader.ui.settings.confirm import TypedConfirmation
from zzpreader.ui.settings.dialog import SettingsDialog
from zzpreader.ui.settings.groups import Group
from zzpreader.ui.settings.keys import KeyedCommand, KeysEditor

COMMANDS = [
    KeyedCommand("export", "Export notes", False),
    KeyedCommand("print", "Print", False),
    KeyedCommand("highlight-key", "Highlight", True),
]
ORIGINAL = {"export": ("Ctrl+E",), "print": ("Ctrl+P",), "highlight-key": ("H",)}


@pytest.fixture
def keys(qtbot) -> KeysEditor:
    editor = KeysEditor(COMMANDS, ORIGINAL, {})
    qtbot.addWidget(editor)
    return editor


def test_a_word_leaves_the_settings_that_speak_of_it(qtbot):
    dialog = SettingsDialog(Settings(), "/folder")
    qtbot.addWidget(dialog)
    dialog.show()
    shown = lambda: [group.title() for group in dialog.findChildren(Group) if group.isVisible()]  # noqa: E731
    assert len(shown()) == 6
    dialog._search.setText("SEPIA")
    assert shown() == ["Reading"]
    dialog._search.setText("backup")
    assert shown() == ["Storage"]
    dialog._search.setText("nothing of that kind")
    assert shown() == []


def test_a_key_that_another_command_has_is_said_and_taken_from_it(keys: KeysEditor):
    keys.choose("print")
    keys.press("Ctrl+E")
    assert keys.said == "Ctrl+E is the key of “Export notes”, which then has it no more."
    keys._set.click()
    assert keys.own == {"print": ("Ctrl+E",), "export": ()}
    keys._back.click()
    assert keys.own == {}


@pytest.mark.parametrize(
    ("name", "key", "can"),
    [("print", "Ctrl+J", True), ("print", "K", False), ("highlight-key", "K", True), ("print", "Ctrl+'", False)],
)
def test_what_is_typed_as_well_is_no_key(keys: KeysEditor, name: str, key: str, can: bool):
    keys.choose(name)
    keys.press(key)
    assert keys._set.isEnabled() is can
    assert bool(keys.said) is not can


def test_a_command_can_do_without_a_key(keys: KeysEditor):
    keys.choose("export")
    keys._remove.click()
    assert keys.own == {"export": ()}


def test_everything_goes_only_after_the_word_is_typed(qtbot):
    dialog = TypedConfirmation("/folder")
    qtbot.addWidget(dialog)
    assert not dialog._delete.isEnabled()
    dialog._line.setText("delet")
    assert not dialog._delete.isEnabled()
    dialog._line.setText(" Delete ")
    assert dialog._delete.isEnabled()
