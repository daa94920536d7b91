"""The way from Discord to a feature and back: one client, one way out, one error door."""
