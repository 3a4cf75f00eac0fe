"""Imports between packages and modules point in one direction, including imports for types and inside functions.

Each package imports only those to its left: openrouterkit_runtime, the generated packages, openrouterkit,
openrouterkit_local. A generated package imports no other one, and no package imports codegen. Inside `openrouterkit`,
each module imports only modules that come before it in `ORDER`.
"""

import ast
import importlib
import inspect
import re
import sys
from collections import Counter
from pathlib import Path

import pytest
from imports import GENERATED, PACKAGES, find_imports, find_module, find_modules
from loading import find_loaded_modules
from places import ROOT

# From the lowest layer to the highest. The labels with a colon only group the list.
ORDER = """
errors:       _options.version _flow.attempt _errors.sdk_error _errors.status_errors _errors.parse_errors errors sse
secrets:      _errors.redaction _errors.tracebacks _options.secret_names _options.secret _options.tokens
              _options.credential _errors.redacted_bodies
options:      headers _request.headers _options.validation _options.service_fields _options.service_operations
              _options.suggestions timeouts retries connections _options.connection_settings
flow:         authentication service
              _flow.deadlines _flow.cancellation _flow.limits _flow.loggers _flow.event_parser _flow.observation
              _flow.json_content _flow.request _flow.response _flow.effects
              _flow.transports _flow.drivers flow middleware.signatures middleware.outcomes options
transport:    _transport.decompression _transport.internals _transport.http2.tls _transport.http2.locking
              _transport.http2.streams _transport.forks _transport.libraries
              _transport.sockets _transport.exchanges _transport.tracing _transport.background _transport.watchdog
              _transport.clients _transport.body _transport.finalizers _transport.holders _transport.request
              _transport.exceptions _transport.proxies _transport.uploads _transport.sync_transport
              _transport.async_transport
sending:      _request.urls _request.auth_values _request.settings _request.credentials _request.build
failures:     _errors.error_message _errors.retry_after _errors.content _errors.own_errors _errors.error_body
              _errors.api_errors
              _errors.error_events _errors.factory
attempts:     _streaming.reading _call.request_log _call.credentials _call.redirects _call.total_limit
              _call.policy _call.middleware_streams _call.middleware_chain _call.tokens _call.response_checks
              _call.attempts
schemas:      schemas.document schemas.docstrings schemas.type_forms schemas.metadata schemas.traversal
              schemas.constraints schemas.nullability schemas.strict_rules schemas.strict_mode schemas.json_values
              schemas.problems
              schemas.pydantic_types schemas.msgspec_types
              schemas.type_schemas schemas.values schemas
results:      _results.rate_limits responses tool_calls _results.has_response _results.choices
              _results.completions _results.building _results.finish_reasons _results.type_defaults
              _results.usages results
streams:      _streaming.merging _streaming.message_deltas _streaming.choice_deltas accumulate event_protocols
              _streaming.event_recognition _streaming.parser _streaming.accumulating_parser
              _streaming.protocol_parser _streaming.stream_state _streaming.event_stream
              _streaming.result_stream _streaming.partial_json _streaming.stream_events _streaming.event_reader
              _streaming.typed_events _streaming.partial_values
              _streaming.chat_stream _streaming.flow_stream streams
calls:        _call.decode _call.behavior _call.calls _call.raw
              _call.raw_client pages _client.operation_client _call.flow_client
constructors: messages.pillow messages.sources messages.media messages.content messages.constructors
              messages.token_estimates messages
              requests.remedies
tools:        tools.protocol tools.arguments tools.signatures tools.callable_tools tools.functions tools.answers
              tools.definitions tools.outputs
              tools.mcp_output tools.mcp_servers tools.mcp_tools tools.mcp_sessions tools.mcp tools
requests:     requests.function_tools requests.plugins requests.reasoning_options
              requests.response_formats requests.routing requests.server_tools requests.stop_conditions
              requests.tool_choices requests.type_arguments
parsing:      chats.signatures chats.flows _parsing.json_places _parsing.json_answers _parsing.targets _parsing.steps
              _parsing.results _parsing.readers _parsing.answers _parsing.corrections _parsing.final_answers
              _parsing.ladder _parsing.items _parsing.streams parsing
runs:         _runs.calls _runs.calls.open_calls _runs.records _runs.saved_state _runs.results _runs.failed_runs
              _runs.run_events _runs.conditions _runs.hooks _runs.calls.repetition _runs.calls.sendable
              _runs.assistant_messages _runs.calls.toolset _runs.time_limits _runs.settings _runs.decisions
              _runs.calls.readings _runs.calls.threads _runs.calls.beginnings _runs.calls.execution _runs.calls.parallel
              _runs.transcripts _runs.calls.preparation _runs.turn_requests _runs.endings _runs.loop
              _runs.run_streams _runs.starts runs events
groups:       oauth.pkce oauth.callback oauth.login oauth webhooks _call.clients chats.senders
              chats.options chats.parse_methods chats.run_methods chats.resume_methods chats.methods
              chats namespaces.chat_parameters namespaces.accepted_parameters namespaces.chat
              namespaces.generations namespaces.models namespaces.oauth
conversation: _conversations.families _conversations.reasoning_rules _conversations.tool_rules
              _conversations.cleaning _conversations.trimming _conversations.new_messages
              _conversations.saving _conversations.chat_types _conversations.settings _conversations.exchanges
              _conversations.history _conversations.requests _conversations.copies _conversations.streams
              _conversations.parsed_streams _conversations.run_streams
              _conversations.run_methods _conversations.conversation _conversations.async_conversation conversations
client:       _call.client_options _call.configured_client _client.servers client
services:     openrouter.service openrouter.app_settings openrouter.clients openrouter
              services.parameters services.accepted_parameters services.chat services.embeddings services.models
              services.openai_compatible services
              mistral.results mistral.chat_parameters mistral.accepted_parameters mistral.chat mistral.clients mistral
middleware:   middleware.cache_stores middleware.cache middleware.circuit_breaker middleware.rate_schedule
              middleware.rate_windows middleware.rate_limiter middleware.fallback middleware.prices
              middleware.budget_reports middleware.budget middleware.cost_ledger middleware.request_log
              middleware.telemetry_attributes middleware.background middleware.telemetry middleware
testing:      _testing.json_texts _testing.secrets testing.requests testing.replies testing.step_types testing.steps
              _testing.exceptions _testing.chats _testing.rendering _testing.wires _testing.bodies
              _testing.transports testing.clients
              testing.script _testing.differences _testing.exchange_files _testing.saving _testing.recorders
              testing.cassette testing
command:      _cli.commands _cli.program
"""
MODULES = [word for word in ORDER.split() if not word.endswith(":")]
POSITIONS = {name: place for place, name in enumerate(MODULES)}
# Packages that are not in ORDER: their __init__ modules import nothing, or import lazily.
FOLDERS = """
    _call _cli _client _conversations _errors _flow _options _parsing _request _results _runs _streaming _testing
    _transport _transport.http2 namespaces requests local
"""
NOT_IN_ORDER = {"", *FOLDERS.split()}


