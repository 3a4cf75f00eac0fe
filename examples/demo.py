"""A tour of openrouterkit against the embedded server: no key, no network.

make demo                                     on this machine alone
LIVE=1 OPENROUTER_API_KEY=... make demo       the same against the real service, for a fraction of a cent
"""

from __future__ import annotations

import os
import time
from contextlib import ExitStack
from typing import TYPE_CHECKING

from openrouterkit import (
    APIError,
    Attempt,
    ChatCompletion,
    OpenRouter,
    RetryOptions,
    UnknownVariant,
    assistant,
    content,
    developer,
    function_tool,
    system,
    tool,
    user,
)
from openrouterkit.local import LocalServer

if TYPE_CHECKING:
    from openrouterkit_api.models import ChatMessages

LIVE = os.environ.get("LIVE") == "1"
STORY = "openai/gpt-4o-mini" if LIVE else "local/story"
ECHO = "openai/gpt-4o-mini" if LIVE else "local/echo"
TOOLS = "openai/gpt-4o-mini" if LIVE else "local/tools"
EMBEDDING = "openai/text-embedding-3-small" if LIVE else "local/embed"
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)
WEATHER = function_tool(
    "weather",
    description="The weather in a city.",
    parameters={"type": "object", "properties": {"city": {"type": "string"}}, "required": ["city"]},
)


def main() -> None:
    """Walk through it all."""
    with ExitStack() as stack:
        if LIVE:
            client = stack.enter_context(OpenRouter())
            print("This tour talks to the real service, with your key.")
        else:
            server = stack.enter_context(LocalServer(pace=0.04, retry_after=0.5))
            client = stack.enter_context(OpenRouter(base_url=server.base_url))
            print(f"The embedded server runs at {server.base_url}: no key, no network.")
        for part in (plain, streamed, conversation, retried, failed, listed, embedded):
            part(client)
    print("\nThat was the tour: examples/demo.py. What else there is stands in README.md.")


def plain(client: OpenRouter) -> None:
    """One question, one answer."""
    headline("A plain call")
    question = "What is the capital of France?"
    result = client.chat.send(model=ECHO, messages=[system("Be terse."), user(question)])
    line("user", question)
    line("assistant", result.text)
    account(result)


def streamed(client: OpenRouter) -> None:
    """Words as they arrive."""
    headline("A stream, printed as it comes")
    first = last = 0.0
    with client.chat.stream(model=STORY, messages=[user("Tell me a very short story.")], max_tokens=60) as stream:
        print(f"  {'assistant':<10} ", end="")
        for chunk in stream:
            print(chunk.text, end="", flush=True)
            first, last = first or chunk.total_latency, chunk.total_latency
    print(f"\n  {'':10} first chunk after {first:.2f} s, last after {last:.2f} s")
    account(stream.result())


def conversation(client: OpenRouter) -> None:
    """Every kind of message, an image part, and a round of tools."""
    headline("Every kind of message, an image, and a tool")
    messages: list[ChatMessages] = [
        system("Be terse."),
        developer("Answer in English."),
        user([content.text("What is this?"), content.image(PIXEL)]),
        assistant("A single pixel."),
        user("Right. And what is the weather in Paris?"),
    ]
    for message in messages:
        if not isinstance(message, UnknownVariant):
            line(message.role, message.content if isinstance(message.content, str) else "What is this? [an image]")
    result = client.chat.send(model=TOOLS, messages=messages, tools=[WEATHER])
    while result.tool_calls:
        messages.append(result.assistant_message)
        for call in result.tool_calls:
            line("assistant", f"calls {call.function.name}({call.function.arguments})")
            messages.append(tool("18 degrees, light rain", tool_call_id=call.id))
            line("tool", "18 degrees, light rain")
        result = client.chat.send(model=TOOLS, messages=messages, tools=[WEATHER])
    line("assistant", result.text)
    account(result)


def retried(client: OpenRouter) -> None:
    """Refusals that are waited out."""
    headline("A 429 and a 503, tried again as the service asks")
    if LIVE:
        line("", "(left out: the real service does not fail on demand)")
        return
    patient = client.with_options(retries=RetryOptions(on_attempt=told))
    account(patient.chat.send(model="local/flaky", messages=[user("Are you there?")]))


def told(attempt: Attempt) -> None:
    """Say what became of an attempt."""
    after = "an answer" if attempt.wait is None else f"waiting {attempt.wait:.2f} s"
    line(f"attempt {attempt.number}", f"status {attempt.status}, {after}")


def failed(client: OpenRouter) -> None:
    """A typed error that says what happened and what to do."""
    headline("An error that says what happened")
    try:
        client.chat.send(model="no/such-model", messages=[user("Hello")])
    except APIError as error:
        line("raised", type(error).__name__)
        line("", str(error))


def listed(client: OpenRouter) -> None:
    """What there is, and its price."""
    headline("Models and what they cost")
    for number, model in enumerate(client.models.list(limit=50)):
        if number == 5:
            break
        prices = [float(price) * 1e6 for price in (model.pricing.prompt, model.pricing.completion)]
        context = f"{model.context_length or 0:,} tokens"
        print(f"  {model.id:<32} {context:>16}   ${prices[0]:.2f} in, ${prices[1]:.2f} out a million")


def embedded(client: OpenRouter) -> None:
    """Texts as vectors."""
    headline("Embeddings")
    texts = ["The river floods in spring", "In spring the river rises", "An invoice for three chairs"]
    began = time.monotonic()
    answer = client.embeddings.generate(model=EMBEDDING, input=texts)
    took = time.monotonic() - began
    vectors = [entry.embedding for entry in answer.data if isinstance(entry.embedding, list)]
    for text, vector in zip(texts[1:], vectors[1:], strict=True):
        alike = sum(a * b for a, b in zip(vectors[0], vector, strict=True))
        line(f"{alike:.2f}", f"{texts[0]!r} is like {text!r}")
    line("", f"({len(vectors[0])} dimensions, {took:.2f} s)")


def headline(text: str) -> None:
    """Begin a part of the tour."""
    print(f"\n{text}\n{'-' * len(text)}")


def line(who: str, what: str) -> None:
    """Print who says what."""
    print(f"  {who:<10} {what}")


def account(result: ChatCompletion) -> None:
    """Print what an answer took."""
    usage = result.usage
    if usage is not None:
        cost = "" if usage.cost is None else f", ${usage.cost:.7f}"
        counts = f"{usage.prompt_tokens} + {usage.completion_tokens} tokens"
        line("", f"({counts}{cost}, {result.latency or 0:.2f} s)")


if __name__ == "__main__":
    main()
