# What the library and the command link. Also installed and read by find_package(g40 COMPONENTS static).
set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
# The wheel takes these from archives where there are any, so that they are part of the module and hidden in it.
set(g40_suffixes ${CMAKE_FIND_LIBRARY_SUFFIXES})
if(G40_STATIC_DEPENDENCIES)
  set(CMAKE_FIND_LIBRARY_SUFFIXES .a ${g40_suffixes})
endif()
pkg_check_modules(G40_SQLITE REQUIRED IMPORTED_TARGET GLOBAL sqlite3>=3.37)
pkg_check_modules(G40_YAML REQUIRED IMPORTED_TARGET GLOBAL yaml-0.1)
pkg_check_modules(G40_UTF8PROC REQUIRED IMPORTED_TARGET GLOBAL libutf8proc)
pkg_check_modules(G40_MD REQUIRED IMPORTED_TARGET GLOBAL libmd)
# libstemmer has no pkg-config file.
find_library(G40_STEMMER_LIBRARY stemmer REQUIRED)
find_path(G40_STEMMER_INCLUDE_DIR libstemmer.h REQUIRED)
if(NOT TARGET g40_stemmer)
  add_library(g40_stemmer INTERFACE IMPORTED GLOBAL)
  set_target_properties(g40_stemmer PROPERTIES INTERFACE_LINK_LIBRARIES "${G40_STEMMER_LIBRARY};m"
                                               INTERFACE_INCLUDE_DIRECTORIES "${G40_STEMMER_INCLUDE_DIR}")
endif()
set(CMAKE_FIND_LIBRARY_SUFFIXES ${g40_suffixes})
pkg_check_modules(G40_MD4C REQUIRED IMPORTED_TARGET GLOBAL md4c)
pkg_check_modules(G40_XML REQUIRED IMPORTED_TARGET GLOBAL libxml-2.0)
set(G40_LIBRARY_DEPENDENCIES PkgConfig::G40_SQLITE PkgConfig::G40_YAML PkgConfig::G40_UTF8PROC PkgConfig::G40_MD
                             PkgConfig::G40_MD4C PkgConfig::G40_XML g40_stemmer Threads::Threads)

if(G40_TOOL OR NOT G40_CORPUS)
  pkg_check_modules(G40_JANSSON REQUIRED IMPORTED_TARGET jansson)
endif()
