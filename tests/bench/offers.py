"""How long what is offered while somebody types takes: `python -m tests.bench.offers` prints one table.

Nothing here is asserted: times are read by people. Discord waits three seconds; the aim is 50 ms in the process.
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable

from bot.cards import name_suggestions
from bot.discord_io.phrase_suggestions import offered, usual
from bot.features.cost import Estimator
from config.content.sentences import load_sources
from config.content.topic_index import TopicIndex
from config.content.topics import load_topics
from config.content.watch_recipes import load_recipes
from config.text.catalog import load_catalog
from config.text.voice import Voice
from energy import load_book, load_opinions

from .table import Row, markdown

ROUNDS = 200
PHRASE = "a 10 second 1080p clip with veo 3.1, 4 images in HD and 1 page with gpt-4o"


def timed(call: Callable[[], object]) -> tuple[float, float]:
    """Median and worst ms of a call, after one to warm up."""
    call()
    times = []
    for _ in range(ROUNDS):
        start = time.perf_counter()
        call()
        times.append((time.perf_counter() - start) * 1000)
    return statistics.median(times), max(times)


def measured() -> list[tuple[str, float, float]]:
    """Median and worst ms of each, in the language that takes longer to write."""
    book, french, recipes = load_book(), Voice(load_catalog(), "fr"), load_recipes()
    estimator = Estimator(book, opinions=load_opinions())
    recent = [answer.question.usage for answer in estimator.ask(PHRASE)]
    topics = TopicIndex(load_topics(book, load_sources(book)))
    calls: dict[str, Callable[[], object]] = {
        "phrases, nothing typed": lambda: offered("", recent, book, french),
        "phrases, three uses typed": lambda: offered(PHRASE, recent, book, french),
        "phrases, nonsense of 200 signs": lambda: offered("zork " * 40, recent, book, french),
        "recipes of generator bots": lambda: usual("", recipes, book, french),
        "models, nothing typed": lambda: name_suggestions.models(book, "", "video"),
        "models, a name misspelt": lambda: name_suggestions.models(book, "stabel difuson", "image"),
        "places, nothing typed": lambda: name_suggestions.places(book, "", french),
        "places, a name misspelt": lambda: name_suggestions.places(book, "alemagn", french),
        "places, a city": lambda: name_suggestions.places(book, "montr", french),
        "topics, a name": lambda: topics.search("micro", "fr"),
    }
    return [(name, *timed(call)) for name, call in calls.items()]


def _row(name: str, median: float, worst: float) -> Row:
    return Row(f"offered while typing: {name}", f"{median:.2f} ms, worst {worst:.2f} ms", target="≤ 50 ms")


def rows() -> list[Row]:
    """The slowest alone."""
    return [_row(*max(measured(), key=lambda one: one[1]))]


if __name__ == "__main__":
    print(markdown(_row(*each) for each in measured()))
