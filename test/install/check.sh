#!/usr/bin/env bash
# Uses libg40 as strangers do: installed to a prefix and found by pkg-config and by CMake (shared and static), taken in as a
# subproject, fetched. Each builds examples/asks_by_ministry.c outside the tree and must print what the tree's own build prints.
# usage: check.sh SOURCE FOLDER
set -euo pipefail
source=$(cd "$1" && pwd)
mkdir -p "$2"
folder=$(cd "$2" && pwd)
prefix=$folder/prefix
passed=0 failed=0

say() { printf '%s\n' "$*"; }

# check NAME BINARY: runs the program and compares.
check() {
  if LD_LIBRARY_PATH=${3:-} "$2" >"$folder/$1.txt" 2>&1 && cmp -s "$folder/$1.txt" "$folder/expected.txt"; then
    passed=$((passed + 1))
    say "ok      $1"
  else
    failed=$((failed + 1))
    say "FAILED  $1"
    head -5 "$folder/$1.txt" || true
  fi
}

# consumer NAME CMAKELISTS...: a CMake project with that content and the example beside it.
consumer() {
  local name=$1
  mkdir -p "$folder/$name"
  cp "$source/examples/asks_by_ministry.c" "$folder/$name/main.c"
  printf '%s\n' 'cmake_minimum_required(VERSION 3.21)' "project($name LANGUAGES C)" "$2" 'add_executable(main main.c)' \
    "target_link_libraries(main PRIVATE ${3:-g40::g40})" >"$folder/$name/CMakeLists.txt"
  cmake -S "$folder/$name" -B "$folder/$name/build" -G Ninja -DCMAKE_PREFIX_PATH="$prefix" >"$folder/$name.log" 2>&1 &&
    cmake --build "$folder/$name/build" --target main >>"$folder/$name.log" 2>&1 || tail -5 "$folder/$name.log"
  check "$name" "$folder/$name/build/main"
}

say "Installing to a prefix"
cmake -S "$source" -B "$folder/build" -G Ninja -DCMAKE_BUILD_TYPE=Release -DBUILD_TESTING=OFF -DCMAKE_INSTALL_PREFIX="$prefix" \
  >"$folder/build.log" 2>&1
cmake --build "$folder/build" >>"$folder/build.log" 2>&1 || { tail -20 "$folder/build.log"; exit 1; }
cmake --install "$folder/build" >>"$folder/build.log" 2>&1
cmake --build "$folder/build" --target g40_asks_by_ministry >>"$folder/build.log" 2>&1
"$folder/build/examples/asks_by_ministry" >"$folder/expected.txt"
[ "$(wc -l <"$folder/expected.txt")" -gt 30 ]

libdir=$(dirname "$(find "$prefix" -name g40.pc)")
export PKG_CONFIG_PATH=$libdir
mkdir -p "$folder/pkgconfig"
# shellcheck disable=SC2046
cc -std=c11 -Wall -Wextra -Werror "$source/examples/asks_by_ministry.c" -o "$folder/pkgconfig/shared" $(pkg-config --cflags --libs g40)
check pkgconfig "$folder/pkgconfig/shared" "$(dirname "$libdir")"
# shellcheck disable=SC2046
cc -std=c11 -DG40_STATIC "$source/examples/asks_by_ministry.c" -o "$folder/pkgconfig/static" $(pkg-config --cflags g40) \
  "$(dirname "$libdir")/libg40.a" $(pkg-config --static --libs-only-l g40 | sed 's/-lg40//')
check pkgconfig_static "$folder/pkgconfig/static"

consumer find_package 'find_package(g40 0.1 REQUIRED)'
consumer find_package_static 'find_package(g40 0.1 REQUIRED COMPONENTS static)' g40::static
consumer add_subdirectory "add_subdirectory($source g40 EXCLUDE_FROM_ALL)"
consumer fetch_content "include(FetchContent)
FetchContent_Declare(g40 SOURCE_DIR $source)
FetchContent_MakeAvailable(g40)"

if "$prefix/bin/g40" positions --kind ask --limit 3 >/dev/null && "$prefix/bin/g40" verify >/dev/null; then
  passed=$((passed + 1))
  say "ok      installed command"
else
  failed=$((failed + 1))
  say "FAILED  installed command"
fi
if LC_ALL=C MANPATH="$prefix/share/man" man -w 1 g40 >/dev/null && LC_ALL=C MANPATH="$prefix/share/man" man -w 3 libg40 >/dev/null &&
  cmp -s "$source/examples/asks_by_ministry.c" "$prefix/share/doc/libg40-dev/examples/asks_by_ministry.c"; then
  passed=$((passed + 1))
  say "ok      manual pages, example"
else
  failed=$((failed + 1))
  say "FAILED  manual pages, example"
fi
say "install-check: $passed passed, $failed failed"
[ "$failed" = 0 ]
