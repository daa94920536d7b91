"""Words to what was meant, in English and French."""
