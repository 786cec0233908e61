# Calls that must not compile, with each compiler that exists: the sentence of its kind must be the
# one error. EIGEN, BOOST: include directories, or nothing.
cmake_minimum_required(VERSION 3.21)

function(compile compiler call)
  set(library "")
  if(call MATCHES "Eigen")
    set(library -DWITH_EIGEN -idirafter ${EIGEN})
  elseif(call MATCHES "boost")
    set(library -DWITH_BOOST -idirafter ${BOOST})
  endif()
  execute_process(
    COMMAND ${compiler} -std=c++20 -fsyntax-only -Wall -Wextra -I ${INCLUDE} ${library} -DCALL=${call}
            ${CMAKE_CURRENT_FUNCTION_LIST_DIR}/refused.cpp
    RESULT_VARIABLE failed ERROR_VARIABLE errors)
  set(failed ${failed} PARENT_SCOPE)
  set(errors "${errors}" PARENT_SCOPE)
endfunction()

# refused(SENTENCE CALL...)
function(refused sentence)
  foreach(call IN LISTS ARGN)
    compile(${compiler} "${call}")
    string(REGEX MATCHALL "error: [^\n]*" all "${errors}")
    list(LENGTH all count)
    if(NOT count EQUAL 1 OR NOT all MATCHES "${sentence}")
      message(SEND_ERROR "${compiler} says of ${call} something else, or more: ${errors}")
    endif()
  endforeach()
endfunction()

set(gaps "xent: the elements of a range must lie one after the other")
set(types "xent: all ranges of one call must be of float, or all of double")
set(twice "xent: one executor at most|xent: one grade at most")
set(constness "xent: an output range must not be const")
set(orders "xent: all matrices of one call must have the same memory order")

set(compilers 0)
foreach(name IN ITEMS g++ clang++)
  find_program(found_${name} ${name})
  set(compiler ${found_${name}})
  if(NOT compiler)
    continue()
  endif()
  compile(${compiler} "xent::softplus(std::valarray<float>(6), out)")
  if(failed)
    message(SEND_ERROR "${name} does not compile what is right: ${errors}")
  endif()
  refused(${gaps} "xent::bce_with_logits(x, std::vector<bool>(6), out)"
                  "xent::sigmoid(std::deque<float>(6), out)"
                  "xent::bce_with_logits(x, y, out, {.weights = std::list<float>(6)})"
                  "xent::bce_with_logits_sum(x.data(), y.data())")
  refused(${types} "xent::bce_with_logits(x, ints, out)"
                   "xent::bce_with_logits_sum(x, ints, {.pos_weight = 2}, xent::exact)"
                   "xent::bce_with_logits_mean_and_grad(x, std::vector<unsigned char>(6), out)"
                   "xent::sigmoid(std::vector<std::vector<float>>(2), out)"
                   "xent::bce_with_logits(table, table, table, {.label_smoothing = 0})"
                   "xent::bce(x, wide, out)"
                   "xent::sigmoid(std::vector<long double>(6), out)"
                   "xent::bce_with_logits(x, y, out, {.weights = ints})"
                   "xent::bce_with_logits(x, y, out, {.pos_weight = wide})"
                   "xent::log_sum_exp(ints)")
  refused(${twice} "xent::bce_with_logits_sum(x, y, xent::serial, xent::serial)"
                   "xent::sigmoid(x, out, xent::exact, xent::fast)")
  refused(${constness} "xent::sigmoid(x, fixed)"
                       "xent::bce_with_logits_sum_and_grad_hess(x, y, out, fixed)")
  if(EIGEN)
    refused(${gaps} "xent::sigmoid(Eigen::Map<Eigen::VectorXf, 0, Eigen::InnerStride<2>>(x.data(), 3), out)"
                    "xent::sigmoid(x, Eigen::Matrix<float, 2, 3>().row(0))"
                    "xent::sigmoid(Eigen::VectorXf() + Eigen::VectorXf(), out)")
    refused(${types} "xent::bce_with_logits(Eigen::VectorXf(6), Eigen::VectorXi(6), out)")
    refused(${orders}
            "xent::sigmoid(Eigen::MatrixXf(), Eigen::Matrix<float, -1, -1, Eigen::RowMajor>())")
  endif()
  if(BOOST)
    refused(${gaps} "xent::sigmoid(x, boost::multi_array<float, 2>())")
  endif()
  message(STATUS "${name}: looked at all calls")
  math(EXPR compilers "${compilers} + 1")
endforeach()
if(compilers EQUAL 0)
  message(FATAL_ERROR "no compiler was found")
endif()
