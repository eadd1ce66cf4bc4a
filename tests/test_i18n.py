"""Every text that a person sees is in the Dutch catalogue, under the name by which the program asks for it."""

import ast
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

import zzpreader
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
