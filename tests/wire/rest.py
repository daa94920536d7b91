"""The REST routes a bot uses in its own name: who am I, which commands do I have, post in this channel."""

from __future__ import annotations

from collections.abc import Sequence

from aiohttp import web

from .messages import body, edited, message
from .registry import Registry
from .response import refusal, response
from .world import APPLICATION, BOT, DIRECT, GENERAL, Channel, Json, application


class Rest:
    """Identity, command registration, and the messages the bot posts unasked."""

    def __init__(self, registry: Registry, guilds: Sequence[Json]) -> None:
        self.gateway_url = ""
        self.posts: dict[str, Json] = {}
        self._registry = registry
        self._guilds = guilds

    def routes(self, root: str) -> list[web.RouteDef]:
        commands = f"{root}/applications/{APPLICATION}/commands"
        guild_commands = f"{root}/applications/{APPLICATION}/guilds/{{guild}}/commands"
        posted = root + "/channels/{channel}/messages/{message}"
        return [
            web.get(root + "/users/@me", self._me),
            web.get(root + "/users/@me/guilds", self._own_guilds),
            web.get(root + "/oauth2/applications/@me", self._application),
            web.get(root + "/applications/@me", self._application),
            web.get(root + "/gateway", self._gateway),
            web.get(root + "/gateway/bot", self._gateway),
            web.get(commands, self._commands),
            web.put(commands, self._register),
            web.get(guild_commands, self._commands),
            web.put(guild_commands, self._register),
            web.get(root + "/guilds/{guild}", self._one_guild),
            web.get(root + "/channels/{channel}", self._channel),
            web.post(root + "/channels/{channel}/messages", self._post),
            web.get(posted, self._posted),
            web.patch(posted, self._repost),
            web.delete(posted, self._unpost),
        ]

    async def _me(self, request: web.Request) -> web.Response:
        return response(BOT.user() | {"verified": True, "mfa_enabled": False, "locale": "en-US"})

    async def _own_guilds(self, request: web.Request) -> web.Response:
        kept = ("id", "name", "features")
        mine = {"permissions": "0", "owner": False}
        return response([{key: guild[key] for key in kept} | mine for guild in self._guilds])

    async def _application(self, request: web.Request) -> web.Response:
        return response(application())

    async def _gateway(self, request: web.Request) -> web.Response:
        limit = {"total": 1000, "remaining": 999, "reset_after": 0, "max_concurrency": 1}
        return response({"url": self.gateway_url, "shards": 1, "session_start_limit": limit})

    async def _commands(self, request: web.Request) -> web.Response:
        return response(self._registry.listed(request.match_info.get("guild")))

    async def _register(self, request: web.Request) -> web.Response:
        return response(self._registry.register(await request.json(), request.match_info.get("guild")))

    async def _one_guild(self, request: web.Request) -> web.Response:
        found = next((guild for guild in self._guilds if guild["id"] == request.match_info["guild"]), None)
        return response(found) if found else refusal(404, "Unknown Guild", 10004)

    async def _channel(self, request: web.Request) -> web.Response:
        channel = _known(request)
        return response(channel.json()) if channel else refusal(404, "Unknown Channel", 10003)

    async def _post(self, request: web.Request) -> web.Response:
        payload, files = await body(request)
        channel = _known(request)
        if channel is None:
            return refusal(404, "Unknown Channel", 10003)
        sent = message(payload, files, channel=channel)
        self.posts[sent["id"]] = sent
        return response(sent)

    async def _posted(self, request: web.Request) -> web.Response:
        found = self.posts.get(request.match_info["message"])
        return response(found) if found else refusal(404, "Unknown Message", 10008)

    async def _repost(self, request: web.Request) -> web.Response:
        payload, files = await body(request)
        found = self.posts.get(request.match_info["message"])
        if found is None:
            return refusal(404, "Unknown Message", 10008)
        self.posts[found["id"]] = edited(found, payload, files)
        return response(self.posts[found["id"]])

    async def _unpost(self, request: web.Request) -> web.Response:
        found = self.posts.pop(request.match_info["message"], None)
        return web.Response(status=204) if found else refusal(404, "Unknown Message", 10008)


def _known(request: web.Request) -> Channel | None:
    return {one.id: one for one in (GENERAL, DIRECT)}.get(request.match_info["channel"])
