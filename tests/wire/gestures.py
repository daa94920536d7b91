"""What a person does in Discord: types a command, presses a button, picks from a list, sends a form."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from .messages import parts
from .world import GUILD, Channel, Json, Person

Value = str | int | float | bool | Person | Channel


@dataclass(frozen=True, slots=True)
class Gesture:
    """The kind and content of one interaction, and the message it was made on."""

    type: int
    data: Json
    message: Json | None = None


def slash(path: str, /, **options: Value) -> Gesture:
    """A slash command: `slash("cost video", duration="5s")`."""
    return Gesture(2, _command(path, [_option(*item) for item in options.items()], options))


def autocomplete(path: str, option: str, typed: str, /, **others: Value) -> Gesture:
    """The moment while `option` is being typed: `autocomplete("cost video", "model", "wa", duration="5s")`."""
    given = [_option(*item) for item in others.items()]
    return Gesture(4, _command(path, [*given, _option(option, typed) | {"focused": True}], others))


def menu(name: str, message: Json) -> Gesture:
    """A command from the right-click menu of a message."""
    found = {"messages": {message["id"]: message}}
    return Gesture(2, {"id": "0", "type": 3, "name": name, "target_id": message["id"], "resolved": found})


def button(custom_id: str, message: Json) -> Gesture:
    """A press of a button that the message really carries."""
    _component(custom_id, message)
    return Gesture(3, {"custom_id": custom_id, "component_type": 2}, message)


def select(custom_id: str, message: Json, *values: str) -> Gesture:
    """A choice in a list that the message really carries."""
    kind = _component(custom_id, message)["type"]
    return Gesture(3, {"custom_id": custom_id, "component_type": kind, "values": list(values)}, message)


def modal(shown: Json, values: Mapping[str, str | bool | list[str]], message: Json | None = None) -> Gesture:
    """A form sent back: `shown` is the data of the answer that opened it, `values` go by custom id."""
    fields = {part["custom_id"] for part in parts(shown["components"]) if "custom_id" in part}
    if unknown := values.keys() - fields:
        raise LookupError(f"the form has no field {sorted(unknown)}; it has {sorted(fields)}")
    filled = [_filled(component, values) for component in shown["components"]]
    return Gesture(5, {"custom_id": shown["custom_id"], "components": filled}, message)


def _command(path: str, options: list[Json], given: Mapping[str, Value]) -> Json:
    name, *inner = path.split()
    for depth, word in enumerate(reversed(inner)):
        options = [{"name": word, "type": 1 if depth == 0 else 2, "options": options}]
    data: Json = {"id": "0", "type": 1, "name": name, "options": options}
    people = [value for value in given.values() if isinstance(value, Person)]
    channels = [value for value in given.values() if isinstance(value, Channel)]
    resolved: Json = {}
    if people:
        # Discord leaves the user out of a resolved member, and gives it beside.
        members = {one.id: {k: v for k, v in one.member().items() if k != "user"} for one in people}
        resolved |= {"users": {one.id: one.user() for one in people}, "members": members}
    if channels:
        resolved |= {"channels": {one.id: one.json() for one in channels}}
    return data | {"resolved": resolved, "guild_id": GUILD} if resolved else data


def _option(name: str, value: Value) -> Json:
    if isinstance(value, Person | Channel):
        return {"name": name, "type": 6 if isinstance(value, Person) else 7, "value": value.id}
    kinds = {bool: 5, int: 4, float: 10, str: 3}
    return {"name": name, "type": kinds[type(value)], "value": value}


def _component(custom_id: str, message: Json) -> Json:
    present = {part["custom_id"]: part for part in parts(message["components"]) if "custom_id" in part}
    if custom_id not in present:
        raise LookupError(f"the message has no component {custom_id!r}; it has {sorted(present)}")
    if present[custom_id].get("disabled"):
        raise LookupError(f"the component {custom_id!r} is disabled")
    return present[custom_id]


def _filled(component: Json, values: Mapping[str, str | bool | list[str]]) -> Json:
    if "components" in component:
        inner = [_filled(part, values) for part in component["components"]]
        return {"type": component["type"], "id": component.get("id", 0), "components": inner}
    if "component" in component:
        inside = _filled(component["component"], values)
        return {"type": component["type"], "id": component.get("id", 0), "component": inside}
    field: Json = {"type": component["type"], "id": component.get("id", 0)}
    if "custom_id" not in component:
        return field
    field["custom_id"] = component["custom_id"]
    value = values.get(component["custom_id"], component.get("value", ""))
    if component["type"] in (4, 21, 23):
        return field | {"value": value}
    return field | {"values": [value] if isinstance(value, str) and value else value or []}
