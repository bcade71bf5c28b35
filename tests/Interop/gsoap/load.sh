#!/usr/bin/env bash
# Makes C sources of a WSDL with gSOAP's two tools, for SOAP 1.1 and 1.2, in a temporary folder. A warning of the first is
# a failure; the second only warns of names and of its own options.
# Arguments: WSDL-URL
set -euo pipefail

build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
cd "$build"
fail() { cat log >&2; echo "FAILED: $*" >&2; exit 1; }

curl -sf "$1" > api.wsdl || { echo "FAILED: no WSDL at $1" >&2; exit 1; }
wsdl2h -c -g -y -o api.h api.wsdl > log 2>&1 || fail "wsdl2h cannot read it"
# It also remarks that both bindings are taken for one service, which is what their clients want.
! grep -v 'service bindings found' log | grep -qiE 'warning|error|undefined' || fail "wsdl2h is not content"
for protocol in 1 2; do
  soapcpp2 "-$protocol" -c -C -L -x api.h > log 2>&1 || fail "soapcpp2 cannot read what wsdl2h made"
  echo "ok SOAP 1.$protocol: $(grep -c '^SOAP_FMAC5 int SOAP_FMAC6 soap_call_' soapClient.c) operations"
done
echo "ok all"
