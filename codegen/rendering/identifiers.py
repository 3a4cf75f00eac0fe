"""Names of the document as Python identifiers."""

from __future__ import annotations

import keyword
import re
from functools import cache
from hashlib import sha256
from unicodedata import normalize

from .. import upstream

# Names that annotations in the same class body use, and the attributes of every model.
BUILTINS = frozenset({"str", "int", "float", "bool", "bytes", "list", "dict"})
ANNOTATING = BUILTINS | {"datetime", "date"}
_TAKEN = ANNOTATING | {
    "self",
    "from_dict",
    "to_dict",
    "from_json",
    "to_json",
    "to_json_bytes",
    "is_set",
    "unset",
    "keys",
}

# The options of every call, which arguments cannot have as their names.
CALL_OPTIONS = frozenset({"timeout", "options", "body", "self", "extra_headers", "extra_query", "extra_body"})
_TAKEN_ARGUMENTS = CALL_OPTIONS | ANNOTATING - {"date"}

# Names that generated modules import or define in addition to the classes of the schemas.
TAKEN_CLASSES = frozenset(
    """
    Any AsyncEventStream AsyncGroups AsyncPaging AsyncSender Behavior Body ClassVar DECODERS Decimal Decoder Each
    Endpoint EventStream Events FileInput Generic Groups Iterable JsonModel JsonObject LazyModels Kinds Literal Mapped
    Mapping Member Names Nested Operation Options PagedOperation Pagination Paging Required Responses SECURITY_SCHEMES
    SecurityScheme Sender Sequence Shaped StreamingOperation Tagged Timeout TypeAlias TypeVar TypedDict UNSET Union
    UnknownVariant
    """.split()  # noqa: SIM905 - a list of words is easier to read without quotes
)
# Names that the modules of operations and namespaces import or call.
_TAKEN_METHODS = frozenset(
    "self locals date datetime decode_date decode_datetime annotations builtins frozenset".split()  # noqa: SIM905 - see above
)

# Other names in the packages of modules, in a sender and in a client, and the device names of Windows.
_TAKEN_MODULES = frozenset(
    """annotations import_module cached_property send stream pages
    request request_stream run build_flow build_stream attach with_options close aclose service middleware
    attempt_middleware""".split()  # noqa: SIM905 - see above
)
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{at}" for port in ("com", "lpt") for at in range(10))})
_SIGNED = re.compile(r"[-+]\d")
_BETWEEN_WORDS = re.compile(r"[^\w.'\u2019-]+")  # `pets/list` is two words, `don't` is one
_LONGEST = 120  # bytes of a module's name: file systems accept 255, and Python adds suffixes to cached files


def pascal_case(name: str) -> str:
    """Return the words of a name in PascalCase."""
    return upstream.pascal_case(_split_words(name))


def snake_case(name: str) -> str:
    """Return the words of a name in snake_case."""
    return upstream.snake_case(_split_words(name))


@cache
def class_name(name: str) -> str:
    """Return the class name of a named schema; names that generated modules use themselves get the suffix `Schema`."""
    word = normalize("NFKC", upstream.spell_class(_split_words(name), "Schema"))
    if word.startswith("ClassVar"):  # attrs recognizes class variables by the prefix of the annotation
        word = f"Schema{word}"
    return f"{word}Schema" if {word, f"{word}Dict"} & TAKEN_CLASSES else word


@cache
def module_name(name: str) -> str:
    """Return the module name of a named schema; it differs from the classes and functions of the package."""
    word = _make_identifier(snake_case(class_name(name)))
    return _make_module_name(f"{word}_" if word == class_name(name) or word.startswith("read_") else word)


@cache
def dict_name(name: str) -> str:
    """Return the name of the `TypedDict` of a named schema."""
    return f"{class_name(name)}Dict"


def reader_name(name: str) -> str:
    """Return the name of the function that decodes a named union."""
    return f"read_{_make_identifier(snake_case(class_name(name)))}"


def group_name(tag: str) -> str:
    """Return the module name of a tag's operations and namespace."""
    return _make_module_name(_make_identifier(snake_case(tag), "group"))


def method_name(name: str) -> str:
    """Return the name of an operation's method and function; reserved names end in an underscore."""
    name = normalize("NFKC", name)
    word = _make_identifier(name if name.isidentifier() and name.lower() == name else snake_case(name), "call")
    return f"{word}_" if word in _TAKEN_METHODS or word == class_name(word) else word


def argument_name(wire: str) -> str:
    """Return the keyword argument of a parameter or member; keywords and the options of calls end in an underscore."""
    return attribute_name(wire, _TAKEN_ARGUMENTS)


def attribute_name(wire: str, taken: frozenset[str] = _TAKEN) -> str:
    """Return the attribute name of a member; keywords and names in `taken` end in an underscore."""
    name = normalize("NFKC", wire)
    if _SIGNED.match(name):
        name = f"{'plus' if name[0] == '+' else 'minus'}_{name[1:]}"
    if not name.isidentifier() or name.startswith("_") or name.lower() != name:
        name = snake_case(name)
    name = _make_identifier(name, "field")
    return f"{name}_" if name in taken else name


def is_plain_name(wire: str) -> bool:
    """Return True if a member can be written as `name: type` in the class body of a typed dict."""
    return (
        wire.isidentifier()
        and normalize("NFKC", wire) == wire
        and not keyword.iskeyword(wire)
        and not wire.startswith("__")
        and wire not in ANNOTATING
        and wire not in TAKEN_CLASSES
    )


def _split_words(name: str) -> str:
    """Return a name with its separators replaced by spaces."""
    # Python normalizes identifiers to NFKC, but not the keys of a lookup by name.
    return _BETWEEN_WORDS.sub(" ", normalize("NFKC", name))


def _make_module_name(word: str) -> str:
    """Return a module name that its package does not use and that every file system accepts."""
    if len(word.encode()) > _LONGEST:
        word = f"{word.encode()[:_LONGEST].decode(errors='ignore')}_{sha256(word.encode()).hexdigest()[:8]}"
    return f"{word}_" if word in _TAKEN_MODULES | _DEVICES else word


def _make_identifier(word: str, prefix: str = "schema") -> str:
    """Return a valid identifier without leading underscores that is not a keyword; `prefix` is added if necessary."""
    if not word.isidentifier() or word.startswith("_"):
        word = f"{prefix}_{word.lstrip('_')}"
    return f"{word}_" if keyword.iskeyword(word) else word
