"""Nothing gets in: a file that was made to harm is read as what it says, or refused in one line."""

import csv
import io
import json
import zlib
from io import BytesIO
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

import pytest

from factcheck.config import Limits
from factcheck.errors import FactcheckError, SourceError
from factcheck.project import Project
from factcheck.reading import read
from factcheck.records.document import Document
from factcheck.records.source import Source
from tests.command import factcheck
from tests.desks import desk

SAID = "The county bought four buses."


def source(suffix: str) -> Source:
    return Source(id="bad", title="Bad", file=f"bad.{suffix}", sha256="0" * 64)


def reading(suffix: str, data: bytes, **limits: float) -> Document:
    return read(source(suffix), data, Limits.model_validate(limits))


def refused(suffix: str, data: bytes, **limits: float) -> str:
    with pytest.raises(SourceError) as error:
        reading(suffix, data, **limits)
    assert "\n" not in str(error.value)
    return str(error.value)


# Archives of XML

ENTITIES = '<!DOCTYPE x [<!ENTITY a "hahaha">' + "".join(
    f'<!ENTITY {chr(98 + n)} "{f"&{chr(97 + n)};" * 10}">' for n in range(9)
) + "]>"  # fmt: skip
OUTSIDE = '<!DOCTYPE x [<!ENTITY j SYSTEM "file:///etc/hostname">]>'
DOCX_TYPES = (
    '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName='
    '"/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.document'
    '.main+xml"/></Types>'
)
DOCX_RELATIONS = (
    '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r" Type='
    '"http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
    "</Relationships>"
)
CONTAINER = '<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>'
PACKAGE = (
    '{}<package><metadata><title>{}</title></metadata><manifest><item id="c" href="c.html" media-type="text/html"/>'
    '</manifest><spine><itemref idref="c"/></spine></package>'
)
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
O = "urn:oasis:names:tc:opendocument:xmlns:"  # noqa: E741


def archive(parts: dict[str, str | bytes]) -> bytes:
    file = BytesIO()
    with ZipFile(file, "w", ZIP_DEFLATED, compresslevel=1) as made:
        for name, part in parts.items():
            made.writestr(name, part)
    return file.getvalue()


def office(suffix: str, words: str, declared: str = "") -> bytes:
    """A file of that format with one paragraph."""
    if suffix == "docx":
        body = f"<w:body><w:p><w:r><w:t>{words}</w:t></w:r></w:p></w:body>"
        text = f'{declared}<w:document xmlns:w="{W}">{body}</w:document>'
        return archive({"[Content_Types].xml": DOCX_TYPES, "_rels/.rels": DOCX_RELATIONS, "word/document.xml": text})
    if suffix == "odt":
        body = f"<o:body><o:text><t:p>{words}</t:p></o:text></o:body>"
        spaces = f'xmlns:o="{O}office:1.0" xmlns:t="{O}text:1.0"'
        return archive({"content.xml": f"{declared}<o:document-content {spaces}>{body}</o:document-content>"})
    chapter = f"<p>{words if not declared else SAID}</p>"
    return archive({"META-INF/container.xml": CONTAINER, "p.opf": PACKAGE.format(declared, words), "c.html": chapter})


OFFICE = ("docx", "odt", "epub")


@pytest.mark.parametrize("suffix", OFFICE)
def test_an_office_file_of_one_paragraph_is_read(suffix: str) -> None:
    assert reading(suffix, office(suffix, SAID)).text == SAID


@pytest.mark.parametrize("suffix", OFFICE)
@pytest.mark.parametrize("declared", [ENTITIES, OUTSIDE], ids=["laughs", "outside"])
def test_entities_are_neither_multiplied_nor_fetched(suffix: str, declared: str) -> None:
    try:
        document = reading(suffix, office(suffix, f"{SAID} &j;", declared))
    except SourceError as error:
        assert declared == ENTITIES and "\n" not in str(error)
        return
    assert document.text.strip() == SAID
    assert len(document.title or "") < 100
    assert Path("/etc/hostname").read_text("utf-8").strip() not in document.model_dump_json()


