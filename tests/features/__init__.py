"""Each feature's tests, under the feature's name."""
