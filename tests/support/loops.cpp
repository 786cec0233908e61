#define XENT_LOOP template struct
#include "loops.hpp"
