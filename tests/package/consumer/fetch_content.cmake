include(FetchContent)
include(no_trace.cmake)

# With the source directory given, nothing is fetched.
set(FETCHCONTENT_SOURCE_DIR_XENT ${XENT_SOURCE})
FetchContent_Declare(xent GIT_REPOSITORY nowhere)
describe_project(project_before)
FetchContent_MakeAvailable(xent)
expect_unchanged_project("${project_before}")
expect_one_target()
