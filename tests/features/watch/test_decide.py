"""What a generator bot's messages count: each prompt once, never a notice, never without a rule."""

from __future__ import annotations

from dataclasses import replace

import pytest

from bot.features.watch.decide import MOST_RULES, Rule, Seen, source_of
from bot.store import WriteFailed
from config.content.watch_recipes import load_recipes
from energy import FactorBook, Refusal, Usage, read
from tests.features.memory_decisions import ANA, GUILD, OTHER, MemoryDecisions

BOT, CHANNEL = 11, 22
PROMPT = Seen(1, BOT, CHANNEL, answers=True, follows_up=False, person=ANA)
PICTURES = "image;1image"
RULE = Rule(BOT, CHANNEL, ((PICTURES, 4),), answers_only=True)


async def watching(
    decisions: MemoryDecisions,
    words: str = "4 images",
    lately: tuple[Seen, ...] = (PROMPT,),
    *,
    bot: int = BOT,
    channel: int = CHANNEL,
) -> int:
    usages = await decisions.tally.read(GUILD, words)
    _, would = await decisions.watch.draft(GUILD, bot, channel, usages, lately)
    await decisions.watch.start(GUILD, bot, channel)
    return would


async def test_one_prompt_is_so_many_items_and_counts_once_however_often_it_comes(decisions: MemoryDecisions) -> None:
    await watching(decisions)
    assert await decisions.watch.see(GUILD, PROMPT)
    for _ in range(3):
        assert not await decisions.watch.see(GUILD, PROMPT)
    assert await decisions.counted() == 4
    (row,) = await decisions.store.ledger.days(GUILD)
    assert row.origin == "counted"


async def test_follow_ups_notices_other_bots_and_other_channels_do_not_count(decisions: MemoryDecisions) -> None:
    await watching(decisions)
    for other in (
        replace(PROMPT, message=2, follows_up=True),
        replace(PROMPT, message=3, answers=False),
        replace(PROMPT, message=4, author=12),
        replace(PROMPT, message=5, channel=23),
    ):
        assert not RULE.counts(other)
        assert not await decisions.watch.see(GUILD, other)
    assert not await decisions.watch.see(99, PROMPT)
    assert await decisions.counted() == 0


async def test_bot_without_commands_counts_by_the_message(decisions: MemoryDecisions) -> None:
    plain = replace(PROMPT, answers=False, person=None)
    assert await watching(decisions, lately=(plain, replace(plain, message=2))) == 2
    assert await decisions.watch.see(GUILD, plain)


async def test_bot_nobody_heard_lately_counts_by_the_message(decisions: MemoryDecisions) -> None:
    assert await watching(decisions, lately=()) == 0
    assert await decisions.watch.see(GUILD, replace(PROMPT, answers=False))


async def test_dry_run_counts_nothing(decisions: MemoryDecisions) -> None:
    lately = [replace(PROMPT, message=number) for number in range(14)] + [replace(PROMPT, message=99, author=12)]
    usages = await decisions.tally.read(GUILD, "4 images")
    rule, would = await decisions.watch.draft(GUILD, BOT, CHANNEL, usages, lately)
    assert (rule, would) == (RULE, 14)
    assert decisions.watch.of(GUILD) == ()
    assert not await decisions.watch.see(GUILD, PROMPT)
    assert await decisions.counted() == 0


async def test_deleted_message_is_taken_back_and_does_not_come_again(decisions: MemoryDecisions) -> None:
    await watching(decisions)
    await decisions.watch.see(GUILD, PROMPT)
    assert await decisions.watch.gone(GUILD, PROMPT.message)
    assert await decisions.counted() == 0
    assert not await decisions.watch.see(GUILD, PROMPT)
    assert not await decisions.watch.gone(GUILD, PROMPT.message)


async def test_deletion_in_a_server_that_watches_nobody_takes_nothing_back(decisions: MemoryDecisions) -> None:
    await decisions.tell("1 image", source=source_of(PROMPT.message))
    assert not await decisions.watch.gone(GUILD, PROMPT.message)
    assert await decisions.counted() == 1


async def test_rules_survive_a_restart_and_end_when_told(decisions: MemoryDecisions) -> None:
    await watching(decisions)
    anew = await decisions.again()
    assert anew.watch.of(GUILD) == (RULE,)
    assert await anew.watch.stop(GUILD, BOT) == 1
    assert not await anew.watch.see(GUILD, PROMPT)
    assert (await decisions.again()).watch.of(GUILD) == ()


