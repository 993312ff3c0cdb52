"""The documents of a folder as one."""

from collections.abc import Collection
from pathlib import Path as FilePath
from typing import Any

import pytest

from interagency.document import InvalidDocument, load, loads, read_path
from interagency.document.positions import Place, locate
from interagency.document.problems import Path

V = "interagency: 1\n"


def folder(tmp_path: FilePath, **files: str) -> FilePath:
    for name, text in files.items():
        (tmp_path / f"{name}.yaml").write_text(V + text)
    return tmp_path


def problems_in(tmp_path: FilePath, **files: str) -> list[str]:
    with pytest.raises(InvalidDocument) as caught:
        load(folder(tmp_path, **files))
    return [str(problem).replace(f"{tmp_path}/", "") for problem in caught.value.problems]


def test_a_folder_means_what_one_file_with_all_of_it_means(tmp_path: FilePath) -> None:
    path = folder(
        tmp_path,
        a="title: x\nforums: {f: {}}\nlinks: [{kind: supports, from: f, to: g}]\n",
        b="forums: {g: {within: f}}\nlinks: [{kind: supports, from: g, to: f}]\n",
        c="sectors: {s: {}}\n",
    )
    whole = loads(
        V + "title: x\nforums: {f: {}, g: {within: f}}\nsectors: {s: {}}\n"
        "links: [{kind: supports, from: f, to: g}, {kind: supports, from: g, to: f}]\n"
    )
    assert load(path) == whole


def test_an_id_in_two_files_names_both_and_proposes_a_prefix(tmp_path: FilePath) -> None:
    assert problems_in(tmp_path, a="forums: {f: {}}\n", b="forums: {f: {}}\n") == [
        f"b.yaml:2:10: forums.f: the id 'f' is already used in {tmp_path}/a.yaml; "
        "a prefix tells them apart: b-f".replace(f"{tmp_path}/", "")
    ]


def test_a_header_stands_in_one_file_only(tmp_path: FilePath) -> None:
    assert problems_in(tmp_path, a="title: x\n", b="title: y\nnote: z\n", c="sectors: {}\n") == [
        "b.yaml:2:8: title: the header stands in a.yaml already; only one file of a folder has one",
        "b.yaml:3:7: note: the header stands in a.yaml already; only one file of a folder has one",
    ]


def test_a_misspelt_section_is_not_taken_for_a_header(tmp_path: FilePath) -> None:
    found = problems_in(tmp_path, a="sector: {s: {}}\n", b="title: x\nsector: 1\n")
    assert found == [
        "a.yaml:2:1: sector: there is no field 'sector' here; did you mean sectors?",
        "b.yaml:3:9: sector: there is no field 'sector' here",
    ]


def test_a_section_of_the_wrong_type_is_told_in_whichever_file(tmp_path: FilePath) -> None:
    found = problems_in(
        tmp_path,
        a="sectors: {s: {}}\nlinks: [{kind: supports, from: s, to: s}]\nforums: []\nappeals: {}\n",
        b="sectors:\nlinks: []\nforums: {f: {}}\nappeals: [{plan: p, organization: wfp}]\n",
    )
    assert found == [
        "a.yaml:4:1: forums: a mapping is expected here, not a list",
        "a.yaml:5:1: appeals: a list is expected here, not a mapping",
        "b.yaml:2:9: sectors: a mapping is expected here",
        "b.yaml:3:1: links: a list that is not empty is expected here",
    ]


def test_a_path_is_that_in_the_file_it_names(tmp_path: FilePath) -> None:
    link = "{kind: supports, from: f, to: f, since: 2020}"
    found = problems_in(
        tmp_path,
        a=f"forums: {{f: {{}}}}\nlinks: [{link}]\n",
        b=f"links:\n- {link.replace('2020', '2021')}\n- {{kind: supports, from: f, to: q}}\n",
    )
    assert found == [
        "b.yaml:4:33: links[1].to: nothing has the id 'q'; "
        "an organization or post or body or office or plan is expected here"
    ]


def test_a_file_that_fails_hides_no_ids_from_the_others(tmp_path: FilePath) -> None:
    """What refers into a file that cannot be read is not blamed for it."""
    files = {"a": "forums: {f: {}, f: {}}\n", "b": "x: [", "c": "sectors: {s: {within: z}}"}
    found = problems_in(tmp_path, **files)
    assert [line.partition(": ")[0] for line in found] == ["a.yaml:2:17", "b.yaml:3:1"]


def test_twenty_thousand_ids_in_two_files_cost_one_walk(
    tmp_path: FilePath, monkeypatch: pytest.MonkeyPatch
) -> None:
    walks: list[object] = []

    def walk(data: bytes, paths: Collection[Path], **more: Any) -> dict[Path, Place]:
        walks.append(data)
        return locate(data, paths, **more)

    monkeypatch.setattr("interagency.document.folder.locate", walk)
    text = "forums:\n" + "".join(f"  f{number}: {{}}\n" for number in range(20_000))
    document = read_path(folder(tmp_path, a=text, b=text))
    assert len(document.problems) == 20_000
    assert len(walks) == 1
    with pytest.raises(InvalidDocument):
        document.architecture()


def test_places_name_the_file_of_each_path(tmp_path: FilePath) -> None:
    path = folder(tmp_path, a="forums: {f: {}}\n", b="forums:\n  g: {}\n")
    places = read_path(path).places([("forums", "g"), ("forums", "f"), ("nothing",)])
    assert places == {
        ("forums", "g"): (str(tmp_path / "b.yaml"), (3, 3)),
        ("forums", "f"): (str(tmp_path / "a.yaml"), (2, 10)),
        ("nothing",): (str(tmp_path / "a.yaml"), None),
    }
