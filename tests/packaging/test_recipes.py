"""The recipes that were never tried name what is in the source, and ask for no more than they may."""

import re
import sys
import tomllib
from pathlib import Path
from typing import Any

import pytest

import make_bundle
from zzpreader.files import BUNDLE_SUFFIX, NOTES_SUFFIX

ROOT = Path(__file__).resolve().parents[2]
PACKAGING = ROOT / "packaging"
FLATPAK = PACKAGING / "flatpak" / "nl.zzpreader.zzpreader.yaml"
WINDOWS = PACKAGING / "windows" / "zzpreader.iss"
SPEC = PACKAGING / "bundle" / "zzpreader.spec"


def text(file: Path) -> str:
    return file.read_text(encoding="utf-8")


def project() -> dict[str, Any]:
    return tomllib.loads(text(ROOT / "pyproject.toml"))["project"]


@pytest.mark.parametrize("recipe", [FLATPAK, WINDOWS, SPEC], ids=lambda recipe: recipe.name)
def test_a_recipe_says_that_it_was_never_tried(recipe: Path):
    assert re.search(r"never (tried|built)", text(recipe))


def test_what_the_flatpak_installs_is_in_the_source():
    installed = re.findall(r"install -D\S+ (\S+) /app/", text(FLATPAK))
    assert len(installed) >= 4
    assert [name for name in installed if not (ROOT / name).is_file()] == []
    assert (FLATPAK.parent / "../..").resolve() == ROOT


def test_the_flatpak_starts_our_window_under_the_name_of_the_description():
    (id_,) = re.findall(r"^id: (\S+)$", text(FLATPAK), re.MULTILINE)
    assert FLATPAK.stem == id_
    assert f"<id>{id_}</id>" in text(PACKAGING / "zzpreader.metainfo.xml")
    (command,) = re.findall(r"^command: (\S+)$", text(FLATPAK), re.MULTILINE)
    assert command in project()["gui-scripts"]
    (entry,) = re.findall(r"^rename-desktop-file: (\S+)$", text(FLATPAK), re.MULTILINE)
    assert (PACKAGING / entry).is_file()


def test_the_flatpak_reaches_no_network_and_writes_no_publication():
    asked = re.findall(r"^ +- (--\S+)$", text(FLATPAK), re.MULTILINE)
    assert "--share=network" not in asked
    assert [wish for wish in asked if wish.startswith("--filesystem") and not wish.endswith(":ro")] == []


def test_the_windows_installer_takes_the_bundle_as_it_is_made():
    named = [name.replace("\\", "/") for name in re.findall(r"\.\.\\\.\.\\([^\s\"*;]+)", text(WINDOWS))]
    made = [name.rstrip("/") for name in named if name.startswith(("build", "dist"))]
    assert made == ["dist", make_bundle.TREE.relative_to(ROOT).as_posix()]
    assert [name for name in named if name.rstrip("/") not in made and not (ROOT / name).exists()] == []
    assert f"/DVersion={project()['version']} " in text(WINDOWS)


def test_the_windows_installer_knows_our_files_and_starts_the_program_without_a_console():
    for suffix in (NOTES_SUFFIX, BUNDLE_SUFFIX):
        assert f"Software\\Classes\\{suffix}" in text(WINDOWS)
    programs = set(re.findall(r"\{app\}\\([\w.-]+\.exe)", text(WINDOWS)))
    assert programs == {"zzpreader-gui.exe"}
    assert "zzpreader-gui" in [name for name, _ in made_by_spec("win32", "")["programs"]]


class Entries(list[tuple[str, str, str]]):
    """As PyInstaller keeps what it has found."""


def made_by_spec(platform: str, prefix: str) -> dict[str, Any]:
    """What the specification asks of PyInstaller on a system, with the program's own files as all that was found."""
    asked: dict[str, Any] = {"programs": []}

    class Analysis:
        def __init__(self, scripts: list[str], **more: Any) -> None:
            asked["scripts"], asked["datas"] = scripts, [source for source, _ in more["datas"]]
            self.scripts, self.pure = scripts, []
            found = [(f"PySide6/Qt/plugins/platforms/{prefix}", "", "BINARY")] if prefix else []
            self.binaries, self.datas = Entries(found), Entries()

    def program(*_parts: object, name: str, console: bool, **_more: object) -> str:
        asked["programs"].append((name, console))
        return name

    def collect(*parts: object, **_more: object) -> str:
        asked["collected"] = [entry[0] for part in parts if isinstance(part, list) for entry in part]
        return "tree"

    names = {
        "SPECPATH": str(SPEC.parent),
        "Analysis": Analysis,
        "PYZ": lambda pure: pure,
        "EXE": program,
        "COLLECT": collect,
        "BUNDLE": lambda *_parts, **more: asked.update(more),
    }
    pytest.importorskip("PyInstaller.utils.hooks")  # before it can take this for another system
    code = compile(text(SPEC), str(SPEC), "exec")
    before = sys.platform
    try:
        sys.platform = platform
        exec(code, names)
    finally:
        sys.platform = before
    return asked


@pytest.mark.parametrize(
    ("platform", "plugin", "programs"),
    [
        ("linux", "libqxcb.so", [("zzpreader", True)]),
        ("win32", "qwindows.dll", [("zzpreader", True), ("zzpreader-gui", False)]),
        ("darwin", "libqcocoa.dylib", [("zzpreader", False)]),
    ],
)
def test_the_specification_makes_the_programs_of_each_system(platform: str, plugin: str, programs: list[object]):
    asked = made_by_spec(platform, plugin)
    assert asked["programs"] == programs
    assert asked["collected"] == [f"PySide6/Qt/plugins/platforms/{plugin}"]
    assert all(Path(name).is_file() for name in asked["scripts"])
    assert str(ROOT / "resources") in asked["datas"]


def test_the_application_of_macos_has_the_id_of_the_description_and_opens_our_files():
    asked = made_by_spec("darwin", "")
    assert f"<id>{asked['bundle_identifier']}</id>" in text(PACKAGING / "zzpreader.metainfo.xml")
    plist = asked["info_plist"]
    own = [tag for kind in plist["UTExportedTypeDeclarations"] for tag in kind["UTTypeTagSpecification"].values()]
    assert own == [[NOTES_SUFFIX.removeprefix(".")], [BUNDLE_SUFFIX.removeprefix(".")]]
    opened = {name for kind in plist["CFBundleDocumentTypes"] for name in kind["LSItemContentTypes"]}
    assert opened == {"com.adobe.pdf", *(kind["UTTypeIdentifier"] for kind in plist["UTExportedTypeDeclarations"])}
