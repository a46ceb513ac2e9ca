# Components, one a Debian package: runtime, development, tool, extension (and the bindings their own).
include(CMakePackageConfigHelpers)
set(G40_CMAKE_DIR "${CMAKE_INSTALL_LIBDIR}/cmake/g40")

install(TARGETS g40_shared EXPORT g40-targets LIBRARY COMPONENT runtime NAMELINK_COMPONENT development)
install(TARGETS g40_static EXPORT g40-static-targets ARCHIVE COMPONENT development)
install(DIRECTORY "${PROJECT_SOURCE_DIR}/include/" DESTINATION "${CMAKE_INSTALL_INCLUDEDIR}" COMPONENT development
        FILES_MATCHING PATTERN "*.h")
install(FILES "${PROJECT_SOURCE_DIR}/docs/man/libg40.3" DESTINATION "${CMAKE_INSTALL_MANDIR}/man3" COMPONENT development)
install(FILES "${PROJECT_SOURCE_DIR}/examples/asks_by_ministry.c" DESTINATION "${CMAKE_INSTALL_DATAROOTDIR}/doc/libg40-dev/examples"
        COMPONENT development)
if(G40_HAVE_TOOL)
  install(TARGETS g40_tool RUNTIME COMPONENT tool)
  install(FILES "${PROJECT_SOURCE_DIR}/docs/man/g40.1" DESTINATION "${CMAKE_INSTALL_MANDIR}/man1" COMPONENT tool)
endif()

# Beside the libraries, so that SQLite finds it by its name alone: .load mod_g40
if(TARGET g40_extension)
  install(TARGETS g40_extension LIBRARY DESTINATION "${CMAKE_INSTALL_LIBDIR}" COMPONENT extension)
endif()

# find_package(g40)
install(EXPORT g40-targets NAMESPACE g40:: DESTINATION "${G40_CMAKE_DIR}" COMPONENT development)
install(EXPORT g40-static-targets NAMESPACE g40:: DESTINATION "${G40_CMAKE_DIR}" COMPONENT development)
configure_package_config_file("${PROJECT_SOURCE_DIR}/cmake/g40-config.cmake.in" "${PROJECT_BINARY_DIR}/g40-config.cmake"
                              INSTALL_DESTINATION "${G40_CMAKE_DIR}")
# Before 1.0 a minor version may break; from 1.0 on only a major one.
if(PROJECT_VERSION_MAJOR EQUAL 0)
  set(compatibility SameMinorVersion)
else()
  set(compatibility SameMajorVersion)
endif()
write_basic_package_version_file("${PROJECT_BINARY_DIR}/g40-config-version.cmake" COMPATIBILITY ${compatibility})
install(FILES "${PROJECT_BINARY_DIR}/g40-config.cmake" "${PROJECT_BINARY_DIR}/g40-config-version.cmake"
              "${PROJECT_SOURCE_DIR}/cmake/G40Dependencies.cmake"
        DESTINATION "${G40_CMAKE_DIR}" COMPONENT development)

# pkg-config; paths follow the file, so the tree can be moved
file(RELATIVE_PATH G40_PC_UP "/${CMAKE_INSTALL_LIBDIR}/pkgconfig" "/")
string(REGEX REPLACE "/$" "" G40_PC_UP "${G40_PC_UP}")
set(G40_PC_LIBDIR "\${prefix}/${CMAKE_INSTALL_LIBDIR}")
set(G40_PC_INCLUDEDIR "\${prefix}/${CMAKE_INSTALL_INCLUDEDIR}")
configure_file("${PROJECT_SOURCE_DIR}/pkgconfig/g40.pc.in" "${PROJECT_BINARY_DIR}/g40.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/g40.pc" DESTINATION "${CMAKE_INSTALL_LIBDIR}/pkgconfig" COMPONENT development)
