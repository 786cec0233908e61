#pragma once
// What a call that must fail says.

#include <string>

namespace xent::test {

template <class Exception, class Call> std::string message_of(Call call) {
  try {
    call();
  } catch (const Exception& error) {
    return error.what();
  }
  return "nothing was thrown";
}

}  // namespace xent::test
