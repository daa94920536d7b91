"""Tests of the SQLite store: what is its own, beside the contract."""
