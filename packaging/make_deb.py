"""Make the Debian package: the bundle below /opt, and in /usr what a desktop and a terminal must find.

The same source on the same machine gives the same bytes. Where lintian is installed it must have nothing to say.
"""

import gzip
import hashlib
import os
import shutil
import subprocess
import sys
import tomllib
from datetime import UTC, datetime
from email.utils import format_datetime
from pathlib import Path

import make_bundle

ROOT = Path(__file__).resolve().parent.parent
PACKAGING = ROOT / "packaging"
_MAINTAINER = "The zzpreader authors <zzpreader@localhost.localdomain>"

# What stands where in the system, as it is in the source.
_PLACES = {
    PACKAGING / "zzpreader.desktop": "usr/share/applications/zzpreader.desktop",
    PACKAGING / "zzpreader.metainfo.xml": "usr/share/metainfo/nl.zzpreader.zzpreader.metainfo.xml",
    PACKAGING / "zzpreader-mime.xml": "usr/share/mime/packages/zzpreader.xml",
    PACKAGING / "debian" / "copyright": "usr/share/doc/zzpreader/copyright",
    PACKAGING / "debian" / "lintian-overrides": "usr/share/lintian/overrides/zzpreader",
    ROOT / "resources" / "icons" / "zzpreader.svg": "usr/share/icons/hicolor/scalable/apps/zzpreader.svg",
}


def main() -> None:
    tree = make_bundle.make()
    architecture = _said("dpkg", "--print-architecture")
    root = ROOT / "build" / "deb"
    shutil.rmtree(root, ignore_errors=True)
    _fill(root, tree)
    _describe(root, architecture)
    _settle(root, make_bundle.moment())
    package = ROOT / "dist" / f"zzpreader_{version()}_{architecture}.deb"
    package.parent.mkdir(exist_ok=True)
    surroundings = {**os.environ, "SOURCE_DATE_EPOCH": str(make_bundle.moment())}
    command = ["dpkg-deb", "--root-owner-group", "-Zxz", "--build", str(root), str(package)]
    subprocess.run(command, env=surroundings, stdout=subprocess.DEVNULL, check=True)
    if shutil.which("lintian"):
        # As root it would ask for another user; nothing of the package is run.
        subprocess.run(["lintian", "--allow-root", "--fail-on", "error,warning", str(package)], check=True)
    print(f"{package.relative_to(ROOT)}: {package.stat().st_size // 1_000_000} MB")


def version() -> str:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]["version"]


def depends() -> tuple[str, str]:
    """What must be there, and what a desktop with Wayland or a printer has: from `system-libraries.toml`."""
    libraries = tomllib.loads((ROOT / "resources" / "system-libraries.toml").read_text(encoding="utf-8"))
    renamed = libraries["renamed"]

    def line(*groups: str) -> str:
        packages = sorted({package for group in groups for package in libraries[group].values()})
        return ", ".join(f"{name} | {renamed[name]}" if name in renamed else name for name in packages)

    return f"libc6 (>= 2.34), {line('qt', 'x11')}", line("wayland", "printing")


def _fill(root: Path, tree: Path) -> None:
    shutil.copytree(tree, root / "opt" / "zzpreader", symlinks=True)
    for source, place in _PLACES.items():
        target = root / place
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(source, target)
    for source, place in (("zzpreader.1", "man1"), ("zzpreader.nl.1", "nl/man1")):
        pages = root / "usr/share/man" / place
        _squeeze(pages / "zzpreader.1.gz", (PACKAGING / source).read_bytes())
        (pages / "zzpreader-gui.1.gz").symlink_to("zzpreader.1.gz")
    _squeeze(root / "usr/share/doc/zzpreader/changelog.gz", _changelog().encode())
    programs = root / "usr" / "bin"
    programs.mkdir(parents=True)
    for name in ("zzpreader", "zzpreader-gui"):
        (programs / name).symlink_to("/opt/zzpreader/zzpreader")


def _squeeze(target: Path, content: bytes) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(gzip.compress(content, 9, mtime=0))


def _changelog() -> str:
    when = format_datetime(datetime.fromtimestamp(make_bundle.moment(), UTC))
    return f"zzpreader ({version()}) unstable; urgency=medium\n\n  * See CHANGELOG.md.\n\n -- {_MAINTAINER}  {when}\n"


def _describe(root: Path, architecture: str) -> None:
    must, should = depends()
    files = sorted(file for file in root.rglob("*") if file.is_file() and not file.is_symlink())
    size = sum(-(-file.stat().st_size // 1024) for file in files)
    sums = [f"{hashlib.md5(file.read_bytes()).hexdigest()}  {file.relative_to(root)}\n" for file in files]  # noqa: S324 - dpkg's own
    control = root / "DEBIAN"
    control.mkdir()
    (control / "md5sums").write_text("".join(sums), encoding="utf-8")
    (control / "control").write_text(
        f"Package: zzpreader\nVersion: {version()}\nArchitecture: {architecture}\nMaintainer: {_MAINTAINER}\n"
        f"Installed-Size: {size}\nSection: text\nPriority: optional\nDepends: {must}\nRecommends: {should}\n"
        "Suggests: tesseract-ocr, tesseract-ocr-nld\n"
        "Description: read a publication section by section and write notes on it\n"
        " zzpreader shows a PDF beside the tree of its sections, and ties everything that\n"
        " you write to the section or lesson in which it belongs. It exports the notes\n"
        " with quotes and printed page numbers.\n"
        " .\n"
        " It works offline, and never changes the PDF.\n",
        encoding="utf-8",
    )


def _settle(root: Path, moment: int) -> None:
    """Rights and times that do not depend on who made it, when and where."""
    for path in sorted(root.rglob("*"), reverse=True):
        if path.is_symlink():
            continue
        runs = path.is_dir() or path == root / "opt" / "zzpreader" / "zzpreader"
        path.chmod(0o755 if runs else 0o644)
        os.utime(path, (moment, moment))
    root.chmod(0o755)


def _said(*command: str) -> str:
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.strip()


if __name__ == "__main__":
    if not shutil.which("dpkg-deb"):
        sys.exit("A Debian package is made with dpkg-deb, which is not here.")
    main()
