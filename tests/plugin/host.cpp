// host PLUGIN: loads the shared object, calls it and unloads it; then it must be gone. The path is
// as the list of mapped files has it: absolute, without links.

#include <dlfcn.h>

#include <cstdio>
#include <fstream>
#include <string>

namespace {

bool is_mapped(const std::string& path) {
  std::ifstream maps("/proc/self/maps");
  for (std::string line; std::getline(maps, line);) {
    if (line.ends_with(path)) return true;
  }
  return false;
}

int fault(const char* what) {
  std::printf("%s\n", what);
  return 1;
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 2) return fault("usage: host PLUGIN");
  void* const plugin = dlopen(argv[1], RTLD_NOW | RTLD_LOCAL);
  if (!plugin) return fault(dlerror());
  if (!is_mapped(argv[1])) return fault("loaded, it is not among the mapped files");
  const auto use_xent = reinterpret_cast<double (*)()>(dlsym(plugin, "use_xent"));
  if (!use_xent) return fault(dlerror());
  if (!(use_xent() > 0)) return fault("its results are not positive");
  if (dlclose(plugin) != 0) return fault(dlerror());
  if (dlopen(argv[1], RTLD_NOW | RTLD_NOLOAD) || is_mapped(argv[1]))
    return fault("it stays loaded");
  return 0;
}
