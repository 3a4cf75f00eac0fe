"""The types that type checkers infer from conversations and budgets. Checked by `make types`, never run."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, assert_type

from openrouterkit import (
    AsyncChatStream,
    AsyncConversation,
    AsyncOpenRouter,
    ChatCompletion,
    ChatStream,
    Conversation,
    OpenRouter,
    RequestOptions,
)
from openrouterkit.chats import ChatMethods
from openrouterkit.conversations import CLEANING_RULES, CleaningRule, TokenLimit
from openrouterkit.middleware import Budget, BudgetExceededError, Price, Prices, Usage
from openrouterkit.mistral import AsyncMistral, Mistral
from openrouterkit.mistral.results import MistralCompletion
from openrouterkit.parsing import AsyncParsedStream, ParsedStream
from openrouterkit.runs import AsyncRunStream, Run, RunStream
from openrouterkit.services import OpenAICompatible
from openrouterkit_api import namespaces
from openrouterkit_api.models import ChatResult


@dataclass
class City:
    """A type of one's own."""

    name: str


class AcmeChat(ChatMethods, namespaces.chat.Chat):
    """The chat of another package."""

    send_operation = "openrouterkit_api.operations.chat:send"


def conversations_have_the_completions_of_their_service(client: OpenRouter, mistral: Mistral) -> None:
    """The class is that which `chat.send` returns, also if the chat is passed."""
    conversation = Conversation(client, model="m", system="Be terse.", trim=TokenLimit(100), temperature=0.5)
    assert_type(conversation, Conversation)
    assert_type(conversation.send("Hello"), ChatCompletion)
    assert_type(conversation.stream("Hello"), ChatStream)
    assert_type(conversation.run("Hello"), Run[ChatCompletion, None])
    assert_type(conversation.run("Hello", response_type=City, max_steps=3).value, City)
    assert_type(conversation.run("Hello", response_type=list[int]).value, list[int])
    assert_type(conversation.run_stream("Hello"), RunStream[ChatCompletion, None])
    assert_type(conversation.run_stream("Hello", response_type=City), RunStream[ChatCompletion, City])
    assert_type(conversation.resume(approve=True), Run[ChatCompletion])
    assert_type(conversation.resume(response_type=City, approve=True).value, City)
    assert_type(conversation.parse("Hello", response_type=City).value, City)
    assert_type(conversation.parse("Hello", response_type=City).result, ChatCompletion)
    assert_type(conversation.parse_stream("Hello", response_type=City), ParsedStream[City])
    assert_type(conversation.parse("Hello", response_type=list[int] | None).value, Any)
    assert_type(conversation.resume_stream(deny={"id": "why"}), RunStream[ChatCompletion])
    assert_type(conversation.resume_stream(response_type=City).read_all().value, City)
    assert_type(conversation.usage, Usage)
    assert_type(conversation.cost, float | None)
    assert_type(conversation.fork().send(), ChatCompletion)
    assert_type(Conversation.load(client, "a.json").send(), ChatCompletion)
    assert_type(Conversation(client.chat).send("Hello"), ChatCompletion)
    assert_type(Conversation(mistral).send("Hello"), MistralCompletion)
    assert_type(Conversation(mistral.chat).run("Hello"), Run[MistralCompletion, None])
    assert_type(Conversation(mistral).run("Hello", response_type=City), Run[MistralCompletion, City])
    assert_type(Conversation(mistral, safe_prompt=True).send("Hello", random_seed=1), MistralCompletion)
    assert_type(Conversation(mistral).parse("Hello", response_type=City).result, MistralCompletion)
    assert_type(Conversation(mistral).fork(model="m").send("Hello"), MistralCompletion)
    assert_type(Conversation(mistral).stream("Hello").read_all(), MistralCompletion)
    compatible = Conversation(OpenAICompatible(base_url="http://localhost/v1"), model="m", extra_body={"a": 1})
    assert_type(compatible.send("Hello", top_p=1), ChatCompletion)
    assert_type(compatible.run("Hello", response_type=City).value, City)
    assert_type(compatible.resume(), Run[ChatCompletion])
    outside = Conversation(AcmeChat(client), anything=1)  # a chat that declares no parameters accepts any
    assert_type(outside.send("Hello", anything=1), ChatResult)
    assert_type(outside.run("Hello", response_type=City, anything=1), Run[ChatResult, City])
    assert_type(outside.resume(anything=1), Run[ChatResult])


async def the_async_conversations_have_the_same_types(client: AsyncOpenRouter, mistral: AsyncMistral) -> None:
    """The async methods have the same signatures."""
    conversation = AsyncConversation(client, model="m", cleaning=[*CLEANING_RULES])
    assert_type(await conversation.send("Hello"), ChatCompletion)
    assert_type(conversation.stream("Hello"), AsyncChatStream)
    assert_type(await conversation.run("Hello"), Run[ChatCompletion, None])
    assert_type((await conversation.run("Hello", response_type=City)).value, City)
    assert_type(conversation.run_stream("Hello", response_type=City), AsyncRunStream[ChatCompletion, City])
    assert_type((await conversation.parse("Hello", response_type=City)).value, City)
    assert_type(conversation.parse_stream("Hello", response_type=City), AsyncParsedStream[City])
    assert_type(await conversation.resume(approve=True), Run[ChatCompletion])
    assert_type((await conversation.resume(response_type=City)).value, City)
    assert_type(conversation.resume_stream(response_type=City), AsyncRunStream[ChatCompletion, City])
    assert_type(await AsyncConversation(mistral.chat).send("Hello"), MistralCompletion)


def budgets_are_middleware(client: OpenRouter) -> None:
    """A budget is passed wherever middleware is."""
    budget = Budget(usd=0.5, tokens=1000, prices={"m": Price(input=1e-6, output=2e-6)})
    prices = Prices()
    prices.add_models(client.models.list())
    OpenRouter(middleware=[budget], attempt_middleware=[Budget(tokens=10, prices=prices)])
    Conversation(client, options=RequestOptions(middleware=[budget]))
    assert_type(budget.remaining_usd, float | None)
    assert_type(BudgetExceededError().spent, float)
    CleaningRule("short", "a reason", lambda messages, is_foreign: [m for m in messages if not is_foreign(m)])
