"""The legend in words."""

from zzpreader.model.legend import COLOURS
from zzpreader.ui.colours import colour_name, meaning


def test_every_colour_has_a_name_and_a_meaning_of_its_own(qapp):
    names = {colour_name(colour.name) for colour in COLOURS}
    meanings = {meaning(colour.name, {}) for colour in COLOURS}
    assert len(names) == len(meanings) == len(COLOURS)
    assert not names & {colour.name for colour in COLOURS}


def test_the_words_of_the_reader_come_first(qapp):
    assert meaning("yellow", {"yellow": "For the council"}) == "For the council"
    assert meaning("yellow", {"yellow": "  "}) == meaning("yellow", {})


def test_a_colour_of_a_later_version_keeps_its_stored_name(qapp):
    assert meaning("teal", {}) == "teal"
