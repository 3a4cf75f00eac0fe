"""A tour of openrouterkit against a small server on this machine: no key, no network.

make demo
"""

from __future__ import annotations

import asyncio
import sys
from pathlib import Path
from typing import TYPE_CHECKING

from openrouterkit import (
    APIError,
    AsyncOpenRouter,
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

if TYPE_CHECKING:
    from openrouterkit_api.models import ChatMessages

sys.path.insert(0, str(Path(__file__).parent.parent))
from examples.server import ExampleServer

PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010806000000"
    "1f15c4890000000d49444154789c6360606060000000050001a5f64540"
    "0000000049454e44ae426082"
)


def main() -> None:
    """Walk through it all."""
    with ExampleServer() as server, OpenRouter(api_key="no key is needed here", base_url=server.base_url) as client:
        print(f"A small chat service runs at {server.base_url}; every call below goes there.")
        plain(client)
        streamed(client)
        conversation(client)
        retried(client)
        failed(client)
        listed(client)
        asyncio.run(concurrent(server.base_url))
    print("\nThat was the tour. README.md says more, and examples/demo.py is the program you have just watched.")


def plain(client: OpenRouter) -> None:
    """One question, one answer."""
    headline("A plain call")
    question = "What is the capital of France?"
    result = client.chat.send(model="local/story", messages=[system("Be terse."), user(question)])
    line("user", question)
    line("assistant", result.text)
    account(result)


def streamed(client: OpenRouter) -> None:
    """Tokens as they arrive."""
    headline("A stream, printed as it comes")
    with client.chat.stream(model="local/story", messages=[user("Tell me a story.")]) as stream:
        print("  assistant  ", end="")
        for chunk in stream:
            print(chunk.text, end="", flush=True)
            if chunk.is_last:
                print(f"\n  (the last of the chunks came {chunk.total_latency:.2f} s after the call began)")
    account(stream.result())


def conversation(client: OpenRouter) -> None:
    """Every message variant, an image part, and a tool that is called."""
    headline("Every kind of message, an image, and a tool")
    weather = function_tool("weather", description="The weather in a city.", parameters={"type": "object"})
    messages: list[ChatMessages] = [
        system("Be terse."),
        developer("Answer in English."),
        user([content.text("What is this?"), content.image(PIXEL)]),
        assistant("A pixel."),
        user("And the weather in Paris?"),
    ]
    for message in messages:
        if not isinstance(message, UnknownVariant):
            line(message.role, message.content if isinstance(message.content, str) else "(text and an image)")
    result = client.chat.send(model="local/story", messages=messages, tools=[weather])
    if result.assistant_message is None:
        return
    messages.append(result.assistant_message)
    for call in result.tool_calls:
        line("assistant", f"calls {call.function.name}({call.function.arguments})")
        messages.append(tool("18 degrees, light rain", tool_call_id=call.id))
        line("tool", "18 degrees, light rain")
    result = client.chat.send(model="local/story", messages=messages, tools=[weather])
    line("assistant", result.text)
    account(result)


def retried(client: OpenRouter) -> None:
    """A refusal that is waited out."""
    headline("A 429, tried again as the service asks")
    patient = client.with_options(retries=RetryOptions(on_attempt=told))
    result = patient.chat.send(model="local/flaky", messages=[user("What is the capital of France?")])
    line("assistant", result.text)
    account(result)


def told(attempt: Attempt) -> None:
    """What became of an attempt."""
    after = "" if attempt.wait is None else f", waiting {attempt.wait:.2f} s"
    line(f"attempt {attempt.number}", f"status {attempt.status}{after}")


def failed(client: OpenRouter) -> None:
    """A typed error."""
    headline("An error that says what happened")
    try:
        client.chat.send(model="no/such-model", messages=[user("Hello")])
    except APIError as error:
        line(type(error).__name__, str(error))


def listed(client: OpenRouter) -> None:
    """What there is, and its price."""
    headline("The models")
    for model in client.models.list():
        price = float(model.pricing.prompt) * 1e6
        line(model.id, f"{model.context_length} tokens of context, ${price:.2f} a million prompt tokens")


async def concurrent(base_url: str) -> None:
    """Three streams at once, with the async client."""
    headline("Three streams at once")
    async with AsyncOpenRouter(api_key="no key is needed here", base_url=base_url) as client:

        async def story(number: int) -> str:
            async with client.chat.stream(model="local/story", messages=[user("Tell me a story.")]) as stream:
                count = 0
                async for _ in stream:
                    count += 1
            return f"stream {number}: {count} chunks, {len(stream.result().text)} characters"

        for finished in await asyncio.gather(*(story(number) for number in (1, 2, 3))):
            print(f"  {finished}")


def headline(text: str) -> None:
    """Begin a part of the tour."""
    print(f"\n{text}\n{'-' * len(text)}")


def line(who: str, what: str) -> None:
    """Print who says what."""
    print(f"  {who:<10} {what}")


def account(result: ChatCompletion) -> None:
    """Print what an answer took."""
    usage = result.usage
    if usage is not None and usage.cost is not None:
        spent = f"{usage.prompt_tokens} + {usage.completion_tokens} tokens, ${usage.cost:.7f}"
        print(f"  ({spent}, {result.latency or 0:.2f} s, {len(result.response.attempts)} attempt(s))")


if __name__ == "__main__":
    main()
