"""Building blocks of the option classes: secrets and attrs validators. Private."""
