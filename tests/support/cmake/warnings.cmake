# xent_warnings: what everything of ours is compiled with.
add_library(xent_warnings INTERFACE)
target_compile_options(xent_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion
                                               -Wsign-conversion -Wshadow -Werror)
