"""Several views over one lane."""

from zzpreader.session.wants import Wants


def test_what_one_view_wants_replaces_its_own_wishes_only():
    wants = Wants[int]()
    wants.put("first", [1, 2])
    assert wants.put("second", [2, 3]) == (2, 3, 1)
    assert wants.put("first", [4]) == (4, 2, 3)


def test_a_view_that_wants_nothing_is_forgotten():
    wants = Wants[int]()
    wants.put("first", [1])
    wants.put("second", [2])
    assert wants.put("second", []) == (1,)
