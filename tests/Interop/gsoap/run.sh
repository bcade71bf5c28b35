#!/usr/bin/env bash
# Makes the gSOAP client from the WSDL that the server serves, in a temporary folder, and runs it.
# Arguments: WSDL-URL USER PASSWORD COMPANY-NAME PICTURE-URL [1.1|1.2]
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
build=$(mktemp -d)
protocol=$([ "${6:-1.1}" = 1.2 ] && echo 2 || echo 1)
trap 'rm -rf "$build"' EXIT

curl -sf "$1" > "$build/api.wsdl" || { echo "FAILED: no WSDL at $1" >&2; exit 1; }
# Fixed prefixes, because C names come from them.
printf '%s\n' 'api = "http://www.scene7.com/IpsApi"' 'base = "http://www.scene7.com/IpsApi/xsd"' \
  'ips = "http://www.scene7.com/IpsApi/xsd/2014-04-03"' > "$build/prefixes.dat"
(
  cd "$build"
  wsdl2h -c -g -y -t prefixes.dat -o api.h api.wsdl
  # The prefix table decides the SOAP version: 1.2 without this option.
  soapcpp2 "-$protocol" -c -C -L -x api.h
  gcc -std=gnu11 -Wall -Werror -o client -I. -I"$here" "$here/client.c" soapC.c soapClient.c -lgsoap
) > "$build/log" 2>&1 || { cat "$build/log" >&2; echo "FAILED: the client cannot be built" >&2; exit 1; }
"$build/client" "${@:2}"
