#pragma once
// Catch2 under one name: 2.13 on Debian 12, 3 on Debian 13.

#if __has_include(<catch2/catch_all.hpp>)
#include <catch2/catch_all.hpp>
using namespace Catch::Generators;  // 2.13 has GENERATE's helpers there as well
#else
#include <catch2/catch.hpp>
#endif
