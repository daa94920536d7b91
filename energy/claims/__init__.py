"""A stated figure, read from a claim, against today's estimate."""
