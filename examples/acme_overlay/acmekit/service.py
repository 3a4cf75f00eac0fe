"""The service: where it is, what its errors look like, and what a caller can do about them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from attrs import evolve

from acme_api import SERVICE
from openrouterkit import APIError
from openrouterkit_runtime import Behavior

if TYPE_CHECKING:
    from collections.abc import Mapping


class QuotaExceededError(APIError):
    """The account has no words left this month."""

    hint = "buy words, or wait for the next month"

    @property
    def words_missing(self) -> int:
        """Number of words that the account lacks for the question."""
        return int(self.metadata.get("missing", 0))


def read_fault(body: Any) -> Mapping[str, Any] | None:
    """Return the error in a decoded response or event, `{"fault": {"kind": ..., "reason": ...}}`; None without one."""
    if not isinstance(body, dict) or not isinstance(body.get("fault"), dict):
        return None
    fault = body["fault"]
    return {"message": fault.get("reason"), "type": fault.get("kind"), "metadata": fault.get("details") or {}}


ACME: Final = evolve(
    SERVICE,
    behaviors={"ask": Behavior(result="acmekit.answers:SourcedAnswer", protocol="acmekit.answers:AnswerProtocol")},
    read_error=read_fault,
    error_types={"quota": QuotaExceededError},
    hints={404: "check the path; questions go to client.answers"},
    secret_headers=("X-Acme-Signature",),
)
