"""What was done with AI, and the one text form of it."""
