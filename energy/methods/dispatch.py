"""Which method answers a usage: one place that knows all activities."""

from __future__ import annotations

from energy.book.factor_book import FactorBook
from energy.book.models import AudioModel, AudioService, LanguageModel, OpenModel, Service, TextService
from energy.methods.audio import audio_energy
from energy.methods.ecologits import PREFIX, Opinions
from energy.methods.item_energy import ItemEnergy
from energy.methods.language import open_model_energy, opinion_energy, service_energy
from energy.methods.published import by_class, by_estimate, by_measurement, from_architecture
from energy.usage.usage import Usage


def item_energy(usage: Usage, book: FactorBook, opinions: Opinions | None = None) -> ItemEnergy:
    """Energy of one item of a usage, in Wh at the accelerators or at the facility's meter.

    Raises Refusal where its model is unknown or does something else.
    """
    name = usage.model
    if name and name.startswith(PREFIX) and opinions and (opinion := opinions.of(name, usage.amount)):
        return opinion_energy(usage, name.removeprefix(PREFIX), opinion)
    # A usage may come from an older book or be built by hand: its model is looked up as if it had been typed.
    model = book.models[book.model_id(name, usage.activity)] if name else None
    match model:
        case OpenModel():
            return from_architecture(usage, model, book)
        case Service(measured_wh=measured) if measured is not None:
            return by_measurement(usage, model, book)
        case Service(estimate_wh=estimate) if estimate is not None:
            return by_estimate(usage, model, book)
        case LanguageModel():
            return open_model_energy(usage, model, book)
        case AudioModel() | AudioService():
            return audio_energy(usage, model, book)
        case TextService():
            second = opinions.of(model.ecologits, usage.amount) if opinions and model.ecologits else None
            return service_energy(usage, model, book, second)
        case Service():
            return by_class(usage, model, book)
        case None if usage.activity == "text":
            return service_energy(usage, None, book, None)
        case None if usage.activity == "audio":
            return audio_energy(usage, None, book)
        case None:
            return by_class(usage, None, book)
