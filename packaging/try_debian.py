"""Try everything that the README promises on bare Debian systems, each made by debootstrap. Needs root and a network.

    python3 packaging/try_debian.py deb|source [RELEASE ...]      bookworm and trixie unless they are named

`deb` installs dist/*.deb, starts the program, removes it and looks for what was left. `source` has python3, git and
make alone: `make run` and `make test` (or what TESTS names), then the wheel in an environment of its own. A system is
made once, below build/debian, and every trial works in a copy.
"""

import os
import shutil
import subprocess
import sys
import time
import tomllib
from collections.abc import Generator
from contextlib import contextmanager
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
_PLACE = ROOT / "build" / "debian"
_SURROUNDINGS = {
    "DEBIAN_FRONTEND": "noninteractive",
    "HOME": "/root",
    "LC_ALL": "C.UTF-8",
    "PATH": "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
}
_PASSING = (
    *("etc/ld.so.cache", "root/", "run/", "srv/", "tmp/"),
    *("var/cache/", "var/lib/apt/", "var/lib/dpkg/", "var/log/"),
)
"""Where every installation leaves something that says nothing."""

_LONGEST_END_S = 30

_TYPES = {
    ".zzpnotes": "application/vnd.zzpreader.notes+zip",
    ".zzpbundle": "application/vnd.zzpreader.bundle+zip",
}


def main(kind: str, releases: list[str]) -> None:
    for release in releases:
        with _copy(_base(release), kind) as system:
            print(f"{release}: {kind}", flush=True)
            _try_deb(system) if kind == "deb" else _try_source(system)
            print(f"{release}: {kind} is well", flush=True)


def _try_deb(system: Path) -> None:
    package = max((ROOT / "dist").glob("*.deb"), key=lambda file: file.stat().st_mtime)
    desktop = ("desktop-file-utils", "hicolor-icon-theme", "libglib2.0-bin", "shared-mime-info")
    _apt(system, "install", "python3", "xvfb", *desktop)
    trial, guide = "packaging/try_bundle.py", "resources/bundles/zzp-en-de-stad/leeswijzer.pdf"
    for name in (trial, guide):
        (system / "srv" / name).parent.mkdir(parents=True)
        shutil.copy(ROOT / name, system / "srv" / name)
    shutil.copy(package, system / "srv")
    before = _files(system)
    _apt(system, "install", f"/srv/{package.name}")
    _in(system, "/usr/bin/python3", f"/srv/{trial}", "/usr/bin/zzpreader")
    said = _in(system, "sh", "-c", "find /opt/zzpreader -name '*.so*' -exec ldd {} +")
    lost = {line.split()[0] for line in said.splitlines() if "not found" in line} - _recommended()
    if lost:
        sys.exit(f"Libraries are missing although the package depends on what it needs: {' '.join(sorted(lost))}")
    for suffix, mimetype in _TYPES.items():
        name = f"/srv/proef{suffix}"
        (system / name[1:]).write_bytes(b"PK")
        said = _in(system, "gio", "info", "--attributes=standard::content-type", name)
        if f"content-type: {mimetype}" not in said:
            sys.exit(f"A desktop takes {name} for something else:\n{said}")
        if "zzpreader.desktop" not in _in(system, "gio", "mime", mimetype):
            sys.exit(f"A desktop does not open {mimetype} in zzpreader.")
    _apt(system, "purge", "zzpreader")
    _apt(system, "autoremove", "--purge")
    if left := sorted(_files(system) - before):
        sys.exit("These were left behind:\n" + "\n".join(left))


def _recommended() -> set[str]:
    """Libraries without which only a printer or Wayland is out of reach."""
    groups = tomllib.loads((ROOT / "resources" / "system-libraries.toml").read_text(encoding="utf-8"))
    return {*groups["wayland"], *groups["printing"]}


