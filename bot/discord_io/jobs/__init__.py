"""What the bot does unasked: messages kept up to date, boards and cards when they are due."""
