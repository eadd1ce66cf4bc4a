import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

TESTS = Path(__file__).parents[1]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_a_hundred_kills_in_the_middle_of_saving_lose_nothing(tmp_path):
    kills = int(os.environ.get("ZZPREADER_KILLS", "100"))
    run = subprocess.run(
        [sys.executable, TESTS / "store" / "torture.py", tmp_path, str(kills), "7"],
        capture_output=True,
        text=True,
        env=os.environ | {"PYTHONPATH": str(TESTS)},
        check=False,
    )
    assert run.returncode == 0, run.stderr
    done = json.loads(run.stdout)
    assert done["kills"] == kills
    assert done["saved"] >= kills, "a kill before the first save proves nothing"
    assert (done["lost"], done["repaired"]) == (0, 0), done
