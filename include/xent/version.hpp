#pragma once
/// \file
/// The one place of the version number: CMake, pkg-config, the one-file header and the inline
/// namespace read it here. Semantic versioning; while the first number is 0, the second one changes
/// where a program may have to.
///
/// \snippet settings.cpp version

/// Changes where programs may have to.
#define XENT_VERSION_MAJOR 0
/// Grows where something is added.
#define XENT_VERSION_MINOR 1
/// Grows where something is corrected.
#define XENT_VERSION_PATCH 0
