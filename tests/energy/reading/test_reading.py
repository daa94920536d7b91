"""Free words to usages: the same question in English and in French is the same usage."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from energy import FactorBook, Reading, Refusal, Settings, Usage, load_book, read

BOOK = load_book()

HD, FULL_HD, UHD, SD = "1280x720", "1920x1080", "3840x2160", "854x480"


def video(length_s: float = 5.0, count: int = 1, model: str | None = None, resolution: str | None = None) -> Usage:
    return Usage("video", length_s, count, model, Settings.of_size(resolution) if resolution else Settings())


def image(count: int = 1, model: str | None = None, resolution: str | None = None) -> Usage:
    return Usage("image", 1.0, count, model, Settings.of_size(resolution) if resolution else Settings())


TWINS = [
    ("video 5s", "vidéo 5s", [video()]),
    ("a video", "une vidéo", [video()]),
    ("a 5 second video", "une vidéo de 5 secondes", [video()]),
    ("a five second clip", "un clip de cinq secondes", [video()]),
    ("How much for a 5 s video?", "Combien pour une vidéo de 5 s ?", [video()]),
    ("2.5 second video", "vidéo de 2.5 secondes", [video(2.5)]),
    ("an 8 s animation", "une animation de 8 s", [video(8)]),
    ("30 sec of video", "30 sec de vidéo", [video(30)]),
    ("a 1 minute video", "une vidéo d'une minute", [video(60)]),
    ("a one-minute clip", "un clip d’une minute", [video(60)]),
    ("a video of 1 min 30", "une vidéo de 1 min 30", [video(90)]),
    ("a video of 1 minute and 30 seconds", "une vidéo d'une minute et 30 secondes", [video(90)]),
    ("10 clips", "10 clips", [video(count=10)]),
    ("3 videos of 10 seconds", "3 vidéos de 10 secondes", [video(10, 3)]),
    ("three 10-second videos", "trois vidéos de 10 secondes", [video(10, 3)]),
    ("two 5 second clips", "deux clips de 5 secondes", [video(count=2)]),
    ("video 1280x720 5s", "vidéo 1280×720 5s", [video(resolution=HD)]),
    ("a 4k video", "une vidéo 4K", [video(resolution=UHD)]),
    ("a 10 second 1080p clip with veo", "un clip de 10 secondes en 1080p avec veo", [video(10, 1, "veo-3.1", FULL_HD)]),
    ("a 720p video of 8 s with kling 3", "une vidéo 720p de 8 s avec kling 3", [video(8, 1, "kling-3", HD)]),
    ("3 second 480p video with hunyuan", "vidéo de 3 secondes en 480p avec hunyuan", [video(3, 1, "hunyuanvideo", SD)]),
    ("5s video with wan2.1-14b", "vidéo 5s avec wan2.1-14b", [video(model="wan2.1-14b")]),
    ("a clip with runway gen 4.5", "un clip avec runway gen 4.5", [video(model="runway-gen-4.5")]),
    ("5 videos of 5s with veo 3 fast", "5 vidéos de 5s avec veo 3 fast", [video(count=5, model="veo-3.1-fast")]),
    ("3 veo videos", "3 vidéos veo", [video(count=3, model="veo-3.1")]),
    ("sora 2 video 10s", "vidéo sora 2 de 10 s", [video(10, 1, "sora-2-pro")]),
    ("an image", "une image", [image()]),
    ("4 images", "4 images", [image(4)]),
    ("1000 images", "1000 images", [image(1000)]),
    ("ten photos", "dix photos", [image(10)]),
    ("twenty pictures", "vingt dessins", [image(20)]),
    ("four illustrations", "quatre illustrations", [image(4)]),
    ("4 images in HD", "4 images en HD", [image(4, None, HD)]),
    ("a picture in full hd", "une image en full hd", [image(1, None, FULL_HD)]),
    ("4 images with flux", "4 images avec flux", [image(4, "flux.1-dev")]),
    ("an image with midjourney", "une image avec midjourney", [image(1, "midjourney")]),
    ("2 pictures with stable diffusion xl", "2 photos avec stable diffusion xl", [image(2, "sdxl")]),
    ("a 1024x1024 image with sd3.5", "une image 1024x1024 avec sd3.5", [image(1, "sd3.5-large", "1024x1024")]),
    ("generate 20 pictures with nano banana", "génère 20 images avec nano banana", [image(20, "nano-banana")]),
    ("I made 6 drawings with ideogram", "j'ai fait 6 dessins avec ideogram", [image(6, "ideogram")]),
    ("two images and a 5s video", "deux images et une vidéo de 5 s", [image(2), video()]),
    ("2 videos, then 3 images", "2 vidéos, puis 3 images", [video(count=2), image(3)]),
    (
        "4 images with flux and a 5 second video with veo 3",
        "4 images avec flux et une vidéo de 5 secondes avec veo 3",
        [image(4, "flux.1-dev"), video(model="veo-3.1")],
    ),
    (
        "a 5-second video, 4 images and 2 clips",
        "une vidéo de 5 secondes, 4 images et 2 clips",
        [video(), image(4), video(count=2)],
    ),
]


def usages(text: str, book: FactorBook) -> list[Usage]:
    return [reading.usage for reading in read(text, book)]


@pytest.mark.parametrize(("english", "french", "expected"), TWINS, ids=[english for english, _, _ in TWINS])
def test_a_question_is_read_alike_in_both_languages(
    book: FactorBook, english: str, french: str, expected: list[Usage]
) -> None:
    assert usages(english, book) == expected
    assert usages(french, book) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("sora", video(model="sora-2-pro")),
        ("veo 3", video(model="veo-3.1")),
        ("kling 10s", video(10, 1, "kling-3")),
        ("dall-e", image(1, "dall-e-3")),
    ],
)
def test_the_name_of_a_model_alone_says_what_it_makes(book: FactorBook, text: str, expected: Usage) -> None:
    assert usages(text, book) == [expected]


@pytest.mark.parametrize(
    ("text", "plain"),
    [("VIDEO 5S", "video 5s"), ("ｖｉｄｅｏ ５ｓ", "video 5s"), ("  vidéo\u202f5\u00a0s ", "vidéo 5 s")],
)
def test_capitals_wide_letters_and_odd_spaces_change_nothing(book: FactorBook, text: str, plain: str) -> None:
    assert usages(text, book) == usages(plain, book)


@pytest.mark.parametrize(
    ("text", "assumed"),
    [
        ("video", {"duration", "count", "model"}),
        ("a video", {"duration", "model"}),
        ("video 5s", {"count", "model"}),
        ("an image with flux", set()),
        ("3 clips of 5s with veo", set()),
        ("sora", {"duration", "count"}),
    ],
)
def test_what_was_taken_for_granted_is_said(book: FactorBook, text: str, assumed: set[str]) -> None:
    (reading,) = read(text, book)
    assert set(reading.assumed) == assumed


@pytest.mark.parametrize(
    "text", ["", "   ", "hello", "bonjour", "5 s", "???", "🎬", "what is the weather", "quel temps fait-il"]
)
def test_words_that_name_no_use_of_ai_are_refused_with_examples(book: FactorBook, text: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(text, book)
    assert refused.value.code == "ask.unreadable"
    assert "video 5s" in str(refused.value)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("video " * 800, "ask.long"),
        ("video\u200b 5s", "ask.invisible"),
        ("\u202evideo 5s", "ask.invisible"),
        ("a video of 0 seconds", "duration.positive"),
        ("a video of 999 minutes", "amount.video"),
        ("5000000000 images", "count.range"),
    ],
)
def test_an_outlandish_or_disguised_question_is_refused_with_its_reason(book: FactorBook, text: str, code: str) -> None:
    with pytest.raises(Refusal) as refused:
        read(text, book)
    assert refused.value.code == code


@pytest.mark.parametrize("identity", list(BOOK.models))
def test_the_name_of_every_model_before_what_it_makes_finds_it(book: FactorBook, identity: str) -> None:
    model = book.models[identity]
    noun = {"video": "video", "image": "image", "text": "answer", "audio": "audio"}[model.activity]
    for text in (f"{model.name} {noun}", f"{noun} with {model.name}", f"une {noun} avec {identity}"):
        assert usages(text, book)[0].model == identity, text


@pytest.mark.parametrize(
    ("text", "assumed"),
    [
        ("an answer", {"length", "model"}),
        ("500 tokens", {"count", "model"}),
        ("a short answer with claude", set()),
        ("a song with suno", {"duration"}),
        ("a few images", {"count", "model"}),
        ("a few seconds of video", {"duration", "count", "model"}),
    ],
)
def test_what_was_taken_for_granted_is_said_of_text_and_sound(book: FactorBook, text: str, assumed: set[str]) -> None:
    (reading,) = read(text, book)
    assert set(reading.assumed) == assumed


def outcome(text: str) -> tuple[Reading, ...] | str:
    """What a text was read as, or the code of its refusal; any other exception goes through."""
    try:
        return read(text, BOOK)
    except Refusal as refusal:
        return refusal.code


_BITS = [
    *(
        "a",
        "une",
        "3",
        "2,5",
        "-1",
        "0",
        "k",
        "x",
        "x3",
        "1:30",
        "5s",
        "10 min",
        "½",
        "1e9",
        "few",
        "demi",
        "dizaine de",
    ),
    *("vidéo", "images", "answer", "question", "song", "bruitage", "voix off", "transcribe", "tokens", "pages", "mots"),
    *("avec", "with", "de", "d'un", "and", "et", ",", ".", ";", "plus", "en", "4k", "720p", "1280x720", "30 steps"),
    *("veo", "gpt-4o", "suno", "klingg", "flux", "short", "raisonnement", "🎬", "\u200d", "\u200b", "9" * 40, "llama"),
]


@given(st.one_of(st.text(max_size=230), st.lists(st.sampled_from(_BITS), max_size=14).map(" ".join)))
def test_anything_typed_is_usages_or_a_refusal(text: str) -> None:
    code = "" if isinstance(read_as := outcome(text), tuple) else read_as
    assert read_as
    assert code.split(".")[0] in {"", "ask", "amount", "count", "duration", "resolution", "steps"}


@given(st.lists(st.sampled_from(_BITS), max_size=14).map(" ".join))
def test_reading_twice_reads_the_same(text: str) -> None:
    assert outcome(text) == outcome(text)
