from datetime import UTC, datetime

import pytest

from zzpreader.model.bundle import BundleError, parse_bundle
from zzpreader.model.publication import Edition
from zzpreader.store.bundles import attached_file, find_bundles, forget_replaced, keep_bundle, known_by, read_bundle

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


def test_a_bundle_from_elsewhere_is_kept_once_and_another_one_takes_its_place_only_when_asked(home):
    bundle = parse_bundle(BUNDLE)
    first = keep_bundle(home, bundle, BUNDLE.encode(), {"stuk.pdf": b"%PDF"}, replace=False)
    assert keep_bundle(home, bundle, BUNDLE.encode(), {}, replace=False).folder == first.folder
    assert attached_file(first, "stuk.pdf")
    newer = BUNDLE.replace("Inleiding", "Anders")
    with pytest.raises(FileExistsError):
        keep_bundle(home, parse_bundle(newer), newer.encode(), {}, replace=False)
    keep_bundle(home, parse_bundle(newer), newer.encode(), {}, replace=True)
    found, unusable = find_bundles(home)
    assert [one.bundle.introduction for one in found if one.bundle.id == "proef"] == ["Anders."]
    assert unusable == []
    assert len(list(home.bundles.glob("proef.replaced-*/stuk.pdf"))) == 1


def test_a_copy_is_known_by_its_bytes_or_by_the_texts_of_its_pages():
    texts = tuple(f"{n:016x}" for n in range(10))
    known = f'sha256 = ["{"a" * 64}"]\nfingerprints = {list(texts)}\n'
    map_ = f'\n[[attachments]]\nid = "p"\nrole = "publication"\ntitle = "P"\n{known}'
    bundle = parse_bundle(BUNDLE + map_ + '\n[[sections]]\nid = "een"\ntitle = "Een"\n')
    without = parse_bundle(BUNDLE + map_)
    resaved = Edition(sha256="b" * 64, pages=10, fingerprints=(*texts[:8], "f" * 16, "e" * 16))
    assert known_by(Edition(sha256="a" * 64), [without, bundle]) is bundle
    assert known_by(resaved, [bundle]) is bundle
    assert known_by(Edition(sha256="c" * 64, pages=10, fingerprints=("9" * 16,) * 10), [bundle]) is None
    assert known_by(resaved, [without]) is None


def test_what_was_replaced_is_kept_for_thirty_days(home):
    now = datetime(2026, 6, 1, tzinfo=UTC)
    names = ("a.replaced-20260520T100000Z", "a.replaced-20260401T100000Z-2", "a.replaced-by-hand", "b")
    for name in names:
        (home.bundles / name).mkdir(parents=True)
    forget_replaced(home, now)
    assert {folder.name for folder in home.bundles.iterdir()} == set(names) - {"a.replaced-20260401T100000Z-2"}
