"""Sound: measured models by hand, everything else as the assumed range of its kind."""

from __future__ import annotations

import pytest

from energy import Basis, FactorBook, Refusal, Settings, Usage, estimate, place_of
from energy.methods.audio import clip_joules


def test_measured_clip_by_hand(book: FactorBook) -> None:
    # Stable Audio Open: 20 J x 1.06 B x (100 + 5) = 2,226 J; measured 2,406 J on the same GPU.
    joules = clip_joules(1.06, 100, book.factors.audio)
    assert joules == pytest.approx(2226)
    assert joules == pytest.approx(2406, rel=0.1)


@pytest.mark.parametrize(
    ("kind", "seconds", "low", "central", "high"),
    [
        ("music", 10, 0.1, 0.8, 4),
        ("sound", 10, 0.1, 0.8, 4),
        ("speech", 60, 0.03, 0.3, 3),
        ("transcription", 60, 0.05, 0.5, 2),
    ],
)
def test_unnamed_sound_is_its_kinds_assumed_range(
    book: FactorBook, kind: str, seconds: float, low: float, central: float, high: float
) -> None:
    result = estimate(Usage("audio", seconds, settings=Settings(kind=kind)), book, place_of(book, None))
    energy = result.facility_energy_wh
    assert (energy.low, energy.central, energy.high) == pytest.approx((low, central, high))
    assert result.basis is Basis.ASSUMED


def test_speech_says_that_nobody_measured_it(book: FactorBook) -> None:
    result = estimate(Usage("audio", 60.0, 1, "elevenlabs"), book, place_of(book, None))
    assert {"audio.speech", "service.class"} <= {note.code for note in result.notes}


def test_longer_song_than_measured_says_so(book: FactorBook) -> None:
    result = estimate(Usage("audio", 180.0, 1, "stable-audio-open"), book, place_of(book, None))
    assert "beyond.length" in {note.code for note in result.notes}
    assert result.basis is Basis.MODELLED


def test_model_that_does_not_speak_is_refused_for_speech(book: FactorBook) -> None:
    with pytest.raises(Refusal) as refused:
        estimate(Usage("audio", 60.0, 1, "suno", Settings(kind="speech")), book, place_of(book, None))
    assert refused.value.code == "audio.kind"


def test_twice_the_sound_takes_twice_the_energy(book: FactorBook) -> None:
    for model in (None, "suno", "audioldm2", "whisper"):
        one, two = (
            estimate(Usage("audio", s, 1, model), book, place_of(book, None)).facility_energy_wh.central
            for s in (20, 40)
        )
        assert two == pytest.approx(2 * one)


def test_a_sound_as_long_as_the_measured_ones_is_not_flagged(book: FactorBook) -> None:
    for length_s, flagged in ((10.0, False), (10.1, True)):
        result = estimate(Usage("audio", length_s, 1, "audioldm"), book, place_of(book, None))
        assert ("beyond.length" in {note.code for note in result.notes}) == flagged, length_s
