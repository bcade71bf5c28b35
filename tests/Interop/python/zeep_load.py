"""Loads a WSDL with zeep and makes every type of it.

Arguments: WSDL-URL
"""
import sys

import zeep

client = zeep.Client(sys.argv[1])
for port in ("IpsApiSoapPort", "IpsApiSoap12Port"):
    operations = client.bind("IpsApiService", port)._operations
    if not operations:
        sys.exit(f"FAILED: {port} has no operations")
    for name, operation in operations.items():
        # Signatures name every type below the messages, so an unknown one ends here.
        if not operation.__doc__:
            sys.exit(f"FAILED: {name} has no signature")
    print(f"ok {port}: {len(operations)} operations")
for each in client.wsdl.types.types:
    each.signature(schema=client.wsdl.types)
print("ok all")
