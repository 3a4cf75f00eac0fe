"""The requests of clients of compatible services by their own methods, and their expected outcomes."""

from __future__ import annotations

from typing import Any, Final

from openrouterkit.errors import BadRequestResponseError

from .cases import MESSAGES, Case, Expected

_HELLO: Final = "Hello from the mock: zäh, 你好."
_PLAIN: Final[dict[str, Any]] = {"model": "mock/plain", "messages": MESSAGES}
_UNKNOWN: Final = Expected("Invalid model name passed in model=mock/none", BadRequestResponseError, 400)


def build_compatible_cases() -> list[Case]:
    """Return the cases that use the methods of `OpenAICompatible` and `AsyncOpenAICompatible`."""
    return [
        Case(
            "chat with parameters of the proxy",
            lambda client: client.chat.send(**_PLAIN, temperature=0, extra_body={"tags": ["peers"]}),
            Expected(_HELLO),
            lambda client: client.chat.stream(**_PLAIN, temperature=0, extra_body={"tags": ["peers"]}),
        ),
        Case(
            "chat with an unknown model",
            lambda client: client.chat.send(model="mock/none", messages=MESSAGES),
            _UNKNOWN,
            lambda client: client.chat.stream(model="mock/none", messages=MESSAGES),
        ),
        Case("models", lambda client: client.models.list(), Expected("", check=_check_models)),
        # The proxy does not find models whose names contain a slash.
        Case("one model", lambda client: client.models.get("mock-embedding"), Expected("", check=_check_model)),
        Case(
            "embeddings",
            lambda client: client.embeddings.create(model="mock-embedding", input=["a", "b"]),
            Expected("", check=_check_vectors),
        ),
    ]


def _check_models(models: Any) -> str | None:
    names = [model.id for model in models]
    return None if "mock/plain" in names else f"mock/plain is missing from the models: {names}"


def _check_model(model: Any) -> str | None:
    return None if model.id == "mock-embedding" else f"unexpected model: {model}"


def _check_vectors(response: Any) -> str | None:
    vectors = [item.embedding for item in response.data]
    return None if vectors == [[0.5, 1.0, -2.0]] * len(vectors) and vectors else f"unexpected vectors: {vectors}"
