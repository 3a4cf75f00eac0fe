"""Writing a normal form as a Python package: records, the expressions in them, and the templates that show them."""
