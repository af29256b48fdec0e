#include "extractors/engine/pack_files.h"

#include <fmt/format.h>
#include <fmt/ranges.h>

#include <algorithm>
#include <array>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <tuple>

#define TOML_HEADER_ONLY 1  // Debian's compiled library throws; this build of the same code returns errors
#define TOML_EXCEPTIONS 0
#define TOML_ENABLE_FORMATTERS 0
#define TOML_ASSERT(expr) \
  static_cast<void>(0)  // toml++ 3.3 asserts of "[[[" what it then refuses with an error
#include <toml++/toml.h>

#include "extractors/engine/figure_words.h"
#include "extractors/engine/rule_error.h"
#include "extractors/engine/utf.h"
#include "pipeline/text/hash.h"
#include "pipeline/text/toml_letters.h"

namespace acta {
namespace {

namespace fs = std::filesystem;

constexpr size_t kLargestFile = 16u << 20;

Result<std::string> ReadFile(const fs::path& path) {
  std::error_code error;
  auto size = fs::file_size(path, error);
  if (error) return Fail("rule", fmt::format("{}: {}", path.string(), error.message()));
  if (size > kLargestFile)
    return Fail("rule", fmt::format("{}: larger than {} MiB", path.string(), kLargestFile >> 20));
  std::ifstream in(path, std::ios::binary);
  std::string bytes(size, '\0');
  if (!in.read(bytes.data(), static_cast<std::streamsize>(size))) {
    return Fail("rule", fmt::format("{}: cannot be read", path.string()));
  }
  return bytes;
}

std::vector<std::string> Lines(const std::string& bytes) {
  std::vector<std::string> lines;
  std::istringstream in(bytes);
  for (std::string line; std::getline(in, line);) {
    if (line.ends_with('\r')) line.pop_back();
    lines.push_back(std::move(line));
  }
  return lines;
}

struct TomlFile {
  std::string name;
  std::vector<std::string> lines;
  toml::table table;
};

std::string SourceLine(const std::vector<std::string>& lines, int line) {
  return line >= 1 && static_cast<size_t>(line) <= lines.size() ? lines[static_cast<size_t>(line) - 1]
                                                                : std::string();
}

Result<TomlFile> ParseToml(std::string name, const std::string& bytes) {
  TomlFile file{std::move(name), Lines(bytes), {}};
  if (const auto at = LetterOutsideQuotes(bytes)) {
    return tl::unexpected(
        RuleError(file.name, at->line, at->column, kLetterOutsideQuotes, SourceLine(file.lines, at->line)));
  }
  toml::parse_result result = toml::parse(bytes, file.name);
  if (!result) {
    auto at = result.error().source().begin;
    return tl::unexpected(RuleError(file.name, static_cast<int>(at.line), static_cast<int>(at.column),
                                    std::string(result.error().description()),
                                    SourceLine(file.lines, static_cast<int>(at.line))));
  }
  file.table = std::move(result).table();
  return file;
}

Located LocatedString(const toml::node& node) {
  Located out{*node.value<std::string>(), static_cast<int>(node.source().begin.line),
              static_cast<int>(node.source().begin.column)};
  return out;
}

tl::unexpected<Error> Wrong(const TomlFile& file, const toml::node& node, const std::string& message) {
  auto at = node.source().begin;
  return tl::unexpected(RuleError(file.name, static_cast<int>(at.line), static_cast<int>(at.column), message,
                                  SourceLine(file.lines, static_cast<int>(at.line))));
}

Result<std::vector<Located>> Strings(const TomlFile& file, const toml::node& node) {
  std::vector<Located> out;
  if (node.is_string()) {
    out.push_back(LocatedString(node));
    return out;
  }
  const toml::array* array = node.as_array();
  if (!array) return Wrong(file, node, "here must stand a string or a list of strings");
  for (const toml::node& item : *array) {
    if (!item.is_string()) return Wrong(file, item, "here must stand a string");
    out.push_back(LocatedString(item));
  }
  return out;
}

// `filled`: neither text of a pair may be empty.
Result<std::vector<std::pair<std::string, std::string>>> Pairs(const TomlFile& file, const toml::node* node,
                                                               bool filled) {
  std::vector<std::pair<std::string, std::string>> out;
  if (!node) return out;
  const toml::array* array = node->as_array();
  if (!array) return Wrong(file, *node, "here must stand a list of pairs");
  for (const toml::node& item : *array) {
    const toml::array* pair = item.as_array();
    if (!pair || pair->size() != 2 || !(*pair)[0].is_string() || !(*pair)[1].is_string()) {
      return Wrong(file, item, "here must stand a pair of strings");
    }
    out.emplace_back(*(*pair)[0].value<std::string>(), *(*pair)[1].value<std::string>());
    if (filled && (out.back().first.empty() || out.back().second.empty())) {
      return Wrong(file, item, "here must stand a pair of letters");
    }
  }
  return out;
}

// Tables of one name, such as [[rule]]: strings, lists of strings, and tables of them.
Result<RuleFile> ReadEntries(TomlFile file, std::string_view name) {
  RuleFile out{file.name, file.lines, {}};
  for (const auto& [key, node] : file.table) {
    if (key.str() != name) {
      return Wrong(file, node, fmt::format("unknown table “{}”; {}s stand in [[{}]]", key.str(), name, name));
    }
    const toml::array* array = node.as_array();
    if (!array) return Wrong(file, node, fmt::format("{}s stand in [[{}]], with two brackets", name, name));
    for (const toml::node& item : *array) {
      const toml::table* table = item.as_table();
      if (!table) return Wrong(file, item, "here must stand a table");
      RuleFile::Entry entry;
      entry.line = static_cast<int>(item.source().begin.line);
      for (const auto& [field_name, value] : *table) {
        const std::string entry_key(field_name.str());
        if (value.is_string()) {
          entry.values[entry_key] = LocatedString(value);
        } else if (const toml::table* inner = value.as_table()) {
          auto& target = entry.tables[entry_key];
          for (const auto& [field, text] : *inner) {
            auto strings = Strings(file, text);
            if (!strings) return tl::unexpected(strings.error());
            target[std::string(field.str())] = std::move(*strings);
          }
        } else {
          auto strings = Strings(file, value);
          if (!strings) return tl::unexpected(strings.error());
          entry.lists[entry_key] = std::move(*strings);
        }
      }
      out.entries.push_back(std::move(entry));
    }
  }
  return out;
}

std::set<std::string> FigureKeys() {
  std::set<std::string> keys;
  for (const auto& [key, role] : figure::kKeys) keys.emplace(key);
  return keys;
}

// The keys that language.toml may have, table by table; "" is the file itself.
const std::map<std::string, std::set<std::string>>& LanguageKeys() {
  static const std::map<std::string, std::set<std::string>> keys = {
      {"", {"phases", "text", "numbers", "names", "documents", "figures", "affix", "register"}},
      {"text", {"abbreviations", "fold", "endings", "endings_not_after", "breaks", "unread"}},
      {"numbers", {"decimal", "group"}},
      {"names", {"short", "nominative", "syllable", "declension", "agreement", "gender"}},
      {"documents", {"kind", "issuers"}},
      {"figures", FigureKeys()}};
  return keys;
}

Result<bool> CheckLanguageKeys(const TomlFile& file, const toml::table& table, const std::string& name) {
  const std::set<std::string>& known = LanguageKeys().at(name);
  for (const auto& [key, node] : table) {
    std::string word(key.str());
    if (!known.contains(word)) {
      return Wrong(file, node,
                   fmt::format("unknown key “{}”; here may stand {}", word, fmt::join(known, ", ")));
    }
    if (!name.empty() || !LanguageKeys().contains(word)) continue;
    const toml::table* inner = node.as_table();
    if (!inner) return Wrong(file, node, "here must stand a table");
    if (auto done = CheckLanguageKeys(file, *inner, word); !done) return done;
  }
  return true;
}

// The string of a key, or what `out` holds when the key is not there.
Result<bool> TakeString(const TomlFile& file, const toml::node_view<const toml::node>& view, Located& out) {
  if (!view) return true;
  if (!view.is_string()) return Wrong(file, *view.node(), "here must stand a string");
  out = LocatedString(*view.node());
  return true;
}

Result<bool> TakeStrings(const TomlFile& file, const toml::node_view<const toml::node>& view,
                         std::vector<Located>& out) {
  if (!view) return true;
  auto strings = Strings(file, *view.node());
  if (!strings) return tl::unexpected(strings.error());
  out = std::move(*strings);
  return true;
}

// Of documents.issuers: a code and the name of a body, or the kind of one.
Result<bool> TakeIssuers(const TomlFile& file, const toml::node_view<const toml::node>& view,
                         std::vector<LanguageFile::IssuerLine>& out) {
  if (!view) return true;
  const toml::table* table = view.as_table();
  if (!table) return Wrong(file, *view.node(), "here must stand a table");
  for (const auto& [code, node] : *table) {
    const auto kind = toml::node_view<const toml::node>(node)["kind"];
    if (!node.is_string() && !kind.is_string())
      return Wrong(file, node, "an issuer is a name, or { kind = … }");
    out.push_back(
        {std::string(code.str()), node.value_or(std::string()), LocatedString(kind ? *kind.node() : node)});
    if (node.is_string()) out.back().kind.text.clear();
  }
  return true;
}

Result<LanguageFile> ReadLanguage(const TomlFile& file) {
  LanguageFile out;
  out.name = file.name;
  out.lines = file.lines;
  const toml::table& root = file.table;
  if (auto done = CheckLanguageKeys(file, root, ""); !done) return tl::unexpected(done.error());
  for (auto [view, target] : {std::pair{root["phases"], &out.phases},
                              {root["text"]["abbreviations"], &out.abbreviations},
                              {root["text"]["unread"], &out.unread}}) {
    if (auto done = TakeStrings(file, view, *target); !done) return tl::unexpected(done.error());
  }
  for (const std::string& key : LanguageKeys().at("figures")) {
    if (!root["figures"][key]) continue;
    if (auto done = TakeStrings(file, root["figures"][key], out.figures[key]); !done)
      return tl::unexpected(done.error());
  }
  for (auto [view, target, filled] : {std::tuple{root["text"]["fold"], &out.fold, true},
                                      {root["text"]["endings"], &out.endings, true},
                                      {root["names"]["nominative"], &out.name_nominative, false}}) {
    auto pairs = Pairs(file, view.node(), filled);
    if (!pairs) return tl::unexpected(pairs.error());
    *target = std::move(*pairs);
  }
  Located endings_not_after, breaks, group{","}, name_short{"last"};
  out.decimal.text = ".";
  out.document_kind.text = "noun";
  for (auto [view, target] : {std::pair{root["text"]["endings_not_after"], &endings_not_after},
                              {root["text"]["breaks"], &breaks},
                              {root["numbers"]["decimal"], &out.decimal},
                              {root["numbers"]["group"], &group},
                              {root["names"]["short"], &name_short},
                              {root["names"]["syllable"], &out.name_syllable},
                              {root["documents"]["kind"], &out.document_kind}}) {
    if (auto done = TakeString(file, view, *target); !done) return tl::unexpected(done.error());
  }
  out.endings_not_after = endings_not_after.text;
  out.breaks = breaks.text;
  out.group = group.text;
  out.name_short = name_short.text;
  if (auto done = TakeIssuers(file, root["documents"]["issuers"], out.issuers); !done)
    return tl::unexpected(done.error());
  if (const toml::array* declensions = root["names"]["declension"].as_array()) {
    for (const toml::node& item : *declensions) {
      const toml::table* table = item.as_table();
      if (!table) return Wrong(file, item, "a declension has a case, from and to");
      out.declensions.push_back({(*table)["case"].value_or(std::string()),
                                 (*table)["from"].value_or(std::string()),
                                 (*table)["to"].value_or(std::string())});
    }
  }
  if (const toml::array* agreement = root["names"]["agreement"].as_array()) {
    for (const toml::node& item : *agreement) {
      const toml::table* table = item.as_table();
      if (!table || !(*table)["heads"] || !(*table)["forms"])
        return Wrong(file, item, "an agreement has heads and forms");
      auto heads = Strings(file, *(*table)["heads"].node());
      if (!heads) return tl::unexpected(heads.error());
      auto forms = Pairs(file, (*table)["forms"].node(), false);
      if (!forms) return tl::unexpected(forms.error());
      LanguageFile::AgreementLine line{{}, std::move(*forms)};
      for (Located& head : *heads) line.heads.push_back(std::move(head.text));
      out.agreement.push_back(std::move(line));
    }
  }
  if (const toml::array* genders = root["names"]["gender"].as_array()) {
    for (const toml::node& item : *genders) {
      const toml::table* table = item.as_table();
      if (!table || !(*table)["gender"].is_string())
        return Wrong(file, item, "a gender has its name, and endings or words in the middle");
      LanguageFile::GenderLine line{*(*table)["gender"].value<std::string>(), {}, {}};
      for (auto [key, target] : {std::pair{"endings", &line.endings}, {"middle", &line.middle}}) {
        if (!(*table)[key]) continue;
        auto words = Strings(file, *(*table)[key].node());
        if (!words) return tl::unexpected(words.error());
        for (Located& word : *words) target->push_back(std::move(word.text));
      }
      out.genders.push_back(std::move(line));
    }
  }
  if (const toml::array* affixes = root["affix"].as_array()) {
    for (const toml::node& item : *affixes) {
      const toml::table* table = item.as_table();
      if (!table || !(*table)["kind"].is_string() || !(*table)["suffixes"]) {
        return Wrong(file, item, "an affix has a kind and suffixes");
      }
      if ((*table)["unnamed"] && !(*table)["unnamed"].is_boolean())
        return Wrong(file, item, "unnamed is true or false");
      auto suffixes = Strings(file, *(*table)["suffixes"].node());
      if (!suffixes) return tl::unexpected(suffixes.error());
      LanguageFile::AffixLine line{
          *(*table)["kind"].value<std::string>(), {}, (*table)["unnamed"].value_or(false)};
      for (Located& suffix : *suffixes) line.suffixes.push_back(std::move(suffix.text));
      out.affixes.push_back(std::move(line));
    }
  }
  if (const toml::array* registers = root["register"].as_array()) {
    for (const toml::node& item : *registers) {
      const toml::table* table = item.as_table();
      if (!table || !(*table)["kind"].is_string()) return Wrong(file, item, "a register has a kind");
      out.registers.push_back({*(*table)["kind"].value<std::string>(),
                               (*table)["until"].value_or(std::string("article")),
                               static_cast<int>(item.source().begin.line)});
    }
  }
  return out;
}

Result<std::vector<ParadigmLine>> ReadParadigms(const TomlFile& file) {
  std::vector<ParadigmLine> out;
  for (const auto& [name, node] : file.table) {
    const toml::table* table = node.as_table();
    if (!table || table->empty()) return Wrong(file, node, "a paradigm is a table of endings by case");
    ParadigmLine line{std::string(name.str()), {}};
    // The order of the file, the lemma's case first; toml++ sorts keys, so the places decide.
    std::vector<std::tuple<uint32_t, uint32_t, std::string, std::string>> endings;
    for (const auto& [grammatical_case, ending] : *table) {
      if (!ending.is_string()) return Wrong(file, ending, "an ending is a string");
      auto at = ending.source().begin;
      endings.emplace_back(at.line, at.column, std::string(grammatical_case.str()),
                           *ending.value<std::string>());
    }
    std::sort(endings.begin(), endings.end());
    for (auto& [line_number, column, grammatical_case, ending] : endings) {
      line.endings.emplace_back(std::move(grammatical_case), std::move(ending));
    }
    out.push_back(std::move(line));
  }
  return out;
}

// kind ⇥ phrase ⇥ attributes ⇥ note; '#' lines and empty lines are comments.
Result<bool> ReadLexicon(std::string_view name, std::string_view text, std::vector<LexiconLine>& out) {
  for (int number = 1; !text.empty(); ++number) {
    std::string_view line = text.substr(0, text.find('\n'));
    text.remove_prefix(std::min(line.size() + 1, text.size()));
    if (line.ends_with('\r')) line.remove_suffix(1);
    if (size_t at = FirstIllFormed(line); at != line.npos) {
      return tl::unexpected(RuleError(std::string(name), number, 1,
                                      fmt::format("byte {} of the line is not UTF-8: 0x{:02X}", at + 1,
                                                  static_cast<unsigned char>(line[at])),
                                      ""));
    }
    if (line.empty() || line.starts_with('#')) continue;
    std::array<std::string_view, 4> cells;
    size_t count = 0;
    for (std::string_view rest = line;; ++count) {
      size_t tab = rest.find('\t');
      if (count < cells.size()) cells[count] = rest.substr(0, tab);
      if (tab == rest.npos) break;
      rest.remove_prefix(tab + 1);
    }
    if (++count < 2 || count > cells.size() || cells[0].empty() || cells[1].empty()) {
      return tl::unexpected(RuleError(std::string(name), number, 1,
                                      "a line is kind, phrase, attributes, note, with tabs between",
                                      std::string(line)));
    }
    out.push_back({cells[0], cells[1], cells[2], line, name, number});
  }
  return true;
}

std::vector<fs::path> FilesOf(const fs::path& folder, std::string_view extension) {
  std::vector<fs::path> files;
  std::error_code error;
  for (const auto& entry : fs::directory_iterator(folder, error)) {
    if (entry.path().extension() == extension) files.push_back(entry.path());
  }
  std::sort(files.begin(), files.end());
  return files;
}

class PackReader {
 public:
  explicit PackReader(fs::path root) : root_(std::move(root)) {}

