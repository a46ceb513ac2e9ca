#!/usr/bin/env bash
# Builds the Debian packages and installs them on a clean root (debootstrap, as root). There the command, the C, Python and Lua
# examples and the extension run, with nothing but the packages. usage: packages.sh SOURCE FOLDER
# shellcheck disable=SC2046
set -euo pipefail
source=$(cd "$1" && pwd)
mkdir -p "$2"
folder=$(cd "$2" && pwd)
root=$folder/root
# Where this machine takes its packages from, the root does too.
sources=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null || true)
mirror=${G40_DEBIAN_MIRROR:-$(sed -n -E 's/^deb (\[[^]]*\] )?([^ ]*) bookworm main.*/\2/p; s/^URIs: ([^ ]*).*/\1/p' <<<"$sources" | head -1)}

passed=0 failed=0

say() { printf '%s\n' "$*"; }
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }
# check NAME COMMAND...: must succeed, and print what lies in expected-NAME where there is such a file.
check() {
  local name=$1
  shift
  if "$@" >"$folder/said-$name" 2>&1 && [ -s "$folder/said-$name" ] &&
    { [ ! -f "$folder/expected-$name" ] || cmp -s "$folder/expected-$name" "$folder/said-$name"; }; then
    passed=$((passed + 1))
    say "ok      $name"
  else
    failed=$((failed + 1))
    say "FAILED  $name"
    tail -5 "$folder/said-$name"
  fi
}
add() { # packages, on the root
  inside apt-get -q -y install --no-install-recommends "$@" >>"$folder/apt.log" 2>&1 || { tail -20 "$folder/apt.log"; exit 1; }
}
debs() { (cd "$root" && for name in "$@"; do ls opt/"${name}"_*.deb; done) | sed 's#^#/#'; }
# The example of README.md in a language, and what README.md says that it prints.
block() { sed -n "/^\`\`\`$1\$/,/^\`\`\`\$/p" "$source/README.md" | sed '/^```/d'; }
cleanup() { umount "$root/proc" 2>/dev/null || true; }
trap cleanup EXIT

say "Building the packages"
cmake -S "$source" -B "$folder/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF -DG40_BINDINGS=ON \
  -DCMAKE_INSTALL_PREFIX=/usr \
  >"$folder/build.log" 2>&1
cmake --build "$folder/build" >>"$folder/build.log" 2>&1 || { tail -20 "$folder/build.log"; exit 1; }
(cd "$folder/build" && cpack -G DEB >>"$folder/build.log" 2>&1) || { tail -20 "$folder/build.log"; exit 1; }
ls -1 "$folder"/build/*.deb

say "Making a clean root"
rm -rf "$root"
debootstrap --variant=minbase bookworm "$root" "$mirror" >"$folder/debootstrap.log" 2>&1 || { tail -5 "$folder/debootstrap.log"; exit 1; }
mount -t proc proc "$root/proc" 2>/dev/null || true
cp /etc/apt/apt.conf.d/* "$root/etc/apt/apt.conf.d/" 2>/dev/null || true
cp /etc/resolv.conf "$root/etc/" 2>/dev/null || true
cp "$folder"/build/*.deb "$root/opt/"
cp -r "$source/examples" "$folder/build/corpus.g40" "$root/opt/"
block python >"$root/opt/example.py"
block lua >"$root/opt/example.lua"
block text | tee "$folder/expected-python" >"$folder/expected-lua"
cmake --build "$folder/build" --target g40_asks_by_ministry >>"$folder/build.log" 2>&1
"$folder/build/examples/asks_by_ministry" >"$folder/expected-c"
cat >"$root/opt/app.lua" <<'LUA'
package.path = "/opt/examples/lua-app/?.lua;" .. package.path
local db <close> = assert(require("g40").open())
local status, kind, body = require("asks").answer(db, { method = "GET", path = "/asks", query = "responsible=SZW" })
assert(status == 200 and body:find("aanbevelingen", 1, true), tostring(status))
print(kind)
LUA

inside apt-get -q update >"$folder/apt.log" 2>&1
add $(debs libg40-0 g40)
check version inside g40 --version
check positions inside g40 positions --kind ask --limit 2 --format jsonl
check verify inside g40 verify
add lua-dkjson $(debs python3-g40 lua-g40)
check python inside python3 -W error -X dev /opt/example.py
check lua inside lua5.4 /opt/example.lua
check lua-app inside lua5.4 /opt/app.lua
# The extension alone: no libg40, no command; SQLite finds it by its name.
inside apt-get -q -y purge libg40-0 >>"$folder/apt.log" 2>&1
add sqlite3 $(debs libsqlite3-mod-g40)
printf 'EZ\n' >"$folder/expected-extension"
check extension inside sqlite3 /opt/corpus.g40 '.load mod_g40' "SELECT abbreviation FROM g40_resolve('EZ', '2025-09-01'), g40_search('regio', 1)"
add gcc libc6-dev pkg-config $(debs libg40-0 libg40-dev)
check c inside sh -c 'cc -Wall -Werror -o /opt/asks /opt/examples/asks_by_ministry.c $(pkg-config --cflags --libs g40) && /opt/asks'
add $(debs g40 python3-g40 lua-g40)
for package in libg40-0 libg40-dev g40 python3-g40 lua-g40 libsqlite3-mod-g40; do # the word list's licence asks for its notice
  check "copyright-$package" inside grep 'Neither the name of the OpenTaal' "/usr/share/doc/$package/copyright"
done
say "package-check: $passed passed, $failed failed"
[ "$failed" = 0 ]
