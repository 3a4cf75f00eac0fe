"""A tour of openrouterkit against the embedded server: no key, no network.

make demo                                   run the tour against the embedded server
LIVE=1 OPENROUTER_API_KEY=... make demo     run it against the real service, for a fraction of a cent
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
CHAT = "openai/gpt-4o-mini"  # the embedded server, too, answers the question below for this name
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
    """Run all parts of the tour."""
    with ExitStack() as stack:
        if LIVE:
            client = stack.enter_context(OpenRouter())
            print("This tour sends requests to the real service, with your key.")
        else:
            server = stack.enter_context(LocalServer(pace=0.04, retry_after=0.5))
            client = stack.enter_context(OpenRouter(base_url=server.base_url))
            print(f"The embedded server runs at {server.base_url}: no key, no network.")
        for part in (send_message, stream_story, use_tool, retry_errors, catch_error, list_models, embed_texts):
            part(client)
    print("\nEnd of the tour. Its code is in examples/demo.py; README.md describes everything else.")


def send_message(client: OpenRouter) -> None:
    """Send one question and print the answer."""
    print_heading("A plain call")
    question = "What is the capital of France?"
    result = client.chat.send(model=CHAT, messages=[system("Be terse."), user(question)])
    print_line("user", question)
    print_line("assistant", result.text)
    print_usage(result)


def stream_story(client: OpenRouter) -> None:
    """Print the words of a stream as they arrive."""
    print_heading("A stream, printed as it arrives")
    first = last = 0.0
    with client.chat.stream(model=STORY, messages=[user("Tell me a very short story.")], max_tokens=60) as stream:
        print(f"  {'assistant':<10} ", end="")
        for chunk in stream:
            print(chunk.text, end="", flush=True)
            first, last = first or chunk.total_latency, chunk.total_latency
    print(f"\n  {'':10} first chunk after {first:.2f} s, last after {last:.2f} s")
    print_usage(stream.result())


def use_tool(client: OpenRouter) -> None:
    """Send every kind of message and an image, and run the tools that the model calls."""
    print_heading("Every kind of message, an image, and a tool")
    messages: list[ChatMessages] = [
        system("Be terse."),
        developer("Answer in English."),
        user("What is this?", content.image(PIXEL)),
        assistant("A single pixel."),
        user("Right. And what is the weather in Paris?"),
    ]
    for message in messages:
        if not isinstance(message, UnknownVariant):
            print_line(
                message.role, message.content if isinstance(message.content, str) else "What is this? [an image]"
            )
    result = client.chat.send(model=TOOLS, messages=messages, tools=[WEATHER])
    while result.tool_calls:
        messages.append(result.assistant_message)
        for call in result.tool_calls:
            print_line("assistant", f"calls {call.name}({call.function.arguments})")
            messages.append(tool("18 degrees, light rain", tool_call_id=call.id))
            print_line("tool", "18 degrees, light rain")
        result = client.chat.send(model=TOOLS, messages=messages, tools=[WEATHER])
    print_line("assistant", result.text)
    print_usage(result)


def retry_errors(client: OpenRouter) -> None:
    """Retry responses with status 429 and 503, and print each attempt."""
    print_heading("A 429 and a 503, retried after the time in Retry-After")
    if LIVE:
        print_line("", "(skipped: the real service does not fail on demand)")
        return
    retrying = client.with_options(retries=RetryOptions(on_attempt=print_attempt))
    print_usage(retrying.chat.send(model="local/flaky", messages=[user("Are you there?")]))


def print_attempt(attempt: Attempt) -> None:
    """Print how an attempt ended."""
    outcome = "success" if attempt.wait is None else f"retry in {attempt.wait:.2f} s"
    print_line(f"attempt {attempt.number}", f"status {attempt.status_code}, {outcome}")


def catch_error(client: OpenRouter) -> None:
    """Catch a typed error and print its message."""
    print_heading("An error that says what happened")
    try:
        client.chat.send(model="no/such-model", messages=[user("Hello")])
    except APIError as error:
        print_line("raised", type(error).__name__)
        print_line("", str(error))


def list_models(client: OpenRouter) -> None:
    """Print the first five models with their prices."""
    print_heading("Models and their prices")
    for number, model in enumerate(client.models.list(limit=50)):
        if number == 5:
            break
        prices = [float(price) * 1e6 for price in (model.pricing.prompt, model.pricing.completion)]
        context = f"{model.context_length or 0:,} tokens"
        print(f"  {model.id:<32} {context:>16}   ${prices[0]:.2f} in, ${prices[1]:.2f} out per million tokens")


def embed_texts(client: OpenRouter) -> None:
    """Embed three texts and print how similar they are."""
    print_heading("Embeddings")
    texts = ["The river floods in spring", "In spring the river rises", "An invoice for three chairs"]
    start = time.monotonic()
    response = client.embeddings.generate(model=EMBEDDING, input=texts)
    seconds = time.monotonic() - start
    vectors = [entry.embedding for entry in response.data if isinstance(entry.embedding, list)]
    for text, vector in zip(texts[1:], vectors[1:], strict=True):
        similarity = sum(a * b for a, b in zip(vectors[0], vector, strict=True))
        print_line(f"{similarity:.2f}", f"similarity of {texts[0]!r} and {text!r}")
    print_line("", f"({len(vectors[0])} dimensions, {seconds:.2f} s)")


def print_heading(text: str) -> None:
    """Print the heading of a part of the tour."""
    print(f"\n{text}\n{'-' * len(text)}")


def print_line(label: str, text: str) -> None:
    """Print a line with a label, such as the role of a message."""
    print(f"  {label:<10} {text}")


def print_usage(result: ChatCompletion) -> None:
    """Print the tokens, cost and latency of a response."""
    usage = result.usage
    if usage is not None:
        cost = "" if usage.cost is None else f", ${usage.cost:.7f}"
        counts = f"{usage.prompt_tokens} + {usage.completion_tokens} tokens"
        print_line("", f"({counts}{cost}, {result.latency or 0:.2f} s)")


if __name__ == "__main__":
    main()
