"""What editors write: topics, claims, questions, sources; read and checked."""
