"""From a failing response to one of the errors of `openrouterkit.errors`. Private."""
