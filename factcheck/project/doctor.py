"""Looks through a whole project: what is damaged, missing or left over, and what to do about it."""

from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from factcheck.errors import FactcheckError
from factcheck.store import files, settings

if TYPE_CHECKING:
    from factcheck.project import Project

Area = Literal["settings", "folders", "sources", "versions", "claims", "log", "index"]
AREAS: tuple[Area, ...] = ("settings", "folders", "sources", "versions", "claims", "log", "index")
LEFT_OVER = ".*.part"
"""What a write leaves behind that was cut off before its file was put in place."""


@dataclass(frozen=True)
class Ailment:
    """Something that is wrong: where, what, and what to do, if `says` does not say it.

    `mendable` is only what is derived, or left over.
    """

    area: Area
    where: str
    says: str
    cure: str
    mendable: bool = False


@dataclass(frozen=True)
class Examination:
    """What was looked at, in numbers by area, and what is wrong."""

    looked_at: dict[Area, int]
    ailments: tuple[Ailment, ...]


def examine(project: "Project") -> Examination:
    """Look at everything that a project keeps; reads all of it, and changes nothing.

    Where the settings are malformed, the rest is looked at as by the usual ones.
    """
    counts: dict[Area, int] = dict.fromkeys(AREAS, 0)
    found = list(_settings(project, counts))
    if found:
        from factcheck.config import Config

        project = type(project)(project.root, project.clock)
        project.fixed_config = Config()
    found += [ailment for area in AREAS[1:] for ailment in _EXAMINES[area](project, counts)]
    return Examination(counts, tuple(found))


def mend(project: "Project", ailments: tuple[Ailment, ...]) -> tuple[Ailment, ...]:
    """Put right what is derived or left over; gives what was. What people wrote or added is never touched."""
    mended = tuple(ailment for ailment in ailments if ailment.mendable)
    if any(ailment.area == "index" for ailment in mended):
        project.index.renew()
    if any(ailment.area == "folders" for ailment in mended):
        with files.locked(project.layout.lock):
            for path in _left_over(project):
                files.remove(path)
            _set_up(project)
    return mended


def _settings(project: "Project", counts: dict[Area, int]) -> Iterator[Ailment]:
    counts["settings"] = 1
    try:
        _ = project.config
    except FactcheckError as error:
        yield Ailment("settings", error.where or "factcheck.toml", error.message, "Correct this line.")


def _folders(project: "Project", counts: dict[Area, int]) -> Iterator[Ailment]:
    root, layout = project.root, project.layout
    for folder in (layout.sources, layout.claims):
        counts["folders"] += 1
        if not folder.is_dir():
            yield Ailment("folders", folder.name, "is missing", "`factcheck doctor --fix` makes it.", mendable=True)
    for path in _left_over(project):
        name = path.relative_to(root).as_posix()
        yield Ailment("folders", name, "was left by a write that was cut off; nothing rests on it",
                      "`factcheck doctor --fix` removes it.", mendable=True)  # fmt: skip
    for name, lines in _SET_UP:
        with suppress(OSError):
            path = root / name
            there = path.read_text("utf-8", "surrogateescape").splitlines() if path.is_file() else []
            if missing := [line for line in lines if line not in map(str.strip, there)]:
                yield Ailment("folders", name, f"lacks the line “{missing[0]}”",
                              "`factcheck doctor --fix` adds it.", mendable=True)  # fmt: skip


_SET_UP = ((".gitattributes", settings.ATTRIBUTES), (".gitignore", settings.IGNORED))


def _set_up(project: "Project") -> None:
    for folder in (project.layout.sources, project.layout.claims):
        files.make_folder(folder)
    for name, lines in _SET_UP:
        files.add_lines(project.root / name, lines)


def _left_over(project: "Project") -> list[Path]:
    layout = project.layout
    found = (layout.sources / "found").glob("*")
    folders = (project.root, layout.sources, layout.sources / "versions", *found, layout.claims)
    return sorted(path for folder in folders for path in folder.glob(LEFT_OVER) if path.is_file())


def _sources(project: "Project", counts: dict[Area, int]) -> Iterator[Ailment]:
    for id in project.records.source_ids():
        counts["sources"] += 1
        try:
            source = project.source(id)
            if not source.removed:
                project.document(id)
        except FactcheckError as error:
            cure = "" if ";" in error.message else "Put it back from a copy, or correct its record."
            yield Ailment("sources", error.where or f"sources/{id}.yaml", error.message, cure)
    for path in sorted(project.layout.sources.glob("*")):
        if path.is_file() and not path.name.startswith(".") and path.stem not in _known(project):
            yield Ailment("sources", f"sources/{path.name}", "belongs to no source",
                          "Add it with `factcheck source add`, or take it away.")  # fmt: skip


def _known(project: "Project") -> set[str]:
    ids = set(project.records.source_ids())
    return ids | {f"{id}{ending}" for id in ids for ending in (".yaml", ".yml")}


def _versions(project: "Project", counts: dict[Area, int]) -> Iterator[Ailment]:
    for id in project.records.source_ids():
        with suppress(FactcheckError):
            source = project.source(id)
            for digest in () if source.removed else source.versions:
                counts["versions"] += 1
                try:
                    project.version(id, digest)
                except FactcheckError as error:
                    yield Ailment("versions", error.where or id, error.message,
                                  "Put it back from version control.")  # fmt: skip


def _claims(project: "Project", counts: dict[Area, int]) -> Iterator[Ailment]:
    there = set(project.records.source_ids())
    for name in project.records.claims_files():
        try:
            claims = project.records.claims(name)
        except FactcheckError as error:
            yield Ailment("claims", error.where or f"claims/{name}.yaml", error.message, "Correct this line.")
            continue
        counts["claims"] += len(claims)
        file = f"claims/{name}.yaml"
        for claim in claims:
            if gone := [anchor.source for anchor in claim.anchors if anchor.source not in there]:
                yield Ailment("claims", file, f"{claim.id} rests on {gone[0]}, which is no source",
                              "Put the source's record back, or edit the claim.")  # fmt: skip
        for id in sorted(project.lost(claims)):
            yield Ailment("claims", file, f"the passage of {id} does not stand in its source any more",
                          f"`factcheck claim edit {id}` puts it on another.")  # fmt: skip


def _log(project: "Project", counts: dict[Area, int]) -> Iterator[Ailment]:
    from factcheck.project.base import LOG

    try:
        found = project.verify_log()
    except FactcheckError as error:
        yield Ailment("log", error.where or LOG, error.message, "Restore the log from version control.")
        return
    counts["log"] = found.lines
    for fault in found.faults:
        yield Ailment("log", f"{LOG}:{fault.line}", fault.says, "Restore the log from version control.")


def _index(project: "Project", counts: dict[Area, int]) -> Iterator[Ailment]:
    counts["index"], damaged = project.index.examine()
    if damaged:
        cure = "It is made again by itself; `factcheck doctor --fix` makes it at once."
        yield Ailment("index", ".factcheck/index.sqlite", f"{damaged} of its values are damaged", cure, mendable=True)


_EXAMINES: dict[Area, Callable[["Project", dict[Area, int]], Iterator[Ailment]]] = {
    "folders": _folders, "sources": _sources, "versions": _versions, "claims": _claims,
    "log": _log, "index": _index,
}  # fmt: skip
