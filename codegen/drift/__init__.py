"""The contract against a newer description: what differs, told, and carried over; `codegen.drift.command` runs it."""