  Result<PackFiles> Read(const std::string& language) {
    if (!fs::is_regular_file(root_ / language / "language.toml")) {
      return Fail("rule", fmt::format("{}: no language.toml; is this a folder of packs?",
                                      (root_ / language).string()));
    }
    for (const std::string& part : {std::string("shared"), language}) {
      for (const fs::path& path : FilesOf(root_ / part, ".toml")) {
        if (auto done = ReadToml(part + "/" + path.filename().string(), path); !done)
          return tl::unexpected(done.error());
      }
      for (const fs::path& path : FilesOf(root_ / part / "lexicon", ".tsv")) {
        auto bytes = Load(path);
        if (!bytes) return tl::unexpected(bytes.error());
        std::string_view name =
            files_.lexicon_texts.emplace_back(part + "/lexicon/" + path.filename().string());
        std::string_view text = files_.lexicon_texts.emplace_back(std::move(*bytes));
        auto done = ReadLexicon(name, text, files_.lexicon);
        if (!done) return tl::unexpected(done.error());
      }
    }
    files_.version = fmt::format("{:016x}", hash_);
    return std::move(files_);
  }

 private:
  Result<std::string> Load(const fs::path& path) {
    auto bytes = ReadFile(path);
    if (bytes) hash_ = Fnv1a(*bytes, Fnv1a(path.filename().string(), hash_));
    return bytes;
  }

