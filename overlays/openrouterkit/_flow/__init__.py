"""The data that flows work with: requests and responses, deadlines, cancellation. Private."""
