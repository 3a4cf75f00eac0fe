"""`TypeDefaults`: generic classes whose last type arguments can be omitted at run time, too."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any


class TypeDefaults:
    """Lets annotations that Python evaluates omit type arguments: `Run[Reply]` for a class with two.

    Type checkers know the defaults of the type variables, which `typing` supports since Python 3.13 only. It is a base
    class before `Generic`.
    """

    __slots__ = ()

    if not TYPE_CHECKING:

        def __class_getitem__(cls, arguments: Any) -> Any:
            given = arguments if isinstance(arguments, tuple) else (arguments,)
            missing = len(cls.__parameters__) - len(given)
            return super().__class_getitem__((*given, *[Any] * missing))
