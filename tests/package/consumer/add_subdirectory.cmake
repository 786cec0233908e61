include(no_trace.cmake)

describe_project(project_before)
add_subdirectory(${XENT_SOURCE} xent)
expect_unchanged_project("${project_before}")
expect_one_target()
