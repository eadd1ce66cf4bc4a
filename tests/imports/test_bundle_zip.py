"""Bundles in a zip: what is taken, and what is refused before anything of it is used."""

from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from zzpreader.imports.bundle_zip import read
from zzpreader.imports.source import Refused
from zzpreader.model.bundle import BundleError

TEXT = """
schema = 1
id = "proef"
language = "nl"
title = "Proef"
introduction = "Inleiding."
issued = 2012-04-19
source = "Bron"
document_type = "Onderzoek"
publisher = "Uitgever"

[[attachments]]
id = "gids"
role = "guide"
title = "Gids"
file = "gids.pdf"
"""


def zipped(**members: str | bytes) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED) as archive:
        for name, content in members.items():
            archive.writestr(name, content)
    return file.getvalue()


@pytest.mark.parametrize("folder", ["", "proef/"])
def test_only_the_documents_that_the_bundle_names_are_taken(folder):
    members = {folder: ""} if folder else {}
    members |= {f"{folder}bundle.toml": TEXT, f"{folder}gids.pdf": b"%PDF", f"{folder}los.exe": b"MZ"}
    found = read(zipped(**members))
    assert (found.bundle.id, found.files) == ("proef", {"gids.pdf": b"%PDF"})


@pytest.mark.parametrize(
    "members",
    [
        {"../bundle.toml": TEXT},
        {"bundle.toml": TEXT, "/etc/gids.pdf": b""},
        {"bundle.toml": TEXT, "gids.pdf": b"\0" * 3_000_000},
        {"a/b/bundle.toml": TEXT},
        {"a/bundle.toml": TEXT, "b/bundle.toml": TEXT},
        {"iets.txt": b"niets"},
    ],
)
def test_a_zip_that_is_none_or_is_built_to_do_harm_is_refused_whole(members):
    with pytest.raises(Refused):
        read(zipped(**members))


def test_what_is_wrong_with_its_text_is_said():
    with pytest.raises(BundleError, match="schema"):
        read(zipped(**{"bundle.toml": TEXT.replace("schema = 1", "schema = 9")}))
    with pytest.raises(Refused):
        read(b"PK\x03\x04 en dan niets")
