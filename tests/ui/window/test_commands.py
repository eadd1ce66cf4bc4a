"""Every command can be read, reached and told apart."""

from collections import Counter

import pytest
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from zzpreader.ui.window.commands import Commands


@pytest.fixture
def window(qtbot) -> QMainWindow:
    window = QMainWindow()
    qtbot.addWidget(window)
    return window


@pytest.fixture
def commands(window: QMainWindow) -> Commands:
    return Commands(window)


def test_no_two_commands_share_a_key(window: QMainWindow, commands: Commands) -> None:
    keys = Counter(key.toString() for action in window.actions() for key in action.shortcuts())
    keys += Counter(key.toString() for name in commands.names() for key in commands[name].shortcuts())
    assert [key for key, times in keys.items() if times > 1] == []


def test_every_command_has_words_for_people_and_screen_readers(commands: Commands) -> None:
    assert [name for name in commands.names() if not commands[name].text().strip("& ")] == []
    assert [name for name in commands.names() if not commands[name].toolTip()] == []


def test_every_command_for_the_menus_stands_in_one_of_them_once(window: QMainWindow, commands: Commands) -> None:
    commands.fill(window.menuBar(), QMenu("recent", window))
    shown = Counter(action.objectName() for menu in window.menuBar().findChildren(QMenu) for action in menu.actions())
    single = {action.objectName() for action in commands.single_keys()}
    assert {name for name in commands.names() if name not in single} <= shown.keys()
    assert all(times == 1 for name, times in shown.items() if name)


def test_dead_keys_of_dutch_keyboards_are_never_shortcuts(commands: Commands) -> None:
    dead = {"'", '"', "`", "~", "^"}
    keys = {
        key.toString(QKeySequence.SequenceFormat.PortableText)
        for n in commands.names()
        for key in commands[n].shortcuts()
    }
    assert not any(key[-1] in dead for key in keys if key)


def test_without_a_publication_only_commands_that_need_none_can_be_chosen(commands: Commands) -> None:
    commands.enable_reading(False)
    assert commands["open"].isEnabled()
    assert commands["settings"].isEnabled()
    assert not commands["find"].isEnabled()
    assert not commands["highlight"].isEnabled()
