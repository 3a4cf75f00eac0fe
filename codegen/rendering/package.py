"""The records of a whole package, and its public names."""

from __future__ import annotations

from ..behaviors import Behaviors
from ..constructors import Constructors
from ..document import RECEIVED, Node, build_server_url
from .client import ClientRecord
from .constructors import build_modules
from .decoders import build_decoder
from .expressions import Names, build_annotation
from .operations import build_groups
from .prose import format_prose
from .records import ENUMERATIONS, Package, Webhook, Webhooks
from .schemas import build_records, find_request_schemas


def build_package(normal: Node, behaviors: Behaviors, constructors: Constructors | None = None) -> Package:
    """Return the records of a normal form and of the constructors in a table."""
    sent = find_request_schemas(normal)
    models, unions, enumerations = build_records(normal, sent)
    servers = normal.get("servers") or [{"url": ""}]
    modules = build_modules(normal, models, sent, constructors or {})
    return Package(
        models,
        unions,
        enumerations,
        build_groups(normal, sent, behaviors),
        build_server_url(servers[0]),
        modules,
        normal["x-security-schemes"],
        normal["x-security"],
        _build_webhooks(normal),
    )


def _build_webhooks(normal: Node) -> Webhooks:
    names = Names()
    functions = []
    for function, body in (normal.get(RECEIVED) or {}).items():
        annotation = build_annotation(normal, body["schema"], names)
        described = [format_prose(body.get(word)) for word in ("summary", "description")]
        decoder = build_decoder(normal, body["schema"])
        functions.append(Webhook(function, body["name"], "\n\n".join(filter(None, described)), annotation, decoder))
    return Webhooks(functions, names)


def find_exports(package: Package) -> dict[str, str]:
    """Return every public name of the models package, with the module that defines it."""
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


def group_exports(package: Package) -> dict[str, list[str]]:
    """Return the modules of the models package, with the public names that each defines."""
    found: dict[str, list[str]] = {}
    for name, module in find_exports(package).items():
        found.setdefault(module, []).append(name)
    return dict(sorted(found.items()))


def list_public_names(package: Package, client: ClientRecord | None = None) -> list[str]:
    """Return the public names of the package, sorted."""
    names = [f"models.{name}" for name in find_exports(package)]
    if client is not None:
        names += ["AsyncClient", "Client", "SERVICE", *(["SERVERS", "Client(server)"] if client.servers else [])]
        names += [f"Client({each.name})" for each in client.variables]
    for model in package.models:
        names += [f"models.{model.name}.{member.name}" for member in model.members]
        names += [f"models.{model.name}.{member.decimal}" for member in model.members if member.decimal]
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
    names += [f"webhooks.{each.function}" for each in package.webhooks.functions]
    return sorted(names)
