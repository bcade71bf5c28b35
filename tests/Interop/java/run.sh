#!/usr/bin/env bash
# Makes the JAX-WS client from the WSDL that the server serves, in a temporary folder, and runs it.
# Arguments: WSDL-URL USER PASSWORD COMPANY-NAME PICTURE-URL [1.1|1.2]
set -euo pipefail

here=$(cd "$(dirname "$0")" && pwd)
build=$(mktemp -d)
trap 'rm -rf "$build"' EXIT

path=$build/classes
for library in jaxws-tools jaxws-rt jaxws-api jaxb-xjc jaxb-impl jaxb-api jaxb-core jaxb-runtime javax.activation codemodel \
  istack-commons-runtime istack-commons-tools rngom relaxngDatatype xsom dtd-parser txw2 saaj-impl javax.xml.soap-api stax-ex \
  streambuffer metro-policy gmbal mimepull jws-api geronimo-annotation-1.3-spec glassfish-management-api FastInfoset stax2-api \
  woodstox-core; do
  path+=:/usr/share/java/$library.jar
done

mkdir "$build/source" "$build/classes"
(
  # The header is no part of the message, so it takes an option to get it; another one lets SOAP 1.2 pass.
  java -cp "$path" com.sun.tools.ws.WsImport -extension -XadditionalHeaders -Xnocompile -s "$build/source" "$1"
  # All sources, because nothing names the package-info files, which say that elements are qualified.
  find "$build/source" -name '*.java' > "$build/sources"
  javac -nowarn -encoding UTF-8 -cp "$path" -d "$build/classes" "@$build/sources" "$here"/*.java
) > "$build/log" 2>&1 || { cat "$build/log" >&2; echo "FAILED: the client cannot be built" >&2; exit 1; }
java -cp "$path" Client "$@" 2> >(grep -v -e 'FactoryFinder find' -e 'non-standard property: javax.xml.soap' >&2)
