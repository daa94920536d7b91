"""Where the bot keeps what it must remember: one SQLite file, one writer."""
