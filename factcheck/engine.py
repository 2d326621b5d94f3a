"""The stages in order: documents are studied, claims merged and grouped, checks run, findings reported.

Pure: records in, records out, and the same for every order of its inputs.
"""

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from factcheck import __version__
from factcheck.anchoring import Locator, anchor_for
from factcheck.checking import Archive, Check, Study, checks
from factcheck.citing import cite
from factcheck.config import CheckSetting, Config, Glossary
from factcheck.digests import digest_of
from factcheck.drafting import draft
from factcheck.errors import RecordError
from factcheck.grouping import FactGroup
from factcheck.mentioning import Once, anew, find_all, finders
from factcheck.records.base import unchecked
from factcheck.records.claim import Claim
from factcheck.records.document import Document
from factcheck.records.finding import ORDER, Finding, Report, ReportedFinding, ReportSource, Severity, Verdict
from factcheck.records.passage import Anchor
from factcheck.records.source import Source
from factcheck.reviewing.claims import SILENT, ClaimStatus
from factcheck.store.collecting import still

SEVERITIES: dict[Verdict, Severity] = {"conflict": "error", "possible-conflict": "warning"}
"""How grave a verdict is where policy does not say otherwise; the rest are notes."""

Progress = Callable[[str, int, int], None]
"""Called with what is being done, how many are done, and of how many."""


def study(source: Source, document: Document, glossary: Glossary, once: Once = anew) -> Study:
    """A document with its mentions, citations and derived claims, their provisional ids given.

    `once` keeps what finders said that are not deterministic.
    """
    mentions = find_all(document, glossary, once)
    claims = identified(source.id, draft(source, document, mentions, glossary))
    return Study(source, document, mentions, claims, cite(document))


def undated(study: Study) -> Study:
    """The study of a draft: its figures are of no day yet, so that no source counts as earlier or later than it."""
    return study.with_claims([claim.but(as_of=None) for claim in study.claims])


