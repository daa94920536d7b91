"""Tests of the games and lessons, and of what they share."""
