"""Every command can be read, reached and told apart."""

import re
from collections import Counter

import pytest
from PySide6.QtCore import QCoreApplication, QLocale
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QMainWindow, QMenu

from zzpreader import i18n
from zzpreader.model.records import Status
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
    of_the_page = {action.objectName() for action in commands.of_the_page()}
    assert {name for name in commands.names() if name not in of_the_page} <= shown.keys()
    assert all(times == 1 for name, times in shown.items() if name)


def test_dead_keys_of_dutch_keyboards_are_never_shortcuts(commands: Commands) -> None:
    dead = {"'", '"', "`", "~", "^"}
    keys = {
        key.toString(QKeySequence.SequenceFormat.PortableText)
        for n in commands.names()
        for key in commands[n].shortcuts()
    }
    assert not any(key[-1] in dead for key in keys if key)


def test_no_key_of_a_command_is_a_word(commands: Commands) -> None:
    keys = [key.toString() for name in commands.names() for key in commands[name].shortcuts()]
    assert commands["open"].shortcut().toString() == "Ctrl+O"
    assert [key for key in keys if len(key) > 1 and "+" not in key and not re.fullmatch(r"F\d+|Del", key)] == []


def test_without_a_publication_only_commands_that_need_none_can_be_chosen(commands: Commands) -> None:
    commands.enable_reading(False)
    assert commands["open"].isEnabled()
    assert commands["settings"].isEnabled()
    assert not commands["find"].isEnabled()
    assert not commands["highlight"].isEnabled()


@pytest.mark.parametrize("language", ["en", "nl"])
def test_in_no_menu_two_entries_answer_to_the_same_letter(qapp, qtbot, language: str) -> None:
    """A letter that two entries share chooses neither; it takes three keys instead of one."""
    before = QLocale()
    i18n.install(qapp, language)
    try:
        window = QMainWindow()
        qtbot.addWidget(window)
        commands = Commands(window)
        commands.fill(window.menuBar(), QMenu(QCoreApplication.translate("MainWindow", "Open &recent"), window))
        menus = [window.menuBar(), *window.menuBar().findChildren(QMenu)]
        letters = [[_letter(action.text()) for action in menu.actions() if action.text()] for menu in menus]
    finally:
        i18n.install(qapp, "en")
        QLocale.setDefault(before)
    assert len(menus) > 8
    shared = [[one for one, times in Counter(filter(None, menu)).items() if times > 1] for menu in letters]
    assert not any(shared), shared
    assert sum(not letter for menu in letters for letter in menu) <= len(Status)  # these are words of their own


def _letter(words: str) -> str:
    """By which an entry is chosen in its menu; "" if there is none."""
    found = re.search("&(.)", words.replace("&&", ""))
    return found.group(1).casefold() if found else ""
