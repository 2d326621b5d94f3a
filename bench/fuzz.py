"""Feeds whatever reads what others wrote with what no person would write: it reads it, or refuses it in one line.

usage: python bench/fuzz.py TARGET [SECONDS] [--seeds FOLDER] [--finds FOLDER]

TARGET: a reader by its suffix (txt md html csv vtt srt), what stands inside a file (docx odt epub xlsx pdf),
`finders` (a plain text, studied whole), `citations` (notes, references, the citations of a draft), `sheets` (decisions
in CSV, or a sheet of a workbook), or `records` (YAML, settings, the log, a library). atheris is guided by what code an
input reaches, and keeps what reaches more in --finds; without it, bytes are changed at random. An input that
raises anything but a `FactcheckError`, or takes more than 20 seconds or 2 GB, ends the run and is written to a file
named crash-, timeout- or oom-. `python bench/fuzz.py TARGET --try FILE` shows what it does.

atheris is no dependency: `pip install atheris` into an environment that has factcheck.
"""

import argparse
import random
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from io import BytesIO
from pathlib import Path
from typing import Any
from zipfile import ZIP_STORED, ZipFile

ROOT = Path(__file__).parent.parent
PLAIN = ("txt", "md", "html", "csv", "vtt", "srt")
FRAMED = ("docx", "odt", "epub", "xlsx", "pdf")
LONGEST, SLOWEST, MOST_MEMORY = 6_000, 20, 2_048
"""Bytes of an input, seconds and megabytes that one may take."""

CONTAINER = b'<container><rootfiles><rootfile full-path="p.opf"/></rootfiles></container>'
PACKAGE = (
    b'<package><metadata/><manifest><item id="c" href="c.html" media-type="text/html"/></manifest>'
    b'<spine><itemref idref="c"/></spine></package>'
)
TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">'
    b'<Override PartName="/word/document.xml" ContentType="application/vnd.openxmlformats-officedocument.'
    b'wordprocessingml.document.main+xml"/></Types>'
)
BOOK_TYPES = (
    b'<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Override PartName="/xl/workbook.xml"'
    b' ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/><Override'
    b' PartName="/xl/worksheets/sheet1.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.'
    b'worksheet+xml"/></Types>'
)
RELATIONS = (
    b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r"'
    b' Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument"'
    b' Target="word/document.xml"/></Relationships>'
)
W = b'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
BOOK = (
    b'<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats'
    b'.org/officeDocument/2006/relationships"><sheets><sheet name="Spending" sheetId="1" r:id="r"/></sheets></workbook>'
)
S = b'xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"'
T = b'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" '
T += b'xmlns:o="urn:oasis:names:tc:opendocument:xmlns:office:1.0"'


def paged(content: bytes) -> bytes:
    """A PDF of one page around what is drawn on it."""
    objects = (
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Times-Roman>>",
    )
    file, places = b"%PDF-1.4\n", []
    for number, one in enumerate(objects, 1):
        places.append(len(file))
        file += b"%d 0 obj%s endobj\n" % (number, one)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    return file + b"xref\n0 6\n0000000000 65535 f \n%strailer<</Size 6/Root 1 0 R>>startxref\n%d\n%%%%EOF" % (
        table,
        len(file),
    )


