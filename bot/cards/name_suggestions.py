"""Names offered while a person types a model or a place."""

from __future__ import annotations

from config.text.voice import Voice
from energy import Activity, FactorBook

MOST = 25
_FIRST_PLACES = ("WLD", "FRA", "USA", "CAN", "BEL", "CHE", "DEU", "GBR", "EUU", "CHN", "IND", "SGP")
_FIRST_MODELS = {
    "video": ("veo-3.1", "sora-2-pro", "kling-3", "runway-gen-4.5", "seedance-1.5-pro", "wan2.2-14b"),
    "image": ("midjourney", "gpt-image", "nano-banana", "flux.1-dev", "sdxl", "firefly"),
    "text": ("chatgpt", "gemini", "claude-sonnet-5", "mistral-large", "gpt-4o", "llama-3.3-70b", "deepseek-v3.1"),
    "audio": ("suno", "udio", "elevenlabs", "whisper", "stable-audio-open"),
}


def models(book: FactorBook, typed: str, activity: Activity) -> list[tuple[str, str]]:
    """Up to 25 models for a name being typed, as (what is shown, id); the best known first where nothing is."""
    ids = (
        book.model_names.search(typed, len(book.models)) if typed.strip() else [*_FIRST_MODELS[activity], *book.models]
    )
    fitting = [i for i in dict.fromkeys(ids) if book.models[i].activity == activity]
    return [(f"{book.models[i].name} ({book.models[i].provider})", i) for i in fitting[:MOST]]


def places(book: FactorBook, typed: str, voice: Voice) -> list[tuple[str, str]]:
    """Up to 25 places for a name being typed, as (name in the language, id); provinces and cities after countries."""
    ids = book.place_names.search(typed, MOST) if typed.strip() else list(dict.fromkeys((*_FIRST_PLACES, *book.places)))
    parts = book.region_names.search(typed, MOST) if typed.strip() else []
    if parts and not any(typed.casefold() in _named(book, i, voice).casefold() for i in ids):
        ids = [*parts, *ids]
    return [(_named(book, i, voice), i) for i in dict.fromkeys((*ids, *parts))][:MOST]


def _named(book: FactorBook, identity: str, voice: Voice) -> str:
    return (book.places.get(identity) or book.regions[identity]).name(voice.language)
