"""Mistakes in the description of a service, and in the classes of its clients: each is named where it is made."""

from __future__ import annotations

import sys
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest
import workshop

from openrouterkit import AsyncClient, Client, ConfigurationError, Service
from openrouterkit.authentication import SecurityScheme
from openrouterkit_runtime import Behavior

DOCUMENT: dict[str, Any] = {
    "openapi": "3.1.0",
    "info": {"title": "Pets", "version": "1"},
    "servers": [{"url": "https://pets.example/v1"}],
    "paths": {
        "/pets": {
            "get": {
                "operationId": "listPets",
                "tags": ["Pets"],
                "responses": {"200": {"description": "They.", "content": {"application/json": {"schema": {}}}}},
            }
        }
    },
}


@pytest.fixture(scope="module")
def pets_api(tmp_path_factory: pytest.TempPathFactory) -> Iterator[ModuleType]:
    """The package generated from the document."""
    with workshop.open_workshop(tmp_path_factory.mktemp("pets")) as place:
        yield place.load_package(DOCUMENT)


def test_a_security_scheme_of_an_unknown_kind_is_rejected() -> None:
    with pytest.raises(ValueError, match=r"SecurityScheme\.kind must be one of 'bearer', .*, not 'hdr'"):
        SecurityScheme("hdr", "X-Pet")  # type: ignore[arg-type]  # the mistake


@pytest.mark.parametrize("kind", ["query", "cookie"])
def test_a_key_in_the_query_or_a_cookie_needs_a_name(kind: Any) -> None:
    with pytest.raises(ValueError, match=rf"SecurityScheme\('{kind}'\) needs the name of the .*: pass name="):
        SecurityScheme(kind)


def test_a_key_in_a_header_is_sent_as_authorization_unless_it_is_named() -> None:
    assert [SecurityScheme("header").name, SecurityScheme("header", "X-Pet").name] == ["Authorization", "X-Pet"]


def test_security_schemes_must_be_schemes() -> None:
    with pytest.raises(ConfigurationError, match=r"security_schemes\['key'\] must be a SecurityScheme, .*, not str"):
        Service("Pets", security_schemes={"key": "X-Pet"})  # type: ignore[dict-item]  # the mistake


def test_behaviors_must_be_behaviors() -> None:
    with pytest.raises(ConfigurationError, match=r"behaviors\['ask'\] must be a Behavior, such as .*, not int"):
        Service("Pets", behaviors={"ask": 5})  # type: ignore[dict-item]  # the mistake


def test_a_behavior_of_a_known_operation_is_accepted(pets_api: ModuleType) -> None:
    service = Service("Pets", package=pets_api.__name__, behaviors={"listPets": Behavior(result=dict)})
    Client(service, api_key="k").close()


def test_a_behavior_of_an_unknown_operation_is_rejected_with_those_that_exist(pets_api: ModuleType) -> None:
    service = Service("Pets", package=pets_api.__name__, behaviors={"listPet": Behavior()})
    for kind in (Client, AsyncClient):
        with pytest.raises(ConfigurationError, match=r"the operation 'listPet', which .* use one of 'listPets'"):
            kind(service, api_key="k")


def test_a_package_that_does_not_exist_is_named() -> None:
    with pytest.raises(ConfigurationError, match=r"there is no package 'no_such_api': install it, or generate it"):
        Client(Service("Pets", package="no_such_api"), api_key="k")


def test_a_module_that_the_package_lacks_is_not_hidden(tmp_path: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "needy_api.py").write_text("import no_such_dependency\n", encoding="utf-8")
    monkeypatch.syspath_prepend(tmp_path)
    with pytest.raises(ModuleNotFoundError, match="no_such_dependency"):
        Client(Service("Pets", package="needy_api"), api_key="k")
    assert "needy_api" not in sys.modules


def test_an_invalid_url_of_a_service_is_not_the_example_of_a_valid_one() -> None:
    with pytest.raises(ConfigurationError, match=r"invalid base_url: .* such as https://") as caught:
        Client(Service("Pets", base_url="notaurl"), api_key="k")
    assert "notaurl" not in str(caught.value)


def test_the_groups_of_the_other_kind_of_client_are_rejected(pets_api: ModuleType) -> None:
    with pytest.raises(ConfigurationError, match=r"AsyncClient needs the class AsyncGroups .* Wrong\(AsyncClient, As"):
        type("Wrong", (AsyncClient, pets_api.Groups), {})
    with pytest.raises(ConfigurationError, match=r"Client needs the class Groups .* Wrong\(Client, Groups\)"):
        type("Wrong", (pets_api.AsyncGroups, Client), {})
    assert issubclass(type("Right", (AsyncClient, pets_api.AsyncGroups), {}), AsyncClient)
