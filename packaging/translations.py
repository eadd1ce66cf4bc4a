"""Keep the catalogues of the interface in step with the source.

    translations.py update     collect every text from the source, and compile the catalogues
    translations.py check      say what is untranslated, out of step or not compiled; exit status 1 if anything is

Dutch holds every text. English is the language of the source, so its catalogue holds plural forms only.
"""

import shutil
import subprocess
import sys
import tempfile
import xml.etree.ElementTree as ET
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SOURCE = ROOT / "src" / "zzpreader"
CATALOGUES = ROOT / "resources" / "i18n"
LANGUAGES: dict[str, list[str]] = {"nl": [], "en": ["-pluralonly"]}

Text = tuple[str, str, str]  # context, source text, remark that tells two equal texts apart


def main() -> None:
    """Do what the command line asks."""
    if sys.argv[1:] == ["update"]:
        update()
    elif sys.argv[1:] == ["check"]:
        faults = [fault for language in LANGUAGES for fault in faults_of(language)]
        if faults:
            sys.exit("\n".join(faults))
        print("Every text of the interface is translated.")
    else:
        sys.exit(f"usage: {sys.argv[0]} update|check")


def update() -> None:
    """Rewrite the catalogues; translations that exist stay."""
    CATALOGUES.mkdir(exist_ok=True)
    for language in LANGUAGES:
        collect(language, _catalogue(language))
        compile_catalogue(_catalogue(language), _catalogue(language).with_suffix(".qm"))


def faults_of(language: str) -> list[str]:
    """What is wrong with a catalogue, a sentence each; empty when nothing is."""
    catalogue = _catalogue(language)
    if not catalogue.is_file():
        return [f"{catalogue.name} is missing: make translations"]
    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder, catalogue.name)
        shutil.copyfile(catalogue, fresh)
        collect(language, fresh)
        wanted, untranslated = texts_of(fresh)
        compiled = fresh.with_suffix(".qm")
        compile_catalogue(catalogue, compiled)
        committed = catalogue.with_suffix(".qm")
        is_compiled = committed.is_file() and committed.read_bytes() == compiled.read_bytes()
    known, _ = texts_of(catalogue)
    faults = [f"{catalogue.name}: not translated: {context}: {source}" for context, source, _ in sorted(untranslated)]
    faults += [f"{catalogue.name}: no longer in the source: {source}" for _, source, _ in sorted(known - wanted)]
    if not is_compiled:
        faults.append(f"{committed.name} is not compiled from {catalogue.name}: make translations")
    return faults


def texts_of(catalogue: Path) -> tuple[set[Text], set[Text]]:
    """All texts of a catalogue, and those of them that lack a translation."""
    texts: set[Text] = set()
    untranslated: set[Text] = set()
    for context in ET.parse(catalogue).getroot().iter("context"):  # noqa: S314 (our own file)
        for message in context.iter("message"):
            text = (context.findtext("name", ""), message.findtext("source", ""), message.findtext("comment", ""))
            texts.add(text)
            if not _is_translated(message):
                untranslated.add(text)
    return texts, untranslated


def _is_translated(message: ET.Element) -> bool:
    translation = message.find("translation")
    if translation is None or translation.get("type") == "unfinished":
        return False
    forms = translation.findall("numerusform") or [translation]
    return all("".join(form.itertext()).strip() for form in forms)


def collect(language: str, catalogue: Path) -> None:
    """Bring `catalogue` in step with the source; what the source no longer says leaves it."""
    sources = sorted(str(module) for module in SOURCE.rglob("*.py"))  # a folder by its name is not searched for Python
    choices = ["-no-obsolete", "-locations", "none", *LANGUAGES[language]]
    _qt_tool("lupdate", *sources, *choices, "-target-language", language, "-ts", str(catalogue))


def compile_catalogue(catalogue: Path, compiled: Path) -> None:
    """Write the form that the program reads."""
    _qt_tool("lrelease", str(catalogue), "-qm", str(compiled))


def _catalogue(language: str) -> Path:
    return CATALOGUES / f"zzpreader_{language}.ts"


def _qt_tool(name: str, *arguments: str) -> None:
    tool = Path(sys.executable).parent / f"pyside6-{name}"
    done = subprocess.run([tool, *arguments], capture_output=True, text=True, check=False)
    if done.returncode:
        sys.exit(f"{name}: {done.stdout}{done.stderr}")


if __name__ == "__main__":
    main()
