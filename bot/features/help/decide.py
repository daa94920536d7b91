"""Three examples of what can be asked."""

from __future__ import annotations

from collections.abc import Mapping

from bot.features.cost import Estimator


def examples(estimator: Estimator) -> Mapping[str, str]:
    """The questions that buttons carry, by the keys of their labels."""
    return {
        "help.example_unnamed": estimator.video("5s").question.subject,
        "help.example_veo": estimator.video("10s", "veo-3.1", "1080p").question.subject,
        "help.example_wan": estimator.video("5s", "wan2.2-14b", place="FRA").question.subject,
    }
