"""Claims that a person adds where nothing could be read: on a page of a scan, in a translation of their own."""

import json
from pathlib import Path

import pytest
from pdfs import Setter
from PIL import Image
from reportlab.lib.utils import ImageReader

from tests.command import factcheck


@pytest.fixture
def desk(tmp_path: Path) -> Path:
    factcheck("init", cwd=tmp_path)
    page = Setter()
    page.paragraph("The port of Arlen handled 40 ships in May, and nobody had counted them before that year.")
    page.new_page()
    page.canvas.drawImage(ImageReader(Image.new("L", (60, 60), 200)), 50, 50, 400, 600)
    (tmp_path / "scan.pdf").write_bytes(page.data())
    (tmp_path / "note.txt").write_text("The port of Arlen handled 40 ships in May.\n", encoding="utf-8")
    assert factcheck("source", "add", "scan.pdf", "note.txt", cwd=tmp_path).code == 0
    return tmp_path


def test_a_claim_is_added_to_a_page_that_could_not_be_read(desk: Path) -> None:
    words = "In June the port handled 45 ships."
    added = factcheck("claim", "add", "scan", words, "--page", "2", "--as", "M. Ito", cwd=desk)
    assert added.code == 0, added.err
    shown = factcheck("claim", "show", added.out.split()[-1], cwd=desk).out
    assert words in shown
    report = json.loads(factcheck("check", "--format", "json", "--fail-on", "never", cwd=desk).out)
    told = next(source["not_checked"] for source in report["sources"] if source["id"] == "scan")
    assert "1 claim stands on pages that were not read: not compared." in told


@pytest.mark.parametrize(
    ("source", "page", "said"),
    [("scan", "7", "there is no page 7"), ("note", "1", "was read whole")],
)
def test_a_page_that_is_not_there_or_was_read_is_refused(desk: Path, source: str, page: str, said: str) -> None:
    refused = factcheck("claim", "add", source, "45 ships", "--page", page, "--as", "M. Ito", cwd=desk)
    assert refused.code == 2
    assert said in refused.err
    assert len(refused.err.strip().splitlines()) == 1


def test_a_translation_carries_its_translators_name(desk: Path) -> None:
    (desk / "note-fr.txt").write_text(
        "Le port a accueilli quarante navires au mois de mai, selon le ministère des transports du pays.\n",
        encoding="utf-8",
    )
    factcheck("source", "add", "note-fr.txt", cwd=desk)
    words, english = "quarante navires au mois de mai", "The port took in forty ships in May."
    given = ("claim", "add", "note-fr", words, "--translation", english, "--as", "M. Ito")
    assert "--translator" in factcheck(*given, cwd=desk).err
    added = factcheck(*given, "--translator", "L. Roy", cwd=desk)
    assert added.code == 0, added.err
    stored = (desk / "claims" / "note-fr.yaml").read_text(encoding="utf-8")
    assert english in stored
    assert "translator: L. Roy" in stored
