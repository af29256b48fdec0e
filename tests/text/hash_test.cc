#include "pipeline/text/hash.h"

#include <gtest/gtest.h>

namespace acta {
namespace {

// Vectors of draft-eastlake-fnv (appendix C); the others are what SplitMix64 gives after its first steps from 0.
TEST(Hash, SaysTheSameEverywhere) {
  EXPECT_EQ(Fnv1a(""), 0xCBF29CE484222325U);
  EXPECT_EQ(Fnv1a("a"), 0xAF63DC4C8601EC8CU);
  EXPECT_EQ(Fnv1a("foobar"), 0x85944171F73967E8U);
  EXPECT_EQ(Mix64(0x9E3779B97F4A7C15U), 0xE220A8397B1DCDAFU);
  EXPECT_EQ(Mix64(2 * 0x9E3779B97F4A7C15U), 0x6E789E6AA1B965F4U);
}

TEST(Hash, OfPiecesIsThatOfTheWhole) {
  EXPECT_EQ(Fnv1a("bar", Fnv1a("foo")), Fnv1a("foobar"));
  EXPECT_EQ(Hash64("foobar"), Mix64(Fnv1a("foobar")));
}

}  // namespace
}  // namespace acta
