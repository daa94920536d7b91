"""Starting the bot: with a token towards Discord, without one as the playground. Failures end in one sentence."""

from __future__ import annotations

import argparse
import asyncio
import contextlib
import logging
import signal
import tempfile
from collections.abc import AsyncIterator, Callable, Coroutine, Sequence
from pathlib import Path
from typing import Any

from bot.start import backup_cli
from bot.start.doctor import examine
from bot.start.gateway import connect
from bot.start.invite import invite
from bot.start.logs import set_up
from bot.start.program import Program, StartError
from bot.start.terminal import judge, say
from bot.start.wiring import opened
from config.settings import Settings, SettingsError, load_settings
from config.text.catalog import CatalogError
from energy import BookError

FAILED = 1
KEEPING = {
    "export": "write a server's tally to a file, also while the bot runs",
    "import": "add an exported tally to a server, while the bot is stopped",
    "backup": "copy the database and its key, also while the bot runs",
}


def run(arguments: Sequence[str]) -> int:
    """Run the bot until it is stopped; returns the exit status."""
    options = _parser().parse_args(arguments)
    if options.word == "doctor":
        return asyncio.run(examine())
    try:
        settings = load_settings(wattson_language=options.language, wattson_playground_port=options.port)
        set_up(settings.wattson_log, None if options.word else settings.token)
        if options.word == "invite":
            print(invite(settings.token if options.application is None else None, options.application))
            return 0
        if options.word in ("say", "claim"):
            return asyncio.run(_speak(options, settings))
        if options.word in KEEPING:
            return _keep(options, settings)
        asyncio.run(_serve(settings, demo=options.demo))
    except (SettingsError, CatalogError, BookError, StartError) as error:
        print(f"wattson: {error}")
        return FAILED
    return 0


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="wattson",
        description="Answers in Discord what generative AI takes. Without DISCORD_TOKEN: a playground in the browser.",
    )
    language = {"choices": ("en", "fr"), "help": "language of a new server (WATTSON_LANGUAGE)"}
    parser.add_argument("--language", **language)  # type: ignore[arg-type]
    parser.add_argument("--port", type=int, help="port of the playground (WATTSON_PLAYGROUND_PORT; 0: any free one)")
    parser.add_argument("--demo", action="store_true", help="the playground with a made-up month of a community in it")
    words = parser.add_subparsers(dest="word", metavar="WORD")
    say = words.add_parser("say", help="print what a command answers")
    say.add_argument("command", help='such as "/cost video duration:5s"')
    say.add_argument("--language", default=argparse.SUPPRESS, **language)  # type: ignore[arg-type]
    words.add_parser("doctor", help="look whether everything is in order, also while the bot runs; changes nothing")
    invite = words.add_parser("invite", help="print the link that brings the bot into a server")
    invite.add_argument("--application", type=int, metavar="ID", help="the Application ID; default: the token's")
    claim = words.add_parser("claim", help="check a claim about what AI takes")
    claim.add_argument("claim", help='such as "one AI image = a phone charge"')
    claim.add_argument("--json", action="store_true", help="for programs: verdict, claim, reason")
    claim.add_argument("--language", default=argparse.SUPPRESS, **language)  # type: ignore[arg-type]
    for word, what in KEEPING.items():
        keeping = words.add_parser(word, help=what)
        if word != "backup":
            keeping.add_argument("--server", type=int, required=True, help="the server's Discord number")
        keeping.add_argument("file", type=Path, help="a new file" if word == "backup" else "FILE.csv or FILE.jsonl")
    return parser


def _keep(options: argparse.Namespace, settings: Settings) -> int:
    database, file = settings.database, options.file
    if options.word == "backup":
        said = backup_cli.backup(database, file)
    elif options.word == "export":
        said = asyncio.run(backup_cli.export(database, options.server, file))
    else:
        said = asyncio.run(backup_cli.restore(database, options.server, file))
    print(said)
    return 0


async def _serve(settings: Settings, *, demo: bool) -> None:
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        try:
            loop.add_signal_handler(number, stop.set)
        except NotImplementedError:  # Windows: Ctrl-C arrives as KeyboardInterrupt instead
            break
    token = settings.token
    if token is None:
        # A database somebody named is kept; otherwise the playground begins empty every time.
        named = "database_url" in settings.model_fields_set
        async with opened(settings, settings.database) if named else _anew(settings) as program:
            await _playground()(program, settings, stop, demo=demo)
    else:
        async with opened(settings, settings.database) as program:
            await connect(program, settings, token, stop)


def _playground() -> Callable[..., Coroutine[Any, Any, None]]:
    # SimCord starts a client of its own without intents; the warning about it is not about ours.
    logging.getLogger("discord.state").setLevel(logging.ERROR)
    try:
        # Imported here: SimCord is not installed beside every server, and loads for 0.2 s.
        from bot.start.playground import play
    except ModuleNotFoundError:
        raise StartError(
            "There is no DISCORD_TOKEN and the playground is not installed: set the token, or install that group."
        ) from None
    return play


@contextlib.asynccontextmanager
async def _anew(settings: Settings) -> AsyncIterator[Program]:
    """The program with an empty database that goes when it does."""
    with tempfile.TemporaryDirectory(prefix="wattson-") as folder:
        async with opened(settings, Path(folder) / "wattson.db") as program:
            yield program


async def _speak(options: argparse.Namespace, settings: Settings) -> int:
    async with _anew(settings) as program:
        if options.word == "claim":
            return await judge(options.claim, program, settings.wattson_language, as_json=options.json)
        return await say(options.command, program, settings.wattson_language)
