"""The playground's page as a person uses it: type a command, fill options, press buttons."""

from __future__ import annotations

import re
import select
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from playwright.async_api import Error, Locator, Page, expect

CHECKOUT = Path(__file__).parents[2]
CHROMIUM = Path("/usr/bin/chromium")
FLAGS = (
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
# A busy machine may be slow: no test here promises a time.
expect.set_options(timeout=60_000)


@contextmanager
def playground(*arguments: str) -> Iterator[tuple[str, subprocess.Popen[str]]]:
    """A running playground and its address."""
    command = [sys.executable, "-m", "bot", *arguments]
    with subprocess.Popen(
        command, cwd=CHECKOUT, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        try:
            assert process.stdout is not None
            ready, _, _ = select.select([process.stdout], [], [], 120)
            assert ready, "the playground printed no address"
            found = re.search(r"http://\S+", process.stdout.readline())
            assert found
            yield found[0], process
        finally:
            process.terminate()
            process.wait(timeout=60)


async def choose(page: Page, command: str) -> None:
    box = page.locator("#channel-composer-input")
    await box.click()
    await box.press_sequentially(f"/{command}", delay=5)
    await expect(page.locator(".command-entry", has=page.get_by_text(f"/{command}", exact=True))).to_be_visible()
    await page.keyboard.press("Tab")
    await expect(page.locator(".command-chip")).to_have_text(f"/{command}")


async def fill(page: Page, option: str, text: str, *, pick: str | None = None) -> None:
    field = page.locator(f'.command-option-input[data-option="{option}"]')
    for _ in range(6):
        if await field.count():
            break
        await page.locator(".command-ghost").click()
        # The list may be drawn anew under the pointer, and close: then it is opened again.
        with suppress(Error):
            await page.locator(f'.command-suggestion[data-value="{option}"]').click(timeout=10_000)
    await field.click()
    await field.press_sequentially(text, delay=5)
    if pick is not None:
        await page.locator(f'.command-suggestion[data-value="{pick}"]').click()


async def ask(page: Page, command: str, **options: str) -> Locator:
    """Run a command and return the message that answers it."""
    before = await messages(page).count()
    await choose(page, command)
    for option, text in options.items():
        await fill(page, option, text)
    await settled(page)
    await page.locator("#send-message").click()
    await expect(messages(page)).to_have_count(before + 1)
    return messages(page).nth(before)


async def send(page: Page, words: str) -> None:
    """Write a plain message."""
    box = page.locator("#channel-composer-input")
    await box.click()
    await box.press_sequentially(words, delay=5)
    await page.locator("#send-message").click()


def messages(page: Page) -> Locator:
    return page.locator("article.channel-message")


async def act_as(page: Page, name: str) -> None:
    picker = page.locator("#viewer-picker")
    wanted = await picker.locator("option", has_text=name).get_attribute("value")
    await picker.select_option(value=wanted)
    await until(page, f"simcordPreview.ready && simcordPreview.viewerId == {wanted!r}")


async def pick(page: Page, card: Locator, placeholder: str, label: str) -> None:
    """Choose a line of a card's list; the page takes a choice only once it has finished what it was at."""
    await settled(page)
    await card.get_by_role("combobox", name=placeholder).click()
    await settled(page)
    await page.get_by_role("option", name=label, exact=True).click()


async def settled(page: Page) -> None:
    """Until the page has nothing under way."""
    await until(page, "simcordPreview.ready && simcordPreview.awaitingRevision === null")


async def until(page: Page, condition: str) -> None:
    # The page forbids scripts that wait_for_function needs.
    for _ in range(1200):
        if await page.evaluate(condition):
            return
        await page.wait_for_timeout(50)
    raise AssertionError(f"the page never came to {condition}")


async def pictured(image: Locator) -> None:
    """Wait until a picture is there: the page shows its text first, and only then what was drawn."""
    await expect(image).to_be_visible()
    await expect(image).not_to_have_js_property("naturalWidth", 0)