@pytest.mark.parametrize("suffix", (*OFFICE, "xlsx"))
def test_an_archive_that_grows_beyond_measure_is_refused(suffix: str) -> None:
    bomb = archive({"word/document.xml": b" " * 40_000_000, "xl/worksheets/sheet1.xml": b"<"})
    assert "unpacks to" in refused(suffix, bomb, bytes=30_000_000)
    assert "limits.bytes" in refused(suffix, bomb, bytes=30_000_000)


@pytest.mark.parametrize("suffix", OFFICE)
def test_an_archive_that_lies_about_its_sizes_is_not_unpacked_beyond_them(suffix: str) -> None:
    data = office(suffix, SAID + " " * 2_000_000)
    with ZipFile(BytesIO(data)) as made:
        sizes = [entry.file_size for entry in made.infolist() if entry.file_size > 1_000_000]
    assert sizes
    for size in sizes:
        data = data.replace(size.to_bytes(4, "little"), (900).to_bytes(4, "little"))
    assert "damaged" in refused(suffix, data)


@pytest.mark.parametrize("suffix", OFFICE)
@pytest.mark.parametrize("name", ["../../bad", "/tmp/bad", "a/../../b"])
def test_a_part_whose_name_leads_elsewhere_is_never_written(suffix: str, name: str, tmp_path: Path) -> None:
    with ZipFile(BytesIO(office(suffix, SAID))) as made:
        parts: dict[str, str | bytes] = {one: made.read(one) for one in made.namelist()}
    assert reading(suffix, archive({**parts, name: b"x"})).text == SAID
    assert list(tmp_path.iterdir()) == []


def test_tables_in_tables_without_end_are_refused() -> None:
    deep = "<w:tbl><w:tr><w:tc>" * 5_000 + "</w:tc></w:tr></w:tbl>" * 5_000
    text = f'<w:document xmlns:w="{W}"><w:body>{deep}</w:body></w:document>'
    parts: dict[str, str | bytes] = {
        "[Content_Types].xml": DOCX_TYPES, "_rels/.rels": DOCX_RELATIONS, "word/document.xml": text,
    }  # fmt: skip
    assert "damaged" in refused("docx", archive(parts))


# PDF

CATALOG, PAGES = b"<</Type/Catalog/Pages 2 0 R>>", b"<</Type/Pages/Kids[3 0 R]/Count 1>>"
PAGE = (
    b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
    b"/Resources<</Font<</F 5 0 R>>/XObject<</X 6 0 R>>>>>>"
)
FONT = b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>"
WORDS = b"BT /F 11 Tf 90 700 Td (The county bought four buses.) Tj ET "


def stream(content: bytes, more: bytes = b"") -> bytes:
    return b"<</Length %d%s>>stream\n%s\nendstream" % (len(content), more, content)


def form(content: bytes, draws: int) -> bytes:
    said = b"/Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X %d 0 R>>>>" % draws
    return stream(content, said)


def pdf(*objects: bytes, more: bytes = b"") -> bytes:
    file, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj%s endobj\n" % (number, one)
    if more:
        return file + more + b"trailer<</Root 1 0 R>>"
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    head = b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    tail = b"trailer<</Size %d/Root 1 0 R>>startxref\n%d\n%%%%EOF" % (len(objects) + 1, len(file))
    return file + head + table + tail


LOOPS = {
    "a page tree that holds itself": pdf(
        CATALOG, b"<</Type/Pages/Kids[3 0 R 2 0 R]/Count 2>>", PAGE, stream(WORDS), FONT
    ),
    "labels": pdf(
        b"<</Type/Catalog/Pages 2 0 R/PageLabels 6 0 R>>", PAGES, PAGE, stream(WORDS), FONT, b"<</Nums[0<</S/r>>]>>"
    ),
    "a length that is itself": pdf(
        CATALOG, PAGES, PAGE, b"<</Length 4 0 R>>stream\n" + WORDS + b"\nendstream", FONT
    ),
    "a form that draws itself": pdf(CATALOG, PAGES, PAGE, stream(WORDS + b"/X Do"), FONT, form(b"/X Do", 6)),
}  # fmt: skip


