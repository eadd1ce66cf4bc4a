"""Make this machine ready: system libraries, the virtual environment, the locked packages.

It runs on the system's own Python before anything is installed, so it knows the standard library alone and
must still be readable to a Python that is too old to run zzpreader: that one gets a sentence, not a traceback.

    python3 packaging/setup_machine.py run     what `make run` needs
    python3 packaging/setup_machine.py dev     that, and what the tests and the checks need
    python3 packaging/setup_machine.py readers the programs with which tests read our exports, if we are root
    python3 packaging/setup_machine.py bundle  the programs with which the bundle is made and tried, if we are root
    python3 packaging/setup_machine.py access  what tests need that listen as a screen reader does, if we are root
"""

from __future__ import annotations

import ctypes
import hashlib
import importlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
LOCKS = {"run": ROOT / "requirements.lock", "dev": ROOT / "requirements-dev.lock"}

_PROGRAMS = ("readers", "bundle", "access")
_ON_A_SCREEN = ("bundle", "access")

_OLDEST, _NEWEST = (3, 11), (3, 14)
_QT_WANTS_GLIBC = (2, 34)  # the manylinux tag of Qt's wheels
_TIME64_GLIBC = (2, 39)  # Debian 13 and Ubuntu 24.04


def main(goal: str) -> None:
    """Make everything ready for `goal`; ends the program with one sentence where that cannot be done."""
    _go_on_with_a_python_that_fits()
    if sys.platform == "linux":
        _require_glibc()
        _require_system_packages()
    _make_venv()
    _install_packages(goal)


def _go_on_with_a_python_that_fits() -> None:
    if _OLDEST <= sys.version_info[:2] <= _NEWEST:
        return
    for minor in (13, 12, 11, 14):
        other = shutil.which(f"python3.{minor}")
        if other:
            os.execv(other, [other, *sys.argv])
    here = ".".join(str(part) for part in sys.version_info[:2])
    sys.exit(
        f"zzpreader runs on Python 3.11 to 3.14; this is {here}, and no other was found. Install one, then try again "
        "(Ubuntu 22.04: sudo apt-get install python3.11-venv)."
    )


def _require_glibc() -> None:
    if _glibc() < _QT_WANTS_GLIBC:
        sys.exit("zzpreader needs Linux with glibc 2.34 or newer, such as Debian 12 or Ubuntu 22.04: Qt asks for it.")


def _glibc() -> tuple[int, ...]:
    """Version of the C library; (0,) where it is another one, such as musl."""
    try:
        name, _, version = (os.confstr("CS_GNU_LIBC_VERSION") or "").partition(" ")
    except (OSError, ValueError):
        return (0,)
    return tuple(int(part) for part in version.split(".")) if name == "glibc" else (0,)


def _require_system_packages() -> None:
    missing = missing_packages()
    has_apt = shutil.which("apt-get") is not None
    if missing and has_apt and os.geteuid() == 0:
        print("Installing from the system's archive:", *missing, flush=True)
        _apt_get("update")
        _apt_get("install", "--yes", "--no-install-recommends", *missing)
        missing = missing_packages()
    if missing and has_apt:
        line = f"    sudo apt-get install {' '.join(missing)}"
        sys.exit(f"zzpreader needs parts of the system that are not here. Install them, then try again:\n\n{line}\n")
    if missing:
        names = ", ".join(soname for soname in _wanted_libraries() if not _loads(soname))
        sys.exit(f"zzpreader needs parts of the system that are not here: {names or 'the ensurepip module of Python'}")


def missing_packages() -> list[str]:
    """Debian packages that this machine still lacks, sorted."""
    packages = {package for soname, package in _wanted_libraries().items() if not _loads(soname)}
    if _glibc() >= _TIME64_GLIBC:
        renamed = _system_libraries()["renamed"]
        packages = {renamed.get(package, package) for package in packages}
    importlib.invalidate_caches()
    has_venv = (VENV / "pyvenv.cfg").is_file()
    if not has_venv and importlib.util.find_spec("ensurepip") is None:
        packages.add(f"python3.{sys.version_info[1]}-venv")
    return sorted(packages)


def install_programs(group: str) -> None:
    """Ask the system's archive for the programs of a group; what needs them is skipped without."""
    wanted = _system_libraries()[group]
    missing = {package for program, package in wanted.items() if not _is_there(program)}
    if group in _ON_A_SCREEN:
        missing |= {package for soname, package in _system_libraries()["x11"].items() if not _loads(soname)}
    if missing and shutil.which("apt-get") and os.geteuid() == 0:
        print("Installing from the system's archive:", *sorted(missing), flush=True)
        _apt_get("update")
        _apt_get("install", "--yes", "--no-install-recommends", *sorted(missing))
    still = sorted(
        {program if "/" not in program else package for program, package in wanted.items() if not _is_there(program)}
    )
    if still:
        print("Tests are skipped that need", *still, flush=True)