SEEDS: dict[str, tuple[bytes, ...]] = {
    "docx": (
        b"<w:document " + W + b'><w:body><w:p><w:pPr><w:pStyle w:val="Heading1"/><w:numPr><w:ilvl w:val="0"/>'
        b'<w:numId w:val="1"/></w:numPr></w:pPr><w:r><w:t>The county bought four buses.</w:t></w:r><w:ins><w:r><w:t>x'
        b'</w:t></w:r></w:ins><w:r><w:footnoteReference w:id="1"/><w:fldChar w:fldCharType="begin"/></w:r></w:p>'
        b'<w:tbl><w:tr><w:tc><w:tcPr><w:gridSpan w:val="2"/><w:vMerge/></w:tcPr><w:p/></w:tc></w:tr></w:tbl></w:body>'
        b"</w:document>",
    ),
    "odt": (
        b"<o:document-content " + T + b'><o:body><o:text><text:h text:outline-level="1">I. Walls</text:h><text:p>Four'
        b'<text:s text:c="2"/>buses<text:note text:note-class="footnote"><text:note-citation>1</text:note-citation>'
        b"<text:note-body><text:p>Ibid.</text:p></text:note-body></text:note></text:p><text:list><text:list-item>"
        b"<text:p>one</text:p></text:list-item></text:list></o:text></o:body></o:document-content>",
    ),
    "xlsx": (
        b"<worksheet "
        + S
        + b'><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>Year</t></is></c><c r="B1" t="str">'
        b'<v>Buses, $ million</v></c></row><row r="2"><c r="A2"><v>2021</v></c><c r="B2" s="0"><f>SUM(B3:B9)</f><v>2.5'
        b'</v></c><c r="C2" t="b"><v>1</v></c><c r="D2" t="e"><v>#N/A</v></c></row></sheetData><mergeCells><mergeCell'
        b' ref="A1:B1"/></mergeCells></worksheet>',
    ),
    "srt": (
        b"1\n00:00:01,000 --> 00:00:04,000\nANNA BERG: The county bought\n\n2\n00:00:04,000 --> 00:00:06,500 X1:9\n"
        b"<i>four buses</i> in 2021.\n\n3\n00:00:09,000 --> 00:00:12,000\n- In 2021?\n- Yes.\n",
    ),
    "vtt": (
        b"WEBVTT - Council\nKind: captions\n\nNOTE made by hand\n\nSTYLE\n::cue {}\n\nid\n00:01.000 --> 00:04.000 "
        b"align:start\n<v Anna Berg>The county bought <00:02.000><c>four</c> buses &amp; more.</v>\n",
    ),
    "pdf": (
        b"BT /F 11 Tf 90 700 Td (The county bought four buses in 2021.) Tj 0 -13 Td (It paid $2.5 million) Tj ET\n"
        b"BT /F 7 Tf 1 0 0 1 300 690 Tm (1) Tj ET 90 80 m 200 80 l S BT /F 8 Tf 90 70 Td [(1 Ibid.,) -250 (4)] TJ ET",
        paged(b"BT /F 20 Tf 90 700 Td (I. Walls) Tj ET"),
    ),
    "citations": (
        b"The mole held.1 It was built by hand.2 See note 1, Table 3 and Section II.\n\nNotes\n\n1 Ann Bell, "
        b"\xe2\x80\x9cShips call again\xe2\x80\x9d, Daily Harbour, 4 May 2020, pp. 3-9.\n2 Ibid., p. 4; Bell, op. cit.,"
        b" note 1.\n",
        b"The quay is long [@audit-2022, p. 7; see also @other, chap. 2]. So it is.^[Bo Kern, Moles: A Survey (Leeds: "
        b"Quay Press, 1990), vol. 2, no. 4.] It stands.[^1]\n\n[^1]: https://x.example/a, accessed 3 May 2021\n",
    ),
    "sheets": (
        b'source,passage,page,statement,decision,by,date,tags\naudit,"four, or ""five""",7,Four.,approved,M. Ng,'
        b'2024-05-01,"money; transport"\n',
        b"source;passage;decision\r\naudit;four;rejected\r\n",
        b"<worksheet "
        + S
        + b'><sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>source</t></is></c><c r="B1" t="str">'
        b'<v>passage</v></c></row><row r="2"><c r="A2" t="str"><v>audit</v></c><c r="B2"><v>2.5</v></c></row>'
        b"</sheetData></worksheet>",
    ),
    "records": (
        b"schema_version: 1\nid: a\ntitle: 'x'\nfile: a.txt\n",
        b"claims:\n- id: a-1\n  statement: four\n  anchors:\n  - {source: a, exact: four}\n",
        b'[policy]\nfail_on = "never"\n[glossary.aliases]\n"a" = "b"\n',
        b'{"schema_version":1,"subject_kind":"claim","subject":"a","question":"rely","answer":"yes"}\n',
        b'[{"id":"a","title":"x","author":[{"family":"y"}],"issued":{"date-parts":[[2020,5]]}}]',
    ),
}


def target(name: str) -> Callable[[bytes], None]:
    """What is done with an input; raises what is a defect."""
    from factcheck.errors import FactcheckError

    works = {"finders": studied, "citations": cited, "sheets": taken_in, "records": stored}
    work = works.get(name) or (lambda data: read_as(name, data))

    def once(data: bytes) -> None:
        try:
            work(data)
        except FactcheckError as error:
            assert "\n" not in str(error), "an error of more than one line"

    return once


