"""The contracts of the project, and copies of them in other folders."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

from places import ROOT

from codegen.project import Project, read_projects

PROJECTS = read_projects(ROOT)
OPENROUTER, MISTRAL = PROJECTS


def move_project(project: Project, root: Path) -> Project:
    """Return the same contract below another folder, in which no file is written."""
    paths = {
        name: root / getattr(project, name).relative_to(project.root) for name in ("contract", "package", "tables")
    }
    return replace(project, root=root, **paths)
