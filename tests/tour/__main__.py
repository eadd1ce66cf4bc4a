"""A picture of every window, dialog and state, in both languages, light and dark, small and large.

    make tour                                     all of it, into build/tour/index.html
    make tour LOOKS=nl-light-1366x768 ACTS=reading   one look, one act

Without a screen; the publication is the stand-in that the tests make.
"""

import argparse
import faulthandler
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from html import escape
from itertools import product
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QImage, QPixmap
from PySide6.QtWidgets import QApplication, QWidget
from tour import comforts, lists, reading
from tour.stage import Shot, Stage, with_settings

ROOT = Path(__file__).resolve().parents[2]
OUT = ROOT / "build" / "tour"

ACTS = {act.__name__: act for act in (*reading.ACTS, *comforts.ACTS, *lists.ACTS)}
SIZES = {"1366x768": (1366, 768), "1920x1080": (1920, 1080), "guide": (1180, 740)}
_ALL = tuple(product(("nl", "en"), ("light", "dark"), ("1366x768", "1920x1080")))
LOOKS: dict[str, dict[str, str | int]] = {
    **{
        f"{language}-{theme}-{size}": {"language": language, "theme": theme, "size": size}
        for language, theme, size in _ALL
    },
    "nl-contrast-1366x768": {"language": "nl", "theme": "contrast", "size": "1366x768"},
    **{
        f"{language}-{theme}-200-per-cent-{size}": {
            "language": language,
            "theme": theme,
            "size": size,
            "text_size": 200,
        }
        for language, theme, size in _ALL
    },
}

IN_GUIDE = {
    "bundle",
    "export",
    "find",
    "lessons",
    "library",
    "matrix",
    "notes-chosen",
    "presentation",
    "preview",
    "reading-halves",
    "reading-mode",
    "scan-told",
    "selection",
    "split-view",
}
_GUIDE_PX = 800


Look = dict[str, str | int]


def main(arguments: list[str]) -> int:
    parser = argparse.ArgumentParser(description="Make a picture of every state of the window.")
    parser.add_argument("--looks", default="", help="those whose names begin with one of these; all if left out")
    parser.add_argument("--acts", default="", help="as --looks")
    parser.add_argument("--guide", metavar="LANGUAGE", help="the pictures of the user guide instead")
    parser.add_argument("--out", type=Path, default=OUT, help="the folder for pictures and index")
    wanted = parser.parse_args(arguments)
    out: Path = wanted.out
    if wanted.guide:
        return _illustrate(wanted.guide, [name for name in ACTS if _is_wanted(name, wanted.acts)])
    looks = {name: look for name, look in LOOKS.items() if _is_wanted(name, wanted.looks)}
    acts = [name for name in ACTS if _is_wanted(name, wanted.acts)]
    if len({look["size"] for look in looks.values()}) > 1:
        return _in_turn(wanted, out)
    if not looks:
        parser.error(f"no look begins so; there are {', '.join(LOOKS)}")
    _make_screen(out, SIZES[str(next(iter(looks.values()))["size"])])
    faulthandler.enable()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("zzpreader")
    for name, look in looks.items():
        begun = time.monotonic()
        count = _show(app, out / name, look, acts)
        print(f"{name}: {count} pictures in {time.monotonic() - begun:.0f} s", flush=True)
    (out / "index.html").write_text(_index(out), encoding="utf-8")
    print(out / "index.html")
    return 0


def _in_turn(wanted: argparse.Namespace, out: Path) -> int:
    """A screen cannot change its size: a process for each."""
    for size in SIZES:
        names = [name for name, look in LOOKS.items() if look["size"] == size and _is_wanted(name, wanted.looks)]
        command = [sys.executable, "-m", "tour", "--looks", " ".join(names), "--acts", wanted.acts, "--out", str(out)]
        if names and (status := subprocess.run(command, check=False).returncode):
            return status
    return 0