def _is_there(program: str) -> bool:
    """One that can be called, or a file where it is expected."""
    return bool(any(Path("/").glob(program[1:])) if "/" in program else shutil.which(program))


def _wanted_libraries() -> dict[str, str]:
    """Packages by the name of the library that Qt loads, for the screen that there is, if any."""
    libraries = _system_libraries()
    wanted = dict(libraries["qt"])
    if os.environ.get("DISPLAY"):
        wanted.update(libraries["x11"])
    if os.environ.get("WAYLAND_DISPLAY"):
        wanted.update(libraries["wayland"])
    return wanted


def _system_libraries() -> dict[str, dict[str, str]]:
    import tomllib  # noqa: PLC0415 - a Python that is too old does not have it, and must come as far as saying so

    return tomllib.loads((ROOT / "resources" / "system-libraries.toml").read_text(encoding="utf-8"))


def _loads(soname: str) -> bool:
    try:
        ctypes.CDLL(soname)
    except OSError:
        return False
    return True


def _apt_get(*arguments: str) -> None:
    # A failure is not the end here: what is still missing afterwards is named. Errors are shown, progress is not.
    surroundings = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    command = ["apt-get", "-qq", *arguments]
    subprocess.run(command, env=surroundings, stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL, check=False)


def _make_venv() -> None:
    if _venv_version() == f"{sys.version_info[0]}.{sys.version_info[1]}":
        return
    print("Making the virtual environment .venv", flush=True)
    made = subprocess.run([sys.executable, "-m", "venv", "--clear", str(VENV)], check=False)
    if made.returncode:
        sys.exit("The virtual environment .venv could not be made; the lines above say why.")


def _venv_version() -> str:
    """The Python that .venv really starts; empty where it does not start, or has no pip."""
    question = "import sys, pip; print('%d.%d' % sys.version_info[:2])"
    try:
        return subprocess.run([_python(), "-c", question], capture_output=True, text=True, check=False).stdout.strip()
    except OSError:
        return ""


def _python() -> str:
    return str(VENV / ("Scripts/python.exe" if sys.platform == "win32" else "bin/python"))


def _install_packages(goal: str) -> None:
    if _is_ready(goal) or _is_ready("dev"):  # what is ready for development is ready to run
        return
    for any_goal in LOCKS:
        _stamp(any_goal).unlink(missing_ok=True)  # an interrupted installation must not pass for a whole one
    print("Installing the packages of", LOCKS[goal].name, flush=True)
    _pip("install", "--require-hashes", "-r", str(LOCKS[goal]))
    _pip("install", "--no-deps", "--no-build-isolation", "-e", str(ROOT))
    _stamp(goal).write_text(_fingerprint(goal), encoding="ascii")


def _is_ready(goal: str) -> bool:
    return _stamp(goal).is_file() and _stamp(goal).read_text(encoding="ascii") == _fingerprint(goal)


def _stamp(goal: str) -> Path:
    return VENV / f".ready-{goal}"


def _fingerprint(goal: str) -> str:
    """Changes with everything that the installed packages depend on."""
    content = [str(ROOT).encode(), *(file.read_bytes() for file in (LOCKS[goal], ROOT / "pyproject.toml"))]
    return hashlib.sha256(b"\0".join(content)).hexdigest()


def _pip(*arguments: str) -> None:
    quiet = ["--quiet", "--no-input", "--disable-pip-version-check"]
    surroundings = {**os.environ, "PIP_USER": "0", "PIP_ROOT_USER_ACTION": "ignore"}
    done = subprocess.run(
        [_python(), "-m", "pip", *arguments, *quiet], env=surroundings, stdin=subprocess.DEVNULL, check=False
    )
    if done.returncode:
        sys.exit("The packages could not be installed; the lines above say why. Nothing else was changed.")


if __name__ == "__main__":
    if sys.argv[1:] not in ([goal] for goal in (*LOCKS, *_PROGRAMS)):
        sys.exit(f"usage: {sys.argv[0]} {'|'.join((*LOCKS, *_PROGRAMS))}")
    if sys.argv[1] not in LOCKS:
        _go_on_with_a_python_that_fits()
        install_programs(sys.argv[1])
    else:
        main(sys.argv[1])
