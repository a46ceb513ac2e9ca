#!/usr/bin/env bash
# Builds the Debian packages and installs them on a clean root (debootstrap, as root): the command runs, and a program builds
# against libg40-dev. usage: packages.sh SOURCE FOLDER
set -euo pipefail
source=$(cd "$1" && pwd)
mkdir -p "$2"
folder=$(cd "$2" && pwd)
root=$folder/root
# Where this machine takes its packages from, the root does too.
sources=$(cat /etc/apt/sources.list /etc/apt/sources.list.d/*.list /etc/apt/sources.list.d/*.sources 2>/dev/null || true)
mirror=${G40_DEBIAN_MIRROR:-$(sed -n -E 's/^deb (\[[^]]*\] )?([^ ]*) bookworm main.*/\2/p; s/^URIs: ([^ ]*).*/\1/p' <<<"$sources" | head -1)}

say() { printf '%s\n' "$*"; }
inside() { chroot "$root" /usr/bin/env -i PATH=/usr/sbin:/usr/bin:/sbin:/bin DEBIAN_FRONTEND=noninteractive "$@"; }
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
cp "$source/examples/asks_by_ministry.c" "$root/opt/"
sed -n '/^```python$/,/^```$/p' "$source/README.md" | sed '/^```/d' >"$root/opt/example.py"
inside apt-get -q update >"$folder/apt.log" 2>&1
inside sh -c 'apt-get -q -y install --no-install-recommends /opt/libg40-0_*.deb /opt/g40_*.deb' >>"$folder/apt.log" 2>&1 ||
  { tail -20 "$folder/apt.log"; exit 1; }
for package in libg40-0 g40; do # the word list's licence asks for its notice
  inside grep -q 'Neither the name of the OpenTaal' "/usr/share/doc/$package/copyright" || { say "$package has no copyright file"; exit 1; }
done
inside g40 --version
inside g40 positions --kind ask --limit 2 --format jsonl | wc -l
inside g40 verify
inside sh -c 'apt-get -q -y install --no-install-recommends /opt/python3-g40_*.deb /opt/lua-g40_*.deb' >>"$folder/apt.log" 2>&1 ||
  { tail -20 "$folder/apt.log"; exit 1; }
inside python3 -W error -X dev /opt/example.py | tail -3
inside lua5.4 -e 'for ask in require("g40").open():positions { kind = "ask", responsible = "SZW", limit = 1 } do print(ask) end'
# The extension alone: no libg40, no command; SQLite finds it by its name.
inside sh -c 'apt-get -q -y purge libg40-0' >>"$folder/apt.log" 2>&1
inside sh -c 'apt-get -q -y install --no-install-recommends sqlite3 /opt/libsqlite3-mod-g40_*.deb' >>"$folder/apt.log" 2>&1 ||
  { tail -20 "$folder/apt.log"; exit 1; }
cp "$folder/build/corpus.g40" "$root/opt/"
inside sqlite3 /opt/corpus.g40 '.load mod_g40' "SELECT text FROM g40_search('regio', 1); SELECT abbreviation FROM g40_resolve('EZ', '2025-09-01')"
inside sh -c 'apt-get -q -y install --no-install-recommends gcc libc6-dev pkg-config /opt/libg40-0_*.deb /opt/libg40-dev_*.deb' >>"$folder/apt.log" 2>&1 ||
  { tail -20 "$folder/apt.log"; exit 1; }
inside sh -c 'cc -Wall -Werror -o /opt/asks /opt/asks_by_ministry.c $(pkg-config --cflags --libs g40) && /opt/asks' | tail -5
say "package-check: 1 passed, 0 failed"
