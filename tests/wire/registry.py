"""The commands Discord knows of, and the check that what a person does fits one of them."""

from __future__ import annotations

from collections.abc import Iterator

from .gestures import Gesture
from .world import APPLICATION, Json, snowflake


class Registry:
    """Global and per-server commands, as last registered; registering again replaces them all."""

    def __init__(self) -> None:
        self.syncs = 0
        self._scopes: dict[str | None, list[Json]] = {}
        self._ids: dict[tuple[str | None, int, str], str] = {}

    def register(self, payloads: list[Json], guild_id: str | None = None) -> list[Json]:
        self.syncs += 1
        self._scopes[guild_id] = payloads
        return self.listed(guild_id)

    def payloads(self, guild_id: str | None = None) -> list[Json]:
        return self._scopes.get(guild_id, [])

    def listed(self, guild_id: str | None = None) -> list[Json]:
        """The commands with what Discord adds; an id outlives a new registration of the same name."""
        return [self._blank(guild_id, payload) | payload for payload in self.payloads(guild_id)]

    def fitted(self, gesture: Gesture) -> Gesture:
        """The gesture with its command's real id and option types; LookupError where Discord's client would refuse."""
        if gesture.type not in (2, 4) or not self.syncs:
            return gesture
        data = gesture.data
        known = [one for scope in self._scopes for one in self.listed(scope)]
        command = next((one for one in known if (one["type"], one["name"]) == (data["type"], data["name"])), None)
        if command is None:
            raise LookupError(f"no command {data['name']!r}; registered: {sorted(one['name'] for one in known)}")
        options = list(_fitted(command, data.get("options", []), complete=gesture.type == 2))
        return Gesture(gesture.type, data | {"id": command["id"], "options": options}, gesture.message)

    def _blank(self, guild_id: str | None, payload: Json) -> Json:
        key = (guild_id, payload.get("type", 1), payload["name"])
        blank: Json = {"id": self._ids.setdefault(key, snowflake()), "application_id": APPLICATION, "type": 1}
        if guild_id:
            blank["guild_id"] = guild_id
        return blank | {"description": "", "version": snowflake(), "default_member_permissions": None, "nsfw": False}


def _fitted(parent: Json, given: list[Json], *, complete: bool) -> Iterator[Json]:
    known = {one["name"]: one for one in parent.get("options") or ()}
    nested = any(one["type"] in (1, 2) for one in known.values())
    if nested and not given:
        raise LookupError(f"{parent['name']!r} needs one of {sorted(known)}")
    for option in given:
        name = option["name"]
        if name not in known:
            raise LookupError(f"{parent['name']!r} has no option {name!r}; it has {sorted(known)}")
        fitted = option | {"type": known[name]["type"]}
        if nested:
            fitted["options"] = list(_fitted(known[name], option.get("options", []), complete=complete))
        elif choices := known[name].get("choices"):
            allowed = [choice["value"] for choice in choices]
            if complete and option["value"] not in allowed:
                raise LookupError(f"{name!r} takes one of {allowed}, not {option['value']!r}")
        yield fitted
    missing = [one["name"] for one in known.values() if one.get("required")]
    missing = [name for name in missing if name not in {option["name"] for option in given}]
    if complete and missing:
        raise LookupError(f"{parent['name']!r} needs {missing}")
