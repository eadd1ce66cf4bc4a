import pytest

from zzpreader.model.bundle import BundleError
from zzpreader.store.bundles import attached_file, find_bundles, read_bundle

BUNDLE = """
schema = 1
id = "proef"
language = "nl"
title = "Proef"
introduction = "Inleiding."
issued = 2012-04-19
source = "Bron"
document_type = "Onderzoek"
publisher = "Uitgever"
"""


@pytest.fixture
def folder(home):
    folder = home.bundles / "proef"
    folder.mkdir(parents=True)
    (folder / "bundle.toml").write_text(BUNDLE, "utf-8")
    return folder


def test_bundles_in_the_data_folder_stand_beside_the_built_in_ones(home, folder):
    found, unusable = find_bundles(home)
    assert [one.folder for one in found if one.bundle.id == "proef"] == [folder]
    assert unusable == []


def test_a_broken_bundle_is_told_and_hides_no_other(home, folder):
    broken = home.bundles / "a-broken-one"
    broken.mkdir()
    (broken / "bundle.toml").write_text("schema = 1")
    found, unusable = find_bundles(home)
    assert "proef" in [one.bundle.id for one in found]
    assert [one.folder for one in unusable] == [broken]


@pytest.mark.parametrize(("data", "words"), [(None, "has no"), (b"\xff\xfe", "UTF-8"), (b"x" * 5_000_000, "longer")])
def test_what_is_no_bundle_is_refused_in_one_sentence(home, folder, data, words):
    (folder / "bundle.toml").unlink()
    if data:
        (folder / "bundle.toml").write_bytes(data)
    with pytest.raises(BundleError, match=words):
        read_bundle(folder)


def test_an_attachment_is_found_and_none_leads_out_of_the_folder(home, folder):
    (folder / "guide.pdf").write_bytes(b"%PDF-")
    (home.bundles / "outside.pdf").write_bytes(b"%PDF-")
    (folder / "link.pdf").symlink_to(home.bundles / "outside.pdf")
    one = read_bundle(folder)
    assert attached_file(one, "guide.pdf") == folder / "guide.pdf"
    assert attached_file(one, "link.pdf") is None
    assert attached_file(one, "../outside.pdf") is None
    assert attached_file(one, "missing.pdf") is None