@pytest.mark.parametrize("data", LOOPS.values(), ids=LOOPS)
def test_a_pdf_that_leads_in_circles_is_read_all_the_same(data: bytes) -> None:
    assert SAID in reading("pdf", data).text


def test_a_pdf_of_a_million_objects_is_read_all_the_same() -> None:
    more = b"".join(b"%d 0 obj 1 endobj\n" % number for number in range(10, 1_000_010))
    assert SAID in reading("pdf", pdf(CATALOG, PAGES, PAGE, stream(WORDS), FONT, more=more)).text


def test_labels_that_hold_themselves_are_refused() -> None:
    catalog = b"<</Type/Catalog/Pages 2 0 R/PageLabels 6 0 R>>"
    data = pdf(catalog, PAGES, PAGE, stream(WORDS), FONT, b"<</Kids[6 0 R]>>")
    assert refused("pdf", data) == "bad.pdf: the file is damaged: it leads in circles"


ENDLESS = {
    "itself, twice": (form(b"/X Do /X Do", 6),),
    "each other, doubling": tuple(form(b"/X Do " * 2, 7 + level) for level in range(30)),
}


@pytest.mark.parametrize("forms", ENDLESS.values(), ids=ENDLESS)
def test_forms_that_draw_each_other_without_end_are_refused_in_time(forms: tuple[bytes, ...]) -> None:
    data = pdf(CATALOG, PAGES, PAGE, stream(WORDS + b"/X Do"), FONT, *forms)
    assert "limits.seconds" in refused("pdf", data, seconds=1.0)


def test_a_pdf_whose_page_count_is_a_lie_ends() -> None:
    data = pdf(CATALOG, b"<</Type/Pages/Kids[3 0 R]/Count 2000000000>>", PAGE, stream(WORDS), FONT)
    try:
        assert SAID in reading("pdf", data, seconds=2.0).text
    except SourceError as error:
        assert "\n" not in str(error)


def test_a_page_that_unpacks_to_very_much_is_read_or_refused() -> None:
    packed = zlib.compress(WORDS + b"0 0 m\n" * 2_000_000, 9)
    data = pdf(CATALOG, PAGES, PAGE, stream(packed, b"/Filter/FlateDecode"), FONT)
    assert SAID in reading("pdf", data).text


# Text, and its size

LIMIT = 1_000_000


@pytest.mark.parametrize("suffix", ["txt", "md", "csv", "vtt", "srt"])
@pytest.mark.parametrize("piece", [b"buses ", b"buses\n"], ids=["one line", "many lines"])
def test_more_text_than_the_limit_is_refused_before_it_is_read(suffix: str, piece: bytes) -> None:
    says = refused(suffix, piece * (LIMIT // len(piece) * 2), characters=LIMIT)
    assert (
        says
        == f"bad.{suffix}: holds more text than the limit of 1,000,000 characters (factcheck.toml: limits.characters)"
    )


def test_200_megabytes_of_text_and_one_line_of_fifty_are_refused_as_they_come() -> None:
    assert "limits.characters" in refused("txt", b"a " * 100_000_000)
    assert "limits.characters" in refused("txt", b"a" * 51_000_000)


@pytest.mark.parametrize("suffix", OFFICE)
def test_more_text_than_the_limit_is_refused_in_an_office_file(suffix: str) -> None:
    assert "limits.characters" in refused(suffix, office(suffix, SAID * 100), characters=200)


def test_text_in_a_pdf_beyond_the_limit_is_refused() -> None:
    assert "limits.characters" in refused("pdf", pdf(CATALOG, PAGES, PAGE, stream(WORDS), FONT), characters=5)


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "csv"])
def test_reading_that_takes_too_long_is_refused(suffix: str) -> None:
    assert "limits.seconds" in refused(suffix, b"<p>The county, bought</p>\n\n" * 10, seconds=0.0)


def test_a_long_line_is_read_whole() -> None:
    line = "county " * 30_000
    assert reading("txt", line.encode()).text == line.strip()


