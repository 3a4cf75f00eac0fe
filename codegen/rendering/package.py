"""Everything that is rendered: the records of a normal form."""

from __future__ import annotations

from ..behaviors import Behaviors
from ..constructors import Constructors
from ..document import Node, url_of
from .constructors import modules_of
from .operations import groups_of
from .records import ENUMERATIONS, Package
from .schemas import records_of, sent_schemas


def package_of(normal: Node, behaviors: Behaviors, constructors: Constructors | None = None) -> Package:
    """The records of a normal form, and of the constructors that a table lists."""
    sent = sent_schemas(normal)
    models, unions, enumerations = records_of(normal, sent)
    servers = normal.get("servers") or [{"url": ""}]
    made = modules_of(normal, models, sent, constructors or {})
    return Package(models, unions, enumerations, groups_of(normal, sent, behaviors), url_of(servers[0]), made)


def exports(package: Package) -> dict[str, str]:
    """Every name of the models package, with the module that defines it."""
    found: dict[str, str] = {}
    for model in package.models:
        found[model.name] = model.module
        if model.dict_name:
            found[model.dict_name] = model.module
    for union in package.unions:
        found.update({union.name: union.module, union.function: union.module})
        if union.dict_name:
            found[union.dict_name] = union.module
    found.update({enumeration.name: ENUMERATIONS for enumeration in package.enumerations})
    return dict(sorted(found.items()))


def names_by_module(package: Package) -> dict[str, list[str]]:
    """The modules of the models package, with the names that each defines."""
    found: dict[str, list[str]] = {}
    for name, module in exports(package).items():
        found.setdefault(module, []).append(name)
    return dict(sorted(found.items()))


def surface(package: Package) -> list[str]:
    """The public names of the package, sorted."""
    names = [f"models.{name}" for name in exports(package)]
    names += [f"models.{model.name}.{member.name}" for model in package.models for member in model.members]
    for group in package.groups:
        names += [f"namespaces.{group.name}.{prefix}{group.class_name}" for prefix in ("", "Async")]
        for operation in group.operations:
            for name in operation.names:
                function = f"operations.{group.name}.{name}"
                names.append(f"namespaces.{group.name}.{group.class_name}.{name}")
                names += [function, *(f"{function}({member.name})" for member in operation.members)]
    for module in package.constructors:
        for constructor in module.constructors:
            function = f"constructors.{module.name}.{constructor.name}"
            names += [function, *(f"{function}({keyword.name})" for keyword in constructor.keywords)]
    return sorted(names)
