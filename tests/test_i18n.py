"""Every text that a person sees is in the Dutch catalogue, under the name by which the program asks for it."""

import ast
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QDate, QLocale

import zzpreader
from zzpreader import i18n
from zzpreader.resources import resource_path

SOURCE = Path(zzpreader.__file__).parent


def asked(tree: ast.AST, owner: str = "") -> Iterator[tuple[str, str]]:
    """Context and text of every call of `tr` and `translate` with a text that stands there."""
    for node in ast.iter_child_nodes(tree):
        yield from asked(node, node.name if isinstance(node, ast.ClassDef) else owner)
        if not isinstance(node, ast.Call):
            continue
        texts = [one.value for one in node.args if isinstance(one, ast.Constant) and isinstance(one.value, str)]
        match node.func:
            case ast.Attribute(attr="tr") if texts:
                yield owner, texts[0]
            case ast.Attribute(attr="translate") | ast.Name(id="translate") if len(texts) >= 2:
                yield texts[0], texts[1]
            case _:
                pass


@pytest.fixture(scope="module")
def known() -> set[tuple[str, str]]:
    catalogue = ET.parse(resource_path("i18n", "zzpreader_nl.ts"))
    return {
        (context.findtext("name", ""), message.findtext("source", ""))
        for context in catalogue.getroot().iter("context")
        for message in context.iter("message")
    }


def test_every_text_of_the_source_can_be_found_by_who_translates(known: set[tuple[str, str]]) -> None:
    modules = sorted(SOURCE.rglob("*.py"))
    wanted = {one for module in modules for one in asked(ast.parse(module.read_text(encoding="utf-8")))}
    assert len(wanted) > 300
    assert sorted(wanted - known) == []


def test_an_update_of_the_program_does_not_change_the_words_in_use(qapp, monkeypatch, tmp_path):
    catalogue = tmp_path / "zzpreader_nl.qm"
    catalogue.write_bytes(resource_path("i18n", "zzpreader_nl.qm").read_bytes())
    monkeypatch.setattr(i18n, "resource_path", lambda *_: catalogue)
    i18n.install(qapp, "nl")
    try:
        catalogue.write_bytes(b"\0" * catalogue.stat().st_size)
        assert QCoreApplication.translate("SavingDesk", "All notes are saved") == "Alle notities zijn bewaard"
    finally:
        i18n.install(qapp, "en")


@pytest.mark.parametrize(
    ("language", "system", "written"),
    [
        ("en", "C", "30/11/2026"),
        ("en", "nl_NL", "30/11/2026"),
        ("en", "en_IE", "30/11/2026"),
        ("en", "en_CA", "2026-11-30"),
        ("nl", "en_US", "30-11-2026"),
        ("nl", "nl_BE", "30/11/2026"),
    ],
)
def test_dates_are_written_as_the_system_does_if_it_speaks_the_language_of_the_program(
    qapp, monkeypatch, language, system, written
):
    before = QLocale()
    monkeypatch.setattr(QLocale, "system", lambda: QLocale(system))
    try:
        i18n.install(qapp, language)
        shown = QLocale().toString(QDate(2026, 11, 30), QLocale.FormatType.ShortFormat)
        assert shown.replace("/26", "/2026") == written
    finally:
        i18n.install(qapp, "en")
        QLocale.setDefault(before)
