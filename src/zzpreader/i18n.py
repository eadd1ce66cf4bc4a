"""The languages of the interface: English in the source, Dutch in the catalogue."""

import os
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QObject, QTranslator

from zzpreader.resources import resource_path

LANGUAGES = ("nl", "en")


def chosen_language(setting: str = "") -> str:
    """`ZZPREADER_LANG` before the setting before the system's language; English where that is none of ours."""
    for wish in (os.environ.get("ZZPREADER_LANG", ""), setting, QLocale.system().name()):
        language = wish[:2].lower()
        if language in LANGUAGES:
            return language
        if wish:
            break
    return "en"


class _Catalogue(QTranslator):
    """Read whole: Qt maps a file it is given by name, and an update of the program would change the words in use."""

    def __init__(self, file: Path, parent: QObject) -> None:
        super().__init__(parent)
        self._words = file.read_bytes()  # Qt keeps no copy
        self.load(self._words)


def _locale(language: str, system: QLocale) -> QLocale:
    """How dates and numbers are written: as the system does if it speaks that language, else as in its own country."""
    spoken = QLocale.Language.Dutch if language == "nl" else QLocale.Language.English
    if system.language() is spoken:
        return system
    country = QLocale.Country.Netherlands if language == "nl" else QLocale.Country.UnitedKingdom
    return QLocale(spoken, country)


def install(app: QCoreApplication, language: str) -> None:
    """Speak `language` from now on; widgets that exist already keep their texts."""
    QLocale.setDefault(_locale(language, QLocale.system()))
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    catalogues = (
        Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm",
        resource_path("i18n", f"zzpreader_{language}.qm"),
    )
    for file in catalogues:
        if file.is_file():
            app.installTranslator(_Catalogue(file, app))
