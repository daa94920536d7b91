"""The error door: whatever goes wrong, the person hears of it once, privately."""

from __future__ import annotations

import logging
import re

import pytest

from bot.features.cost.decide import Estimator
from energy import Refusal
from tests.chat.simulated import Chat


async def test_button_of_an_older_version_says_so(chat: Chat) -> None:
    seen = await chat.slash("cost video", duration="5s")
    chat.rename_buttons(seen, "w1:", "w0:")
    answer = await chat.press(seen, "Sources")
    assert answer.private
    assert "older version" in answer.text


async def test_button_about_an_unknown_model_says_so(chat: Chat) -> None:
    seen = await chat.slash("cost video", duration="5s", model="pika")
    chat.rename_buttons(seen, "pika", "gone")
    assert "older version" in (await chat.press(seen, "Sources")).text


async def test_fault_of_ours_is_said_and_logged(
    chat: Chat, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def broken(*_: object) -> None:
        raise RuntimeError("boom")

    monkeypatch.setattr(Estimator, "answer", broken)
    with caplog.at_level(logging.ERROR):
        seen = await chat.slash("cost video", duration="5s")
    assert seen.private
    assert "my fault" in seen.text
    assert "boom" not in seen.text
    assert any(record.exc_info and "boom" in str(record.exc_info[1]) for record in caplog.records)


async def test_refusal_nobody_worded_is_our_fault_and_still_answered(
    chat: Chat, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    def unworded(*_: object, **__: object) -> None:
        raise Refusal("never.worded", "nobody wrote this sentence")

    monkeypatch.setattr(Estimator, "answer", unworded)
    seen = await chat.slash("cost video", duration="5s")
    assert "my fault" in seen.text
    assert "never.worded" in caplog.text


async def test_longest_custom_id_fits_discord(chat: Chat) -> None:
    seen = await chat.slash(
        "cost video",
        duration="3599.95s",
        model="animatediff-lightning",
        resolution="8192x8192",
        clips=1000000,
        place="US-CA",
    )
    assert all(len(custom_id) <= 100 for custom_id in seen.custom_ids)
    assert all(re.match(r"w1:(src|wide|lev|add|lang):(en|fr):", custom_id) for custom_id in seen.custom_ids)
