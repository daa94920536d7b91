"""Charts say what they were told, in the picture's own bounds."""

from __future__ import annotations

import pickle
from dataclasses import replace

import pytest

from bot.cards.charts.chart import (
    Bar,
    Bin,
    Chart,
    DaysChart,
    Distribution,
    Known,
    Mark,
    RangeChart,
    Series,
    StackChart,
    Tick,
    Waterfall,
    decades,
    steps,
)

NB = "\N{NO-BREAK SPACE}"
NNB = "\N{NARROW NO-BREAK SPACE}"

RANGES = RangeChart(
    "Ce que prennent trois demandes à une « IA » : “vidéo”, image, réponse",
    (
        Mark("1 vidéo par IA de 5 s", 10, 100, 600, f"environ 100{NB}Wh (de 10 à 600{NB}Wh)"),
        Mark("4 images par IA", 0.8, 6, 32, f"environ 6{NB}Wh (de 0,8 à 32{NB}Wh)"),
        Mark("1 réponse d’IA de 500 tokens", 0.1, 0.3, 1.5, f"environ 0,3{NB}Wh – 2 µg · 3 × CO₂"),
    ),
    (Known("recharger un téléphone", 15), Known("1 min de micro-ondes", 20), Known("une cuisson au four", 1500)),
    tuple(Tick(value, f"{value:g}{NB}Wh") for value in decades((0.1, 1500))),
    "Point : estimation centrale. Barre : du plus bas au plus haut.",
)
MONTH = DaysChart(
    "Ce que le serveur a pris en mars",
    tuple(f"{day}{NB}mars" for day in range(1, 32)),
    tuple(
        Series(label, tuple(float(10 * (kind + 1) + (day * 7 + kind) % 13) for day in range(31)))
        for kind, label in enumerate(("Textes", "Images", "Vidéos", "Musique", "Voix"))
    ),
    (40.0,) * 31,
    (500.0,) * 31,
    tuple(Tick(value, f"{value:g}{NB}Wh") for value in steps(500)),
)
YEAR = DaysChart(
    "Une année",
    tuple(f"jour {day}" for day in range(366)),
    (Series("Textes", tuple(float(day % 7) for day in range(366))),),
    (1.0,) * 366,
    (9.0,) * 366,
    (Tick(0, f"0{NB}Wh"), Tick(1234, f"1{NNB}234{NB}Wh")),
)
FACTORS = Waterfall(
    "De 944 à 90 Wh : pourquoi deux chiffres publiés pour un même clip diffèrent",
    Bar("Chiffre publié par l’étude", 944, f"944{NB}Wh"),
    (Bar("Clip plus court", 0.42, "÷ 2,4"), Bar("Tout le centre", 1.3, "× 1,3"), Bar("Inexpliqué", 0.17, "÷ 5,8")),
    Bar("Chiffre publié par l’éditeur", 90, f"90{NB}Wh"),
    tuple(Tick(value, f"{value:g}{NB}Wh") for value in decades((90, 944))),
)
GUESSES = Distribution(
    "Ce que le salon a proposé",
    tuple(Bin(10.0**power, 10.0 ** (power + 1), count, str(count)) for power, count in enumerate((1, 0, 7, 30, 2))),
    Mark("La réponse", 10, 100, 600, f"environ 100{NB}Wh (de 10 à 600{NB}Wh)"),
    tuple(Tick(value, f"{value:g}{NB}Wh") for value in decades((1, 1e5))),
)
STACK = StackChart(
    "Ce que le serveur a consommé",
    (
        Mark("Textes", 20, 90, 400, f"environ 90{NB}Wh (de 20 à 400{NB}Wh)"),
        Mark("Images", 100, 300, 1200, f"environ 300{NB}Wh (de 100 à 1{NNB}200{NB}Wh)"),
        Mark("Voix", 1, 6, 20, f"environ 6{NB}Wh (de 1 à 20{NB}Wh)"),
    ),
    (0, 1, 4),
    Mark("Tout", 121, 396, 1620, f"environ 396{NB}Wh (de 121 à 1{NNB}620{NB}Wh)"),
    tuple(Tick(value, f"{value:g}{NB}Wh") for value in decades((1, 1620))),
    "Estimations centrales, empilées",
    "Fourchettes (échelle logarithmique)",
)
EVERY_KIND: tuple[Chart, ...] = (RANGES, MONTH, YEAR, STACK, FACTORS, GUESSES)


@pytest.mark.parametrize("chart", EVERY_KIND, ids=lambda chart: type(chart).__name__)
def test_a_chart_travels_and_is_known_by_what_it_shows(chart: Chart) -> None:
    copy = pickle.loads(pickle.dumps(chart))
    assert copy == chart
    assert hash(copy) == hash(chart)
    assert replace(chart, title="another") != chart


def test_a_chart_without_marks_or_with_too_many_is_refused_where_it_is_made() -> None:
    for marks in ((), RANGES.marks * 3):
        with pytest.raises(ValueError, match="1 to 6 marks"):
            RangeChart("title", marks)
    with pytest.raises(ValueError, match="30 values for 31 days"):
        replace(MONTH, low=(1.0,) * 30)
    with pytest.raises(ValueError, match="1 to 5 series"):
        replace(MONTH, series=MONTH.series * 2)


def test_ticks_are_round_and_few() -> None:
    assert decades((0.1, 1500)) == (0.1, 1, 10, 100, 1000, 10000)
    assert decades((90, 944)) == (10, 20, 50, 100, 200, 500, 1000, 2000, 5000)
    assert len(decades((1e-6, 1e15))) <= 7
    assert decades((0, float("inf"))) == ()
    assert steps(3500) == (0, 1000, 2000, 3000)
    assert steps(0) == (0,)
    for highest in (1e-9, 0.3, 7, 49.9, 50, 1e15):
        assert 3 <= len(steps(highest)) <= 6
        assert steps(highest)[-1] <= highest


def test_nothing_the_bot_imports_loads_matplotlib(fresh_modules: frozenset[str]) -> None:
    assert "bot.cards.charts.chart_process" in fresh_modules
    assert "bot.cards.charts.chart" in fresh_modules
    assert not {name for name in fresh_modules if name.split(".")[0] in {"matplotlib", "numpy", "PIL"}}


@pytest.fixture
def fresh_modules() -> frozenset[str]:
    import subprocess
    import sys

    code = "import bot.cards.charts.chart_process, bot.cards.charts.chart, sys; print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return frozenset(done.stdout.split())
