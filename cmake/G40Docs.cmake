# The documentation, below build/docs: the target docs (./dev docs), which is also a test. A warning of any tool fails.
find_program(G40_DOXYGEN doxygen)
find_program(G40_LDOC ldoc)
find_program(G40_MANDOC mandoc)
execute_process(COMMAND "${Python3_EXECUTABLE}" -c "import sphinx, myst_parser" RESULT_VARIABLE no_sphinx OUTPUT_QUIET ERROR_QUIET)
if(NOT TARGET g40_python OR NOT (G40_DOXYGEN AND G40_LDOC AND G40_MANDOC) OR no_sphinx)
  message(STATUS "No docs target: doxygen, ldoc, mandoc, Sphinx, MyST and the Python module are needed")
  return()
endif()

set(command "${Python3_EXECUTABLE}" "${PROJECT_SOURCE_DIR}/docs/reference/build.py" "${PROJECT_SOURCE_DIR}" "${PROJECT_BINARY_DIR}"
            "${PROJECT_BINARY_DIR}/docs")
add_custom_target(docs COMMAND ${command} DEPENDS g40_python g40_python_face USES_TERMINAL VERBATIM)
if(NOT G40_SANITIZE AND NOT G40_COVERAGE) # Python does not load a module with sanitizers just so, and the pages are the same
  add_test(NAME check.docs COMMAND ${command})
  g40_test_settings(check.docs check)
endif()
