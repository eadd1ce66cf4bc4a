"""What a filter box answers to."""

import pytest

from zzpreader.ui.filtering import filter_for


@pytest.mark.parametrize(
    ("typed", "text", "found"),
    [
        ("zzp'ER", "De zzp’ers", True),
        ("cafe", "Cafés", True),
        ("stad zzp", "ZZP en de stad", True),
        ("stad dorp", "ZZP en de stad", False),
        ("fi", "o\ufb03cieel", True),
    ],
)
def test_words_are_found_as_people_see_them(typed, text, found):
    wanted = filter_for(typed)
    assert wanted
    assert wanted(text) is found


def test_nothing_typed_filters_nothing():
    assert filter_for("  ") is None
