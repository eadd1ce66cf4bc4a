"""The page is there before the window is whole, and nothing moves when it is."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest
from pdf_files import text_pdf, write

pytestmark = [
    pytest.mark.journey,
    pytest.mark.skipif(sys.platform != "linux", reason="elsewhere the window is shown when it is whole"),
]

TESTS = Path(__file__).parents[1]


@pytest.fixture(params=[(1600, 1000), (1366, 768)], ids="{0[0]}x{0[1]}".format)
def start(request, tmp_path):
    """Opens the program, reads so many pages further, closes it; what it told of itself."""
    width, height = request.param
    screen = {"name": "one", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    screens = tmp_path / "screens.json"
    screens.write_text(json.dumps({"screens": [screen]}))
    ours = {
        "PYTHONPATH": str(TESTS),
        "QT_QPA_PLATFORM": f"offscreen:configfile={screens}",
        "ZZPREADER_HOME": str(tmp_path / "home"),
    }

    def started(*files: Path, turns: int = 0):
        done = subprocess.run(
            [sys.executable, TESTS / "journeys" / "opener.py", *files, str(turns)],
            capture_output=True,
            text=True,
            env=os.environ | ours,
            timeout=120,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        return json.loads(done.stdout)

    return started


def test_a_new_publication_is_shown_where_it_stays(start, tmp_path):
    told = start(write(tmp_path, text_pdf("Een.", "Twee.", title="Proef")))
    assert told["first"] == told["whole"]
    assert told["drawn"] == len(told["first"]) == 1
    assert told["asked"] == []  # it is not drawn again
    assert told["held"] == 0  # but by the view, for as long as the page is near
    assert told["title"] == "Proef – zzpreader"


def test_a_start_without_a_file_shows_the_page_that_was_read_last(start, tmp_path):
    start(write(tmp_path, text_pdf("Een.", "Twee.", "Drie.")), turns=2)
    told = start()
    assert {page for _x, _y, (page, *_rest) in told["first"]} == {2}
    assert told["first"] == told["whole"]
    assert told["drawn"] == len(told["first"])