CLIENT = find_modules("openrouterkit")
ENTRY_POINTS = ("openrouterkit", "openrouterkit.local", "openrouterkit.local.__main__")
CHECKED = [(name, path) for name, path in CLIENT.items() if name not in ENTRY_POINTS]
IDS = [name for name, _ in CHECKED]


def test_order_lists_every_module_once():
    found = [name.removeprefix("openrouterkit").lstrip(".") for name in CLIENT]
    expected = Counter([*MODULES, *NOT_IN_ORDER, "local.__main__"])
    assert Counter(found) == expected, (
        "ORDER does not match the modules; add new modules at their layer, and remove deleted ones"
    )


@pytest.mark.parametrize(("name", "path"), CHECKED, ids=IDS)
def test_a_module_imports_only_modules_before_it_in_order(name: str, path: Path):
    name = name.removeprefix("openrouterkit.")
    for line, imported in find_imports(f"openrouterkit.{name}", path):
        found = find_module(imported, CLIENT)
        if found is not None:
            module = found.removeprefix("openrouterkit.")
            assert module in POSITIONS, (
                f"{path.name}:{line} imports {imported}; import it from the module that defines it"
            )
            assert name not in NOT_IN_ORDER, (
                f"{path.name}:{line} imports {imported}; {name} must not import modules of openrouterkit"
            )
            assert POSITIONS[module] < POSITIONS[name], (
                f"{path.name}:{line} imports {imported}, which comes after {name} in ORDER; "
                f"move the shared code to a lower layer, or pass it as an argument"
            )


@pytest.mark.parametrize(("name", "path"), CHECKED, ids=IDS)
def test_only_the_transport_imports_httpx_and_its_dependencies(name: str, path: Path):
    # Those of the testing kit are transports, too, which are below the clients.
    kit = [
        "openrouterkit.testing.clients",
        *(f"openrouterkit._testing.{each}" for each in ("bodies", "transports", "wires")),
    ]
    if "_transport" in path.parts or name in kit:
        return
    for line, imported in find_imports(name, path):
        top = imported.split(".")[0]
        assert top not in ("httpx", "httpcore", "h11"), (
            f"{path.name}:{line} imports {imported}; move the code to _transport"
        )


def test_only_two_places_use_private_parts_of_other_libraries():
    private = re.compile(r"_getframe\b|_network_stream\b|native_token\b|\b(?:httpcore|httpx|anyio)\._|\[.timeout.\]\[")
    for path in [*CLIENT.values(), *find_modules("openrouterkit_local").values()]:
        used = private.findall(path.read_text(encoding="utf-8"))
        assert not used or path.name == "internals.py" or path.parent.name == "http2", (
            f"{path.name} uses {used}; move the code to _transport/internals.py or _transport/http2"
        )


@pytest.mark.parametrize("package", [package for package in PACKAGES if package != "codegen"])
def test_installed_packages_do_not_import_codegen(package: str):
    for name, path in find_modules(package).items():
        for line, imported in find_imports(name, path):
            assert imported.split(".")[0] not in ("codegen", "openrouterkit_codegen"), (
                f"{path.name}:{line} imports {imported}; generate the code instead"
            )


