"""What Qt asks of a Linux system and is not here, by what Debian or Ubuntu calls it; works without Qt."""

import ctypes
import os
import tomllib
from collections.abc import Mapping

from zzpreader.resources import resource_path


def missing_packages(environment: Mapping[str, str] = os.environ) -> list[str]:
    """For the screen that there is, if any."""
    groups = _groups()
    wanted = dict(groups["qt"])
    if environment.get("DISPLAY"):
        wanted |= groups["x11"]
    if environment.get("WAYLAND_DISPLAY"):
        wanted |= groups["wayland"]
    packages = {package for library, package in wanted.items() if not is_there(library)}
    return sorted(groups["renamed"].get(name, name) if _has_time64() else name for name in packages)


def can_print() -> bool:
    return all(is_there(library) for library in _groups()["printing"])


def install_command(packages: list[str]) -> str:
    return "sudo apt-get install " + " ".join(packages)


def is_there(library: str) -> bool:
    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def _groups() -> dict[str, dict[str, str]]:
    return tomllib.loads(resource_path("system-libraries.toml").read_text(encoding="utf-8"))


def _has_time64() -> bool:
    """Whether this is a Debian or Ubuntu in which libraries got other names, from glibc 2.39 on."""
    try:
        version = (os.confstr("CS_GNU_LIBC_VERSION") or "").partition(" ")[2]
        return tuple(int(part) for part in version.split(".")) >= (2, 39)
    except (OSError, ValueError):
        return False
