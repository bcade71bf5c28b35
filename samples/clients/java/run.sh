#!/usr/bin/env bash
# Builds Submit.java with the classes that JAX-WS makes of the server's WSDL, in a temporary folder, and runs it.
# Arguments: WSDL-URL USER PASSWORD COMPANY-HANDLE. JARS names the folder of the JAX-WS libraries, Debian's unless given.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT
path=${JARS:-/usr/share/java}/*

mkdir "$build/source" "$build/classes"
# -XadditionalHeaders: the header is no part of the messages; -extension: lets the SOAP 1.2 binding pass.
java -cp "$path" com.sun.tools.ws.WsImport -quiet -extension -XadditionalHeaders -Xnocompile -s "$build/source" "$1" 2> "$build/log" \
  || { cat "$build/log" >&2; exit 1; }
# All sources: nothing names the package-info files, which say that elements are qualified.
find "$build/source" -name '*.java' > "$build/sources"
javac -nowarn -cp "$path" -d "$build/classes" "@$build/sources" "$here/Submit.java"
java -cp "$build/classes:$path" Submit "$@"
