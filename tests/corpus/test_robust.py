"""Odd, broken and hostile PDFs of the world, read through the public door of the command line.

The files are not in this repository; the test is skipped where they are not beside it.
"""

import csv
import os
import subprocess
import sys
from pathlib import Path

import pymupdf
import pytest

CORPUS = Path(__file__).parents[3] / "shared" / "corpus" / "robust"
PAGES_TRIED = 3
LONGEST_S = 150

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.slow,
    pytest.mark.skipif(not CORPUS.is_dir(), reason=f"the corpus of odd PDFs is not here ({CORPUS.name})"),
]


def manifest() -> list[tuple[str, str, str]]:
    if not CORPUS.is_dir():
        return []
    with (CORPUS / "manifest.csv").open(encoding="utf-8", newline="") as table:
        return [(row["name"], row["pages"], row["expect"]) for row in csv.DictReader(table)]


def zzpreader(*arguments: object, password: str = "") -> "subprocess.CompletedProcess[str]":
    environment = {**os.environ, "ZZPREADER_LANG": "en", "ZZPREADER_PASSWORD": password}
    return subprocess.run(
        [sys.executable, "-m", "zzpreader", *map(str, arguments)],
        capture_output=True,
        text=True,
        stdin=subprocess.DEVNULL,
        env=environment,
        timeout=LONGEST_S,
        check=False,
    )


def assert_one_sentence(done: "subprocess.CompletedProcess[str]", name: str) -> None:
    assert done.returncode == 1, done.stderr
    assert done.stderr.startswith("zzpreader: "), done.stderr
    assert done.stderr.count("\n") == 1, done.stderr
    assert "Traceback" not in done.stderr
    assert name in done.stderr
    assert "program itself" not in done.stderr


def render(name: str, page: int, output: Path, password: str = "") -> "subprocess.CompletedProcess[str]":
    return zzpreader("render", CORPUS / name, "--page", page, "--dpi", 36, "-o", output, password=password)


def assert_is_picture(output: Path) -> None:
    picture = pymupdf.Pixmap(str(output))
    assert picture.width > 0
    assert picture.height > 0


@pytest.mark.parametrize(("name", "pages", "expect"), manifest())
def test_it_gives_what_is_expected_of_it(name, pages, expect, tmp_path):
    output = tmp_path / "page.png"
    kind, _, password = expect.partition(":")
    if kind == "refused-with-error":
        assert_one_sentence(render(name, 1, output), name)
        assert not output.exists()
        return
    if kind == "needs-password":
        locked = render(name, 1, output)
        assert_one_sentence(locked, name)
        assert "password" in locked.stderr
        if not password:
            return
    checked = zzpreader("check", CORPUS / name, password=password)
    assert checked.returncode == 0, checked.stderr
    for page in range(1, min(int(pages or 1), PAGES_TRIED) + 1):
        output.unlink(missing_ok=True)
        drawn = render(name, page, output, password)
        if drawn.returncode == 0:
            assert drawn.stderr == ""
            assert_is_picture(output)
        else:
            assert expect.startswith("opens ("), f"page {page}: {drawn.stderr}"
            assert_one_sentence(drawn, name)
