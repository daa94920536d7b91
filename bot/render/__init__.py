"""What the bot says, without Discord: one file a feature."""
