"""Reports in a real browser: accessible, complete on paper, and alive within their policy."""

import json
import os
import re
import shutil
import subprocess
from pathlib import Path

import pytest

from interagency import examples
from interagency.document import load
from tests.report.made import contents, example, full, page
from tests.report.structures import hostile

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("chrome")
ROOT = Path(__file__).parents[2]
AXE = Path(os.environ.get("AXE_CORE", ROOT / "node_modules/axe-core")) / "axe.min.js"
BASE = ("--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer")
DARK = "--blink-settings=preferredColorScheme=0"
RUN = """
<script>axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa"]}).then(found => {
const pre = document.createElement("pre"); pre.id = "found";
pre.textContent = JSON.stringify([found.passes.length, found.violations.map(v =>
[v.id, v.nodes.slice(0, 3).map(n => n.html.slice(0, 200))])]); document.body.append(pre)})</script>
"""
needs_browser = pytest.mark.skipif(CHROMIUM is None, reason="there is no chromium")
needs_axe = pytest.mark.skipif(
    not AXE.exists(), reason="axe-core is not installed: npm install --no-save axe-core"
)


def browse(folder: Path, text: str, *options: str) -> str:
    file = folder / "report.html"
    file.write_text(text, encoding="utf-8")
    done = subprocess.run(
        [str(CHROMIUM), *BASE, f"--user-data-dir={folder}/profile", *options, file.as_uri()],
        capture_output=True,
        check=True,
        timeout=120,
    )
    return done.stdout.decode()


def violations(folder: Path, text: str, *options: str) -> object:
    """Return what axe-core finds; the policy of the page would not let it in."""
    opened = re.sub(r'<meta http-equiv="Content-Security-Policy"[^>]*>', "", text)
    opened = opened.replace("content-visibility:auto", "")  # all of it is looked at
    script = f"<script>{AXE.read_text(encoding='utf-8')}</script>{RUN}</body>"
    tried = opened.replace("</body>", script)
    budget = "--virtual-time-budget=30000"
    dom = browse(folder, tried, "--dump-dom", budget, *options)
    passes, found = json.loads(re.findall(r'<pre id="found">(.*?)</pre>', dom, re.DOTALL)[0])
    assert passes > 10
    return found


@needs_browser
@needs_axe
@pytest.mark.parametrize("scheme", [(), (DARK,)], ids=["light", "dark"])
@pytest.mark.parametrize("lang", ["en", "ar"])
def test_examples_violate_no_rule_of_accessibility(
    tmp_path: Path, lang: str, scheme: tuple[str, ...]
) -> None:
    wholes = [load(examples.path(name)) for name in examples.names()]
    documents = [contents(each, lang, prefix=f"d{n}-") for n, each in enumerate(wholes)]
    assert violations(tmp_path, page(*documents), *scheme) == []


@needs_browser
@needs_axe
def test_what_has_everything_violates_no_rule_of_accessibility(tmp_path: Path) -> None:
    assert violations(tmp_path, page(full())) == []
    assert violations(tmp_path, page(contents(hostile()))) == []


@needs_browser
def test_the_script_runs_within_the_policy_of_the_page(tmp_path: Path) -> None:
    dom = browse(tmp_path, page(full()), "--dump-dom")
    assert 'type="search"' in dom
    assert "Open all</button>" in dom


@needs_browser
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
@pytest.mark.parametrize("name", ["r4v", "romania-2022"])
def test_nothing_is_cut_on_paper(tmp_path: Path, name: str) -> None:
    pdf = tmp_path / "report.pdf"
    browse(tmp_path, example(name), f"--print-to-pdf={pdf}")
    done = subprocess.run(
        ["pdftotext", "-bbox", str(pdf), "-"], capture_output=True, check=True, timeout=60
    )
    text = done.stdout.decode()
    (width, height), *_ = re.findall(r'<page width="([\d.]+)" height="([\d.]+)"', text)
    assert (round(float(width)), round(float(height))) == (595, 842)
    places = re.findall(r'<word xMin="(\S+)" yMin="(\S+)" xMax="(\S+)" yMax="(\S+)">', text)
    assert len(places) > 500
    for x_min, y_min, x_max, y_max in (tuple(map(float, each)) for each in places):
        assert x_min >= 0
        assert y_min >= 0
        assert x_max <= float(width)
        assert y_max <= float(height)
