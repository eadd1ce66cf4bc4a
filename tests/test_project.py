"""The frame around the program: what is shipped, declared and promised."""

import ast
import hashlib
import importlib.metadata
import re
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
from PySide6.QtSvg import QSvgRenderer

from zzpreader.resources import resource_path

ROOT = Path(__file__).resolve().parents[1]
PROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
ICONS = sorted(resource_path("icons").glob("*.svg"))

# The name under which a package is installed, where it is not the one under which it is imported.
INSTALLED_AS = {
    "docx": "python-docx",
    "markdown_it": "markdown-it-py",
    "markupsafe": "jinja2",
    "PySide6": "pyside6-essentials",
    "shiboken6": "pyside6-essentials",
}


def tracked_files() -> list[Path]:
    try:
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("this is no git checkout")
    return [path for name in listed.decode().split("\0") if name and (path := ROOT / name).is_file()]


def imported_packages(folder: Path) -> set[str]:
    """Top-level names that the modules below `folder` import, of packages that do not come with Python."""
    names: set[str] = set()
    for module in folder.rglob("*.py"):
        for node in ast.walk(ast.parse(module.read_bytes())):
            if isinstance(node, ast.Import):
                names |= {alias.name for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
                names.add(node.module)
    return {name.partition(".")[0] for name in names} - sys.stdlib_module_names - {"zzpreader"}


def names_of(requirements: list[str]) -> set[str]:
    return {re.split(r"[^\w.-]", line, maxsplit=1)[0].lower() for line in requirements}


def locked_packages(lock: str) -> set[str]:
    return set(re.findall(r"^([\w.-]+)==", (ROOT / lock).read_text(encoding="utf-8"), re.MULTILINE))


def test_every_package_that_the_program_imports_is_declared():
    imported = {INSTALLED_AS.get(name, name).lower() for name in imported_packages(ROOT / "src")}
    extras = [entry for extra in PROJECT["project"]["optional-dependencies"].values() for entry in extra]
    assert imported <= names_of(PROJECT["project"]["dependencies"] + extras)


def test_every_declared_package_is_locked():
    declared = names_of(PROJECT["project"]["dependencies"])
    groups = PROJECT["dependency-groups"].values()
    tools = names_of([entry for group in groups for entry in group if isinstance(entry, str)])
    assert declared <= locked_packages("requirements.lock")
    assert declared | tools <= locked_packages("requirements-dev.lock")


@pytest.mark.parametrize("lock", ["requirements.lock", "requirements-dev.lock"])
def test_every_locked_package_is_pinned_by_its_content(lock: str):
    packages = re.split(r"\n(?=\w)", (ROOT / lock).read_text(encoding="utf-8").strip())
    assert packages
    assert [package for package in packages if "--hash=sha256:" not in package] == []


def test_the_licence_is_the_whole_text_that_the_fsf_published():
    # The text is never edited, so its fingerprint is known once and for all.
    text = (ROOT / "LICENSE").read_bytes()
    assert hashlib.sha256(text).hexdigest() == "57c8ff33c9c0cfc3ef00e650a1cc910d7ee479a8bc509f6c9209a7c2a11399d6"
    assert PROJECT["project"]["license"] == "AGPL-3.0-or-later"


def test_resources_are_found():
    assert resource_path("icons", "zzpreader.svg").is_file()
    assert resource_path().name == "resources"


@pytest.mark.parametrize("icon", ICONS, ids=lambda icon: icon.stem)
def test_an_icon_can_be_drawn_and_says_its_licence(icon: Path):
    assert QSvgRenderer(str(icon)).isValid()
    licence = re.compile(r"@license lucide-static .* ISC|SPDX-License-Identifier: (AGPL|ISC)")
    assert licence.search(icon.read_text(encoding="utf-8"))


def test_icons_carry_no_script_and_load_nothing():
    allowed = {"svg", "g", "path", "rect", "circle", "ellipse", "line", "polyline", "polygon", "title"}
    used = {element.tag.partition("}")[2] for icon in ICONS for element in ET.parse(icon).iter()}
    assert used <= allowed


def test_the_licence_of_the_icons_lies_beside_them():
    licence = resource_path("icons", "LICENSE-lucide.txt").read_text(encoding="utf-8")
    assert "ISC License" in licence
    assert "Cole Bemis" in licence  # of the icons that came from Feather


def test_no_file_names_a_place_that_only_one_machine_has():
    folders = r"/(?:home|Users|root|work)/\w|/tmp/\w"
    indexes = r"//[\w.-]*(?:artifact|registry|mirror|nexus)[\w-]*\.|--(?:extra-)?index-url"
    forbidden = re.compile(f"{folders}|{indexes}".encode())
    found = {
        f"{path.relative_to(ROOT)}: {hit.group().decode()}"
        for path in tracked_files()
        if path != Path(__file__)
        for hit in forbidden.finditer(path.read_bytes())
    }
    assert found == set()


def test_the_commands_start_the_program():
    commands = importlib.metadata.entry_points(value="zzpreader.__main__:main")
    assert {command.name for command in commands} == {"zzpreader", "zzpreader-gui"}
    assert all(callable(command.load()) for command in commands)


def test_the_version_is_said_once_and_the_changelog_knows_what_comes():
    assert importlib.metadata.version("zzpreader") == PROJECT["project"]["version"]
    assert "## [Unreleased]" in (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")


def test_every_command_stands_in_the_manual_page():
    from zzpreader.__main__ import _COMMANDS

    manual = (ROOT / "packaging" / "zzpreader.1").read_text(encoding="utf-8")
    described = set(re.findall(r"^\.TP\n\.B (\w+)", manual, re.MULTILINE))
    assert set(_COMMANDS) <= described


def test_the_menu_entry_starts_a_command_that_exists():
    entry = (ROOT / "packaging" / "zzpreader.desktop").read_text(encoding="utf-8")
    started = re.findall(r"^Exec=(\S+)", entry, re.MULTILINE)
    assert started == list(PROJECT["project"]["gui-scripts"])


def test_every_place_that_the_readme_points_to_exists():
    for page in ("README.md", "CONTRIBUTING.md"):
        links = re.findall(r"\]\((?!https?:)([^)#]+)\)", (ROOT / page).read_text(encoding="utf-8"))
        assert [link for link in links if not (ROOT / link).exists()] == []
