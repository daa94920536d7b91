"""Discord's light theme for a page that is only drawn dark, so that cards and pictures are looked at on both."""

from __future__ import annotations

from playwright.async_api import Page

LIGHT = """
:root { color-scheme: light;
  --discord-bg: #ffffff; --discord-surface: #f2f3f5; --discord-elevated: #e3e5e8; --discord-control: #ebedef;
  --discord-hover: #e6e7ea; --discord-text: #2f3035; --discord-muted: #5c5e66; --discord-subtle: #4e5058;
  --discord-border: #d5d7dc; --component-surface: #f7f8fa; --component-border: #d5d7dc; --modal-surface: #ffffff;
  --chip-surface: #ebedef; --list-surface: #ffffff; --option-hover: #e6e7ea; --subtle-surface: #e0e2e6;
  --subtle-surface-text: #2f3035; --entity-text: #2f3035; --entity-dim: #5c5e66; --input-surface: #f2f3f5;
  --button-alt: #e0e2e6; --button-alt-hover: #d5d7dc; --button-alt-active: #c9ccd2;
  --code-surface: #f2f3f5; --code-border: #d5d7dc; --code-text: #2f3035; }
article, article p, article button, article [role=combobox] { color: #2f3035 !important; }
"""


async def lighten(page: Page) -> None:
    """Show the page as Discord's light theme would. The page must have been opened with `bypass_csp`."""
    await page.add_style_tag(content=LIGHT)
