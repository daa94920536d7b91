"""`/explain`: a controversy from every side, walked by a list, its sources on tap."""

from __future__ import annotations

from bot.start.program import Program
from tests.chat.simulated import Chat


async def test_the_microwave_comes_first_with_every_viewpoint(chat: Chat) -> None:
    seen = await chat.slash("explain")
    assert not seen.private
    assert seen.text.startswith("### Is a five-second AI video a microwave running for an hour?")
    for head in ("The facts", "A neutral view", "A worked example", "The optimists say", "The pessimists say"):
        assert f"**{head}**" in seen.text
    assert "944 Wh" in seen.text
    assert "(✔ supported · 1)" in seen.text
    assert seen.buttons == ["Sources", "Français"]


async def test_topics_are_offered_while_typing_and_found_by_a_part_of_their_name(chat: Chat) -> None:
    assert "water" in (await chat.slash("explain", topic="per prompt")).text.lower()
    offered = await chat.typed("explain", "topic", "")
    assert len(offered) == 6
    assert offered[0]["value"] == "microwave"
    chat.locales["member"] = "fr"
    assert any("eau" in choice["name"] for choice in await chat.typed("explain", "topic", "eau"))


async def test_an_unknown_topic_is_refused_in_private_with_those_there_are(chat: Chat) -> None:
    refused = await chat.slash("explain", topic="@everyone **bitcoin**")
    assert refused.private
    assert "water per prompt" in refused.text
    assert "@everyone" not in refused.text
    chat.locales["member"] = "fr"
    assert "Je ne connais pas de sujet" in (await chat.slash("explain", topic="bitcoin")).text


async def test_the_list_walks_the_viewpoints_in_private_and_leaves_what_all_see(chat: Chat) -> None:
    posted = await chat.slash("explain", topic="training")
    side = await chat.chosen(posted, "Choose a viewpoint", "Optimistic view")
    assert side.private
    assert "The optimists say" in side.text
    assert "The pessimists say" not in side.text
    other = await chat.chosen(side, "Choose a viewpoint", "Pessimistic view")
    assert "The pessimists say" in other.text
    assert "The optimists say" in chat.again(posted).text


async def test_sources_and_the_other_language_work_after_a_restart(chat: Chat) -> None:
    posted = await chat.slash("explain", viewpoint="facts")
    await chat.restart()
    sources = await chat.press(posted, "Sources")
    assert sources.private
    assert "1. **MIT Technology Review** (2025)" in sources.text
    french = await chat.press(posted, "Français")
    assert french.private
    assert "**Les faits**" in french.text


async def test_public_answers_speak_the_servers_language(chat: Chat, program: Program) -> None:
    await program.decisions.settings.choose_language(chat.guild.id, "fr")
    seen = await chat.slash("explain", topic="grid", viewpoint="pessimistic")
    assert "**Ce que disent les pessimistes**" in seen.text
    assert seen.buttons == ["Sources", "English"]


async def test_it_works_in_a_direct_message(chat: Chat) -> None:
    assert "The facts" in (await chat.direct("explain", topic="local")).text
