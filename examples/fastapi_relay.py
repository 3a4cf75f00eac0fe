"""Relay a stream to browsers as server-sent events.

    uvicorn examples.fastapi_relay:app

Run as a program, it starts the server on a free port, and reads a stream as a browser does.
"""

from __future__ import annotations

import threading
import time
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

import httpx
import uvicorn
from fastapi import FastAPI
from fastapi.responses import StreamingResponse

from openrouterkit import AsyncOpenRouter, SDKError, user

if TYPE_CHECKING:
    from collections.abc import AsyncIterator

MODEL = "openai/gpt-4o-mini"


@asynccontextmanager
async def share_client(app: FastAPI) -> AsyncIterator[None]:
    """Open one client for all requests."""
    async with AsyncOpenRouter() as client:
        app.state.client = client
        yield


app = FastAPI(lifespan=share_client)


@app.get("/answers")
async def stream_answer(question: str) -> StreamingResponse:
    """Return the answer as events: the texts, and at the end the event `done` or `error`."""
    return StreamingResponse(write_events(app.state.client, question), media_type="text/event-stream")


async def write_events(client: AsyncOpenRouter, question: str) -> AsyncIterator[str]:
    """Yield the events. If the browser disconnects, the stream of the model is closed."""
    try:
        async with client.chat.stream(model=MODEL, messages=[user(question)]) as stream:
            async for text in stream.texts():
                yield "".join(f"data: {line}\n" for line in text.split("\n")) + "\n"
        yield f"event: done\ndata: {stream.result().finish_reason}\n\n"
    except SDKError as error:  # the status was sent before, so the error is an event
        yield f"event: error\ndata: {type(error).__name__}\n\n"


def main() -> None:
    """Start the server, read one answer, and stop it."""
    server = uvicorn.Server(uvicorn.Config(app, port=0, log_level="warning"))
    thread = threading.Thread(target=server.run)
    thread.start()
    while not server.started:
        time.sleep(0.01)
    port = server.servers[0].sockets[0].getsockname()[1]
    question = {"question": "Tell me a short story."}
    with httpx.stream("GET", f"http://127.0.0.1:{port}/answers", params=question) as response:
        for line in response.iter_lines():
            if line:
                print(line)
    server.should_exit = True
    thread.join()


if __name__ == "__main__":
    main()
