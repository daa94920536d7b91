"""What is discussed: a prompt about a subject, and another one about the same."""

from __future__ import annotations

from dataclasses import replace
from typing import get_args

import pytest

from bot.features.learn.prompt.decide import Prompts
from bot.features.learn.question_bank import QuestionBank
from config.content.tables import Subject
from energy import Refusal


@pytest.fixture(scope="module")
def prompts(bank: QuestionBank) -> Prompts:
    return Prompts(bank)


@pytest.mark.parametrize("subject", get_args(Subject))
def test_a_prompt_is_about_the_subject_that_was_chosen(prompts: Prompts, subject: Subject) -> None:
    assert {prompts.another(subject).item.subject for _ in range(20)} == {subject}


def test_without_a_subject_a_prompt_is_about_any(prompts: Prompts) -> None:
    assert len({prompts.another(None).item.subject for _ in range(100)}) > 1


def test_another_prompt_is_another_one_of_the_same_subject(prompts: Prompts, bank: QuestionBank) -> None:
    for identity, prompt in bank.prompts.items():
        following = prompts.after(identity)
        assert following.id != identity
        assert following.item.subject == prompt.subject


def test_the_only_prompt_of_a_subject_comes_again(bank: QuestionBank) -> None:
    identity, prompt = next(iter(bank.prompts.items()))
    assert Prompts(replace(bank, prompts={identity: prompt})).after(identity).id == identity


def test_a_prompt_is_shown_with_its_figures_and_its_sources_numbered(prompts: Prompts, bank: QuestionBank) -> None:
    for identity, prompt in bank.prompts.items():
        shown = prompts.shown(identity)
        assert shown.item is prompt
        assert shown.values.keys() == prompt.figures.keys()
        assert list(shown.numbers) == list(prompt.sources)
        assert list(shown.numbers.values()) == list(range(1, len(shown.sources) + 1))


def test_a_prompt_of_another_version_is_refused(prompts: Prompts) -> None:
    for asked in (prompts.shown, prompts.after):
        with pytest.raises(Refusal) as refused:
            asked("gone")
        assert refused.value.code == "button.old"
