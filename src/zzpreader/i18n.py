"""The languages of the interface: English in the source, Dutch in the catalogue."""

import os

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

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


def install(app: QCoreApplication, language: str) -> None:
    """Speak `language` from now on; widgets that exist already keep their texts."""
    QLocale.setDefault(QLocale(QLocale.Language.Dutch if language == "nl" else QLocale.Language.English))
    for old in app.findChildren(QTranslator):
        app.removeTranslator(old)
        old.deleteLater()
    catalogues = (
        (f"qtbase_{language}", QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)),
        (f"zzpreader_{language}", str(resource_path("i18n"))),
    )
    for name, folder in catalogues:
        translator = QTranslator(app)
        if translator.load(name, folder):
            app.installTranslator(translator)
