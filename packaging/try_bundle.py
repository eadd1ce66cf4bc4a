"""Start the program of the bundle as a reader would: each command that needs another part of it, then the window.

    python3 packaging/try_bundle.py [PROGRAM]      the bundle's own unless it is named

Standard library only: it also runs where nothing but the program is installed. With Xvfb the window opens on a screen
of its own. Every step has its time; the first that fails ends it with one sentence.
"""

import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_BUNDLE = ROOT / "build" / "bundle" / "zzpreader" / "zzpreader"
_GUIDE = ROOT / "resources" / "bundles" / "zzp-en-de-stad" / "leeswijzer.pdf"
_LONGEST_S = 120
_SMALLEST_PICTURE = 20_000
"""Bytes; an empty window makes a smaller one."""


def main(program: Path) -> None:
    with tempfile.TemporaryDirectory(prefix="zzpreader-try-") as name, _screen() as display:
        folder = Path(name)
        home = {"ZZPREADER_HOME": str(folder / "home"), "ZZPREADER_LANG": "nl"}
        surroundings = {key: value for key, value in os.environ.items() if not key.startswith(("PYTHON", "QT_"))}
        trial = _Trial(program, {**surroundings, **home, **display})
        trial.run("--version")
        trial.run("check")
        trial.run("sections", str(_GUIDE))
        trial.run("notes", "add", str(_GUIDE), "--page", "2", "--quote", "ZZP en de stad", "--comment", "*proef*")
        trial.run("search", "--library", "proef")
        for kind in ("odt", "docx", "html", "markdown", "xlsx", "csv"):
            trial.run("export", str(_GUIDE), "--format", kind, "-o", str(folder / f"notes.{kind}"))
        picture = folder / "window.png"
        trial.run("--snapshot", str(picture), str(_GUIDE))
        if picture.stat().st_size < _SMALLEST_PICTURE:
            sys.exit("The window opened without its publication.")
        print(f"{program.name} {'opens its window' if display else 'draws its window'} and does its work")


class _Trial:
    def __init__(self, program: Path, surroundings: dict[str, str]) -> None:
        self._program, self._surroundings = program, surroundings

    def run(self, *arguments: str) -> None:
        command = [str(self._program), *arguments]
        try:
            done = subprocess.run(
                command,
                env=self._surroundings,
                stdin=subprocess.DEVNULL,
                capture_output=True,
                text=True,
                timeout=_LONGEST_S,
                check=False,
            )
        except subprocess.TimeoutExpired:
            sys.exit(f"“{' '.join(command)}” did not end within {_LONGEST_S} seconds.")
        if done.returncode:
            sys.exit(f"“{' '.join(command)}” ended with {done.returncode}:\n{done.stdout}{done.stderr}")


@contextmanager
def _screen() -> Generator[dict[str, str]]:
    """Where to find a screen that is ours alone; nothing where there is no Xvfb."""
    if not shutil.which("Xvfb"):
        yield {}
        return
    read, write = os.pipe()
    command = ["Xvfb", "-displayfd", str(write), "-screen", "0", "1366x768x24", "-nolisten", "tcp"]
    screen = subprocess.Popen(command, pass_fds=(write,), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(write)
    try:
        with os.fdopen(read) as said:
            number = said.readline().strip()
        yield {"DISPLAY": f":{number}"} if number else {}
    finally:
        screen.terminate()
        screen.wait()


if __name__ == "__main__":
    main(Path(sys.argv[1]).absolute() if sys.argv[1:] else _BUNDLE)
