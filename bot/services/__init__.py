"""What the bot decides, without Discord: one file a feature."""
