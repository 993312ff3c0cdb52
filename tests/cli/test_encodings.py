"""What an encoding lacks is drawn in ASCII, or escaped; nothing crashes."""

import sys
from io import BytesIO, TextIOWrapper

import pytest

from interagency.cli.encodings import print_anything


@pytest.mark.parametrize(
    ("encoding", "printed"),
    [
        ("ascii", b"|-- `-- | \\xe9 \\u4fdd ->"),
        ("cp1252", b"|-- `-- | \xe9 \\u4fdd ->"),
        ("utf-8", "├── └── │ é 保 →".encode()),
    ],
)
def test_branches_and_arrows_have_letters_everywhere(
    encoding: str, printed: bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = BytesIO()
    stream = TextIOWrapper(data, encoding=encoding)
    monkeypatch.setattr(sys, "stdout", stream)
    print_anything()
    stream.write("├── └── │ é 保 →")
    stream.flush()
    assert data.getvalue() == printed


def test_a_stream_of_another_sort_is_left_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdout", None)
    print_anything()


def test_what_is_read_is_not_mended() -> None:
    print_anything()
    with pytest.raises(UnicodeDecodeError):
        b"\xff".decode("interagency_plain_ascii", "interagency-ascii")
    with pytest.raises(LookupError):
        "".encode("no-such-encoding")