def identified(source: str, claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """The claims in order of place, each with an id made of what it says: stable as long as the words stand."""
    seen: Counter[str] = Counter()
    made = []
    for claim in sorted(claims, key=_place):
        words = [" ".join(anchor.exact.split()) for anchor in claim.anchors]
        content = digest_of(source, claim.kind, claim.measure, words)
        seen[content] += 1
        mark = content if seen[content] == 1 else digest_of(content, seen[content])
        made.append(claim.model_copy(update={"id": f"{source}-{mark[:10]}", "provisional": True}))
    return tuple(made)


def _place(claim: Claim) -> tuple[int, int, str, str, str]:
    anchor = claim.anchors[0]
    return anchor.start or 0, anchor.end or 0, claim.kind, claim.measure, claim.wording


def merge(
    derived: Sequence[Claim], curated: Sequence[Claim], statuses: Mapping[str, ClaimStatus] | None = None
) -> tuple[Claim, ...]:
    """The claims that take part in comparisons, in order of place.

    A curated claim stands for the derived ones of its fact at its passage; one that was rejected or
    withdrawn, and what it stands for, are left out. Of a derived claim that gives a figure and a happening, each
    part stays that no curated claim states. A derived claim that was taken over as it is stands for itself alone, so
    that deciding on it changes no comparison.
    """
    known = statuses or {}
    ids = {claim.id for claim in curated} | {old for claim in curated for old in claim.replaces}
    found = {claim.id: claim for claim in derived}
    order = {id: number for number, id in enumerate(found)}
    kept_as_it_is = {one.id for one in curated if known.get(one.id) not in SILENT and _is_same(one, found.get(one.id))}
    stating = [one for one in curated if one.id not in kept_as_it_is]
    kept = [part for claim in derived if claim.id not in kept_as_it_is for part in _unstated(claim, stating, ids)]
    spoken = [claim for claim in curated if known.get(claim.id) not in SILENT and claim.anchors[0].start is not None]
    last = len(order)
    return tuple(sorted([*kept, *spoken], key=lambda claim: (*_place(claim), order.get(claim.id, last), claim.id)))


def _unstated(derived: Claim, curated: Sequence[Claim], ids: Collection[str]) -> Iterator[Claim]:
    """What of a derived claim no curated one states: all, its figure, its happening, or nothing."""
    if not curated and derived.id not in ids:
        yield derived
        return
    covered = derived.id in ids or any(_covers(one, derived) for one in curated)
    happening = derived.happening
    if happening is None or happening is derived:
        if not covered:
            yield derived
        return
    told = any(_covers(one.happening, happening) for one in curated if one.happening is not None)
    if not covered:
        yield derived.but(event=None) if told else derived
    elif not told:
        yield happening.but(id=f"{derived.source}-{digest_of(derived.id, 'happening')[:10]}")


def _is_same(curated: Claim, derived: Claim | None) -> bool:
    """Whether a curated claim says what the derived one of its id says."""
    fields = ("kind", "measure", "statement", "quantity", "timespan", "roles", "polarity", "as_of", "status", "scope")
    return derived is not None and all(getattr(curated, name) == getattr(derived, name) for name in (*fields, "event"))


def _covers(curated: Claim, derived: Claim) -> bool:
    """Whether the curated claim states the derived one's fact at its passage."""
    if not any(_overlap(one, other) for one in curated.anchors for other in derived.anchors):
        return False
    if curated.kind == derived.kind and curated.measure == derived.measure:
        return True
    ours, theirs = curated.quantity, derived.quantity
    if ours is None or theirs is None:
        return False
    return (ours.low, ours.high, ours.dimension) == (theirs.low, theirs.high, theirs.dimension)


def _overlap(one: object, other: object) -> bool:
    start, end = getattr(one, "start", None), getattr(one, "end", None)
    begin, stop = getattr(other, "start", None), getattr(other, "end", None)
    if None in (start, end, begin, stop):
        return False
    return bool(start < stop and begin < end)  # type: ignore[operator]


def archive(studies: Mapping[str, Study], curated: Sequence[Claim], statuses: Mapping[str, ClaimStatus]) -> Archive:
    """All studies in order of id, each with the claims that take part in comparisons; curated ones in their place."""
    written: dict[str, list[Claim]] = {}
    for claim in curated:
        written.setdefault(claim.source, []).append(claim)
    made = {name: studies[name] for name in sorted(studies)}
    for name in written.keys() & made.keys():
        made[name] = made[name].with_claims(merge(made[name].claims, written[name], statuses))
    return Archive(made)


def placed(curated: Iterable[Claim], studies: Mapping[str, Study]) -> tuple[Claim, ...]:
    """The claims with their passages found again in the documents; one that is lost keeps no place.

    Where a passage stands with other white space or quotation marks, the copy carries the document's words.
    """
    locators: dict[str, Locator] = {}
    made = []
    for claim in curated:
        anchors = []
        for anchor in claim.anchors:
            study = studies.get(anchor.source)
            if study is not None and anchor.source not in locators:
                locators[anchor.source] = Locator(study.document)
            anchors.append(_placed(anchor, study.document, locators[anchor.source]) if study else _nowhere(anchor))
        made.append(claim.but(anchors=tuple(anchors)))
    return tuple(made)


def _placed(anchor: Anchor, document: Document, locator: Locator) -> Anchor:
    found = locator.locate(anchor.exact, anchor.prefix, anchor.suffix, anchor.start)
    if found.outcome not in ("found", "moved") or found.start is None or found.end is None:
        return _nowhere(anchor)
    return anchor_for(document, found.start, found.end).but(prefix=anchor.prefix, suffix=anchor.suffix)


def _nowhere(anchor: Anchor) -> Anchor:
    return anchor.but(start=None, end=None)


def lost(curated: Iterable[Claim]) -> dict[str, str]:
    """By source, a sentence on the curated claims that have no place in its text, and so were not compared."""
    without = [claim for claim in curated if claim.anchors[0].start is None]
    unread = Counter(claim.source for claim in without if claim.anchors[0].page)
    gone = Counter(claim.source for claim in without if not claim.anchors[0].page)
    told = {
        name: f"{number} claim{'s stand' if number > 1 else ' stands'} on pages that were not read: not compared."
        for name, number in unread.items()
    }
    for name, number in gone.items():
        said = (
            f"{number} claim{'s were' if number > 1 else ' was'} left out: the passage is not in the source any more."
        )
        told[name] = f"{said} {told[name]}" if name in told else said
    return told


def run_checks(
    archive: Archive,
    config: Config,
    progress: Progress | None = None,
    alarms_on: Collection[str] | None = None,
    only: Collection[str] | None = None,
) -> list[Finding]:
    """The findings of every check that is switched on, in the order of a report.

    `alarms_on` gives the kinds of which only alarms are asked for, `only` the checks that are.
    """
    every = checks()
    _known(config, every)
    with still():
        return ordered(_told(sighted(archive, config), config, every, progress, alarms_on, only))


def _told(
    archive: Archive,
    config: Config,
    every: Sequence[Check],
    progress: Progress | None,
    alarms_on: Collection[str] | None,
    only: Collection[str] | None,
) -> Iterator[Finding]:
    groups: dict[frozenset[str], tuple[FactGroup, ...]] = {}
    for number, check in enumerate(every):
        if only is not None and check.id not in only:
            continue
        if progress:
            progress(check.title, number, len(every))
        setting = config.checks.get(check.id, CheckSetting())
        if not setting.enabled:
            continue
        if alarms_on is not None and not (check.alarms and check.kind in alarms_on):
            continue
        silent = frozenset(setting.except_sources) & frozenset(archive.studies)
        sight = without(archive, silent)
        if check.reads is FactGroup and silent not in groups:
            groups[silent] = grouped(sight)
        told = _run(check, sight, groups.get(silent, ()))
        yield from (finding for finding in told if finding.kind not in setting.except_kinds)


def get_ready(archive: Archive | None = None) -> None:
    """Have all finders and checks at hand, and what all of these ask of an archive: once, for several processes."""
    finders()
    every = checks()
    if archive is not None:
        with still():
            for matching in dict.fromkeys(check.matching for check in every if check.matching is not None):
                archive.pairing.family(matching).get_ready()


def look_ahead(archive: Archive, config: Config, source: str) -> None:
    """Work out what the checks that are switched on keep of a source and each later one, if that was not done yet."""
    every, archive = checks(), sighted(archive, config)
    _known(config, every)
    settings = ((check, config.checks.get(check.id, CheckSetting())) for check in every)
    asking = [check for check, setting in settings if setting.enabled and not setting.except_sources]
    matchings = list(dict.fromkeys(check.matching for check in asking if check.matching is not None))

    def work() -> None:
        for matching in matchings:
            archive.pairing.ahead(matching, source)
        for check in asking:
            if check.ahead is not None:
                check.ahead(archive, source)

    with still():
        standing = [archive.pairing.standing(matching, source) for matching in matchings]
        met = {other for sources, _ in standing for other in sources}
        archive.settle("ahead", source, met, [[check.id for check in asking], [mark for _, mark in standing]], work)


def chosen(config: Config) -> dict[str, str]:
    """The checks that are switched on: their titles by their ids."""
    settings, every = config.checks, checks()
    _known(config, every)
    return {check.id: check.title for check in every if settings.get(check.id, CheckSetting()).enabled}


def sighted(archive: Archive, config: Config) -> Archive:
    """The archive as the checks of a project see it: with its glossary."""
    return archive if archive.glossary == config.glossary else replace(archive, glossary=config.glossary)


def grouped(archive: Archive) -> tuple[FactGroup, ...]:
    """The fact groups of all claims."""
    return tuple(
        FactGroup(key, tuple(row.claim for row in rows)) for key, rows in archive.groups.items() if len(rows) > 1
    )


def _run(check: Check, archive: Archive, groups: Sequence[FactGroup]) -> Iterable[Finding]:
    if check.reads is Study:
        for study in (study for id, study in archive.studies.items() if archive.asks(id, id)):
            yield from study.told(check, archive)
        return
    for thing in groups if check.reads is FactGroup else (archive,):
        yield from check.run(thing, archive)


def without(archive: Archive, sources: frozenset[str]) -> Archive:
    """The archive as if some sources were not there."""
    if not sources:
        return archive
    return replace(archive, studies={name: study for name, study in archive.studies.items() if name not in sources})


def _known(config: Config, every: Sequence[Check]) -> None:
    ids = {check.id for check in every}
    for name in config.checks:
        if name not in ids:
            raise RecordError(
                f"checks.{name}: no check is called so; there are {', '.join(sorted(ids))}", where="factcheck.toml"
            )


def ordered(findings: Iterable[Finding]) -> list[Finding]:
    """Differences first, worst first, weightiest first, then agreements, then what was not checked; none twice."""
    return sorted(_distinct(findings), key=_rank)


def _distinct(findings: Iterable[Finding]) -> Iterator[Finding]:
    """The findings, each once; those that share an id but not their passages are told apart by a number."""
    held: dict[str, list[Finding]] = {}
    for finding in sorted(findings, key=lambda finding: (finding.id, _where(finding), _rank(finding))):
        before = held.setdefault(finding.id, [])
        if any(finding.seen == other.seen for other in before):
            continue
        before.append(finding)
        yield finding if len(before) == 1 else finding.but(id=f"{finding.id}-{len(before)}")


def _where(finding: Finding) -> tuple[str, int]:
    first = finding.evidence[0] if finding.evidence else None
    return (first.source, first.start) if first else ("", 0)


def _rank(finding: Finding) -> tuple[int, float, str, str]:
    return ORDER.index(finding.verdict), -finding.weight, finding.id, finding.seen


def report(
    archive: Archive,
    findings: Iterable[Finding],
    config: Config,
    remarks: Mapping[str, str] | None = None,
) -> Report:
    """The report: findings with the severity that policy gives, all of them open; decisions are joined to it later.

    `remarks` says of a source, by its id, what else was not checked.
    """
    reported = [_reported(**finding.__dict__, severity=severity_of(finding, config)) for finding in ordered(findings)]
    return Report(
        tool=f"factcheck {__version__}",
        sources=tuple(_report_source(study, (remarks or {}).get(name)) for name, study in archive.studies.items()),
        summary=summary(finding.verdict for finding in reported),
        findings=tuple(reported),
    )


_reported = unchecked(ReportedFinding)


def severity_of(finding: Finding, config: Config) -> Severity:
    """How grave a finding is: as set for its check, else for its verdict, else as usual."""
    setting = config.checks.get(finding.check)
    if setting is not None and setting.severity is not None:
        return setting.severity
    return config.policy.severities.get(finding.verdict) or SEVERITIES.get(finding.verdict, "note")


def summary(verdicts: Iterable[str]) -> dict[str, int]:
    """How many findings there are of each verdict, worst first, none left out."""
    count = Counter(verdicts)
    return {verdict: count[verdict] for verdict in ORDER}


def _report_source(study: Study, remark: str | None) -> ReportSource:
    return ReportSource(
        id=study.source.id,
        title=study.source.title,
        issued=study.date,
        claims=study.count,
        confidential=study.source.confidential,
        embargo=study.source.embargo,
        not_checked=(*study.not_checked, *([remark] if remark else [])),
    )