async def test_draft_can_be_confirmed_after_a_restart_and_only_once(decisions: MemoryDecisions) -> None:
    usages = await decisions.tally.read(GUILD, "4 images")
    await decisions.watch.draft(GUILD, BOT, CHANNEL, usages, (PROMPT,))
    anew = await decisions.again()
    for guild, bot, channel in ((OTHER, BOT, CHANNEL), (GUILD, 12, CHANNEL), (GUILD, BOT, 23)):
        with pytest.raises(Refusal) as old:
            await anew.watch.start(guild, bot, channel)
        assert old.value.code == "button.old"
    assert await anew.watch.start(GUILD, BOT, CHANNEL) == RULE
    with pytest.raises(Refusal):
        await anew.watch.start(GUILD, BOT, CHANNEL)


async def test_what_is_drafted_anew_takes_the_place_of_the_rule(decisions: MemoryDecisions) -> None:
    await watching(decisions)
    await watching(decisions, "2 images and a page", lately=())
    (rule,) = decisions.watch.of(GUILD)
    assert [(usage.activity, usage.count) for usage in rule.usages] == [("image", 2), ("text", 1)]
    assert not rule.answers_only


async def test_one_bot_more_than_may_be_watched_is_refused(decisions: MemoryDecisions) -> None:
    for bot in range(MOST_RULES):
        await watching(decisions, bot=bot)
    with pytest.raises(Refusal) as many:
        await watching(decisions, bot=MOST_RULES)
    assert (many.value.code, many.value.params) == ("watch.many", {"most": str(MOST_RULES)})
    # One of those that are watched can be changed all the same.
    await watching(decisions, "9 images", bot=0)
    assert len(decisions.watch.of(GUILD)) == MOST_RULES


async def test_bot_is_watched_no_more_in_any_channel(decisions: MemoryDecisions) -> None:
    await watching(decisions)
    await watching(decisions, channel=23)
    await watching(decisions, bot=12)
    assert await decisions.watch.stop(GUILD, BOT) == 2
    assert [rule.bot for rule in decisions.watch.of(GUILD)] == [12]
    with pytest.raises(Refusal) as none:
        await decisions.watch.stop(GUILD, BOT)
    assert none.value.code == "watch.none"


async def test_rule_that_cannot_be_written_is_not_in_force(decisions: MemoryDecisions) -> None:
    usages = await decisions.tally.read(GUILD, "4 images")
    await decisions.watch.draft(GUILD, BOT, CHANNEL, usages, (PROMPT,))
    decisions.disk.full = True
    with pytest.raises(WriteFailed):
        await decisions.watch.start(GUILD, BOT, CHANNEL)
    assert decisions.watch.of(GUILD) == ()


async def test_rule_that_cannot_be_removed_stays_in_force(decisions: MemoryDecisions) -> None:
    await watching(decisions)
    decisions.disk.full = True
    with pytest.raises(WriteFailed):
        await decisions.watch.stop(GUILD, BOT)
    assert decisions.watch.of(GUILD) == (RULE,)


async def test_person_who_gave_the_prompt_can_erase_it(decisions: MemoryDecisions) -> None:
    await watching(decisions)
    await decisions.watch.see(GUILD, PROMPT)
    assert await decisions.privacy.erase_person(ANA) == 1
    assert await decisions.counted() == 0


async def test_server_that_is_forgotten_is_watched_no_more(decisions: MemoryDecisions) -> None:
    await watching(decisions)
    decisions.watch.forget(GUILD)
    decisions.watch.forget(OTHER)
    assert not await decisions.watch.see(GUILD, PROMPT)


def test_every_recipe_can_be_read(book: FactorBook) -> None:
    recipes = load_recipes()
    assert len(recipes) >= 5
    for recipe in recipes:
        assert read(recipe.counts_as, book)


async def test_a_full_list_takes_no_other_bot_but_changes_those_on_it(decisions: MemoryDecisions) -> None:
    watch = decisions.watch

    async def begun(channel: int, usage: Usage) -> Rule:
        await watch.draft(GUILD, BOT, channel, [usage], ())
        return await watch.start(GUILD, BOT, channel)

    for channel in range(MOST_RULES):
        await begun(channel, Usage("image"))
    with pytest.raises(Refusal) as refused:
        await begun(MOST_RULES, Usage("image"))
    assert (refused.value.code, refused.value.params) == ("watch.many", {"most": str(MOST_RULES)})
    assert len(watch.of(GUILD)) == MOST_RULES
    changed = await begun(0, Usage("video", 5.0))
    assert changed in watch.of(GUILD)
    assert len(watch.of(GUILD)) == MOST_RULES
