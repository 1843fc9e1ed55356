"""A stand-in for Feide on this machine: discovery, tokens and userinfo as OpenID Connect says."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import Any
from urllib.parse import parse_qs, urlparse

import jwt
from cryptography.hazmat.primitives.asymmetric import rsa
from django.test import Client

KEY = rsa.generate_private_key(public_exponent=65537, key_size=2048)


@contextmanager
def feide(person: dict[str, Any]) -> Iterator[str]:
    """A running Feide at which `person` is signed in; its address."""

    class Answer(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            self.say(person if self.path == "/userinfo" else discovery(address))

        def do_POST(self) -> None:
            self.rfile.read(int(self.headers["Content-Length"]))
            now = int(time.time())
            claims = {"iss": address, "aud": "veivalg", "sub": person["sub"], "iat": now, "exp": now + 300}
            self.say({"access_token": "a", "token_type": "Bearer", "id_token": jwt.encode(claims, KEY, "RS256")})

        def say(self, data: dict[str, Any]) -> None:
            body = json.dumps(data).encode()
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_args: Any) -> None:
            """Silent."""

    with ThreadingHTTPServer(("127.0.0.1", 0), Answer) as server:
        address = f"http://127.0.0.1:{server.server_port}"
        Thread(target=server.serve_forever, daemon=True).start()
        yield address
        server.shutdown()


def discovery(address: str) -> dict[str, Any]:
    return {
        "issuer": address,
        "authorization_endpoint": f"{address}/authorize",
        "token_endpoint": f"{address}/token",
        "userinfo_endpoint": f"{address}/userinfo",
        "jwks_uri": f"{address}/jwks",
        "token_endpoint_auth_methods_supported": ["client_secret_post"],
    }


def come_through(client: Client) -> Any:
    """Press the button, be recognised there, and come back."""
    away = client.post("/accounts/oidc/feide/login/")
    assert away.status_code == 302, away.content.decode()
    asked = parse_qs(urlparse(away["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"]
    return client.get("/accounts/oidc/feide/login/callback/", {"code": "c", "state": asked["state"][0]})
