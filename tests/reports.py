"""A report made by hand: what reporters are tested and drawn with."""

from factcheck.digests import digest_of
from factcheck.records.finding import Evidence, Report, ReportedFinding, ReportSource, Step

HARBOUR = ReportSource(id="harbour-letter", title="Dredging the northern channel", issued="2021-04", claims=14)
AUDIT = ReportSource(
    id="audit-2022",
    title="Audit of the port authority, 2010 to 2021",
    issued="2022-08-04",
    claims=61,
    not_checked=("Page 7 holds an image without text.",),
)
HERALD = ReportSource(id="herald", title="Port says channel is done", issued="2022", claims=9)

TOTALS = ReportedFinding(
    id="quantity-differs:4b1f0c9a7d20",
    check="quantity-differs",
    kind="quantity",
    verdict="conflict",
    message="Two sources give different totals of what the dredging cost.",
    explanation=(
        Step(code="same-window", text="Both count the years 2010 to 2021."),
        Step(code="apart", text="$1.44 billion and $1.7 billion differ by more than rounding allows."),
    ),
    settle="The authority's yearly accounts, added up.",
    evidence=(
        Evidence(
            source="audit-2022",
            start=1200,
            end=1290,
            exact="From 2010 to 2021 the authority spent $1.7 billion on dredging, equal to what it spent on cranes.",
            side="a",
            value="$1.7 billion",
            section="III. Works > A. Dredging",
            page="4",
            date="2022-08-04",
        ),
        Evidence(
            source="harbour-letter",
            start=88,
            end=170,
            exact="Between 2010 and 2021 dredging took $1.44 billion from the authority's purse.",
            side="b",
            value="$1.44 billion",
            date="2021-04",
        ),
    ),
    weight=0.9,
    seen=digest_of("totals"),
    severity="error",
)

CLOSURES = ReportedFinding(
    id="count-differs:aa01c3d4e5f6",
    check="count-differs",
    kind="count",
    verdict="possible-conflict",
    message="Six closures are announced, and seven are listed.",
    evidence=(
        Evidence(
            source="audit-2022", start=10, end=60, exact="The channel was closed six times.", side="a", value="6 times"
        ),
        *(
            Evidence(
                source="audit-2022",
                start=2000 + 40 * month,
                end=2030 + 40 * month,
                exact=f"{month}. Closed in month {month} of the year 2019",
                side="b",
                value="7 items",
                note=str(month),
            )
            for month in range(1, 8)
        ),
    ),
    more=3,
    seen=digest_of("closures"),
    severity="warning",
    status="settled",
    decided="M. Ito: the seventh was cancelled",
)

AGREED = ReportedFinding(
    id="quantity-agrees:0123456789ab",
    check="quantity-agrees",
    kind="quantity",
    verdict="agrees",
    message="Two sources put the depth at 14 metres.",
    evidence=(
        Evidence(source="audit-2022", start=5, end=40, exact="The channel is 14 metres deep.", side="a", value="14 m"),
        Evidence(source="herald", start=5, end=40, exact="Ships find 14 metres of water now.", side="a", value="14 m"),
    ),
    seen=digest_of("depth"),
    severity="note",
)


def report(*findings: ReportedFinding, sources: tuple[ReportSource, ...] = (AUDIT, HARBOUR, HERALD)) -> Report:
    """A report of the findings given, in that order."""
    verdicts = sorted({finding.verdict for finding in findings})
    summary = {verdict: sum(finding.verdict == verdict for finding in findings) for verdict in verdicts}
    return Report(tool="factcheck 0.1.0", sources=sources, summary=summary, findings=findings)
