#!/usr/bin/env bash
# From web pages to a table of deadlines: serves corpus/ on this machine, ingests its feed into demo.db and asks what
# is due. Called by ./run demo, which builds the program first. The server lives as long as the ingest.
set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

readonly acta=build/release/acta
readonly db=demo.db
readonly shown=40

heading() { printf '\n== %s\n\n' "$*"; }

heading "acta ingest http://127.0.0.1/feed.xml: fetch, clean, read, store"
rm -f "$db" "$db-wal" "$db-shm"
status=0
demo/serve.py -- "$acta" ingest '{site}/feed.xml' --allow-private --db "$db" 2>&1 || status=$?
# 3: some inputs were refused and the others read; the lines above say which and why.
((status == 0 || status == 3)) || exit "$status"

total="$("$acta" query due --db "$db" --format jsonl | wc -l)"
heading "acta query due --db $db --limit $shown: the first of $total rows"
"$acta" query due --db "$db" --limit "$shown"

heading "acta query due --db $db --resolution 57-NQ/TW --format list: one question, each answer whole"
"$acta" query due --db "$db" --resolution 57-NQ/TW --limit 3 --format list

heading "What to try next"
cat <<TEXT
  $acta query due --db $db --from 2025-09-01 --to 2025-09-30 --format csv
  $acta query official --db $db --agency "UBND" --format list
  $acta query resolution --db $db --language ru
  $acta extract corpus/en/0009-rural-bus-fund/page.html
  $acta rules explain --language en "The Ministry of Finance shall report before 15 September 2025."
  demo/serve.py        the same pages for your browser

README.md goes on from here.
TEXT