def read_as(suffix: str, data: bytes) -> None:
    from factcheck.reading import read
    from factcheck.records.document import Document
    from factcheck.records.source import Source

    source = Source(id="fuzz", title="Fuzz", file=f"fuzz.{suffix}", sha256="0" * 64)
    document = read(source, packed(suffix, data) if suffix in FRAMED else data)
    Document.model_validate(document.model_dump())
    document.model_dump_json()
    assert all(0 <= block.start < block.end <= len(document.text) for block in document.blocks)


def packed(suffix: str, data: bytes) -> bytes:
    """A file around its text; a whole PDF is left as it is."""
    if suffix == "pdf":
        return data if data.startswith(b"%PDF") else paged(data)
    parts = {
        "docx": {"[Content_Types].xml": TYPES, "_rels/.rels": RELATIONS, "word/document.xml": data},
        "odt": {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": data},
        "xlsx": {
            "[Content_Types].xml": BOOK_TYPES,
            "_rels/.rels": RELATIONS.replace(b"word/document.xml", b"xl/workbook.xml"),
            "xl/workbook.xml": BOOK,
            "xl/_rels/workbook.xml.rels": RELATIONS.replace(b"word/document.xml", b"worksheets/sheet1.xml").replace(
                b'officeDocument"', b'worksheet"'
            ),
            "xl/worksheets/sheet1.xml": data,
        },
        "epub": {"META-INF/container.xml": CONTAINER, "p.opf": PACKAGE, "c.html": data},
    }[suffix]
    file = BytesIO()
    with ZipFile(file, "w", ZIP_STORED) as archive:
        for name, part in parts.items():
            archive.writestr(name, part)
    return file.getvalue()


def studied(data: bytes) -> None:
    from factcheck.config import Glossary
    from factcheck.engine import study
    from factcheck.reading import read_text
    from factcheck.records.source import Source

    document = read_text(data.decode("utf-8", "replace"), "fuzz", "2022-05-01")
    source = Source(id="fuzz", title="Fuzz", file="fuzz.txt", sha256="0" * 64)
    found = study(source, document, Glossary())
    for mentions in found.mentions.values():
        assert all(0 <= mention.start < mention.end <= len(document.text) for mention in mentions)
    for claim in found.claims:
        for anchor in claim.anchors:
            assert anchor.start is None or document.text[anchor.start : anchor.end] == anchor.exact


def cited(data: bytes) -> None:
    from factcheck.citing import cite
    from factcheck.gate.citations import locator_of, locator_within, taken_out
    from factcheck.gate.sourcing import Shelf
    from factcheck.reading import read_text
    from factcheck.records.source import Source

    text = data.decode("utf-8", "replace")
    document = read_text(text, "fuzz", "2022-05-01")
    found = cite(document)
    assert all(0 <= one.start < one.end <= len(document.text) for one in (*found.citations, *found.references))
    for citation in found.citations:
        type(citation).model_validate_json(citation.model_dump_json())
    shelf = Shelf([Source(id="audit-2022", title="Audit", issued="2022-08-04", file="a.txt", sha256="0" * 64)])
    out = taken_out(document, shelf)
    for one in out.cites:
        assert 0 <= one.at <= len(out.document.text)
        shelf.resolve(one)
    for rest in (locator_of(text), locator_within(text)):
        assert rest is None or (rest.kind and rest.value)


def taken_in(data: bytes) -> None:
    from factcheck.exchange._importing import columns_of, rows_of
    from factcheck.exchange._sheets import read_sheet

    is_sheet = data.startswith(b"<worksheet")
    sheet = read_sheet(packed("xlsx", data) if is_sheet else data, "fuzz.xlsx" if is_sheet else "fuzz.csv")
    rows_of(sheet, columns_of(sheet, {}), {}, {})


def stored(data: bytes) -> None:
    from factcheck.store import csl, settings
    from factcheck.store.index import Index
    from factcheck.store.layout import Layout
    from factcheck.store.log import Log
    from factcheck.store.records import Records
    from factcheck.store.verifying import verify

    with tempfile.TemporaryDirectory() as folder:
        layout = Layout(Path(folder))
        layout.sources.mkdir()
        layout.claims.mkdir()
        for path in (layout.source_record("a"), layout.claims_of("a"), layout.config, layout.log, layout.root / "l"):
            path.write_bytes(data)
        records = Records(layout, Index(layout.root / "none" / "\0"))
        readings: tuple[Callable[[], Any], ...] = (
            lambda: records.source("a"),
            lambda: records.claims("a"),
            lambda: settings.load(layout.config),
            lambda: Log(layout.log, "log").refresh(),
            lambda: verify(layout.log, "log"),
            lambda: csl.library(layout.root / "l"),
        )
        from factcheck.errors import FactcheckError

        for reading in readings:
            with suppress(FactcheckError):
                reading()


def seeds_of(name: str, folder: Path | None) -> list[bytes]:
    """What to begin with: the sources of this repository in that format, and those in a folder."""
    endings = {"finders": ("txt", "md"), "citations": ("md",), "sheets": ("csv",), "epub": ("html",)}.get(name, (name,))
    files = [
        path
        for place in filter(None, (ROOT / "sources", folder))
        for path in sorted(place.rglob("*"))
        if path.suffix.lstrip(".") in endings and path.is_file()
    ]
    whole = [path.read_bytes() for path in files]
    pieces = whole if name == "pdf" else [data[at : at + 1500] for data in whole for at in (0, 4000, 9000)]
    made = [line.encode() for line in _sentences()] if name in ("finders", "txt", "md") else []
    return [*SEEDS.get(name, (b"a",)), *made, *filter(None, pieces)]


def _sentences() -> list[str]:
    """The examples of the checks: what the finders are made to see."""
    from factcheck.checking import checks

    return [text for check in checks() for example in check.examples for text in example.documents.values()]


def at_random(once: Callable[[bytes], None], seeds: list[bytes], seconds: float) -> None:
    """Without atheris: bytes of the seeds removed, repeated, swapped and changed, the same ones each time."""
    rng, until, done = random.Random(0), time.monotonic() + seconds, 0
    while time.monotonic() < until:
        data = bytearray(rng.choice(seeds))
        for _ in range(rng.randrange(1, 9)):
            at, size = rng.randrange(len(data) + 1), rng.randrange(1, 40)
            other = rng.choice(seeds)
            piece = other[(begin := rng.randrange(len(other))) : begin + size]
            data[at : at + rng.choice((0, size))] = rng.choice(
                (piece, bytes(rng.randrange(256) for _ in range(3)), b"")
            )
        try:
            once(bytes(data[:LONGEST]))
        except BaseException:
            Path("crash-at-random").write_bytes(data)
            raise
        done += 1
    print(f"{done:,} inputs, nothing but refusals in one line")


def main() -> None:
    """Run as said above."""
    asked = argparse.ArgumentParser(usage=(__doc__ or "").split("usage: ")[1].split("\n")[0])
    asked.add_argument("target", choices=(*PLAIN, *FRAMED, "finders", "citations", "sheets", "records"))
    asked.add_argument("seconds", nargs="?", type=float, default=60.0)
    for option in ("--seeds", "--finds", "--try"):
        asked.add_argument(option, type=Path)
    given = asked.parse_args()
    if tried := getattr(given, "try"):
        target(given.target)(tried.read_bytes())
        return
    try:
        import atheris
    except ImportError:
        at_random(target(given.target), seeds_of(given.target, given.seeds), given.seconds)
        return
    with atheris.instrument_imports(include=["factcheck"]):
        from factcheck import engine, reading
        from factcheck.exchange import _importing, _sheets
        from factcheck.gate import citations, sourcing
        from factcheck.store import csl, records, settings, verifying

        assert engine and reading.readers() and _importing and _sheets and citations and sourcing
        assert csl and records and settings and verifying
    finds = given.finds or Path(tempfile.mkdtemp())
    finds.mkdir(parents=True, exist_ok=True)
    first = Path(tempfile.mkdtemp())
    for number, seed in enumerate(seeds_of(given.target, given.seeds)):
        (first / str(number)).write_bytes(seed[: LONGEST * 10])
    limits = {"max_total_time": int(given.seconds), "max_len": LONGEST, "timeout": SLOWEST, "rss_limit_mb": MOST_MEMORY}
    options = [f"-{name}={value}" for name, value in limits.items()]
    atheris.Setup([sys.argv[0], str(finds), str(first), *options], target(given.target))
    atheris.Fuzz()


if __name__ == "__main__":
    main()
