"""Names of the document as Python identifiers."""

from __future__ import annotations

import keyword
import re
from hashlib import sha256
from unicodedata import normalize

from openapi_python_client import strings

# Names an annotation in the same class body needs, and those every model has.
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

# What the generated modules import or define beside the classes of the schemas.
TAKEN_CLASSES = frozenset(
    """
    Any AsyncEventStream AsyncGroups AsyncPaging AsyncSender Behavior Body ClassVar DECODERS Decoder Each
    Endpoint EventStream Events FileInput Generic Groups Iterable JsonModel JsonObject LazyModels Kinds Literal Mapped
    Mapping Member Names Nested Operation Options PagedOperation Pagination Paging Required Responses Sender
    Sequence Shaped StreamingOperation Tagged Timeout TypeAlias TypeVar TypedDict UNSET Union UnknownVariant
    """.split()  # noqa: SIM905 - a list of words reads better without its quotes
)
# What the modules of operations and namespaces import, or call, beside the functions and methods of the operations.
_TAKEN_METHODS = frozenset(
    "self locals date datetime decode_date decode_datetime annotations builtins frozenset".split()  # noqa: SIM905 - see above
)

# What the packages of modules have beside them, what a sender has beside its groups, and what Windows has for devices.
_TAKEN_MODULES = frozenset({"annotations", "import_module", "cached_property", "send", "stream", "pages"})
_DEVICES = frozenset({"con", "prn", "aux", "nul", *(f"{port}{at}" for port in ("com", "lpt") for at in range(10))})
_BETWEEN_WORDS = re.compile(r"[^\w.'\u2019-]+")  # `pets/list` is two words, `don't` is one
_LONGEST = 120  # bytes of a module's name: a file system takes 255, and Python writes more beside it


def pascal_case(name: str) -> str:
    """The words of a name, each with a capital, joined."""
    return strings.pascal_case(_spelt(name))


def snake_case(name: str) -> str:
    """The words of a name in lower case, joined by underscores."""
    return strings.snake_case(_spelt(name))


def class_name(name: str) -> str:
    """The class of a named schema; one that a generated module needs otherwise ends in `Schema`."""
    word = normalize("NFKC", strings.ClassName(_spelt(name), "Schema"))
    if word.startswith("ClassVar"):  # attrs recognizes class variables by the beginning of the annotation
        word = f"Schema{word}"
    return f"{word}Schema" if {word, f"{word}Dict"} & TAKEN_CLASSES else word


def module_name(name: str) -> str:
    """The module of a named schema; never the name of a class or of a function beside it."""
    word = _free(snake_case(class_name(name)))
    return _file_name(f"{word}_" if word == class_name(name) or word.startswith("read_") else word)


def dict_name(name: str) -> str:
    """The TypedDict of a named schema."""
    return f"{class_name(name)}Dict"


def reader_name(name: str) -> str:
    """The function that reads a named union."""
    return f"read_{_free(snake_case(class_name(name)))}"


def group_name(tag: str) -> str:
    """The modules of a tag's operations and namespace."""
    return _file_name(_free(snake_case(tag), "group"))


def method_name(wanted: str) -> str:
    """The method of an operation, and its function; one that their modules need otherwise ends in an underscore."""
    name = normalize("NFKC", wanted)
    word = _free(name if name.isidentifier() and name.lower() == name else snake_case(name), "call")
    return f"{word}_" if word in _TAKEN_METHODS or word == class_name(word) else word


def attribute_name(wire: str, taken: frozenset[str] = _TAKEN) -> str:
    """The attribute for a member; a keyword, or a name that is needed otherwise, ends in an underscore."""
    name = normalize("NFKC", wire)
    if not name.isidentifier() or name.startswith("_") or name.lower() != name:
        name = snake_case(name)
    name = _free(name, "field")
    return f"{name}_" if name in taken else name


def is_plain_name(wire: str) -> bool:
    """Whether a member can be written as `name: type` in a typed dict's class body."""
    return (
        wire.isidentifier()
        and normalize("NFKC", wire) == wire
        and not keyword.iskeyword(wire)
        and not wire.startswith("__")
        and wire not in ANNOTATING
        and wire not in TAKEN_CLASSES
    )


def _spelt(name: str) -> str:
    # Python reads identifiers in NFKC: a name in another form would be defined under one key and looked up by another.
    return _BETWEEN_WORDS.sub(" ", normalize("NFKC", name))


def _file_name(word: str) -> str:
    """A module's name that its package has no other use for, and that every file system takes."""
    if len(word.encode()) > _LONGEST:
        word = f"{word.encode()[:_LONGEST].decode(errors='ignore')}_{sha256(word.encode()).hexdigest()[:8]}"
    return f"{word}_" if word in _TAKEN_MODULES | _DEVICES else word


def _free(word: str, prefix: str = "schema") -> str:
    if not word.isidentifier() or word.startswith("_"):
        word = f"{prefix}_{word.lstrip('_')}"
    return f"{word}_" if keyword.iskeyword(word) else word
