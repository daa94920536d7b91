"""The message menu "Estimate AI energy": a right-click on what somebody posted."""

from __future__ import annotations

from typing import Any

from tests.chat.simulated import Chat

PNG: dict[str, Any] = {"filename": "a.png", "content_type": "image/png", "width": 1024, "height": 1536}
MP4: dict[str, Any] = {"filename": "a.mp4", "content_type": "video/mp4", "width": 1920, "height": 1080}
VOICE: dict[str, Any] = {"filename": "v.ogg", "content_type": "audio/ogg", "duration_secs": 7.5, "waveform": "AAAA"}

MP3: dict[str, Any] = {"filename": "s.mp3", "content_type": "audio/mpeg"}
GIF: dict[str, Any] = {"filename": "g.gif", "content_type": "image/gif", "width": 320, "height": 240}


async def test_a_picture_is_estimated_privately(chat: Chat) -> None:
    seen = await chat.points_at(await chat.says("", as_="admin", files=[PNG]))
    assert seen.private
    assert seen.text.splitlines()[0] == "### 1 AI image · 1024×1536"
    assert "Supposing an AI made it" in seen.text
    assert "Post here" in seen.buttons


async def test_each_kind_of_file_is_seen_with_its_size_and_length(chat: Chat) -> None:
    files = [PNG, {**MP4, "duration_secs": 8.0}, PNG, VOICE, MP3, GIF]
    seen = await chat.points_at(await chat.says("", as_="admin", files=files))
    assert seen.private
    assert [label.replace("\N{NO-BREAK SPACE}", " ") for label in seen.buttons[:5]] == [
        "2 AI images · 1024×1536",
        "1 AI video of 8 s · 1920×1080",
        "1 AI voice recording of 7.5 s",
        "1 piece of AI music of 10 s",
        "1 AI video of 5 s · 320×240",
    ]


async def test_length_and_model_are_chosen_from_lists_and_change_the_answer(chat: Chat) -> None:
    seen = await chat.points_at(await chat.says("", files=[MP4]))
    assert set(seen.lists) == {"How long?", "Which model?"}
    longer = await chat.chosen(seen, "How long?", "10 s")
    assert longer.text.splitlines()[0] == "### 1 AI video of 10 s · 1920×1080"
    named = await chat.chosen(longer, "Which model?", "Veo 3.1 (Google)")
    assert named.text.splitlines()[0] == "### 1 AI video of 10 s · Veo 3.1 · 1920×1080"
    assert named.private
    unknown = await chat.chosen(named, "Which model?", "model not known")
    assert unknown.text.splitlines()[0] == "### 1 AI video of 10 s · 1920×1080"


async def test_kind_of_sound_is_chosen_from_a_list(chat: Chat) -> None:
    seen = await chat.points_at(await chat.says("", files=[MP3]))
    speech = await chat.chosen(seen, "What is it?", "speech")
    assert "AI voice recording" in speech.text


async def test_choices_still_work_after_a_restart(chat: Chat) -> None:
    seen = await chat.points_at(await chat.says("", files=[MP4]))
    await chat.restart()
    assert "AI video of 10 s" in (await chat.chosen(seen, "How long?", "10 s")).text


async def test_post_here_shows_it_to_everybody_once(chat: Chat) -> None:
    chat.locales["member"] = "fr"
    seen = await chat.points_at(await chat.says("", files=[PNG]), menu="Estimate AI energy")
    assert "À supposer qu’une IA l’ait fait" in seen.text
    await chat.press(seen, "Publier ici")
    public = [m for m in await chat.written() if m.text and not m.private]
    assert len(public) == 1
    assert public[0].text.startswith("### 1 AI image")
    assert "Publier ici" not in chat.again(seen).buttons


async def test_pictures_and_clips_together_are_listed_and_opened(chat: Chat) -> None:
    seen = await chat.points_at(await chat.says("", files=[PNG, MP4]))
    assert "2 uses of AI" in seen.text
    opened = await chat.press(seen, seen.buttons[1])
    assert opened.text.splitlines()[0].startswith("### 1 AI video of 5 s")
    assert "How long?" in opened.lists


async def test_picture_in_an_embed_of_a_generator_counts(chat: Chat) -> None:
    message = await chat.says("here it is")
    stored = chat.env.backend.get_message(message.channel.id, message.id)
    stored.embeds.append({"type": "rich", "image": {"url": "https://example.org/a.png", "width": 512, "height": 512}})
    assert (await chat.points_at(message)).text.startswith("### 1 AI image · 512×512")


async def test_long_words_count_as_text_and_none_of_them_is_repeated(chat: Chat) -> None:
    seen = await chat.points_at(await chat.says("Zebulon wrote this. " * 20))
    assert seen.text.startswith("### 1 AI answer of 100 tokens")
    assert "Zebulon" not in seen.text


async def test_message_without_anything_to_estimate_is_refused_privately(chat: Chat) -> None:
    for files in ([], [{"filename": "a.pdf", "content_type": "application/pdf"}], [{"filename": "a.bin"}]):
        seen = await chat.points_at(await chat.says("hello", files=files))
        assert seen.private
        assert "I see no picture" in seen.text
    chat.locales["member"] = "fr"
    assert "Je ne vois ni image" in (await chat.points_at(await chat.says("hello"))).text


async def test_message_deleted_meanwhile_changes_nothing(chat: Chat) -> None:
    message = await chat.says("", files=[PNG])
    seen = await chat.points_at(message)
    await chat.people["member"].delete(message)
    assert (await chat.chosen(seen, "Which model?", "Midjourney (Midjourney)")).private
    await chat.press(chat.again(seen), "Post here")
    assert [m for m in await chat.written() if m.text and not m.private]
