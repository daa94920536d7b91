"""Scoring the core against measured rows."""
