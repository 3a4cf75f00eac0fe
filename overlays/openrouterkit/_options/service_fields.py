"""Converters and validators of the fields of `Service`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from attrs.validators import instance_of, optional

from openrouterkit_runtime.endpoint import Behavior
from openrouterkit_runtime.security import SecurityScheme

from ..errors import APIError, ConfigurationError
from .validation import make_validator

TEXT: Final = make_validator("a str, or None", optional(instance_of(str)))
MAPPING: Final = make_validator("a mapping", instance_of(Mapping))


def copy_mapping(mapping: Any) -> Any:
    """Return a copy of a mapping, and anything else unchanged, for the validator to reject."""
    return dict(mapping) if isinstance(mapping, Mapping) else mapping


def fold_names(names: Any) -> Any:
    """Return names in lower case as a tuple; None for a str, or an item that is not a str."""
    if isinstance(names, str):
        return None
    names = tuple(names)
    return tuple(map(str.lower, names)) if all(isinstance(name, str) for name in names) else None


def check_names(_: Any, __: Any, value: Any) -> None:
    """Reject anything but the names of headers."""
    if value is None:
        raise ConfigurationError('Service.secret_headers must be a list of names, such as ["X-Pet-Id"]')


def copy_requirements(alternatives: Any) -> Any:
    """Return alternatives as tuples of names; an invalid one unchanged, for the validator to reject."""
    if alternatives is None or isinstance(alternatives, str):
        return alternatives
    return tuple(each if isinstance(each, str) else tuple(each) for each in alternatives)


def check_requirements(_: Any, __: Any, value: Any) -> None:
    """Reject anything but combinations of security schemes."""
    valid = value is None or (
        isinstance(value, tuple)
        and all(isinstance(each, tuple) and all(isinstance(name, str) for name in each) for each in value)
    )
    if not valid:
        raise ConfigurationError('Service.security must be a list of combinations, such as [("app", "key")]')


def check_key_env(_: Any, __: Any, value: Any) -> None:
    """Reject anything but variables of the environment."""
    named = isinstance(value, Mapping) and all(isinstance(each, str) for pair in value.items() for each in pair)
    if not (value is None or isinstance(value, str) or named):
        kind = type(value).__name__
        raise ConfigurationError(f"Service.key_env must be a str, a mapping of schemes to str, or None, not {kind}")


def check_prefix(_: Any, __: Any, value: str) -> None:
    """Reject anything but a prefix of paths."""
    if value and (not value.startswith("/") or value.endswith("/")):
        raise ConfigurationError(f"Service.path_prefix must begin with a slash and not end with one, not {value!r:.50}")


def check_error_types(_: Any, __: Any, value: Mapping[str, Any]) -> None:
    """Reject anything but classes of errors."""
    for name, kind in value.items():
        if not (isinstance(kind, type) and issubclass(kind, APIError)):
            raise ConfigurationError(f"Service.error_types[{name!r}] must be a subclass of APIError, not {kind!r:.100}")


def check_rejections(_: Any, __: Any, value: Mapping[Any, Any]) -> None:
    """Reject anything but lists of words by method of `chat.parse`."""
    for method, words in value.items():
        if isinstance(words, str) or not all(isinstance(word, str) and word for word in words):
            raise ConfigurationError(
                f"Service.parse_rejections[{method!r:.50}] must be a list of words, such as ['not supported']"
            )


def check_hints(_: Any, __: Any, value: Mapping[Any, Any]) -> None:
    """Reject anything but hints."""
    for status, hint in value.items():
        if not isinstance(status, int) or not isinstance(hint, str):
            raise ConfigurationError(f"Service.hints must map statuses to str, not {status!r:.50} to {hint!r:.50}")


def check_schemes(_: Any, __: Any, value: Any) -> None:
    """Reject anything but security schemes by name, or None."""
    for name, scheme in (value or {}).items():
        if not isinstance(name, str) or not isinstance(scheme, SecurityScheme):
            raise ConfigurationError(
                f"Service.security_schemes[{name!r:.50}] must be a SecurityScheme, such as "
                f'SecurityScheme("header", "X-Pet-Key"), not {type(scheme).__name__}'
            )


def check_behaviors(_: Any, __: Any, value: Mapping[Any, Any]) -> None:
    """Reject anything but behaviors by operation id."""
    for name, behavior in value.items():
        if not isinstance(name, str) or not isinstance(behavior, Behavior):
            raise ConfigurationError(
                f"Service.behaviors[{name!r:.50}] must be a Behavior, such as "
                f'Behavior(result="pets.results:Dog"), not {type(behavior).__name__}'
            )