DEEP = {
    "div": ("<div>", "</div>"), "span": ("<span>", "</span>"), "quotation": ("<blockquote>", "</blockquote>"),
    "open": ("<div>", ""), "list": ("<ul><li>", ""),
}  # fmt: skip


@pytest.mark.parametrize("name", DEEP)
def test_a_page_nested_very_deeply_keeps_its_text(name: str) -> None:
    begin, end = DEEP[name]
    times = 100_000 if name == "div" else 10_000
    assert reading("html", (begin * times + SAID + end * times).encode()).text == SAID


def test_a_tag_of_very_many_attributes_is_refused() -> None:
    names = b" ".join(b'a%d=x"' % number for number in range(50_000))
    assert "attributes" in refused("html", b"<p>" + SAID.encode() + b"</p><p " + names + b">")
    pictured = f'<p>{SAID}</p><img src="data:{"a/b c=d " * 50_000}">'
    assert reading("html", pictured.encode()).text == SAID


# Characters

BIDI, NUL = "\u202e", "\0"
TEXTS: dict[str, tuple[bytes, str | None]] = {
    "NULs": (f"{SAID}{NUL * 40}".encode(), None),
    "a stray control": (f"{SAID * 4}\x07 It paid.".encode(), "It paid."),
    "a mark of UTF-8": ("\ufeff".encode() + SAID.encode(), SAID),
    "UTF-16": (SAID.encode("utf-16"), SAID),
    "UTF-16 of one surrogate": (b"\xff\xfe" + SAID.encode("utf-16-le") + b"\x00\xd8 \x00", None),
    "UTF-8 of a surrogate": (f"{SAID} ".encode() + b"\xed\xa0\x80 It paid three million.", "It paid"),
    "direction characters": (f"The county {BIDI}bought\u202c four buses.".encode(), "four buses."),
    "mixed encodings": (f"{SAID} Café. ".encode() + "Café. ".encode("cp1252") * 3, SAID),
}


@pytest.mark.parametrize("suffix", ["txt", "md", "html", "csv"])
@pytest.mark.parametrize("name", TEXTS)
def test_odd_characters_are_read_or_refused_in_one_line(name: str, suffix: str) -> None:
    data, words = TEXTS[name]
    try:
        document = reading(suffix, data)
    except SourceError as error:
        assert words is None or name.startswith(("UTF-8 of", "mixed")), error
        assert "\n" not in str(error)
        return
    assert words is None or words in document.text
    document.model_dump_json()


@pytest.mark.parametrize(("name", "one"), [("Anna Berg", True), ("\u0410nna \u0412erg", False)])
def test_a_name_in_letters_of_another_alphabet_is_not_taken_for_the_same(name: str, one: bool, tmp_path: Path) -> None:
    texts = {
        "one": "Anna Berg, 44, was elected mayor of Arlen on 3 May 2021.\n",
        "two": f"{name}, 52, was elected mayor of Arlen on 3 May 2021.\n",
    }
    report = desk(tmp_path / "desk", texts=texts).check_json()
    assert any(finding["check"] == "age" for finding in report["findings"]) is one


# Terminals and spreadsheets

STEERING = "\x1b[2J\x1b]0;owned\x07\x9b31m\u202e"
HOSTILE = {
    "audit": f"The county bought four buses{STEERING} in 2021. The depot in Arlen cost $2.5 million.\n" * 1,
    "paper": f"The county bought five buses in 2021, {STEERING}the paper said. The depot cost $2.5 million.\n",
}


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = desk(tmp_path_factory.mktemp("hostile") / "desk", texts=HOSTILE)
    project.change_source("audit", title=f"Audit {STEERING}", note=STEERING)
    claims = [claim.id for claim in project.claims(sources=["audit"])]
    project.approve(claims[:1], by=f"M. Ng{STEERING}", why=f"read {STEERING}")
    project.check()
    (project.root / "draft.md").write_text(f"The county bought four buses {STEERING}in 2021 [@audit].\n", "utf-8")
    return project


