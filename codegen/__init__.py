"""Turns a contract into the generated package: document -> passes -> normal form -> templates -> files."""
