"""`/claim` and *Check this claim*: a verdict in words, the reason, sources on tap; nothing typed comes back."""

from __future__ import annotations

from bot.start.program import Program
from tests.chat.simulated import Chat

MICROWAVE = "a 5 second AI video = a microwave for an hour"


async def test_a_famous_claim_gets_its_verdict_reason_and_origin(chat: Chat) -> None:
    seen = await chat.slash("claim", text=MICROWAVE)
    assert not seen.private
    assert seen.text.startswith("### Verdict: ⇄ contested")
    assert "**The claim**" in seen.text
    assert "Today's best range" in seen.text
    assert seen.buttons == ["Sources", "Français"]


async def test_a_figure_is_reckoned_and_said_to_be(chat: Chat) -> None:
    seen = await chat.slash("claim", text="an AI image uses 2 kWh")
    assert seen.text.startswith("### Verdict: ✘ false")
    assert "The unit slipped" in seen.text
    assert "Not in the list of known claims, so reckoned" in seen.text


async def test_what_is_not_in_the_base_is_said_plainly_with_what_would_work(chat: Chat) -> None:
    seen = await chat.slash("claim", text="AI will write all the novels")
    assert seen.private
    assert seen.text.startswith("### I cannot judge that")
    assert "not among the known claims" in seen.text
    assert "Try one sentence" in seen.text


async def test_sources_and_the_other_language_work_after_a_restart(chat: Chat) -> None:
    for text in (MICROWAVE, "an AI image uses 2 kWh"):
        seen = await chat.slash("claim", text=text)
        await chat.restart()
        sources = await chat.press(seen, "Sources")
        assert sources.private
        assert "1. **" in sources.text
        french = await chat.press(seen, "Français")
        assert french.private
        assert french.text.startswith("### Verdict")
        assert "IA" in french.text


async def test_the_menu_checks_a_message_in_private(chat: Chat) -> None:
    message = await chat.says("lol every ChatGPT query uses a bottle of water", as_="admin")
    seen = await chat.points_at(message, "Check this claim")
    assert seen.private
    assert "✘ false" in seen.text
    empty = await chat.points_at(await chat.says("🙂", as_="admin"), "Check this claim")
    assert empty.private
    assert "nothing to check" in empty.text


async def test_it_speaks_french(chat: Chat, program: Program) -> None:
    await program.decisions.settings.choose_language(chat.guild.id, "fr")
    chat.locales["member"] = "fr"
    seen = await chat.slash("claim", text="une requête ChatGPT boit une bouteille d’eau")
    assert seen.text.startswith("### Verdict : ✘ faux")
    assert "**D’où elle vient**" in seen.text
    assert "Il n’y a rien à vérifier" in (await chat.slash("claim", text="?!")).text


async def test_it_works_in_a_direct_message(chat: Chat) -> None:
    assert "contested" in (await chat.direct("claim", text=MICROWAVE)).text


async def test_nothing_that_was_typed_comes_back(chat: Chat) -> None:
    hostile = "@everyone [free energy](https://evil.example)"
    seen = await chat.slash("claim", text=f"{hostile} a zorkmid image uses 2 kWh {hostile}")
    assert not seen.private
    for typed in ("zork", "evil.example", "@everyone"):
        assert typed not in seen.text
