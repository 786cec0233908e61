# xent_warnings: what everything of ours is compiled with. Only the presets make errors of warnings:
# whoever builds with a compiler that we do not know shall not fail for what it warns of.
add_library(xent_warnings INTERFACE)
target_compile_options(xent_warnings INTERFACE -Wall -Wextra -Wpedantic -Wconversion
                                               -Wsign-conversion -Wshadow)
