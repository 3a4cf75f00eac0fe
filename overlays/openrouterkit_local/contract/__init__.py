"""The API contract: its operations, routing, validation of values, and sample values built from schemas."""
