"""Games and lessons: one kind of session, a folder for each game."""
