"""What is offered while a person types in free words."""

from __future__ import annotations

import pytest

from bot.discord_io.phrase_suggestions import offered, phrase
from bot.start.program import Program
from energy import FactorBook, Settings, Usage, read
from tests.chat.simulated import Chat

FREE = [("ask", "question"), ("compare", "first"), ("compare", "fourth"), ("whatif", "activity")]


@pytest.mark.parametrize(("command", "option"), FREE)
async def test_examples_are_offered_before_a_letter_is_typed(chat: Chat, command: str, option: str) -> None:
    choices = await chat.typed(command, option, "")
    assert 0 < len(choices) <= 25
    assert choices[0]["name"] == "video 5s"
    chat.locales["member"] = "fr"
    assert (await chat.typed(command, option, ""))[0]["name"] == "vidéo 5 s"


async def test_how_the_words_are_read_is_shown_first(chat: Chat) -> None:
    choices = await chat.typed("ask", "question", "4 images in HD and a clip")
    assert choices[0]["name"].startswith("I read: 4 AI images · 1280×720 + 1 AI video")
    assert choices[0]["value"] == "4 images in HD and a clip"


async def test_what_was_asked_a_moment_ago_is_offered_again(chat: Chat) -> None:
    await chat.slash("cost video", duration="12s", model="veo-3.1", resolution="1080p")
    choices = await chat.typed("ask", "question", "veo")
    again = next(choice for choice in choices if choice["name"].startswith("Again: 1 AI video of 12 s"))
    answer = await chat.slash("ask", question=again["value"])
    assert answer.text.startswith("### 1 AI video of 12 s · Veo 3.1 · 1920×1080")
    others = await chat.typed("ask", "question", "veo", as_="admin")
    assert not any(choice["name"].startswith("Again") for choice in others)


@pytest.mark.parametrize("typed", ["@everyone", "x" * 200, "\u202e", "`", "  "])
async def test_odd_words_offer_what_fits_and_never_fail(chat: Chat, typed: str) -> None:
    choices = await chat.typed("ask", "question", typed)
    assert len(choices) <= 25
    assert all(len(choice["name"]) <= 100 and len(choice["value"]) <= 100 for choice in choices)


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_example_can_be_read(program: Program, language: str) -> None:
    for shown, value in offered("", (), program.decisions.estimator.book, program.io.voices.of(language)):
        assert read(value, program.decisions.estimator.book), shown


def usages(book: FactorBook) -> list[Usage]:
    found = []
    for identity, model in book.models.items():
        for count in (1, 3):
            match model.activity:
                case "video":
                    settings = Settings(1920, 1080, 20)
                    found += [Usage("video", 10.0, count, identity), Usage("video", 2.5, count, identity, settings)]
                case "image":
                    found.append(Usage("image", 1.0, count, identity, Settings(1024, 1024, 20)))
                case "text":
                    found.append(Usage("text", 500.0, count, identity, Settings(kind="reasoning")))
                case "audio":
                    found += [
                        Usage("audio", 30.0, count, identity, Settings(kind=kind)) for kind in ("music", "speech")
                    ]
    return found


def test_phrase_of_a_use_is_read_back_as_that_use(book: FactorBook) -> None:
    for usage in usages(book):
        assert [reading.usage for reading in read(phrase(usage), book)] == [usage]
