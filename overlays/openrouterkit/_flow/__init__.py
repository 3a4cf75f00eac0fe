"""What a flow is made of: requests and responses, deadlines, cancellation. Private."""
