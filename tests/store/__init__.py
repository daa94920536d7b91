"""The store's promises, kept by every backend, and what the SQLite one does when its file is in trouble."""
