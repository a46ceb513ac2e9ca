# What the library and the command link. Also installed and read by find_package(g40 COMPONENTS static).
set(THREADS_PREFER_PTHREAD_FLAG ON)
find_package(Threads REQUIRED)
find_package(PkgConfig REQUIRED)
pkg_check_modules(G40_SQLITE REQUIRED IMPORTED_TARGET GLOBAL sqlite3>=3.37)
pkg_check_modules(G40_YAML REQUIRED IMPORTED_TARGET GLOBAL yaml-0.1)
pkg_check_modules(G40_UTF8PROC REQUIRED IMPORTED_TARGET GLOBAL libutf8proc)
pkg_check_modules(G40_MD REQUIRED IMPORTED_TARGET GLOBAL libmd)
set(G40_LIBRARY_DEPENDENCIES PkgConfig::G40_SQLITE PkgConfig::G40_YAML PkgConfig::G40_UTF8PROC PkgConfig::G40_MD
                             Threads::Threads)

if(G40_TOOL OR NOT G40_CORPUS)
  pkg_check_modules(G40_JANSSON REQUIRED IMPORTED_TARGET jansson)
endif()
