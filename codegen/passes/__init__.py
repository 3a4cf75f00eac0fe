"""The passes that lead to the normal form, one rule each; `codegen.normal_form` says in which order."""
