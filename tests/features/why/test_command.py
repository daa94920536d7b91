"""`/why`: two published figures and what lies between, or any two of our own answers by their trace codes."""

from __future__ import annotations

from bot.start.program import Program
from tests.chat.simulated import Chat
from tests.features.compare.test_command import drawn
from tests.features.source.test_command import code_of

TO_MLENERGY = "MIT Technology Review, a CogVideoX clip → ML.ENERGY, a HunyuanVideo clip, chips only"


async def test_the_microwave_clip_comes_first_with_the_remainder_said_aloud(chat: Chat) -> None:
    seen = await chat.slash("why")
    assert not seen.private
    assert seen.text.startswith("### Why is one AI clip put at a microwave-hour")
    assert "**MIT Technology Review, a CogVideoX clip**: 944 Wh" in seen.text
    assert "That is **10 times** apart." in seen.text
    assert "• **Without the doubling** ÷2: " in seen.text
    assert "• **Unexplained remainder** ÷5.1 (3.5–7.4): Nobody has explained the rest." in seen.text
    assert "(✔ supported · 1, 3)" in seen.text
    assert seen.buttons == ["Sources", "Français"]


async def test_the_picture_says_each_step_to_who_cannot_see_it(chat: Chat) -> None:
    seen = await drawn(chat, await chat.slash("why"))
    (alt,) = seen.pictures
    assert "MIT Technology Review, a CogVideoX clip, 944 Wh" in alt
    assert "Unexplained remainder, ÷5.1 (3.5–7.4)" in alt
    (attached,) = seen.message.attachments
    assert (await attached.read()).startswith(b"\x89PNG")


async def test_the_list_leads_to_the_other_figures_in_private(chat: Chat) -> None:
    posted = await chat.slash("why", topic="microwave")
    (choices,) = posted.lists.values()
    assert len(choices) == 3
    other = await chat.chosen(posted, "Other figures", TO_MLENERGY)
    assert other.private
    assert "323 Wh" in other.text
    assert "**A larger model, more frames** ×" in other.text
    assert "323 Wh" not in chat.again(posted).text


async def test_topics_are_offered_by_title_in_the_persons_language(chat: Chat) -> None:
    offered = await chat.typed("why", "topic", "")
    assert len(offered) >= 7
    assert offered[0]["value"] == "microwave"
    assert all("{" not in choice["name"] for choice in offered)
    chat.locales["member"] = "fr"
    assert any("bouteille" in choice["name"] for choice in await chat.typed("why", "topic", "bouteille"))


async def test_an_unknown_topic_is_refused_in_private_with_those_there_are(chat: Chat) -> None:
    for typed in ("@everyone **bitcoin**", "two words"):
        refused = await chat.slash("why", topic=typed)
        assert refused.private
        assert "Mistral and EcoLogits" in refused.text
        assert "@everyone" not in refused.text
    chat.locales["member"] = "fr"
    assert "Je ne connais pas de sujet" in (await chat.slash("why", topic="bitcoin")).text


async def test_public_answers_speak_the_servers_language(chat: Chat, program: Program) -> None:
    await program.decisions.settings.choose_language(chat.guild.id, "fr")
    seen = await chat.slash("why", topic="france")
    assert "**RTE, production, 2024** : 21,7 g/kWh" in seen.text
    assert "• **Reste inexpliqué** ×1,5 : " in seen.text
    assert seen.buttons == ["Sources", "English"]


async def test_sources_list_and_language_work_after_a_restart(chat: Chat) -> None:
    posted = await chat.slash("why")
    await chat.restart()
    sources = await chat.press(posted, "Sources")
    assert sources.private
    assert "1. **MIT Technology Review** (2025)" in sources.text
    assert "**ML.ENERGY (University of Michigan)** (2026)" in sources.text
    other = await chat.chosen(posted, "Other figures", TO_MLENERGY)
    french = await chat.press(other, "Français")
    assert "**ML.ENERGY, un clip HunyuanVideo, puces seules** : 323 Wh" in french.text


async def test_a_button_of_another_version_is_refused(chat: Chat) -> None:
    posted = await chat.slash("why")
    chat.rename_buttons(posted, "microwave.0", "gone.0")
    pressed = await chat.press(chat.again(posted), "Sources")
    assert pressed.private
    assert "older version" in pressed.text


async def test_two_trace_codes_are_taken_apart_without_a_remainder(chat: Chat) -> None:
    short = code_of(await chat.slash("cost video", duration="5s"))
    long = code_of(await chat.slash("cost video", duration="10s", resolution="1080p"))
    seen = await chat.slash("why", topic=f" {short.lower()}+{long}")
    assert not seen.private
    assert "### What lies between two answers" in seen.text
    assert "• **How long** ×2.2" in seen.text
    assert f"{short}, {long}" in seen.text
    alt = (await drawn(chat, seen)).pictures[0]
    assert "Nothing left over, ×1" in alt
    await chat.restart()
    french = await chat.press(seen, "Français")
    assert "### Ce qui sépare deux réponses" in french.text
    assert "• **La durée ou la longueur** ×2,2" in french.text


async def test_an_unknown_code_is_refused_in_private(chat: Chat) -> None:
    known = code_of(await chat.slash("cost video", duration="5s"))
    refused = await chat.slash("why", topic=f"{known} K7Q2M9")
    assert refused.private
    assert "No answer with the code `K7Q2M9`" in refused.text


async def test_it_works_in_a_direct_message(chat: Chat) -> None:
    assert "Unexplained remainder" in (await chat.direct("why", topic="mistral")).text
