"""What is offered first, and what may come later."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal

from zzpreader.ui.command_palette.entries import Entry
from zzpreader.ui.command_palette.finding import Finding


def entry(title: str) -> Entry:
    return Entry("Section", title, lambda: None, "list-tree")


class Elsewhere(QObject):
    came = Signal()
    is_read = False

    def __init__(self) -> None:
        super().__init__()
        self.titles: list[str] = []

    def with_words(self, words: Sequence[str]) -> list[Entry]:
        return [entry(title) for title in self.titles if all(word in title.casefold() for word in words)]


def titles(finding: Finding) -> list[str]:
    while not finding.is_complete:
        finding.go_on(0.01)
    return [found.entry.title for found in finding.best()]


def test_what_is_elsewhere_comes_below_the_same_here_and_above_scattered_letters():
    elsewhere = Elsewhere()
    elsewhere.titles = ["De stad"]
    finding = Finding([lambda: [entry("Stap van de data"), entry("De stad hier")]], (), elsewhere)
    finding.look_for("stad")
    assert titles(finding) == ["De stad hier", "De stad", "Stap van de data"]


def test_what_is_read_later_is_found_for_the_words_that_are_there():
    elsewhere = Elsewhere()
    finding = Finding([lambda: [entry("De stad hier")]], (), elsewhere)
    finding.look_for("stad")
    assert titles(finding) == ["De stad hier"]
    elsewhere.titles = ["Een stad", "Een dorp"]
    finding.look_beyond()
    assert titles(finding) == ["De stad hier", "Een stad"]
    finding.look_for("dorp")
    assert titles(finding) == ["Een dorp"]


def test_without_words_only_what_is_here_is_offered():
    elsewhere = Elsewhere()
    elsewhere.titles = ["Een stad"]
    finding = Finding([lambda: [entry("De stad hier")]], (), elsewhere)
    finding.look_for("")
    assert titles(finding) == ["De stad hier"]
