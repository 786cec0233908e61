#pragma once
// The one place of the version number: CMake, pkg-config and the inline namespace read it here.

#define XENT_VERSION_MAJOR 0
#define XENT_VERSION_MINOR 1
#define XENT_VERSION_PATCH 0
