"""Values that notebooks show find their picture only when it is asked for."""

import subprocess
import sys

from interagency.model import Forum
from interagency.model.display import Displayed


def test_a_value_shows_itself_as_html() -> None:
    assert Forum(id="f")._repr_html_().startswith("<table>")


def test_it_adds_no_field_to_a_record() -> None:
    assert Displayed.__slots__ == ()


def test_nothing_is_imported_until_a_notebook_asks() -> None:
    code = "import sys, interagency.model; print('interagency.report' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True, text=True)
    assert done.stdout == "False\n"
