#include "pipeline/run/regress.h"

#include <algorithm>
#include <fstream>
#include <iterator>
#include <map>
#include <nlohmann/json.hpp>

#include "pipeline/run/score_text.h"
#include "schemas/json.h"

namespace acta {
namespace {

namespace fs = std::filesystem;
using Json = nlohmann::json;
using OrderedJson = nlohmann::ordered_json;

constexpr const char* kPage = "page.html";
constexpr const char* kGold = "gold.json";
constexpr const char* kBaseline = "baseline.jsonl";

Result<std::string> ReadFile(const fs::path& path) {
  std::ifstream in(path, std::ios::binary);
  if (!in) return Fail("io", path.string() + ": cannot be opened");
  std::string bytes((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
  if (in.bad()) return Fail("io", path.string() + ": cannot be read");
  return bytes;
}

std::string DumpLine(const OrderedJson& json) {
  return json.dump(-1, ' ', false, OrderedJson::error_handler_t::replace);
}

// Folders below `root` that hold both files, by their paths below it, sorted.
Result<std::vector<std::string>> FindCases(const fs::path& root) {
  std::error_code error;
  if (!fs::is_directory(root, error)) return Fail("usage", root.string() + ": no such folder");
  std::vector<std::string> cases;
  for (fs::recursive_directory_iterator it(root, error), end; !error && it != end; it.increment(error)) {
    if (it->is_directory(error) && fs::is_regular_file(it->path() / kPage) &&
        fs::is_regular_file(it->path() / kGold)) {
      cases.push_back(it->path().lexically_relative(root).generic_string());
    }
  }
  if (error) return Fail("io", root.string() + ": " + error.message());
  std::sort(cases.begin(), cases.end());
  if (cases.empty())
    return Fail("usage", root.string() + ": no case in it (a folder with page.html and gold.json)");
  return cases;
}

Result<Json> ReadGold(const fs::path& path, const std::string& case_id) {
  auto bytes = ReadFile(path);
  if (!bytes) return tl::unexpected(bytes.error());
  Json gold = Json::parse(*bytes, nullptr, false);
  if (gold.is_discarded()) return Fail("bad_gold", path.string() + ": not JSON");
  if (!gold.is_object() || !gold.contains("language") || !gold["language"].is_string()) {
    return Fail("bad_gold", path.string() + ": no object with a language");
  }
  gold["id"] = case_id;
  return gold;
}

// ---- the baseline

std::string BaselineLine(const KeptRecord& record) {
  OrderedJson line = {{"case", record.case_id}, {"kind", record.kind}, {"key", record.key}};
  line["record"] = OrderedJson::parse(record.fields);
  line["sentence"] = record.sentence;
  return DumpLine(line);
}

Result<std::vector<KeptRecord>> ReadBaseline(const fs::path& path) {
  auto bytes = ReadFile(path);
  if (!bytes) return tl::unexpected(bytes.error());
  std::vector<KeptRecord> out;
  size_t number = 0;
  for (size_t begin = 0; begin < bytes->size();) {
    size_t end = std::min(bytes->find('\n', begin), bytes->size());
    ++number;
    OrderedJson line = OrderedJson::parse(bytes->begin() + static_cast<long>(begin),
                                          bytes->begin() + static_cast<long>(end), nullptr, false);
    bool fine = line.is_object() && line.contains("record") && line["record"].is_object();
    for (const char* key : {"case", "kind", "key", "sentence"})
      fine = fine && line.contains(key) && line[key].is_string();
    if (!fine)
      return Fail("bad_baseline",
                  path.string() + ":" + std::to_string(number) + ": not a line of a baseline");
    out.push_back({line["case"], line["kind"], DumpLine(line["record"]), line["key"], line["sentence"]});
    begin = end + 1;
  }
  return out;
}

// ---- one case

// Strings that the cleaned text must hold, and those that it must not.
void ScoreText(const Json& gold, const Article& article, Scores& scores) {
  Tally tally;
  std::string text = score::Norm(article.text);
  auto each = [&](const char* key, auto&& visit) {
    if (!gold.contains(key) || !gold[key].is_array()) return;
    for (const Json& one : gold[key]) {
      if (one.is_string())
        visit(one.get<std::string>(), text.find(score::Norm(one.get<std::string>())) != std::string::npos);
    }
  };
  auto fault = [&](bool missed, const std::string& what) {
    scores.faults.push_back(
        {gold["id"], "text", missed, Json(what).dump(-1, ' ', false, Json::error_handler_t::replace)});
  };
  each("must_have", [&](const std::string& what, bool there) {
    ++(there ? tally.hit : tally.miss);
    if (!there) fault(true, what);
  });
  each("boilerplate", [&](const std::string& what, bool there) {
    if (!there) return;
    ++tally.false_alarm;
    fault(false, what);
  });
  std::vector<std::string> slices = {"all", gold["language"]};
  if (gold.contains("domain") && gold["domain"].is_string()) slices.push_back(gold["domain"]);
  for (const std::string& slice : slices) scores.measures[slice]["text"] += tally;
}

Result<void> ReadCase(const fs::path& root, const std::string& case_id, const Tools& tools, Regression& run) {
  auto gold = ReadGold(root / case_id / kGold, case_id);
  if (!gold) return tl::unexpected(gold.error());
  auto bytes = ReadFile(root / case_id / kPage);
  if (!bytes) return tl::unexpected(bytes.error());
  run.languages.push_back((*gold)["language"]);
  Page page;
  page.source = case_id + "/" + kPage;
  if (gold->contains("source_url") && (*gold)["source_url"].is_string()) page.url = (*gold)["source_url"];
  page.bytes = std::move(*bytes);
  Result<Article> article = ReadPage(page, tools.clean, {});
  Result<Facts> facts = article ? ReadFacts(*article, tools.packs) : tl::unexpected(article.error());
  ScoreText(*gold, article ? *article : Article{}, run.scores);
  if (!facts) {
    run.refusals.push_back({case_id, facts.error()});
    ScoreCase(*gold, Json::object(), run.scores);
    return {};
  }
  std::string line = ExtractLine(*article, *facts);
  ScoreCase(*gold, Json::parse(line, nullptr, false), run.scores);
  KeepRecords(case_id, *article, *facts, tools.packs, run.records);
  return {};
}

}  // namespace

size_t Regression::Count(Difference::What what) const {
  return static_cast<size_t>(std::count_if(differences.begin(), differences.end(),
                                           [&](const Difference& d) { return d.what == what; }));
}

Result<Regression> Regress(const fs::path& folder, const Tools& tools, const std::vector<std::string>& only) {
  auto cases = FindCases(folder);
  if (!cases) return tl::unexpected(cases.error());
  for (const std::string& name : only) {
    if (std::none_of(cases->begin(), cases->end(), [&](const auto& id) { return id.starts_with(name); }))
      return Fail("usage", folder.string() + ": no case is called " + name + "…");
  }
  auto unasked = [&](const std::string& id) {
    return !only.empty() && std::none_of(only.begin(), only.end(),
                                         [&](const std::string& name) { return id.starts_with(name); });
  };
  std::erase_if(*cases, unasked);
  Regression run;
  run.cases = cases->size();
  for (const std::string& one : *cases) {
    if (auto done = ReadCase(folder, one, tools, run); !done) return tl::unexpected(done.error());
  }
  std::sort(run.languages.begin(), run.languages.end());
  run.languages.erase(std::unique(run.languages.begin(), run.languages.end()), run.languages.end());
  run.has_baseline = fs::is_regular_file(folder / kBaseline);
  if (run.has_baseline) {
    auto before = ReadBaseline(folder / kBaseline);
    if (!before) return tl::unexpected(before.error());
    std::erase_if(*before, [&](const KeptRecord& record) { return unasked(record.case_id); });
    run.differences = CompareRecords(*before, run.records);
  }
  return run;
}

Result<void> AcceptRegression(const Regression& run, const fs::path& folder) {
  fs::path part = folder / (std::string(kBaseline) + ".part");
  {
    std::ofstream out(part, std::ios::binary);
    for (const KeptRecord& record : run.records) out << BaselineLine(record) << '\n';
    out.flush();
    if (!out) return Fail("io", part.string() + ": cannot be written");
  }
  std::error_code error;
  fs::rename(part, folder / kBaseline, error);
  if (error) return Fail("io", (folder / kBaseline).string() + ": " + error.message());
  return {};
}

}  // namespace acta