  Result<bool> ReadToml(const std::string& name, const fs::path& path) {
    auto bytes = Load(path);
    if (!bytes) return tl::unexpected(bytes.error());
    auto file = ParseToml(name, *bytes);
    if (!file) return tl::unexpected(file.error());
    std::string stem = path.filename().string();
    if (stem == "language.toml") return Take(ReadLanguage(*file), files_.language);
    if (stem == "paradigms.toml") return Take(ReadParadigms(*file), files_.paradigms);
    if (stem == "text.toml") return Append(ReadEntries(std::move(*file), "pattern"), files_.text);
    if (stem == "parts.toml") return Append(ReadEntries(std::move(*file), "part"), files_.parts);
    return Append(ReadEntries(std::move(*file), "rule"), files_.rules);
  }

  template <class T>
  static Result<bool> Take(Result<T> from, T& to) {
    if (!from) return tl::unexpected(from.error());
    to = std::move(*from);
    return true;
  }

  static Result<bool> Append(Result<RuleFile> from, std::vector<RuleFile>& to) {
    if (!from) return tl::unexpected(from.error());
    to.push_back(std::move(*from));
    return true;
  }

  fs::path root_;
  PackFiles files_;
  uint64_t hash_ = Fnv1a("");
};

}  // namespace

Result<PackFiles> ReadPackFiles(const std::string& folder, const std::string& language) {
  return PackReader(folder).Read(language);
}

}  // namespace acta
