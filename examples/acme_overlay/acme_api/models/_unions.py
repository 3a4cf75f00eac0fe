# Generated from acme.yaml sha256:821beca4db60ceda by `openrouterkit generate SPEC OUT`: do not edit; change its document, or how it is generated, instead.
"""Decoders of the named unions, by name."""

from __future__ import annotations

from collections.abc import Mapping

from openrouterkit_runtime.members import Decoder


def return_unchanged(value: object) -> object:
    """Return the value itself: the decoder of unions without models."""
    return value


DECODERS: Mapping[str, Decoder] = {}
