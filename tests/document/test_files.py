"""Files and folders to bytes."""

from pathlib import Path

import pytest

from interagency.document import InvalidDocument, load, loads, read_path

DOCUMENT = "interagency: 1\n"


def message_of(path: Path | str, max_bytes: int | None = None) -> str:
    with pytest.raises(InvalidDocument) as caught:
        load(path, max_bytes=max_bytes)
    (problem,) = caught.value.problems
    assert problem.file.startswith(str(path)[:100])
    return problem.message


def test_a_missing_file_suggests_the_one_beside_it(tmp_path: Path) -> None:
    (tmp_path / "romania.yaml").write_text(DOCUMENT)
    expected = f"there is no such file; did you mean {tmp_path / 'romania.yaml'}?"
    assert message_of(tmp_path / "rumania.yaml") == expected
    assert message_of(tmp_path / "xyz") == "there is no such file"
    assert message_of(tmp_path / "no" / "x.yaml") == "there is no such file"


def test_a_link_that_leads_nowhere_is_told_also_in_a_folder(tmp_path: Path) -> None:
    (tmp_path / "other.json").write_text('{"interagency": 1}')
    (tmp_path / "link.yaml").symlink_to(tmp_path / "gone.yaml")
    assert message_of(tmp_path / "link.yaml") == "there is no such file"
    with pytest.raises(InvalidDocument, match=r"link\.yaml: there is no such file"):
        load(tmp_path)


@pytest.mark.parametrize(
    ("path", "cause"), [("a\0b", "embedded null byte"), ("x" * 5000, "File name too long")]
)
def test_a_path_that_no_file_can_have_is_told(path: str, cause: str) -> None:
    assert message_of(path) == f"cannot be read: {cause}"


def test_a_file_that_may_not_be_read_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "secret.yaml"
    path.write_text(DOCUMENT)

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert message_of(path) == "cannot be read: Permission denied"


def test_a_file_larger_than_the_limit_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "large.json"
    path.write_text('{"interagency": 1}')
    assert message_of(path, 17) == "is larger than 17 bytes; raise max_bytes if it is meant to be"
    assert load(path, max_bytes=18) == loads(DOCUMENT)
    with pytest.raises(InvalidDocument, match="larger than 3 bytes"):
        loads(DOCUMENT, max_bytes=3)


def test_an_empty_folder_is_told(tmp_path: Path) -> None:
    (tmp_path / ".hidden.yaml").write_text("a: [")
    (tmp_path / "x.yaml").mkdir()
    (tmp_path / "readme.md").write_text("#")
    expected = "the folder holds no document (.yaml, .yml, .json)"
    assert message_of(tmp_path) == expected
    assert message_of(tmp_path / "x.yaml") == expected


def test_a_folder_is_read_with_the_folders_in_it_but_not_what_is_hidden(tmp_path: Path) -> None:
    for name in ("b.yaml", "in/a.JSON", "x.yaml/c.yml", ".git/d.yaml", ".e.yaml"):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text('{"interagency": 1}')
    parts = read_path(tmp_path).whole.parts
    names = [Path(part.text.file).relative_to(tmp_path).as_posix() for part in parts]
    assert names == ["b.yaml", "in/a.JSON", "x.yaml/c.yml"]
    assert [part.text.format for part in parts] == ["yaml", "json", "yaml"]


@pytest.mark.parametrize(
    "text", [' {\n"interagency": 1}', "{}", "\ufeff{}", '{ "a": NaN }', " " * 300 + '{ "a": NaN }']
)
def test_a_text_that_begins_like_a_json_object_is_read_as_json(text: str) -> None:
    try:
        loads(text)
    except InvalidDocument as error:
        message = str(error)
    else:
        return
    assert "is not JSON" in message or "version of the format is missing" in message


def test_a_format_that_nobody_knows_is_an_error_of_the_caller() -> None:
    with pytest.raises(ValueError, match="'xml' is no format of documents: yaml and json are"):
        loads(DOCUMENT, format="xml")


@pytest.mark.parametrize(
    ("name", "data", "cure"),
    [
        ("a.docx", b"PK\x03\x04 \x00", "is a zip file, such as a text of Word: copy what it says"),
        ("a.doc", b"\xd0\xcf\x11\xe0\xa1", "is a file of an old Office: copy what it says"),
        ("a.pdf", b"%PDF-1.4", "is a PDF: copy what it says into a document"),
        ("a.jpg", b"\xff\xd8\xff\xe0", "is a picture: copy what it says"),
        ("a.yaml", b" <!DOCTYPE html>", "is a web page or XML: copy what it says"),
        ("a.rtf", b"{\\rtf1", "is a text of Word: copy what it says"),
        ("a.csv", b"name,lead", "is a table, not a document: `interagency import table` reads it"),
    ],
)
def test_a_file_of_another_format_is_named_with_what_to_do(
    tmp_path: Path, name: str, data: bytes, cure: str
) -> None:
    path = tmp_path / name
    path.write_bytes(data)
    assert cure in message_of(path)
