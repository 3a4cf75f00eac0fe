"""Matches the variants of a union with those in another description, by tags, names and common members."""

from __future__ import annotations

from .alternatives import Alternative


def match_variants(lefts: list[Alternative], rights: list[Alternative]) -> dict[int, list[int]]:
    """Return, for the index of each of our objects, the indexes of the objects of theirs that match it best.

    Of each union of theirs, at most one variant matches one of ours: a second one is a new variant, even if it has the
    same members and more.
    """
    matches: dict[int, list[int]] = {index: [] for index in range(len(lefts))}
    scores = [
        (_score_similarity(left, right), -at, -index)
        for at, left in enumerate(lefts)
        for index, right in enumerate(rights)
    ]
    taken: set[tuple[int, int]] = set()
    matched: set[int] = set()
    for score, at, index in sorted(scores, reverse=True):
        right = rights[-index]
        alone = len(lefts) == 1 and (right.only_object or not right.schema.get("properties"))
        if (score > 0 or alone) and -index not in matched and (-at, right.union) not in taken:
            taken.add((-at, right.union))
            matched.add(-index)
            matches[-at].append(-index)
    return {at: sorted(indexes) for at, indexes in matches.items()}


def _score_similarity(left: Alternative, right: Alternative) -> float:
    """Return how similar two objects are; 0 means that they do not match.

    An equal tag counts for more than an equal name, and a name for more than common members. Common members count only
    if they are more than half of the members of the smaller object. Two objects without members match.
    """
    left_members, right_members = left.schema.get("properties") or {}, right.schema.get("properties") or {}
    common = left_members.keys() & right_members.keys()
    share = len(common) / max(1, len(left_members.keys() | right_members.keys()))
    same_name = left.name is not None and left.name == right.name
    constants = [
        (left_members[name]["const"], right_members[name]["const"])
        for name in common
        if "const" in left_members[name] and "const" in right_members[name]
    ]
    if constants:
        return 2 + share + same_name if all(repr(one) == repr(other) for one, other in constants) else 0
    if same_name:
        return 1 + share
    if not left_members and not right_members:
        return 0.75 if left.schema == right.schema else 0.5
    return share if len(common) > min(len(left_members), len(right_members)) / 2 else 0
