"""Programs that type checkers accept: services of one's own, their clients, and what subclasses add. Never run."""

from __future__ import annotations

from typing import TypedDict, Unpack, assert_type

import openrouterkit_api
import openrouterkit_mistral_api
from openrouterkit import AsyncClient, ChatCompletion, Client, Service, user
from openrouterkit.client import AsyncClientOptions, ClientOptions
from openrouterkit.errors import APIError, OpenRouterError, SDKError
from openrouterkit.openrouter import OpenRouter, OpenRouterOptions
from openrouterkit.services import AsyncOpenAICompatible, OpenAICompatible

ACME = Service(
    "Acme", key_env="ACME_API_KEY", package="openrouterkit_mistral_api", hints={404: "x"}, error_types={"x": APIError}
)


class Acme(Client, openrouterkit_mistral_api.Groups):
    """The typed form: a client with the namespaces of a package."""

    service = ACME


class AsyncAcme(AsyncClient, openrouterkit_mistral_api.AsyncGroups):
    """The typed form in async code, with a constructor of its own."""

    service = ACME

    def __init__(self, tenant: str, **options: Unpack[AsyncClientOptions]) -> None:
        super().__init__(**options)
        self.tenant = tenant


class Desk(OpenRouter):
    """A subclass of OpenRouter with a constructor of its own."""

    def __init__(self, *, words: int = 5, **options: Unpack[OpenRouterOptions]) -> None:
        super().__init__(**options)
        self.words = words


class Sampling(TypedDict, total=False):
    """Parameters that one service knows."""

    top_k: int


def a_subclass_has_the_methods_of_the_client_and_of_its_package(client: Acme) -> None:
    """Operations, namespaces, attached groups and derived clients have their own types."""
    assert_type(client.models.list(), openrouterkit_mistral_api.models.ModelList)
    operation = openrouterkit_mistral_api.operations.models.list()
    assert_type(client.send(operation), openrouterkit_mistral_api.models.ModelList)
    assert_type(client.attach(openrouterkit_api.Groups), openrouterkit_api.Groups)
    assert_type(client.with_options(timeout=5), Acme)
    assert_type(client.service.name, str)
    Acme(api_key="k", retries=0)
    Acme(tenant="x")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue] - deliberately unknown


async def an_async_subclass_keeps_its_constructor(client: AsyncAcme) -> None:
    """The options of the client are keyword arguments of the subclass."""
    assert_type(await client.models.list(), openrouterkit_mistral_api.models.ModelList)
    assert_type(AsyncAcme("berlin", api_key="k", timeout=3).tenant, str)
    AsyncAcme("berlin", base_url="https://acme.example")
    Desk(words=3, base_url="https://openrouter.ai/api/v1", app_title="Desk")
    AsyncAcme("berlin", api_kye="k")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue] - misspelt


def options_can_be_passed_on(options: ClientOptions) -> None:
    """A dict of options has a type."""
    Client(ACME, **options)


def both_names_of_the_root_are_types(error: SDKError) -> OpenRouterError:
    """The root of the errors has two names."""
    return error


def own_parameters_have_types(client: OpenAICompatible[Sampling]) -> None:
    """What only one service knows is checked by a typed dict of one's own."""
    messages = [user("Hello")]
    assert_type(
        client.chat.send(model="tiny", messages=messages, temperature=0, extra_body={"top_k": 40}), ChatCompletion
    )
    client.chat.send(model="tiny", messages=[{"role": "user", "content": "Hello"}], tool_choice="auto")
    client.chat.stream(model="tiny", messages=messages, extra_body={"top_p": 1})  # type: ignore[arg-type]  # pyright: ignore[reportArgumentType]
    client.chat.send(model="tiny", messages=messages, provider={})  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue]
    client.chat.send(model="tiny")  # type: ignore[call-arg]  # pyright: ignore[reportCallIssue] - messages are required
    assert_type(client.models.list()[0].id, str)
    OpenAICompatible(base_url="http://localhost:8080/v1").chat.send(
        model="tiny", messages=messages, extra_body={"anything": 1}
    )


async def own_parameters_have_types_in_async_code(client: AsyncOpenAICompatible[Sampling]) -> None:
    """As in sync code."""
    assert_type(await client.chat.send(model="tiny", messages=[user("Hello")], extra_body={"top_k": 1}), ChatCompletion)
    async with client.chat.stream(model="tiny", messages=[user("Hello")]) as stream:
        assert_type([chunk.text async for chunk in stream], list[str])
