"""A project: what the command line, the web desk and Python users call.

    project = Project.find(Path("."))
    project.add_source(Path("audit.txt"), title="Audit 2022", issued="2022-08")
    report = project.check()

Importing this package is cheap; records are loaded when they are needed.
"""

from pathlib import Path

from factcheck.errors import UsageError
from factcheck.project.base import Progress
from factcheck.project.manuscripts import Manuscripts
from factcheck.project.sources import SourceState
from factcheck.project.updates import Update
from factcheck.store import files
from factcheck.store.layout import Layout, find_root

__all__ = ["Progress", "Project", "SourceState", "Update"]


class Project(Manuscripts):
    """A project in a folder: its sources, claims, decisions and report."""

    @classmethod
    def create(cls, folder: Path) -> "Project":
        """Start a project in a folder, made if need be; raises UsageError where there is one."""
        from factcheck.store import settings

        folder = folder.resolve()
        layout = Layout(folder)
        if folder.exists() and not folder.is_dir():
            raise UsageError("is a file; name a folder", where=str(folder))
        if layout.config.exists():
            raise UsageError("is a project already (it holds factcheck.toml)", where=str(folder))
        with files.locked(layout.lock):
            for made in (layout.sources, layout.claims):
                files.make_folder(made)
            for name, lines in ((".gitattributes", settings.ATTRIBUTES), (".gitignore", settings.IGNORED)):
                files.add_lines(folder / name, lines)
            files.write(layout.config, settings.CONFIG.encode())
        return cls(folder)

    @classmethod
    def find(cls, start: Path) -> "Project":
        """The project that holds a folder; raises ProjectError where there is none."""
        return cls(find_root(start))
