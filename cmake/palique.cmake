# SPDX-License-Identifier: GPL-3.0-or-later
# The functions every folder uses: palique_module, palique_test, palique_benchmark, palique_fuzzer.

set(CMAKE_CXX_STANDARD 23)
set(CMAKE_CXX_STANDARD_REQUIRED ON)
set(CMAKE_CXX_EXTENSIONS OFF)
set(CMAKE_AUTOMOC ON)
set(CMAKE_AUTOMOC_PATH_PREFIX ON)
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)

find_program(CCACHE ccache)
if(CCACHE AND NOT CMAKE_CXX_COMPILER_LAUNCHER)
    # Precompiled headers need these; without them every hit would be a miss.
    set(CMAKE_CXX_COMPILER_LAUNCHER
        ${CMAKE_COMMAND} -E env CCACHE_SLOPPINESS=pch_defines,time_macros,include_file_mtime,include_file_ctime ${CCACHE})
endif()

add_library(palique_options INTERFACE)
target_compile_definitions(palique_options INTERFACE
    QT_NO_CAST_FROM_ASCII QT_NO_CAST_TO_ASCII QT_NO_CAST_FROM_BYTEARRAY QT_NO_URL_CAST_FROM_STRING
    QT_NO_KEYWORDS QT_NO_FOREACH QT_NO_JAVA_STYLE_ITERATORS QT_STRICT_ITERATORS
    QT_NO_NARROWING_CONVERSIONS_IN_CONNECT QT_NO_CONTEXTLESS_CONNECT
    PALIQUE_VERSION="${PROJECT_VERSION}")
target_compile_options(palique_options INTERFACE
    -fPIC # everywhere the same, or programs could not share the libraries' precompiled headers
    -Wall -Wextra -Wpedantic -Wshadow -Wnon-virtual-dtor -Woverloaded-virtual -Wimplicit-fallthrough -Wunused
    $<$<CXX_COMPILER_ID:GNU>:-fpch-preprocess>
    $<$<BOOL:${PALIQUE_WERROR}>:-Werror>)
target_include_directories(palique_options INTERFACE "${CMAKE_SOURCE_DIR}/lib" "${CMAKE_SOURCE_DIR}/ui")
if(PALIQUE_SANITIZE)
    target_compile_options(palique_options INTERFACE -fsanitize=${PALIQUE_SANITIZE} -fno-sanitize-recover=all -fno-omit-frame-pointer)
    target_link_options(palique_options INTERFACE -fsanitize=${PALIQUE_SANITIZE})
    if(CMAKE_CXX_COMPILER_ID STREQUAL "GNU") # instrumented code hides from GCC what was set: it warns of every std::optional
        target_compile_options(palique_options INTERFACE -Wno-maybe-uninitialized)
    endif()
endif()
if(PALIQUE_FUZZERS)
    target_compile_options(palique_options INTERFACE -fsanitize=fuzzer-no-link) # coverage; the fuzzers bring libFuzzer itself
endif()
if(PALIQUE_HARDENING)
    target_compile_options(palique_options INTERFACE
        -fstack-protector-strong -fstack-clash-protection -U_FORTIFY_SOURCE -D_FORTIFY_SOURCE=3 -D_GLIBCXX_ASSERTIONS
        $<$<STREQUAL:${CMAKE_SYSTEM_PROCESSOR},x86_64>:-fcf-protection>)
    target_link_options(palique_options INTERFACE -pie -Wl,-z,relro,-z,now,-z,noexecstack)
endif()

# Two shared precompiled headers: one for code that knows no window, one for code that does.
file(WRITE "${CMAKE_BINARY_DIR}/pch/empty.cpp" "// Only here to carry a precompiled header.\n")
add_library(pch_core OBJECT "${CMAKE_BINARY_DIR}/pch/empty.cpp")
set_target_properties(pch_core PROPERTIES AUTOMOC OFF)
target_link_libraries(pch_core PRIVATE palique_options Qt6::Core)
target_precompile_headers(pch_core PRIVATE <QtCore/QtCore> <expected> <functional> <memory> <optional> <variant> <coroutine> <algorithm> <array> <vector>)
add_library(pch_widgets OBJECT "${CMAKE_BINARY_DIR}/pch/empty.cpp")
set_target_properties(pch_widgets PROPERTIES AUTOMOC OFF)
target_link_libraries(pch_widgets PRIVATE palique_options Qt6::Core Qt6::Gui Qt6::Widgets)
target_precompile_headers(pch_widgets PRIVATE <QtWidgets/QtWidgets> <expected> <functional> <memory> <optional> <variant> <coroutine> <algorithm> <array> <vector>)

