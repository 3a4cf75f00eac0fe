"""Classes by their import path, or as objects."""

from __future__ import annotations

import pytest

from openrouterkit_runtime.endpoint import Behavior
from openrouterkit_runtime.lookup import load


def test_an_import_path_is_imported_and_an_object_is_returned_unchanged() -> None:
    assert load("openrouterkit_runtime.endpoint:Behavior") is Behavior
    assert load(Behavior) is Behavior
    assert load(None) is None


@pytest.mark.parametrize(("path", "error"), [("no_such_module:A", ImportError), ("json:no_such_name", AttributeError)])
def test_a_wrong_import_path_raises(path: str, error: type[Exception]) -> None:
    with pytest.raises(error):
        load(path)
