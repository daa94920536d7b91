"""The examples of /help: questions that are answered, wherever the server is."""

from __future__ import annotations

import pytest

from bot.features.cost import Estimator
from bot.features.help import examples
from energy import PlaceBasis


@pytest.mark.parametrize("place", [None, "FRA"])
def test_each_example_is_a_question_that_is_answered(estimator: Estimator, place: str | None) -> None:
    found = examples(estimator.at(place))
    answers = [estimator.asked(subject) for subject in found.values()]
    assert len(answers) == len({answer.estimate.trace for answer in answers}) == 3


def test_the_examples_name_no_model_one_that_is_closed_and_one_that_is_measured_at_a_place(
    estimator: Estimator,
) -> None:
    unnamed, closed, measured = (estimator.asked(subject).question for subject in examples(estimator).values())
    assert unnamed.usage.model is None
    assert closed.usage.model == "veo-3.1"
    assert (measured.usage.model, measured.place.id) == ("wan2.2-14b", "FRA")
    assert measured.place.basis is PlaceBasis.STATED


def test_an_example_without_a_place_is_answered_where_the_server_is(estimator: Estimator) -> None:
    subject = examples(estimator.at("DEU"))["help.example_unnamed"]
    assert estimator.asked(subject).question.place.id == "DEU"
