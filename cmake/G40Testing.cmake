# What all tests share: how Python tests are run, and the environment.
find_package(Python3 REQUIRED COMPONENTS Interpreter)
# append: a package that was built (PYTHONPATH) comes before what lies beside the test.
set(G40_PYTEST ${Python3_EXECUTABLE} -m pytest -q -p no:cacheprovider --import-mode=append)

set(G40_TEST_ENVIRONMENT
    "G40=${PROJECT_BINARY_DIR}/g40"
    "G40_SOURCE=${PROJECT_SOURCE_DIR}"
    "G40_BUILD=${PROJECT_BINARY_DIR}"
    "PYTHONDONTWRITEBYTECODE=1"
    "ASAN_OPTIONS=allocator_may_return_null=1:strict_string_checks=1:detect_stack_use_after_return=1"
    "UBSAN_OPTIONS=print_stacktrace=1"
    "TSAN_OPTIONS=halt_on_error=1")

# g40_test_settings(NAME LABEL [VARIABLE=VALUE...])
function(g40_test_settings name label)
  set_tests_properties(${name} PROPERTIES LABELS ${label} TIMEOUT 300 ENVIRONMENT "${G40_TEST_ENVIRONMENT};${ARGN}")
endfunction()
