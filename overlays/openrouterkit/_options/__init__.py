"""What options are made of: secrets, and validators of attrs. Private."""
