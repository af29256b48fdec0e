#include "extractors/engine/pack_loader.h"

#include <fmt/format.h>

#include <algorithm>

#include "extractors/engine/fact_fields.h"
#include "pipeline/text/date.h"
#include "pipeline/text/suggestion.h"

namespace acta {

bool PackLoader::CompileRules() {
  for (Draft& draft : drafts_) {
    Rule rule;
    rule.symbols = draft.symbols;
    if (!CompileRule(draft, rule) || !FillRule(draft, rule)) return false;
    pack_.phases[draft.phase].rules.push_back(static_cast<uint32_t>(pack_.rules.size()));
    pack_.rules.push_back(std::move(rule));
  }
  for (size_t p = 0; p < pack_.phases.size(); ++p) {
    SetPhase(pack_, p, pack_.phases[p].rules);
    if (pack_.phases[p].automaton.looks() <= Automaton::kMostLooks) continue;
    const Draft& last =
        *std::find_if(drafts_.rbegin(), drafts_.rend(), [&](const Draft& d) { return d.phase == p; });
    return BrokenPattern(*last.file, last.pattern_at, 0,
                         fmt::format("the rules of phase “{}” look ahead for more than {} things",
                                     pack_.phase_names[p], Automaton::kMostLooks));
  }
  return true;
}

bool PackLoader::CompileRule(Draft& draft, Rule& rule) {
  auto compiled = CompilePattern(draft.pattern, pack_.alphabet, pack_.kinds, pack_.sets);
  if (!compiled) return BrokenPattern(*draft.file, draft.pattern_at, 0, "the pattern is too large");
  rule.pattern = std::move(*compiled);
  PatternNode parsed = std::exchange(draft.pattern, {});
  if (use_ == PackUse::kMutating) rule.parsed = std::move(parsed);
  const std::string& kind = draft.entry->values.at("kind").text;
  const auto& allowed = FactFields(kind);
  for (const std::string& field : rule.pattern.fields) {
    if (!allowed.empty() &&
        std::none_of(allowed.begin(), allowed.end(), [&](const FactField& f) { return f.name == field; })) {
      std::vector<std::string> names;
      for (const FactField& f : allowed) names.push_back(f.name);
      return BrokenPattern(
          *draft.file, draft.pattern_at, draft.pattern_at.text.find(field + ":"),
          fmt::format("{} has no field “{}”{}", kind, field, Suggestion(field, names, "“", "”")));
    }
    rule.fields.push_back(pack_.names.Add(field));
  }
  return true;
}

bool PackLoader::FillRule(const Draft& draft, Rule& rule) {
  const RuleFile::Entry& entry = *draft.entry;
  const std::string& kind = entry.values.at("kind").text;
  rule.kind = pack_.Kind(kind);
  rule.place = {draft.file->name, entry.line};
  if (auto name = entry.values.find("name"); name != entry.values.end()) rule.name = name->second.text;
  if (auto reject = entry.values.find("reject"); reject != entry.values.end())
    rule.reject = reject->second.text;
  auto texts = [&](const char* key, std::vector<std::string>& out) {
    auto found = entry.lists.find(key);
    if (found == entry.lists.end()) return;
    for (const Located& text : found->second) out.push_back(text.text);
  };
  texts("examples", rule.examples);
  texts("never", rule.never);
  if (auto within = entry.lists.find("within"); within != entry.lists.end()) {
    for (const Located& name : within->second) {
      uint32_t container = pack_.kinds.Find(name.text);
      if (container == Names::kNone)
        return Broken(*draft.file, name, fmt::format("within: unknown kind “{}”", name.text));
      rule.within.push_back(container);
    }
  }
  if (auto given = entry.tables.find("given"); given != entry.tables.end()) {
    if (auto published = given->second.find("published"); published != given->second.end()) {
      rule.given_published = published->second.front().text;
      if (!ParseIsoDate(rule.given_published))
        return Broken(*draft.file, published->second.front(), "published is YYYY-MM-DD");
    }
  }
  return FillConstants(draft, rule) && FillShare(draft, rule) &&
         FillSources(draft, "inherit", rule.inherit) && FillSources(draft, "join", rule.join);
}

bool PackLoader::FillConstants(const Draft& draft, Rule& rule) {
  auto set = draft.entry->tables.find("set");
  if (set == draft.entry->tables.end()) return true;
  const auto& allowed = FactFields(draft.entry->values.at("kind").text);
  for (const auto& [name, values] : set->second) {
    if (values.empty()) continue;
    const Located& value = values.front();
    for (const FactField& field : allowed) {
      if (field.name == name && !field.one_of.empty() && !vocabulary::Has(field.one_of, value.text)) {
        return Broken(
            *draft.file, value,
            fmt::format("“{}” is no {}{}", value.text, name, Suggestion(value.text, field.one_of, "“", "”")));
      }
    }
    rule.attributes.push_back({pack_.names.Add(name), Text(value.text)});
  }
  rule.says = AttributeBits(rule.attributes);
  return true;
}

bool PackLoader::FillShare(const Draft& draft, Rule& rule) {
  auto share = draft.entry->tables.find("share");
  if (share == draft.entry->tables.end()) return true;
  SharedHead shared;
  const auto& keys = share->second;
  const bool first = keys.contains("first"), as = keys.contains("as");
  shared.whole = first;
  shared.places = as;
  for (auto [part, field] : {std::pair{first ? "first" : "head", &shared.head}, {"items", &shared.items}}) {
    auto given = keys.find(part);
    if (given == keys.end() || given->second.empty() || keys.size() != (as ? 3 : 2))
      return Broken(*draft.file, draft.entry->line, 1,
                    "share has a head (or first) and items: the names of two captures");
    const Located& name = given->second.front();
    *field = pack_.names.Find(name.text);
    if (std::find(rule.fields.begin(), rule.fields.end(), *field) == rule.fields.end())
      return Broken(*draft.file, name, fmt::format("share: the pattern captures no “{}”", name.text));
  }
  if (const auto& kind = keys.find("as");
      as && (kind->second.empty() || kind->second.front().text != "place"))
    return Broken(*draft.file, draft.entry->line, 1, "share: the items are nothing but “place”");
  rule.share = shared;
  return true;
}

// What a rule takes from registers: “field = ["register.part"]”, in a table of this name.
bool PackLoader::FillSources(const Draft& draft, const std::string& table, std::vector<Inheritance>& into) {
  auto given = draft.entry->tables.find(table);
  if (given == draft.entry->tables.end()) return true;
  for (const auto& [field, sources] : given->second) {
    Inheritance out{pack_.names.Add(field), {}};
    for (const Located& source : sources) {
      size_t dot = source.text.find('.');
      uint32_t kind = pack_.kinds.Find(source.text.substr(0, dot));
      bool known =
          dot != source.text.npos && std::any_of(pack_.registers.begin(), pack_.registers.end(),
                                                 [&](const Register& one) { return one.kind == kind; });
      if (!known)
        return Broken(*draft.file, source,
                      fmt::format("{} takes register.part; “{}” is none", table, source.text));
      out.sources.push_back({kind, pack_.names.Add(source.text.substr(dot + 1))});
    }
    into.push_back(std::move(out));
  }
  return true;
}

}  // namespace acta
