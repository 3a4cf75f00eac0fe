"""The contract as the server reads it: operations, routes, schemas, and values made from them."""
