"""Where in a text a path stands."""

from interagency.document.places import locate

TEXT = b"""a: 1
b:
  c: [x, {d: y}, [z]]
  "e f": "q"
? [k]
: v
"""


def test_a_scalar_stands_where_it_is_written_and_anything_else_where_its_key_is() -> None:
    paths = [("a",), ("b",), ("b", "c"), ("b", "c", 0), ("b", "c", 1), ("b", "c", 1, "d")]
    found = locate(TEXT, [*paths, ("b", "c", 2, 0), ("b", "e f")])
    assert list(found.values()) == [
        (1, 4),
        (2, 1),
        (3, 3),
        (3, 7),
        (3, 10),
        (3, 14),
        (3, 19),
        (4, 10),
    ]


def test_a_path_that_is_not_there_stands_where_what_encloses_it_does() -> None:
    assert locate(TEXT, [("b", "c", 7, "x")]) == {("b", "c", 7, "x"): (3, 3)}


def test_what_is_nowhere_in_the_text_is_left_out() -> None:
    assert locate(TEXT, [("nowhere",), ()]) == {}
    assert locate(TEXT, []) == {}


def test_what_stands_before_a_syntax_error_is_found() -> None:
    assert locate(b"a: 1\nb: [", [("a",), ("c",)]) == {("a",): (1, 4)}


def test_texts_that_only_json_allows_do_not_hide_what_follows() -> None:
    data = '{"\x7f\\ud83d\\ude00\\ud83d": "\ufffe",\n "b": 2}'.encode()
    assert locate(data, [("b",)]) == {("b",): (2, 7)}
    assert locate('{"a": "\x85\u2028",\n "b": 2}'.encode(), [("b",)]) == {("b",): (2, 7)}


def test_columns_count_characters() -> None:
    assert locate("ü: [é, 😀, x]".encode(), [("ü", 2)]) == {("ü", 2): (1, 11)}
