"""`zzpreader sections FILE --bundle FOLDER`: the section map of a bundle laid over a PDF."""

import json

import pytest
from stand_in import LESSONS, make_stand_in

from zzpreader.cli.main import main
from zzpreader.resources import resource_path

CITY = resource_path("bundles", "zzp-en-de-stad")


@pytest.fixture
def run(capsysbinary, zzpreader_home):
    def run_(*words):
        status = main([str(word) for word in words])
        out, err = capsysbinary.readouterr()
        return status, out.decode(), err.decode()

    return run_


@pytest.fixture(scope="module")
def pdf(tmp_path_factory):
    return make_stand_in(tmp_path_factory.mktemp("publication") / "eigen.pdf")


def test_the_map_has_all_lessons_in_order_below_their_section(run, pdf):
    status, out, err = run("sections", pdf, "--bundle", CITY, "--json")
    assert (status, err) == (0, "")
    sections = json.loads(out)
    lessons = [one for one in sections if one["kind"] == "lesson"]
    assert [one["label"] for one in lessons] == ["38"] * 4 + ["39"] * 3 + ["40"] * 3
    assert [one["title"] in printed for one, printed in zip(lessons, LESSONS, strict=True)] == [True] * 10
    assert [one["source"] for one in lessons].count("bundle") == 3
    assert not any("unplaced" in one for one in sections)


def test_what_has_no_place_is_told(run, pdf, tmp_path):
    text = (CITY / "bundle.toml").read_text(encoding="utf-8")
    other = text.replace('find = ["cijfers"]', 'find = ["onvindbaar"]')
    assert other != text
    (tmp_path / "bundle.toml").write_text(other, encoding="utf-8")
    status, out, err = run("sections", pdf, "--bundle", tmp_path, "--json")
    assert (status, err) == (0, "Named by the bundle, but not found in this copy: “Harde cijfers helpen”.\n")
    assert [one["title"] for one in json.loads(out) if one.get("unplaced")] == ["Harde cijfers helpen"]


def test_a_folder_that_is_no_bundle_is_refused(run, pdf, tmp_path):
    status, out, err = run("sections", pdf, "--bundle", tmp_path)
    assert (status, out) == (1, "")
    assert err.endswith("has no bundle.toml.\n")