COMMANDS = {
    "check": ["check"], "check in colour": ["check", "--verbose"], "status": ["status"], "log": ["log"],
    "inspect": ["inspect", "draft.md"], "gate": ["gate", "draft.md"], "claims": ["claim", "list"],
    "cite": ["cite", "CLAIM"], "explain": ["explain", "FINDING"], "history": ["history", "CLAIM"],
    "source": ["source", "show", "audit"], "sources": ["source", "list"],
    "review": ["review", "--as", "M. Ng"], "doctor": ["doctor"], "glossary": ["glossary", "suggest"],
    "unknown": ["explain", STEERING], "no file": ["gate", f"{STEERING}.md"],
}  # fmt: skip


@pytest.mark.parametrize("name", COMMANDS)
def test_no_command_lets_a_source_steer_the_terminal(name: str, hostile: Project) -> None:
    finding = hostile.check_json()["findings"][0]["id"]
    claim = hostile.claims(sources=["audit"])[0].id
    arguments = [{"CLAIM": claim, "FINDING": finding}.get(one, one) for one in COMMANDS[name]]
    ended = factcheck(*arguments, cwd=hostile.root)
    assert not set("\x1b\x07\x9b\u202e") & set(ended.out + ended.err)
    assert "Traceback" not in ended.err
    assert "defect" not in ended.err


FORMULAS = ("=cmd|' /C calc'!A0", "+1+cmd", "-2+3", "@SUM(A1)", "\t=1", "\r=1", " =1")


def test_no_cell_of_an_export_is_a_formula(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk")
    claim = project.claims(sources=["audit"])[0].id
    for formula in FORMULAS:
        project.edit_claim(claim, by="M. Ng", statement=formula, note=formula, tags=(formula.strip(),))
        told = [factcheck(*command, "--format", "csv", cwd=project.root).out for command in (["export"], ["check"])]
        for out in told:
            rows = list(csv.reader(io.StringIO(out.lstrip("\ufeff"))))
            assert len(rows) > 1
            for cell in (cell for row in rows for cell in row):
                assert cell.strip()[:1] not in tuple("=+@\t\r") or cell.strip() == ""
                assert not cell.startswith("-") or cell[1:].replace(".", "").isdigit()


# Names


@pytest.mark.parametrize("name", ["CON.txt", "aux.txt", "nul.md", "LPT1.txt", "..txt", " .txt", "-rf.txt"])
def test_a_file_of_an_odd_name_gets_an_id_that_every_system_can_keep(name: str, tmp_path: Path) -> None:
    project = Project.create(tmp_path / "desk")
    (tmp_path / name).write_text(SAID, "utf-8")
    added = project.add_source(tmp_path / name)
    stem = added.file.split(".")[0]
    assert stem not in ("con", "aux", "nul", "lpt1", "")
    assert (project.root / "sources" / added.file).read_text("utf-8") == SAID


@pytest.mark.parametrize("id", ["../bad", "/etc/bad", "a/b", "con", "..", "a\0b", "\x1b[2J"])
def test_an_id_that_leads_elsewhere_is_refused_in_one_line(id: str, tmp_path: Path) -> None:
    project = desk(tmp_path / "desk")
    path = tmp_path / "a.txt"
    path.write_text(SAID, "utf-8")
    for work in (
        lambda: project.add_source(path, id=id), lambda: project.source(id), lambda: project.document(id),
        lambda: project.remove_source(id, by="M. Ng"), lambda: project.update_source(id, path),
    ):  # fmt: skip
        with pytest.raises(FactcheckError) as error:
            work()
        assert "\n" not in str(error.value)
    assert not list(tmp_path.glob("bad*"))


@pytest.mark.parametrize("file", ["../secret.txt", "/etc/hostname", "a/b.txt", "aux.txt", "C:x.txt"])
def test_a_record_whose_file_lies_elsewhere_is_refused(file: str, tmp_path: Path) -> None:
    project = desk(tmp_path / "desk")
    path = project.root / "sources" / "audit.yaml"
    path.write_text(path.read_text("utf-8").replace("file: audit.txt", f"file: {file}"), "utf-8")
    ended = factcheck("check", cwd=project.root)
    assert ended.code == 2
    assert "is not the name of a file in sources/" in ended.err
    assert ended.err.count("\n") == 1


def test_a_link_that_leads_out_of_the_project_is_refused_by_every_command(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk")
    (tmp_path / "secret.txt").write_text("secret", "utf-8")
    path = project.root / "sources" / "audit.txt"
    path.unlink()
    path.symlink_to(tmp_path / "secret.txt")
    for command in (["check"], ["extract"], ["source", "show", "audit", "--text"], ["source", "verify"]):
        ended = factcheck(*command, cwd=project.root)
        assert ended.code in (1, 2), command
        assert "secret" not in ended.out.replace("secret.txt", ""), command
        assert "leads out of the project" in ended.out + ended.err, command


# Records and settings

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + n)}: &{chr(98 + n)} [{', '.join([f'*{chr(97 + n)}'] * 9)}]\n" for n in range(9)
)
YAMLS = {
    "a bomb of anchors": BOMB,
    "a tag that runs code": "id: !!python/object/apply:os.system ['true']\n",
    "a tag of its own": "id: !own x\n",
    "a merge": "a: &a {b: c}\nd:\n  <<: *a\n",
    "depth": "a: " + "[" * 20_000,
    "depth by lines": "".join(" " * n + "a:\n" for n in range(400)),
}


