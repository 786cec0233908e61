#pragma once
// What each part of a program that uses xent can be asked.

#include <span>
#include <string_view>
#include <vector>

struct part {
  std::span<const std::string_view> (*available_isas)();
  void (*set_isa)(std::string_view name);
  std::string_view (*active_isa)();
  // Of doubles, whose bits show whether the instruction set fuses multiply-add.
  std::vector<double> (*results)();
};

part first_part();
part second_part();
