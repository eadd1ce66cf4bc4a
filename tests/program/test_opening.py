"""The rest of the program is made in slices, and between them what has come is seen."""

import sys

from zzpreader.program.opening import _BetweenModules


def test_before_each_module_that_is_imported_there_is_time_to_look(tmp_path, monkeypatch):
    for name, text in (("outer_one", "import inner_one"), ("inner_one", "")):
        (tmp_path / f"{name}.py").write_text(text)
    monkeypatch.syspath_prepend(str(tmp_path))
    finders, looks = list(sys.meta_path), []
    between = _BetweenModules(lambda: looks.append(len(sys.modules)))
    with between:
        __import__("outer_one")
    assert len(looks) == 2
    assert sys.meta_path == finders
    for name in ("outer_one", "inner_one"):
        del sys.modules[name]
