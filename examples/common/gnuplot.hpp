#pragma once
// Pictures drawn by gnuplot, as SVG.

#include <cstdio>
#include <cstdlib>
#include <functional>
#include <string>

namespace example {

// As gnuplot reads it between single quotes.
inline std::string quoted(const std::string& text) {
  std::string result = "'";
  for (const char c : text) result += c == '\'' ? "''" : std::string(1, c);
  return result + "'";
}

inline bool has_gnuplot() { return std::system("command -v gnuplot >/dev/null 2>&1") == 0; }

// Draws by a script that finds in $points what the function writes. False where gnuplot fails; it
// has then said why.
inline bool draw(const std::string& file, const std::function<void(std::FILE*)>& points,
                 const std::string& script) {
  std::FILE* gnuplot = popen("gnuplot", "w");
  if (gnuplot == nullptr) return false;
  std::fprintf(gnuplot, "set output %s\n$points << END\n", quoted(file).c_str());
  points(gnuplot);
  std::fprintf(gnuplot, "END\n%s", script.c_str());
  return pclose(gnuplot) == 0;
}

}  // namespace example
