# Compiler settings. Nothing here leaks into a project that uses libg40 as a subproject.

set(G40_WARNINGS -Wall -Wextra -Wpedantic -Wconversion -Wshadow -Wstrict-prototypes -Wmissing-prototypes -Wvla)

if(PROJECT_IS_TOP_LEVEL AND NOT CMAKE_BUILD_TYPE AND NOT CMAKE_CONFIGURATION_TYPES)
  set(CMAKE_BUILD_TYPE RelWithDebInfo CACHE STRING "Kind of build" FORCE)
endif()

find_program(G40_CCACHE ccache)
if(G40_CCACHE AND PROJECT_IS_TOP_LEVEL)
  set(CMAKE_C_COMPILER_LAUNCHER "${G40_CCACHE}")
endif()

# Of instrumented code gcc warns too much, so the presets do not combine sanitizers with G40_WERROR.
if(G40_SANITIZE)
  if(CMAKE_C_COMPILER_ID STREQUAL "GNU")
    add_compile_options(-Wno-format-truncation)
  endif()
  add_compile_options(-fsanitize=${G40_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
  add_link_options(-fsanitize=${G40_SANITIZE})
endif()
if(G40_COVERAGE)
  add_compile_options(--coverage -fprofile-update=atomic)
  add_link_options(--coverage)
endif()

# Debian's Python, where there is one: its modules come from packages, not from whatever else is first in PATH.
if(NOT DEFINED Python3_EXECUTABLE AND EXISTS /usr/bin/python3)
  set(Python3_EXECUTABLE /usr/bin/python3 CACHE FILEPATH "Python interpreter")
endif()

# C11 with POSIX, hidden symbols, all warnings.
function(g40_c_settings target)
  set_target_properties(${target} PROPERTIES C_STANDARD 11 C_STANDARD_REQUIRED ON C_EXTENSIONS OFF C_VISIBILITY_PRESET hidden
                                             POSITION_INDEPENDENT_CODE ON)
  target_compile_definitions(${target} PRIVATE _POSIX_C_SOURCE=200809L)
  target_compile_options(${target} PRIVATE $<$<COMPILE_LANGUAGE:C>:${G40_WARNINGS}>
                                           $<$<AND:$<COMPILE_LANGUAGE:C>,$<BOOL:${G40_WERROR}>>:-Werror>)
endfunction()