#! One folder, one static library of the same name.
#  palique_module(name [WIDGETS] SOURCES a.cpp … [USES module …] [LINKS Qt6::X …])
#  USES is what its headers may include, which tests/rules holds it to; LINKS is foreign libraries.
function(palique_module name)
    cmake_parse_arguments(M "WIDGETS" "" "SOURCES;USES;LINKS" ${ARGN})
    if(NOT M_SOURCES)
        add_library(${name} INTERFACE)
        target_link_libraries(${name} INTERFACE palique_options Qt6::Core ${M_USES} ${M_LINKS})
        return()
    endif()
    add_library(${name} STATIC ${M_SOURCES})
    set_target_properties(${name} PROPERTIES OUTPUT_NAME "palique-${name}")
    target_link_libraries(${name} PUBLIC palique_options Qt6::Core ${M_USES} ${M_LINKS})
    if(M_WIDGETS)
        target_precompile_headers(${name} REUSE_FROM pch_widgets)
    else()
        target_precompile_headers(${name} REUSE_FROM pch_core)
    endif()
endfunction()

set(PALIQUE_TEST_ENVIRONMENT "QT_QPA_PLATFORM=offscreen;QT_LOGGING_RULES=palique.*.debug=false;LSAN_OPTIONS=suppressions='${CMAKE_SOURCE_DIR}/tests/support/lsan.supp':print_suppressions=0;ASAN_OPTIONS=detect_stack_use_after_return=0;UBSAN_OPTIONS=print_stacktrace=1")

#! One Qt Test program, run by CTest from an empty offscreen session.
#  palique_test(tst_name [WIDGETS] [SOURCES extra.cpp …] [USES module …] [LABELS unit|dialogue|integration|…]
#               [FIXTURES name …] [TIMEOUT seconds] [ARGS …])
function(palique_test name)
    cmake_parse_arguments(T "WIDGETS" "TIMEOUT" "SOURCES;USES;LABELS;FIXTURES;ARGS" ${ARGN})
    add_executable(${name} ${name}.cpp ${T_SOURCES})
    target_link_libraries(${name} PRIVATE ${T_USES} Qt6::Test)
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
    if(T_WIDGETS)
        target_precompile_headers(${name} REUSE_FROM pch_widgets)
    else()
        target_precompile_headers(${name} REUSE_FROM pch_core)
    endif()
    add_test(NAME ${name} COMMAND ${name} ${T_ARGS})
    if(NOT T_LABELS)
        set(T_LABELS unit)
    endif()
    if(NOT T_TIMEOUT)
        set(T_TIMEOUT 120)
    endif()
    set_tests_properties(${name} PROPERTIES LABELS "${T_LABELS}" TIMEOUT ${T_TIMEOUT}
        ENVIRONMENT "${PALIQUE_TEST_ENVIRONMENT}")
    if(T_FIXTURES)
        set_tests_properties(${name} PROPERTIES FIXTURES_REQUIRED "${T_FIXTURES}")
    endif()
endfunction()

#! A program that measures; built only with PALIQUE_BENCHMARKS, run by hand or by `tests/run bench`.
function(palique_benchmark name)
    cmake_parse_arguments(B "WIDGETS" "" "SOURCES;USES" ${ARGN})
    add_executable(${name} ${name}.cpp ${B_SOURCES})
    target_link_libraries(${name} PRIVATE ${B_USES})
    target_include_directories(${name} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
endfunction()

#! What reads foreign bytes, fed with anything: fuzz_name.cpp defines LLVMFuzzerTestOneInput().
#  palique_fuzzer(name [SOURCES extra.cpp …] [USES module …])
#  A libFuzzer program with PALIQUE_FUZZERS; else the test replay_name, which runs the seeds in corpus/name.
function(palique_fuzzer name)
    cmake_parse_arguments(F "" "" "SOURCES;USES" ${ARGN})
    if(PALIQUE_FUZZERS)
        set(target fuzz_${name})
        add_executable(${target} fuzz_${name}.cpp leaks.cpp ${F_SOURCES})
        target_link_options(${target} PRIVATE -fsanitize=fuzzer)
    else()
        set(target replay_${name})
        add_executable(${target} fuzz_${name}.cpp replay.cpp ${F_SOURCES})
        add_test(NAME ${target} COMMAND ${target} "${CMAKE_CURRENT_SOURCE_DIR}/corpus/${name}")
        set_tests_properties(${target} PROPERTIES LABELS unit TIMEOUT 120 ENVIRONMENT "${PALIQUE_TEST_ENVIRONMENT}")
    endif()
    target_link_libraries(${target} PRIVATE ${F_USES})
    target_include_directories(${target} PRIVATE "${CMAKE_SOURCE_DIR}/tests")
    target_precompile_headers(${target} REUSE_FROM pch_core)
    set_target_properties(${target} PROPERTIES AUTOMOC OFF)
endfunction()
