"""What the command line prints: estimates, scores and lists, as JSON or plain lines."""

from __future__ import annotations

from energy.book.factor_book import FactorBook
from energy.book.models import Model
from energy.estimate.estimate import Estimate
from energy.insight.equivalents import compare
from energy.values.interval import Interval

LISTS = ("sources", "models", "places")


def estimate_json(result: Estimate) -> dict[str, object]:
    """An estimate under the names of the command line's contract."""
    usage = result.usage
    return {
        "usage": {
            "activity": usage.activity,
            "amount": usage.amount,
            "unit": usage.unit,
            "count": usage.count,
            "model": usage.model,
            "settings": dict(usage.settings.pairs),
        },
        "energy_wh": _bounds(result.facility_energy_wh),
        "accelerator_wh": _bounds(result.accelerator_wh),
        "carbon_g": _bounds(result.carbon_g),
        "water_ml": _bounds(result.water_ml),
        "place": {"id": result.place.id, "basis": result.place.basis.value},
        "basis": result.basis.value,
        "notes": [note.text for note in result.notes],
        "sources": list(result.sources),
        "book": result.book,
        "trace": result.trace,
    }


def estimate_text(result: Estimate, book: FactorBook) -> str:
    """An estimate in a few plain lines."""
    usage, microwave = result.usage, compare(result.facility_energy_wh, book)
    return "\n".join(
        (
            f"{usage.count} x {usage.key}: about {_short(result.facility_energy_wh)} Wh at the meter ({result.basis})",
            f"  accelerators {_short(result.accelerator_wh)} Wh; microwave oven {_short(microwave.amount)} min",
            f"  carbon {_short(result.carbon_g)} g CO2e ({result.place.en}: {result.place.basis})",
            f"  water {_short(result.water_ml)} mL",
            *(f"  {note.text}" for note in result.notes),
            f"  sources: {', '.join(result.sources)}; book {result.book}; trace {result.trace}",
        )
    )


def listing(what: str, book: FactorBook) -> list[dict[str, object]]:
    """Every source, model or place of the book, as records to print."""
    if what == "sources":
        return [
            {
                "id": identity,
                "producer": s.producer,
                "title": s.title,
                "year": s.year,
                "url": s.url,
                "measured": s.measured,
                "boundary": s.boundary,
                "read": s.read,
                "licence": s.licence,
            }
            for identity, s in book.sources.items()
        ]
    if what == "models":
        return [_model(identity, model) for identity, model in book.models.items()]
    return [
        {"id": i, "en": p.en, "fr": p.fr, "carbon_g_per_kwh": p.carbon_g_per_kwh, "year": p.year, "source": p.source}
        for i, p in book.places.items()
    ]


def listing_text(records: list[dict[str, object]]) -> str:
    """Records as lines: the id, then what is known about it."""
    lines = []
    for record in records:
        details = "; ".join(f"{name} {value}" for name, value in record.items() if name != "id" and value is not None)
        lines.append(f"{record['id']}: {details}")
    return "\n".join(lines)


def score_text(tasks: dict[str, dict[str, object]]) -> str:
    """The scores of `validate`, a line a task and a line a reason for skipping rows."""
    lines = []
    for task, figures in tasks.items():
        line = f"{task}: {figures['scored']} of {figures['rows']} rows scored"
        if figures["scored"]:
            line += (
                f", error factor median {figures['median']:.3f}, 90th percentile {figures['p90']:.3f},"
                f" worst {figures['worst']:.2f}; {figures['inside']:.0%} inside the stated range"
            )
        lines.append(line)
        skipped = figures["skipped"]
        if isinstance(skipped, dict):
            lines += [f"  skipped {rows}: {reason}" for reason, rows in skipped.items()]
    return "\n".join(lines)


def _model(identity: str, model: Model) -> dict[str, object]:
    return {
        "id": identity,
        "name": model.name,
        "activity": model.activity,
        "provider": model.provider,
        "usual_place": model.usual_place,
        "basis": model.known_by.value,
        "source": model.source,
        "aliases": ", ".join(model.aliases),
    }


def _bounds(value: Interval) -> dict[str, float]:
    return {"low": value.low, "central": value.central, "high": value.high}


def _short(value: Interval) -> str:
    low, central, high = (f"{float(f'{bound:.2g}'):g}" for bound in (value.low, value.central, value.high))
    return f"{central} ({low}-{high})"
