"""The Qt that we are given holds out for a working day."""

import subprocess
import sys


def test_many_calls_that_return_nothing_do_not_end_the_program() -> None:
    # PySide6 6.12 on Python 3.11 takes one reference to None too many a call and aborts after some thousands.
    calls = "from PySide6.QtCore import QObject; o = QObject(); [o.setObjectName('x') for _ in range(20000)]"
    assert subprocess.run([sys.executable, "-c", calls], check=False, capture_output=True).returncode == 0