def _try_source(system: Path) -> None:
    _apt(system, "install", "python3", "git", "make", "ca-certificates")
    for name in ("pip.conf", "ssl/certs/ca-certificates.crt"):  # whom this machine trusts and asks for packages
        if (Path("/etc") / name).is_file():
            shutil.copy(Path("/etc") / name, system / "etc" / name)
    _run("git", "clone", "--quiet", "--no-hardlinks", str(ROOT), str(system / "srv" / "zzpreader"))
    tests = os.environ.get("TESTS", "")
    for step in (
        "make run && test -s zzpreader-snapshot.png",
        f"make test TESTS='{tests}'",
        "make wheel && python3 -m venv /srv/own && /srv/own/bin/pip install --quiet dist/*.whl",
        "cd /tmp && /srv/own/bin/zzpreader check && /srv/own/bin/zzpreader --snapshot wheel.png && test -s wheel.png",
    ):
        print(_in(system, "sh", "-ec", f"cd /srv/zzpreader; {step}")[-600:], flush=True)


def _base(release: str) -> Path:
    base = _PLACE / release
    if not (base / "etc" / "debian_version").is_file():
        base.parent.mkdir(parents=True, exist_ok=True)
        archive = _run("apt-get", "indextargets", "--format", "$(REPO_URI)", "Created-By: Packages").split()[0]
        _run("debootstrap", "--variant=minbase", release, str(base), archive)
    return base


@contextmanager
def _copy(base: Path, kind: str) -> Generator[Path]:
    """A copy that is thrown away, with the network and the processes of this machine."""
    system = base.with_name(f"{base.name}-{kind}")
    _remove(system)
    _run("cp", "-a", str(base), str(system))
    shutil.copy("/etc/resolv.conf", system / "etc" / "resolv.conf")
    for settings in Path("/etc/apt/apt.conf.d").glob("99*"):
        shutil.copy(settings, system / "etc/apt/apt.conf.d")
    mounted: list[Path] = []
    try:
        for source in ("proc", "dev"):
            _run("mount", "--bind", f"/{source}", str(system / source))
            mounted.append(system / source)
        _apt(system, "update")
        yield system
    finally:
        for place in reversed(mounted):
            _unmount(place)
        _remove(system)


def _unmount(place: Path) -> None:
    """What was started there may need a moment to end."""
    for _ in range(_LONGEST_END_S):
        if not subprocess.run(["umount", str(place)], capture_output=True, check=False).returncode:
            return
        time.sleep(1)
    _run("umount", str(place))


def _remove(system: Path) -> None:
    """Never through what is mounted there, such as after a run that was killed: that is this machine's own."""
    mounted = [line.split()[1] for line in Path("/proc/mounts").read_text(encoding="utf-8").splitlines()]
    if inside := [place for place in mounted if Path(place).is_relative_to(system)]:
        sys.exit(f"Unmount first: {' '.join(inside)}")
    shutil.rmtree(system, ignore_errors=True)


def _files(system: Path) -> set[str]:
    found: set[str] = set()
    for folder, folders, files in os.walk(system):
        here = Path(folder).relative_to(system)
        if here == Path():
            folders[:] = [name for name in folders if name not in ("proc", "dev", "sys")]
        found |= {str(here / name) for name in (*folders, *files)}
    return {name for name in found if not f"{name}/".startswith(_PASSING)}


def _apt(system: Path, *words: str) -> None:
    _in(system, "apt-get", "-qq", "--yes", "--no-install-recommends", *words)


def _in(system: Path, *command: str) -> str:
    return _run("chroot", str(system), *command, surroundings=_SURROUNDINGS)


def _run(*command: str, surroundings: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        command, env=surroundings, stdin=subprocess.DEVNULL, capture_output=True, text=True, check=False
    )
    if done.returncode:
        sys.exit(f"“{' '.join(command)}” ended with {done.returncode}:\n{done.stdout[-4000:]}{done.stderr[-4000:]}")
    return done.stdout


if __name__ == "__main__":
    if sys.argv[1:2] not in (["deb"], ["source"]) or os.geteuid():
        sys.exit(f"usage, as root: {sys.argv[0]} deb|source [RELEASE ...]")
    main(sys.argv[1], sys.argv[2:] or ["bookworm", "trixie"])
