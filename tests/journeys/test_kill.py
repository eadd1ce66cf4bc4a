"""Start the program, highlight, kill it without warning, start it again: the highlight is there."""

import json
import os
import subprocess
import sys
from contextlib import contextmanager
from pathlib import Path

import pytest
from pdf_files import text_pdf

pytestmark = pytest.mark.journey

TESTS = Path(__file__).parents[1]
WORDS = "Harde cijfers helpen."


@contextmanager
def started(pdf: Path):
    """The program; what it says, line by line. It ends as in a power cut."""
    with subprocess.Popen(
        [sys.executable, TESTS / "journeys" / "highlighter.py", pdf],
        stdout=subprocess.PIPE,
        text=True,
        env=os.environ | {"PYTHONPATH": str(TESTS)},
    ) as program:
        assert program.stdout is not None
        try:
            yield (json.loads(line) for line in program.stdout)
        finally:
            program.kill()


def heard(lines, key):
    """What it next says of `key`; all that it says before is passed over."""
    for line in lines:
        if key in line:
            return line[key]
    pytest.fail(f"the program ended without {key}")


@pytest.fixture
def pdf(tmp_path):
    path = tmp_path / "publication.pdf"
    path.write_bytes(text_pdf(WORDS, title="Proef"))
    return path


def test_a_highlight_outlives_a_kill(pdf):
    before = pdf.read_bytes()
    with started(pdf) as lines:
        assert heard(lines, "found") == {}
        (made,) = heard(lines, "made")
        assert heard(lines, "saved") is True
    with started(pdf) as lines:
        assert heard(lines, "found") == {made: WORDS}
    assert pdf.read_bytes() == before


def test_it_is_there_for_the_command_line_under_another_name_too(pdf, tmp_path):
    with started(pdf) as lines:
        (made,) = heard(lines, "made")
        assert heard(lines, "saved") is True
    moved = pdf.rename(tmp_path / "renamed.pdf")
    listed = subprocess.run(
        [sys.executable, "-m", "zzpreader", "notes", "list", moved, "--json"], capture_output=True, check=True
    )
    assert [(note["id"], note["quote"]) for note in json.loads(listed.stdout)] == [(made, WORDS)]
