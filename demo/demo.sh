#!/usr/bin/env bash
# From web pages to a table of deadlines: serves corpus/ on this machine, ingests its feed into demo.db, asks what
# is due. Called by ./run demo, which builds the program first. The server ends with the ingest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly acta=build/release/acta
readonly db=demo.db

rm -f "$db" "$db-wal" "$db-shm"
demo/serve.py -- "$acta" ingest '{site}/feed.xml' --allow-private --db "$db" || status=$?
# 3: some inputs were refused, the others are read; the table above says which.
((${status:-0} == 0 || ${status:-0} == 3)) || exit "$status"

echo
"$acta" query due --db "$db" "$@"