@pytest.mark.parametrize("text", YAMLS.values(), ids=YAMLS)
@pytest.mark.parametrize("file", ["sources/audit.yaml", "claims/audit.yaml"])
def test_yaml_that_was_made_to_harm_is_refused_with_its_file(text: str, file: str, tmp_path: Path) -> None:
    project = desk(tmp_path / "desk")
    (project.root / file).write_text(text, "utf-8")
    ended = factcheck("check", cwd=project.root)
    assert ended.code == 2
    assert ended.err.startswith(file)
    assert ended.err.count("\n") == 1


@pytest.mark.parametrize("text", [f"---\ntitle: *i\n{BOMB}---\n{SAID}", f"---\n{BOMB}title: *i\n---\n{SAID}"])
def test_front_matter_that_was_made_to_harm_says_nothing(text: str) -> None:
    document = reading("md", text.encode())
    assert SAID in document.text
    assert len(document.title or "") < 200


@pytest.mark.parametrize("text", ["a = " + "[" * 20_000, "[a" + ".a" * 5_000 + "]\n", 'a = "' + "x" * 100_000])
def test_settings_that_were_made_to_harm_are_refused_in_one_line(text: str, tmp_path: Path) -> None:
    project = desk(tmp_path / "desk")
    (project.root / "factcheck.toml").write_text(text, "utf-8")
    ended = factcheck("check", cwd=project.root)
    assert (ended.code, ended.err.count("\n")) == (2, 1)
    assert len(ended.err) < 1000


@pytest.mark.parametrize("text", ["[" * 200_000, '[{"id":' * 50_000, '[{"id": "a", "title": ' + "[" * 100_000])
def test_a_library_without_bottom_is_refused_in_one_line(text: str, tmp_path: Path) -> None:
    project = desk(tmp_path / "desk")
    (tmp_path / "l.json").write_text(text, "utf-8")
    (tmp_path / "new.txt").write_text(SAID, "utf-8")
    ended = factcheck("source", "add", "../new.txt", "--metadata", "../l.json", cwd=project.root)
    assert ended.code == 2
    assert "is not a CSL-JSON library" in ended.err
    assert ended.err.count("\n") == 1


def test_a_decision_without_bottom_is_named_by_its_line(tmp_path: Path) -> None:
    project = desk(tmp_path / "desk")
    (project.root / "claims" / "decisions.jsonl").write_text('{"a":' * 50_000 + "\n" + json.dumps({}) + "\n", "utf-8")
    ended = factcheck("log", cwd=project.root)
    assert ended.code == 2
    assert ended.err.startswith("claims/decisions.jsonl:1")
    assert ended.err.count("\n") == 1
