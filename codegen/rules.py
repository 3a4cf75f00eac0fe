"""The rules that documents break: the id of each, and what to do about it unless a problem has a remedy of its own."""

from __future__ import annotations

from collections.abc import Mapping

RULES: Mapping[str, str] = {
    # Invalid parts: errors, unless --lenient replaces them or nothing uses them.
    "wrong-type": "see the OpenAPI specification",
    "missing-member": "add it",
    "dangling-reference": "add the target, or correct the reference",
    "outside-reference": "copy the target into the document",
    "circular-reference": "correct the reference",
    "wrong-reference": "correct the reference",
    "parameter-place": "correct the place of the parameter",
    "security-scheme": "complete the security scheme",
    # Parts that contradict each other; the package contains one reading of them.
    "path-parameter": "make the parameters match the path",
    "path-template": "correct the path",
    "required-member": "declare the member, or remove it from `required`",
    "unknown-type": "use one of string, number, integer, boolean, array, object and null",
    "no-responses": "declare the responses",
    "discriminator": "declare a member that differs between all variants",
    "unknown-security": "declare the scheme in components/securitySchemes",
    "unknown-method": "use one of the HTTP methods of OpenAPI",
    # Names that are used twice; one of them is renamed.
    "same-operation-id": "give each operation an id of its own",
    "same-method": "rename the operation, or add a name to names.toml",
    "same-schema": "rename the schema, or add a name to names.toml",
    "same-member": "rename the member, or add a name to the table `members` of names.toml",
    "same-argument": "rename the parameter, or add a name to the table `arguments` of names.toml",
    "reserved-member": "rename the attribute in the overlays, and its entry in names.toml",
    # Parts that are expressed as plain JSON.
    "mixed-keywords": "declare the type that has these keywords",
    "recursive-alias": "put an object in between",
    "incompatible-all-of": "remove the contradiction between the schemas",
    "recursive-all-of": "refer to the schema without allOf",
    "recursive-union": "declare the members in a schema of their own",
    # Parts that a package does not contain.
    "cookie-parameter": "pass the header Cookie with each call",
    "no-body": "remove the content, or correct the status",
    "other-server": "create a client with this base URL",
    "webhook-body": "declare the body as JSON, or read it yourself",
    "unused-security": "remove the scheme, or declare where it is used",
    "client-certificate": "pass the certificate to the client",
    # Parts that a package supports in part.
    "http-scheme": "pass the whole value of the header",
    "body-types": "pass the body as bytes, with a Content-Type header",
    "collection-format": "separate the items yourself, in a parameter of type string",
    "second-body": "declare one body with all members",
    "stream-switch": "declare the member with x-speakeasy-stream-request-field",
}
"""Id of a rule -> remedy."""
