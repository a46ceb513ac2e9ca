# The copyright file of the packages, in Debian's form: the code's licence, and those of the data inside the library.
# The OpenTaal word list's licence asks that its notice comes with binaries.
set(G40_COPYRIGHT "${PROJECT_BINARY_DIR}/copyright")

# Reads a licence and writes it as the body of a field: indented, a dot on empty lines.
function(g40_read_licence file from result)
  file(READ "${PROJECT_SOURCE_DIR}/${file}" text)
  string(FIND "${text}" "${from}" start)
  string(SUBSTRING "${text}" ${start} -1 text)
  string(REGEX REPLACE "[ \t\n*]+$" "" text "${text}")
  string(REGEX REPLACE "[ \t]+\n" "\n" text "${text}")
  string(REPLACE "\n" "\n " text "\n${text}")
  string(REGEX REPLACE "\n \n" "\n .\n" text "${text}")
  string(REGEX REPLACE "\n \n" "\n .\n" text "${text}")
  set(${result} "${text}" PARENT_SCOPE)
endfunction()

g40_read_licence(LICENSE "Permission is hereby" mit)
g40_read_licence(data/language/LICENSE.opentaal "All rights reserved" bsd)
g40_read_licence(data/registry/LICENSE "" registry)
g40_read_licence(data/corpora/g40-economie-en-werk-2025/LICENSE "" corpus)
file(CONFIGURE OUTPUT "${G40_COPYRIGHT}" @ONLY CONTENT "Format: https://www.debian.org/doc/packaging-manuals/copyright-format/1.0/
Upstream-Name: libg40

Files: *
Copyright: 2026 the libg40 developers
License: Expat@mit@

Files: data/language/compounds.txt
Copyright: 1996 Nederlandstalige Tex Gebruikersgroep
 2001, 2002, 2003, 2005 Simon Brouwer e.a.
 2006, 2007, 2008, 2009, 2010 OpenTaal
 2020 OpenTaal (Simon Brouwer, Sander van Geloven)
Comment: words of the OpenTaal word list, https://github.com/OpenTaal/opentaal-wordlist
License: BSD-3-clause@bsd@

Files: data/registry/*
Copyright: none
License: CC0-1.0@registry@

Files: data/corpora/g40-economie-en-werk-2025/*
Copyright: the G40 network of cities (paper.txt)
License: text-of-the-G40@corpus@
")

foreach(pair IN ITEMS "runtime:libg40-${PROJECT_VERSION_MAJOR}" development:libg40-dev tool:g40 python:python3-g40 lua:lua-g40
                      extension:libsqlite3-mod-g40)
  string(REPLACE ":" ";" pair "${pair}")
  list(GET pair 0 component)
  list(GET pair 1 package)
  if((NOT component STREQUAL "tool" OR G40_HAVE_TOOL) AND (NOT component MATCHES "python|lua|extension" OR TARGET g40_${component}) AND NOT G40_PYTHON_WHEEL AND NOT G40_LUA_ROCK)
    install(FILES "${G40_COPYRIGHT}" DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/doc/${package}" COMPONENT ${component})
  endif()
endforeach()
