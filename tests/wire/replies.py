"""The REST routes through which a bot answers interactions; their token is the interaction's, not the bot's."""

from __future__ import annotations

import time

from aiohttp import web

from .answers import Answer
from .gestures import Gesture
from .messages import EPHEMERAL, LOADING, body, edited, message
from .response import refusal, response
from .world import DIRECT, GENERAL, Json


class Replies:
    """Callbacks, follow-ups and edits, each filed with the interaction it belongs to."""

    def __init__(self) -> None:
        self._by_token: dict[str, Answer] = {}

    def expect(self, id: str, gesture: Gesture, *, guild: bool) -> Answer:
        """The place where the answer will be filed; the same one when an interaction is delivered twice."""
        token = f"interaction-{id}"
        channel = GENERAL if guild else DIRECT
        return self._by_token.setdefault(token, Answer(id, token, channel, gesture))

    def routes(self, root: str) -> list[web.RouteDef]:
        hook = root + "/webhooks/{app}/{token}"
        return [
            web.post(root + "/interactions/{id}/{token}/callback", self._callback),
            web.post(hook, self._follow),
            web.get(hook + "/messages/{message}", self._fetch),
            web.patch(hook + "/messages/{message}", self._edit),
            web.delete(hook + "/messages/{message}", self._delete),
        ]

    async def _callback(self, request: web.Request) -> web.Response:
        payload, files = await body(request)
        answer = self._by_token.get(request.match_info["token"])
        if answer is None:
            return refusal(404, "Unknown interaction", 10062)
        answer.attempts += 1
        answer.changed()
        if answer.expired:
            answer.refusals.append(10062)
            return refusal(404, "Unknown interaction", 10062)
        if answer.type:
            answer.refusals.append(40060)
            return refusal(400, "Interaction has already been acknowledged.", 40060)
        answer.elapsed_s = time.monotonic() - answer.sent_at
        answer.type, answer.data, answer.files = payload["type"], payload.get("data") or {}, files
        if answer.type in (4, 5):
            loading = LOADING if answer.type == 5 else 0
            answer.message = message(answer.data | {"flags": answer.flags | loading}, files, channel=answer.channel)
        elif answer.type in (6, 7) and answer.gesture.message is not None:
            # An update changes the message the button sits on instead of sending another.
            source = answer.gesture.message
            answer.message = edited(source, answer.data, files) if answer.type == 7 else source
        if request.query.get("with_response", "").lower() not in ("1", "true"):
            return web.Response(status=204)
        return response(_receipt(answer))

    async def _follow(self, request: web.Request) -> web.Response:
        payload, files = await body(request)
        answer = self._by_token.get(request.match_info["token"])
        if answer is None or not answer.type:
            return refusal(404, "Unknown Webhook", 10015)
        if answer.type == 5 and answer.message and answer.message["flags"] & LOADING:
            # The first follow-up fills the deferred answer, and is as private as that one was.
            private = answer.message["flags"] & EPHEMERAL
            sent = edited(answer.message, payload | {"flags": payload.get("flags", 0) & ~EPHEMERAL | private}, files)
            answer.message = sent
        else:
            sent = message(payload, files, channel=answer.channel)
        answer.followups.append(sent)
        answer.changed()
        return response(sent) if request.query.get("wait") in ("1", "true") else web.Response(status=204)

    async def _fetch(self, request: web.Request) -> web.Response:
        _, found = self._find(request)
        return response(found) if found else refusal(404, "Unknown Message", 10008)

    async def _edit(self, request: web.Request) -> web.Response:
        payload, files = await body(request)
        answer, found = self._find(request)
        if answer is None or found is None:
            return refusal(404, "Unknown Message", 10008)
        # Flags sent with an edit are added to the message's own: an edit never makes it public.
        after = edited(found, payload | {"flags": payload.get("flags", 0) | found["flags"]}, files)
        answer.edits.append(payload)
        answer.files = {**answer.files, **files}
        if answer.message is found:
            answer.message = after
        answer.followups = [after if one is found else one for one in answer.followups]
        answer.changed()
        return response(after)

    async def _delete(self, request: web.Request) -> web.Response:
        answer, found = self._find(request)
        if answer is None or found is None:
            return refusal(404, "Unknown Message", 10008)
        if answer.message is found:
            answer.message = None
        answer.followups = [one for one in answer.followups if one is not found]
        answer.changed()
        return web.Response(status=204)

    def _find(self, request: web.Request) -> tuple[Answer | None, Json | None]:
        answer = self._by_token.get(request.match_info["token"])
        wanted = request.match_info["message"]
        if answer is None:
            return None, None
        if wanted == "@original":
            return answer, answer.message
        sent = [answer.message, *answer.followups]
        return answer, next((one for one in sent if one and one["id"] == wanted), None)


def _receipt(answer: Answer) -> Json:
    """What `with_response` gives back."""
    interaction: Json = {"id": answer.id, "type": answer.gesture.type}
    resource: Json = {"type": answer.type}
    if answer.message is not None:
        interaction |= {
            "response_message_id": answer.message["id"],
            "response_message_loading": answer.type == 5,
            "response_message_ephemeral": answer.ephemeral,
        }
        if answer.type in (4, 7):
            resource["message"] = answer.message
    return {"interaction": interaction, "resource": resource}
