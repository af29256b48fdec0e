#include "pipeline/text/span.h"

#include <gtest/gtest.h>

namespace acta {
namespace {

TEST(Utf8Index, MapsBytesToCodePointsAndBack) {
  const std::string text =
      "Hồ Văn Mừng — Хо Ван Мунг 🏛️ end " + std::string(200, 'x') + "ủ";
  Utf8Index index(text);
  size_t code_point = 0;
  for (size_t byte = 0; byte < text.size(); ++byte) {
    if ((static_cast<unsigned char>(text[byte]) & 0xC0) == 0x80) continue;
    EXPECT_EQ(index.CodePoint(byte), code_point) << byte;
    EXPECT_EQ(index.Byte(code_point), byte);
    ++code_point;
  }
  EXPECT_EQ(index.size(), code_point);
  EXPECT_EQ(index.CodePoint(text.size()), code_point);
  EXPECT_EQ(index.Byte(code_point), text.size());
}

TEST(Utf8Index, EmptyText) {
  Utf8Index index("");
  EXPECT_EQ(index.size(), 0u);
  EXPECT_EQ(index.CodePoint(0), 0u);
  EXPECT_EQ(index.Byte(0), 0u);
}

TEST(Utf8Index, AnOffsetInsideACharacterIsItsBeginning) {
  Utf8Index index("aủb");
  EXPECT_EQ(index.CodePoint(2), 1u);
  EXPECT_EQ(index.CodePoint(3), 1u);
  EXPECT_EQ(index.CodePoint(4), 2u);
}

}  // namespace
}  // namespace acta
