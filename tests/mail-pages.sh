#!/usr/bin/env bash
# Draws the mails of the server as pictures, to look at: tests/mail-pages.sh FOLDER [LANGUAGE...]
# Needs Debian's chromium. Without languages all twelve are drawn.
set -euo pipefail
[ $# -ge 1 ] || { echo "usage: $0 FOLDER [LANGUAGE...]" >&2; exit 2; }
folder=$(mkdir -p "$1" && cd "$1" && pwd); shift
cd "$(dirname "$0")/.."
command -v chromium > /dev/null || { echo "chromium is missing: apt-get install chromium" >&2; exit 1; }

IPSJOBS_MAIL_PAGES=$folder dotnet test tests/IpsJobs.Notifications.Tests --nologo -v q --filter "FullyQualifiedName~EveryMailTests"

profile=$(mktemp -d)
trap 'rm -rf "$profile"' EXIT
draw() { # page, picture, width
  timeout 60 chromium --headless --no-sandbox --disable-gpu --disable-quic --no-first-run --disable-background-networking \
    --disable-component-update --disable-sync --hide-scrollbars --user-data-dir="$profile" --window-size="$3,1400" \
    --screenshot="$2" "file://$1" > /dev/null 2>&1 || echo "not drawn: $1" >&2
}
for language in "${@:-*}"; do
  for page in "$folder"/$language-*.html; do
    draw "$page" "${page%.html}.png" 760
  done
done
ls "$folder"/*.png
