"""The places of a module that can be mutated, and the source text of each mutant."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from dataclasses import dataclass

COMPARISONS: dict[type[ast.cmpop], str] = {
    ast.Eq: "!=",
    ast.NotEq: "==",
    ast.Lt: "<=",
    ast.LtE: "<",
    ast.Gt: ">=",
    ast.GtE: ">",
    ast.Is: "is not",
    ast.IsNot: "is",
    ast.In: "not in",
    ast.NotIn: "in",
}
OPERATORS: dict[type[ast.operator], str] = {ast.Add: "-", ast.Sub: "+", ast.Mult: "/", ast.Div: "*"}


@dataclass(frozen=True)
class Mutant:
    """One change of the source text.

    Attributes:
        path: of the module, relative to the root of the project.
        line: the first line that changes, from 1.
        before, after: the source of the expression or statement.
        start, end: character offsets in the module.
    """

    path: str
    line: int
    before: str
    after: str
    start: int
    end: int

    def apply(self, source: str) -> str:
        """Return the mutated source."""
        return source[: self.start] + self.after + source[self.end :]

    def __str__(self) -> str:
        return f"{self.path}:{self.line}: {flat(self.before)}  ->  {flat(self.after)}"


def flat(source: str) -> str:
    """Return the source on one line, at most 90 characters."""
    text = " ".join(source.split())
    return text if len(text) <= 90 else f"{text[:87]}..."


def find_mutants(path: str, source: str) -> Iterator[Mutant]:
    """Yield the mutants of a module that differ from it in one expression or statement."""
    tree = ast.parse(source)
    starts = [0]
    for line in source.splitlines(keepends=True):
        starts.append(starts[-1] + len(line.encode()))
    encoded = source.encode()

    def offset(line: int, column: int) -> int:
        return len(encoded[: starts[line - 1] + column].decode())

    for node in behaviour_nodes(tree):
        start = offset(node.lineno, node.col_offset)
        end = offset(node.end_lineno or node.lineno, node.end_col_offset or 0)
        before = source[start:end]
        for after in replacements(node, before):
            yield Mutant(path, node.lineno, before, after, start, end)


def behaviour_nodes(tree: ast.Module) -> Iterator[ast.expr | ast.stmt]:
    """Yield the nodes that run, without annotations, docstrings, error texts and what only type checkers read."""
    skipped: set[int] = set()

    def skip(node: ast.AST | None) -> None:
        if node is not None:
            skipped.update(id(inner) for inner in ast.walk(node))

    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            skip(node.returns)
            for argument in [*node.args.posonlyargs, *node.args.args, *node.args.kwonlyargs]:
                skip(argument.annotation)
        if isinstance(node, ast.AnnAssign):
            skip(node.annotation)
        elif is_inert(node):
            skip(node)
    for node in ast.walk(tree):
        if id(node) not in skipped and isinstance(node, ast.expr | ast.stmt):
            yield node


def is_inert(node: ast.AST) -> bool:
    """Whether a node and all below it has no behaviour that a test should hold: texts, representations, types."""
    if isinstance(node, ast.If):
        return "TYPE_CHECKING" in ast.unparse(node.test)
    if isinstance(node, ast.FunctionDef):
        return node.name in ("__repr__", "__str__")
    if isinstance(node, ast.Expr):
        return isinstance(node.value, ast.Constant)
    if isinstance(node, ast.Assign):
        return any(ast.unparse(each) == "__all__" for each in node.targets)
    if isinstance(node, ast.Call):
        return ast.unparse(node.func).split(".")[-1] in ("TypeVar", "cast")
    return isinstance(node, ast.JoinedStr)


def replacements(node: ast.expr | ast.stmt, before: str) -> Iterator[str]:
    """Yield the texts that may replace a node."""
    if isinstance(node, ast.Compare) and len(node.ops) == 1:
        left, right = ast.unparse(node.left), ast.unparse(node.comparators[0])
        yield f"({left} {COMPARISONS[type(node.ops[0])]} {right})"
    elif isinstance(node, ast.BoolOp):
        other = " or " if isinstance(node.op, ast.And) else " and "
        yield f"({other.join(f'({ast.unparse(each)})' for each in node.values)})"
    elif isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.Not):
        yield f"bool({ast.unparse(node.operand)})"
    elif isinstance(node, ast.BinOp) and type(node.op) in OPERATORS:
        yield f"({ast.unparse(node.left)} {OPERATORS[type(node.op)]} {ast.unparse(node.right)})"
    elif isinstance(node, ast.Constant) and not before.startswith(("'", '"', "b", "r", "f")):
        if isinstance(node.value, bool):
            yield str(not node.value)
        elif isinstance(node.value, int | float):
            yield f"({node.value + 1})"
    elif isinstance(node, ast.IfExp):
        yield f"({ast.unparse(node.orelse)} if {ast.unparse(node.test)} else {ast.unparse(node.body)})"
    elif isinstance(node, ast.Return) and node.value is not None and not isinstance(node.value, ast.Constant):
        yield "return None"
    elif isinstance(node, ast.AugAssign) or (isinstance(node, ast.Expr) and isinstance(node.value, ast.Call)):
        yield "pass"
    elif isinstance(node, ast.Break):
        yield "continue"
    elif isinstance(node, ast.Continue):
        yield "break"
