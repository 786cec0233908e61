# The documentation, from the headers' comments, the README and the pages beside this file:
#
#   cmake --preset default && cmake --build .build/default --target docs
#
# writes .build/default/docs/html/index.html. Warnings are errors: a public name without a
# comment, or a reference or an example that is not there.
find_package(Doxygen QUIET)
if(NOT DOXYGEN_FOUND)
  message(STATUS "xent: no Doxygen (Debian: doxygen), so no target docs")
  return()
endif()

set(DOXYGEN_PROJECT_BRIEF "${PROJECT_DESCRIPTION}")
set(DOXYGEN_OUTPUT_DIRECTORY ${PROJECT_BINARY_DIR}/docs)
set(DOXYGEN_USE_MDFILE_AS_MAINPAGE README.md)
set(DOXYGEN_STRIP_FROM_PATH ${PROJECT_SOURCE_DIR})
set(DOXYGEN_STRIP_FROM_INC_PATH ${PROJECT_SOURCE_DIR}/include)
set(DOXYGEN_EXAMPLE_PATH ${CMAKE_CURRENT_LIST_DIR}/snippets)
set(DOXYGEN_IMAGE_PATH ${PROJECT_SOURCE_DIR}/examples ${PROJECT_SOURCE_DIR}/bench)
set(DOXYGEN_HTML_EXTRA_FILES ${PROJECT_SOURCE_DIR}/LICENSE)

# As a user reads the names: without the inline namespace, and without what is not for users. And
# pictures are looked for from the top.
set(DOXYGEN_INPUT_FILTER "sed -e s/xent::inline.XENT_ABI/xent/ -e s:[.][.]/bench/:bench/:")
set(DOXYGEN_EXCLUDE_SYMBOLS xent::detail xent::detail::* xent::shared xent::shared::*)
set(DOXYGEN_MACRO_EXPANSION YES)
set(DOXYGEN_EXPAND_ONLY_PREDEF YES)
set(DOXYGEN_PREDEFINED XENT_INLINE= XENT_COLD= XENT_HIDDEN= XENT_NOINLINE=)
set(DOXYGEN_JAVADOC_AUTOBRIEF YES)
set(DOXYGEN_SORT_MEMBER_DOCS NO)

set(DOXYGEN_WARN_AS_ERROR FAIL_ON_WARNINGS)
set(DOXYGEN_WARN_NO_PARAMDOC NO)
set(DOXYGEN_WARN_IF_UNDOCUMENTED YES)

set(DOXYGEN_GENERATE_TREEVIEW YES)
set(DOXYGEN_TOC_INCLUDE_HEADINGS 2)
set(DOXYGEN_HAVE_DOT NO)

file(GLOB headers CONFIGURE_DEPENDS ${PROJECT_SOURCE_DIR}/include/xent/*.hpp)
list(TRANSFORM headers REPLACE ${PROJECT_SOURCE_DIR}/ "")
list(PREPEND headers include/xent/sigmoid.hpp include/xent/bce_with_logits.hpp) # first to be read
list(REMOVE_DUPLICATES headers)
doxygen_add_docs(
  docs README.md examples/why.md examples/choosing.md examples/coming_from.md examples/packaging.md
  ${headers} include/xent/detail/manner.hpp # where xent::block_size is
  WORKING_DIRECTORY ${PROJECT_SOURCE_DIR})
add_test(NAME docs COMMAND ${CMAKE_COMMAND} --build ${PROJECT_BINARY_DIR} --target docs)
set_tests_properties(docs PROPERTIES RESOURCE_LOCK build_tree)
