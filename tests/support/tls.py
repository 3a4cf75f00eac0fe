"""A scripted server with TLS, and the files of its certificates."""

from __future__ import annotations

import socket
import ssl
from pathlib import Path

import trustme
from loopback import Loopback, Step


class Certificates:
    """A certificate authority in a folder, with a certificate for a server on localhost and one for a client.

    Attributes:
        authority: Path of the certificate of the authority.
        client: Path of the certificate of the client, without its key.
        key: Path of its private key.
        both: Path of a file with both.
        encrypted_key: Path of the private key, encrypted with `PASSWORD`.
    """

    PASSWORD = "  p@ss word "

    def __init__(self, folder: Path) -> None:
        from cryptography.hazmat.primitives import serialization

        self._authority = trustme.CA()
        self._server = self._authority.issue_cert("localhost", "127.0.0.1")
        client = self._authority.issue_cert("client@example.com")
        self.authority = folder / "authority.pem"
        self.client, self.key, self.both = folder / "client.pem", folder / "client.key", folder / "both.pem"
        self.encrypted_key = folder / "encrypted.key"
        self._authority.cert_pem.write_to_path(str(self.authority))
        client.cert_chain_pems[0].write_to_path(str(self.client))
        client.private_key_pem.write_to_path(str(self.key))
        client.private_key_and_cert_chain_pem.write_to_path(str(self.both))
        key = serialization.load_pem_private_key(client.private_key_pem.bytes(), None)
        self.encrypted_key.write_bytes(
            key.private_bytes(
                serialization.Encoding.PEM,
                serialization.PrivateFormat.TraditionalOpenSSL,
                serialization.BestAvailableEncryption(self.PASSWORD.encode()),
            )
        )

    def build_server_context(self, *, client_required: bool = False) -> ssl.SSLContext:
        """Return the context of a server, which may require the certificate of a client."""
        context = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH)
        self._server.configure_cert(context)
        if client_required:
            self._authority.configure_trust(context)
            context.verify_mode = ssl.CERT_REQUIRED
        return context


class TlsLoopback(Loopback):
    """A `Loopback` that expects TLS on every connection."""

    def __init__(self, context: ssl.SSLContext, *scripts: list[Step]) -> None:
        self._context = context
        super().__init__(*scripts)
        self.url = self.url.replace("http://127.0.0.1", "https://localhost")

    def _serve(self, sock: socket.socket, script: list[Step]) -> None:
        try:
            secured = self._context.wrap_socket(sock, server_side=True)
        except OSError:  # the client does not trust the certificate, or has none
            sock.close()
            return
        self._open.append(secured)
        super()._serve(secured, script)
