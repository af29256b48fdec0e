// The file of corrections: read, applied, taken back.
#include "pipeline/resolve/corrections.h"

#include <gtest/gtest.h>

#include <filesystem>

namespace acta {
namespace {

Entity Made(std::vector<std::string> forms) {
  Entity entity;
  for (std::string& key : forms) {
    Form form;
    form.key = std::move(key);
    entity.forms.push_back(std::move(form));
    entity.reasons.push_back({"same_spelling", 1, ""});
  }
  return entity;
}

std::string Line(const std::string& what, std::vector<std::string> subjects) {
  return CorrectionLine({0, what, "2026-03-01T09:00:00Z", "lan", "because", std::move(subjects), "{}"}) +
         "\n";
}

std::vector<size_t> Sizes(const std::string& lines) {
  std::vector<Entity> entities = {Made({"a", "b"}), Made({"c"})};
  Corrections::Parse(lines, "test").value().Apply(entities);
  std::vector<size_t> sizes;
  for (const Entity& entity : entities) sizes.push_back(entity.forms.size());
  return sizes;
}

TEST(Corrections, MergeSplitAndUndo) {
  EXPECT_EQ(Sizes(""), (std::vector<size_t>{2, 1}));
  EXPECT_EQ(Sizes(Line("merge", {"b", "c"})), (std::vector<size_t>{3}));
  EXPECT_EQ(Sizes(Line("split", {"b"})), (std::vector<size_t>{1, 1, 1}));
  EXPECT_EQ(Sizes(Line("merge", {"b", "c"}) + Line("split", {"c"})), (std::vector<size_t>{2, 1}));
  EXPECT_EQ(Sizes(Line("merge", {"b", "c"}) + Line("undo", {"1"})), (std::vector<size_t>{2, 1}));
  EXPECT_EQ(Sizes(Line("merge", {"b", "c"}) + Line("undo", {"1"}) + Line("undo", {"2"})),
            (std::vector<size_t>{3}));
}

TEST(Corrections, RecordsAreNamedByTheirIds) {
  const Corrections corrections =
      Corrections::Parse(
          Line("wrong", {"acta-0123456789abcdef"}) + Line("split", {"acta-fedcba9876543210", "a"}), "test")
          .value();
  EXPECT_EQ(corrections.WrongRecords(), std::set<std::string>{"acta-0123456789abcdef"});
  EXPECT_EQ(corrections.LoneRecords(), std::set<std::string>{"acta-fedcba9876543210"});
  EXPECT_EQ(corrections.Forms(), std::set<std::string>{"a"});
}

TEST(Corrections, ALineThatIsNoneIsNamed) {
  const auto bad = Corrections::Parse(Line("merge", {"a", "b"}) + "{}\n", "acta.db.corrections.jsonl");
  ASSERT_FALSE(bad);
  EXPECT_EQ(bad.error().kind, "corrections");
  EXPECT_TRUE(bad.error().message.starts_with("acta.db.corrections.jsonl:2: ")) << bad.error().message;
  EXPECT_FALSE(Corrections::Parse(Line("guess", {"a"}), "test"));
  EXPECT_FALSE(Corrections::Parse(Line("merge", {}), "test"));
}

TEST(Corrections, TheFileIsOnlyAddedTo) {
  const std::string path = (std::filesystem::path(testing::TempDir()) / "corrections.jsonl").string();
  std::filesystem::remove(path);
  EXPECT_TRUE(Corrections::Load(path).value().all().empty()) << "no file, no corrections";
  const Correction first{1,          "merge",         "2026-03-01T09:00:00Z", "lan", "one person",
                         {"a", "b"}, R"({"x":["a"]})"};
  const Correction second{2, "undo", "2026-03-02T09:00:00Z", "nam", "no", {"1"}, "{}"};
  ASSERT_TRUE(Append(path, first));
  ASSERT_TRUE(Append(path, second));
  EXPECT_EQ(Corrections::Load(path).value().all(), (std::vector<Correction>{first, second}));
}

}  // namespace
}  // namespace acta