def _make_screen(out: Path, size_px: tuple[int, int]) -> None:
    """Without hardware, as large as the window."""
    out.mkdir(parents=True, exist_ok=True)
    width, height = size_px
    screen = {"name": "tour", "x": 0, "y": 0, "width": width, "height": height, "logicalDpi": 96, "dpr": 1}
    file = out / "screen.json"
    file.write_text(json.dumps({"screens": [screen]}), encoding="utf-8")
    os.environ["QT_QPA_PLATFORM"] = f"offscreen:configfile={file}"


def _illustrate(language: str, acts: list[str]) -> int:
    """Pictures for the user guide, beside its text; with some of the acts alone the others stay as they are."""
    folder = ROOT / "resources" / "guide" / "pictures" / language
    if len(acts) == len(ACTS):
        shutil.rmtree(folder, ignore_errors=True)
    look = {"language": language, "theme": "light", "size": "guide"}
    _make_screen(OUT, SIZES["guide"])
    faulthandler.enable()
    app = QApplication(sys.argv[:1])
    app.setApplicationName("zzpreader")

    def keep(state: str, picture: QPixmap) -> None:
        if state in IN_GUIDE:
            small(picture).save(str(folder / f"{state}.png"), None, 1)  # type: ignore[call-overload]

    folder.mkdir(parents=True, exist_ok=True)
    _play(app, look, acts, lambda state, widget: keep(state, widget.grab()))
    if missing := IN_GUIDE - {file.stem for file in folder.iterdir()}:
        print("these states were not met:", *sorted(missing))
        return 1
    return 0


def small(picture: QPixmap) -> QImage:
    """Half as heavy: as wide as a text, in shades that the eye does not part."""
    image = picture.toImage().convertToFormat(QImage.Format.Format_RGB32)
    if image.width() > _GUIDE_PX:
        image = image.scaledToWidth(_GUIDE_PX, Qt.TransformationMode.SmoothTransformation)
    rounded = bytes(min((n + 4) // 8 * 8, 255) for n in range(256))
    plain = bytes(image.constBits()).translate(rounded)
    return QImage(plain, image.width(), image.height(), image.bytesPerLine(), QImage.Format.Format_RGB32).copy()


def _is_wanted(name: str, wishes: str) -> bool:
    return not wishes or any(name.startswith(wish) for wish in wishes.split())


def _show(app: QApplication, folder: Path, look: Look, acts: list[str]) -> int:
    folder.mkdir(parents=True, exist_ok=True)
    made: list[str] = []

    def shoot(state: str, widget: QWidget) -> None:
        file = folder / f"{state}.png"
        if not widget.grab().save(str(file)):
            raise OSError(f"{file} was not written")
        made.append(state)

    _play(app, look, acts, shoot)
    return len(made)


def _play(app: QApplication, look: Look, acts: list[str], shoot: Shot) -> None:
    settings = {key: value for key, value in look.items() if key != "size"}
    for act in acts:
        with tempfile.TemporaryDirectory(prefix="zzpreader-tour-") as scratch:
            stage = Stage(app, Path(scratch), with_settings(**settings), SIZES[look["size"]], shoot)
            try:
                if act != "first_steps":
                    stage.close_tabs()
                ACTS[act](stage)
            finally:
                stage.end()


def _index(out: Path) -> str:
    looks = sorted(folder for folder in out.iterdir() if folder.is_dir())
    parts = []
    for look in looks:
        pictures = "".join(
            f'<figure><a href="{look.name}/{file.name}"><img loading="lazy" src="{look.name}/{file.name}" '
            f'alt="{escape(file.stem)}"></a><figcaption>{escape(file.stem)}</figcaption></figure>'
            for file in sorted(look.glob("*.png"))
        )
        parts.append(f'<h2 id="{look.name}">{escape(look.name)}</h2><div>{pictures}</div>')
    return (
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>zzpreader: picture tour</title><style>'
        "body{font:16px sans-serif;margin:2em}div{display:flex;flex-wrap:wrap;gap:1em}figure{margin:0;width:420px}"
        "img{width:100%;border:1px solid #999}</style><h1>zzpreader: picture tour</h1>" + "".join(parts) + "</html>"
    )


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
