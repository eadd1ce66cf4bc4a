"""Back and forward over jumps."""

from zzpreader.ui.view.trail import Trail


def test_back_leads_to_where_the_jump_started_and_forward_to_where_one_was():
    trail: Trail[str] = Trail()
    trail.leave("contents")
    assert trail.back("lesson 3") == "contents"
    assert trail.forward("contents") == "lesson 3"


def test_a_new_jump_forgets_what_lay_ahead():
    trail: Trail[str] = Trail()
    trail.leave("contents")
    trail.back("lesson 3")
    trail.leave("preface")
    assert not trail.can_go_forward
    assert trail.back("epilogue") == "preface"


def test_leaving_the_same_spot_twice_is_one_stop():
    trail: Trail[str] = Trail()
    trail.leave("contents")
    trail.leave("contents")
    assert trail.back("lesson 3") == "contents"
    assert not trail.can_go_back


def test_where_nothing_lies_behind_nothing_moves():
    trail: Trail[str] = Trail()
    assert trail.back("here") is None
    assert not trail.can_go_forward
