#!/bin/sh
# The main job on the embedded corpus. Run by ./dev demo, which sets G40 and ASKS_BY_MINISTRY.
set -eu
G40=${G40:-build/g40}
ASKS_BY_MINISTRY=${ASKS_BY_MINISTRY:-build/examples/asks_by_ministry}

run() {
  printf '\n$ %s\n' "$*"
}

printf 'What the G40, the network of 41 Dutch cities, asks of the next cabinet (autumn 2025),\n'
printf 'by the ministry that answered for it then, and who answers now.\n'
"$ASKS_BY_MINISTRY"

run g40 show position/g40-economie-en-werk-2025/samenhangend-beleid --as-of 2026-05-01
"$G40" show position/g40-economie-en-werk-2025/samenhangend-beleid --as-of 2026-05-01

run g40 resolve EZ --date 2025-09-01 --as-of 2026-05-01
"$G40" resolve EZ --date 2025-09-01 --as-of 2026-05-01
