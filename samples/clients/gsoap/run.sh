#!/usr/bin/env bash
# Builds submit.c with the code that gSOAP makes of the server's WSDL, in a temporary folder, and runs it.
# Arguments: WSDL-URL USER PASSWORD COMPANY-HANDLE
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
cd "$build"

curl -sf "$1" > api.wsdl
# Names in C begin with these prefixes.
printf '%s\n' 'api = "http://www.scene7.com/IpsApi"' 'base = "http://www.scene7.com/IpsApi/xsd"' \
  'ips = "http://www.scene7.com/IpsApi/xsd/2014-04-03"' > prefixes.dat
wsdl2h -c -g -y -t prefixes.dat -o api.h api.wsdl 2> log
soapcpp2 -1 -c -C -L -x api.h >> log
gcc -o submit -I. "$here/submit.c" soapC.c soapClient.c -lgsoap
./submit "${@:2}"
