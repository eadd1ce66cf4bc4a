"""The user guide: its chapters, words found in it, its pictures."""

import re
from pathlib import Path

import pytest
from PySide6.QtGui import QImage

from zzpreader.resources import resource_path
from zzpreader.ui.dialogs.guide import GuideDialog

TEXT = """# Guide

Words before the chapters.

## Opening

Press **Ctrl+O**.

![The window](pictures/en/window.png)

## Marking

Press H, or Ctrl+H.
"""
PICTURE = re.compile(r"!\[([^]]*)\]\(([^)]+)\)")


@pytest.fixture
def guide(qtbot, tmp_path: Path) -> GuideDialog:
    dialog = GuideDialog(TEXT, tmp_path)
    qtbot.addWidget(dialog)
    return dialog


def test_its_chapters_stand_beside_it(guide):
    assert guide.chapters == ["Opening", "Marking"]


def test_words_are_found_one_after_the_other_and_round_again(guide, qtbot):
    guide.look_for("ctrl+")
    assert guide.found == "1 of 2"
    guide._next.click()
    assert guide.found == "2 of 2"
    guide._next.click()
    assert guide.found == "1 of 2"
    guide.look_for("nothing of the kind")
    assert guide.found == "No hits"
    guide.look_for("")
    assert guide.found == ""


def test_it_loads_pictures_of_its_own_and_nothing_else(guide, tmp_path):
    own = tmp_path / "pictures" / "en" / "window.png"
    own.parent.mkdir(parents=True)
    secret = tmp_path / "secret.png"
    for file in (own, secret):
        picture = QImage(40, 30, QImage.Format.Format_RGB32)
        picture.fill(0)
        assert picture.save(str(file))
    load = guide._text.loadResource
    assert load(2, "pictures/en/window.png").width() == 40
    for other in ("secret.png", "pictures/../secret.png", str(secret), f"file://{secret}", "pictures/en/none.png"):
        assert load(2, other).width() == 1, other


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_picture_of_the_guide_is_there_and_says_what_it_shows(language):
    file = resource_path("guide", f"guide.{language}.md")
    pictures = PICTURE.findall(file.read_text(encoding="utf-8"))
    assert pictures
    for words, name in pictures:
        assert words
        assert (file.parent / name).is_file(), name


def test_both_languages_have_the_same_chapters_and_pictures():
    shapes = []
    for language in ("nl", "en"):
        text = resource_path("guide", f"guide.{language}.md").read_text(encoding="utf-8")
        names = [name.split("/")[-1] for _, name in PICTURE.findall(text)]
        shapes.append((len(re.findall("^## ", text, re.MULTILINE)), names))
    assert shapes[0] == shapes[1]


def test_a_picture_is_never_wider_than_the_text(qtbot, tmp_path):
    (tmp_path / "pictures" / "en").mkdir(parents=True)
    picture = QImage(2000, 40, QImage.Format.Format_RGB32)
    picture.fill(0)
    assert picture.save(str(tmp_path / "pictures" / "en" / "window.png"))
    dialog = GuideDialog(TEXT + "\n- In a list:\n\n  ![The window](pictures/en/window.png)\n", tmp_path)
    qtbot.addWidget(dialog)
    dialog.show()
    for width in (1000, 640, 1300):
        dialog.resize(width, 700)
        qtbot.waitUntil(lambda: dialog._text.horizontalScrollBar().maximum() == 0)
        assert dialog._text.document().size().width() <= dialog._text.viewport().width()
