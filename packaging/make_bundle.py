"""Make the bundle: the program in one folder, with a Python of its own and the licences of all that is in it.

The same source on the same machine gives the same bytes. `make bundle` runs it; `try_bundle.py` starts what came out.
"""

import os
import re
import shutil
import subprocess
import sys
import tomllib
from importlib.metadata import Distribution, distribution
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
TREE = ROOT / "build" / "bundle" / "zzpreader"
_SPEC = ROOT / "packaging" / "bundle" / "zzpreader.spec"
_LICENCE = re.compile(r"(licen[cs]e|copying|notice)", re.IGNORECASE)


def main() -> None:
    make()
    size = sum(file.stat().st_size for file in TREE.rglob("*") if file.is_file() and not file.is_symlink())
    print(f"{TREE.relative_to(ROOT)}: {size // 1_000_000} MB")


def make() -> Path:
    """Returns the folder. Ends the program where PyInstaller cannot make it."""
    work = ROOT / "build" / "pyinstaller"
    places = ["--distpath", str(TREE.parent), "--workpath", str(work)]
    command = [sys.executable, "-m", "PyInstaller", "--noconfirm", "--clean", "--log-level", "ERROR", *places]
    surroundings = {**os.environ, "PYTHONHASHSEED": "1", "SOURCE_DATE_EPOCH": str(moment())}
    if subprocess.run([*command, str(_SPEC)], env=surroundings, check=False).returncode:
        sys.exit("The bundle could not be made; the lines above say why.")
    if sys.platform == "linux":
        _strip_python(TREE / "_internal")
    _add_licences(TREE / "licences")
    return TREE


def _strip_python(folder: Path) -> None:
    """Of what only a debugger reads, when this Python was built here; what others built stays as it came."""
    ours = [*folder.glob("libpython*"), *folder.glob("python3*/lib-dynload/*.so")]
    subprocess.run(["strip", "--strip-unneeded", *map(str, ours)], check=True)


def moment() -> int:
    """Of the last commit, or what SOURCE_DATE_EPOCH says: that of everything that is made, in seconds."""
    named = os.environ.get("SOURCE_DATE_EPOCH")
    if named:
        return int(named)
    command = ["git", "log", "-1", "--format=%ct"]
    said = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False).stdout.strip()
    return int(said or 0)


def shipped_packages() -> list[str]:
    """Names of all packages in the bundle: what is locked to run, and what the optional exports need."""
    locked = re.findall(r"^([\w.-]+)==", (ROOT / "requirements.lock").read_text(encoding="utf-8"), re.MULTILINE)
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    extras = [line for lines in project["optional-dependencies"].values() for line in lines]
    names = {*locked, *(re.split(r"[^\w.-]", line, maxsplit=1)[0] for line in extras), "lxml", "markupsafe"}
    return sorted({name.lower() for name in names} - _BUILD_ONLY)


_BUILD_ONLY = {"editables", "hatchling", "packaging", "pathspec", "pluggy", "tomli", "tomlkit", "trove-classifiers"}


def _add_licences(folder: Path) -> None:
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    shutil.copyfile(ROOT / "LICENSE", folder / "zzpreader")
    _copy_python_s(folder)
    for name in shipped_packages():
        found = distribution(name)
        texts = _licence_files(found)
        said = str(found.metadata.json.get("license_expression") or found.metadata.json.get("license") or "below")
        head = f"{found.metadata['Name']} {found.version}\nLicence: {said.splitlines()[0]}\n"
        texts_elsewhere = [] if texts else ["Its text: https://spdx.org/licenses/\n"]
        words = [*texts_elsewhere, *(text.read_text(encoding="utf-8", errors="replace") for text in texts)]
        (folder / name).write_text("\n".join([head, *words]), encoding="utf-8")


def _licence_files(found: Distribution) -> list[Path]:
    files = [file for file in found.files or () if file.parent.name.endswith(("dist-info", "licenses", "LICENSES"))]
    return sorted(Path(str(found.locate_file(file))) for file in files if _LICENCE.search(file.name))


def _copy_python_s(folder: Path) -> None:
    import sysconfig  # noqa: PLC0415 - for one file

    for place in (Path(sysconfig.get_path("stdlib")) / "LICENSE.txt", Path("/usr/share/doc/python3/copyright")):
        if place.is_file():
            shutil.copyfile(place, folder / "python")
            return


if __name__ == "__main__":
    main()