def test_only_the_table_of_commands_names_the_installed_generator():
    naming = {
        name
        for package in PACKAGES
        if package not in ("codegen", *GENERATED)
        for name, path in find_modules(package).items()
        if "openrouterkit_codegen" in path.read_text(encoding="utf-8")
    }
    assert naming == {"openrouterkit._cli.commands"}


def test_only_one_module_imports_openapi_python_client():
    modules = [each for package in PACKAGES for each in find_modules(package).items()]
    found = {
        name
        for name, path in modules
        for _, imported in find_imports(name, path)
        if imported.partition(".")[0] == "openapi_python_client"
    }
    assert found == {"codegen.upstream"}, "move what uses openapi-python-client to codegen/upstream.py"


@pytest.mark.parametrize("package", [package for package in PACKAGES if package not in GENERATED])
def test_modules_have_no_circular_imports(package: str):
    modules = find_modules(package)
    imports = {
        name: {find_module(imported, modules) for _, imported in find_imports(name, path)} - {None, name}
        for name, path in modules.items()
    }
    while leaves := [name for name, imported in imports.items() if not imported & imports.keys()]:
        for name in leaves:
            del imports[name]
    assert not imports, "unexpected circular imports; move the shared code to a module of a lower layer"


def test_the_local_server_imports_public_modules_and_the_client_does_not_import_it():
    for name, path in find_modules("openrouterkit_local").items():
        for line, imported in find_imports(name, path):
            private = imported.startswith("openrouterkit._")
            assert not private, f"{path.name}:{line} imports {imported}, which is private; import a public module"
    for name, path in CHECKED:
        assert not [each for _, each in find_imports(name, path) if each.startswith("openrouterkit_local")], path.name


@pytest.mark.parametrize("package", GENERATED)
def test_generated_code_imports_only_the_runtime_and_the_standard_library(package: str):
    # Imported under TYPE_CHECKING only; type checkers include typing_extensions.
    allowed = {package, "openrouterkit_runtime", "typing_extensions", *sys.stdlib_module_names}
    for name, path in find_modules(package).items():
        for line, imported in find_imports(name, path):
            assert imported.split(".")[0] in allowed, (
                f"{path.name}:{line} imports {imported}; generated code must not depend on it"
            )


def test_only_the_client_of_a_generated_package_imports_openrouterkit_and_only_type_checkers_import_it_eagerly():
    allowed = {"acme_api", "openrouterkit_runtime", "typing_extensions", *sys.stdlib_module_names}
    folder = ROOT / "examples" / "acme_overlay" / "acme_api"
    client = None
    for path in folder.rglob("*.py"):
        name = ".".join(path.relative_to(folder.parent).with_suffix("").parts).removesuffix(".__init__")
        imports = list(find_imports(name, path))
        if name == "acme_api.client":
            client = {imported.split(".")[0] for _, imported in imports}
            continue
        for line, imported in imports:
            assert imported.split(".")[0] in allowed, f"{path.name}:{line} imports {imported}; move it to client.py"
            assert name == "acme_api" or not imported.startswith("acme_api.client"), f"{path.name}:{line}"
    assert client is not None
    assert client <= allowed | {"openrouterkit"}
    loaded = find_loaded_modules(f"import sys\nsys.path.insert(0, {str(folder.parent)!r})\nimport acme_api.groups")
    assert not {"acme_api.client", "openrouterkit"} & loaded


def test_no_folder_contains_more_than_twenty_modules():
    folders = Counter(path.parent for name in ("overlays", "codegen") for path in (ROOT / name).rglob("*.py"))
    crowded = {str(folder.relative_to(ROOT)): count for folder, count in folders.items() if count > 20}
    assert not crowded, "too many modules in a folder; move related modules to a subfolder"


def test_no_module_has_a_meaningless_name():
    banned = {"utils", "helpers", "common", "base", "core", "misc"}
    names = [path for folder in ("codegen", "overlays", "generated") for path in (ROOT / folder).rglob("*.py")]
    assert not [path for path in names if path.stem in banned], (
        "meaningless module name; name the module after its contents"
    )


def test_no_module_has_the_name_of_a_public_function_of_its_package():
    packages = {name: path.parent for name, path in CLIENT.items() if path.stem == "__init__" and "._" not in name}
    assert len(packages) > 5
    for name, folder in packages.items():
        package = importlib.import_module(name)
        functions = {each for each in dir(package) if inspect.isfunction(getattr(package, each))}
        modules = {path.stem for path in folder.glob("*.py")}
        for path in folder.glob("*.py"):
            definitions = ast.parse(path.read_text(encoding="utf-8")).body
            functions |= {each.name for each in definitions if isinstance(each, ast.FunctionDef)}
        assert not functions & (modules | {path.name for path in folder.iterdir() if path.is_dir()}), (
            "a module has the name of a public function, which importing the module would hide; rename one of them"
        )
