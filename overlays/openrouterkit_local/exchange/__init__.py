"""What comes in and goes back: requests, responses, problems, pages."""
