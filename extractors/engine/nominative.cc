#include "extractors/engine/nominative.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>

#include "extractors/engine/utf.h"

namespace acta {
namespace {

constexpr size_t kMostAgreeing = 3;  // words before the leading one that agree with it

// `lemma` with the capital of the printed form.
std::string WithCapitalOf(std::string_view printed, std::string_view lemma) {
  int32_t i = 0;
  UChar32 first;
  U8_NEXT_OR_FFFD(printed.data(), i, static_cast<int32_t>(printed.size()), first);
  if (!u_isupper(first)) return std::string(lemma);
  int32_t j = 0;
  UChar32 initial;
  U8_NEXT_OR_FFFD(lemma.data(), j, static_cast<int32_t>(lemma.size()), initial);
  std::string out;
  AppendUtf8(static_cast<char32_t>(u_toupper(initial)), out);
  return out.append(lemma.substr(static_cast<size_t>(j)));
}

bool EndsWithAny(std::string_view word, const std::vector<std::string>& endings) {
  return std::any_of(endings.begin(), endings.end(),
                     [&](const std::string& ending) { return word.ends_with(ending); });
}

std::string_view CaseIn(const TreeView& view, const LexiconReading& reading) {
  return AttributeOf(reading.attributes, view.pack().names.Find("case")).value_or(std::string_view());
}

class Former {
 public:
  explicit Former(const TreeView& view) : view_(view) {}

  std::string Form(const std::vector<uint32_t>& units) {
    for (uint32_t unit : units) {
      Collect(unit);
      group_ = group_ || view_.HasKind(unit, "group");
    }
    if (words_.empty()) return {};
    size_t head = 0;
    while (head + 1 < words_.size() && head < kMostAgreeing && IsUnlisted(words_[head])) ++head;
    forms_.resize(words_.size());
    if (const LexiconReading* reading = ReadingOf(words_[head])) {
      if (head == 0 || Agree(head, *reading)) {
        if (!reading->lemma.empty()) forms_[head] = WithCapitalOf(Printed(head), reading->lemma);
        if (group_) Coordinate(head, *reading);
      }
    }
    return Joined();
  }

 private:
  void Collect(uint32_t at) {
    const Unit& unit = view_.unit(at);
    if (unit.source != Unit::Source::kRule) {
      if (!unit.span.empty()) words_.push_back(at);
      return;
    }
    for (uint32_t c = 0; c < unit.child_count; ++c) Collect(view_.tree().children[unit.first_child + c]);
  }

  std::string_view Printed(size_t i) const { return view_.Printed(view_.unit(words_[i]).span); }

  bool IsUnlisted(uint32_t at) const { return view_.unit(at).source == Unit::Source::kToken; }

  // The reading with a lemma; in a group one of the addressees' kinds, which count in the plural.
  const LexiconReading* ReadingOf(uint32_t at) const {
    const Unit& unit = view_.unit(at);
    if (unit.source != Unit::Source::kPhrase) return nullptr;
    const LexiconReading* found = nullptr;
    for (uint32_t id : view_.pack().lexicon.phrases()[unit.index].readings) {
      const LexiconReading& reading = view_.pack().lexicon.reading(id);
      const bool of_group = group_ && view_.pack().kinds[reading.kind].starts_with("group");
      if (of_group && !CaseIn(view_, reading).empty()) return &reading;
      if (reading.lemma.empty()) continue;
      if (!found) found = &reading;
    }
    return found;
  }

  // Turns the words before the head; false when one of them has no ending that is known.
  bool Agree(size_t head, const LexiconReading& reading) {
    for (const NameSettings::Agreement& one : view_.pack().names_of_people.agreement) {
      if (!EndsWithAny(reading.lemma.substr(0, reading.lemma.find(' ')), one.heads)) continue;
      for (size_t i = 0; i < head; ++i) {
        std::string_view word = Printed(i);
        auto ending = std::find_if(one.forms.begin(), one.forms.end(),
                                   [&](const auto& pair) { return word.ends_with(pair.first); });
        if (ending == one.forms.end()) return false;
        forms_[i] = std::string(word.substr(0, word.size() - ending->first.size())) + ending->second;
      }
      return true;
    }
    return false;
  }

  // Items of a list in the head's case. In the genitive only those that stand side by side: others depend. A head that
  // looks like the nominative may be an accusative, which other items show (“министерства и руководителей”).
  void Coordinate(size_t head, const LexiconReading& reading) {
    std::string_view shown = CaseIn(view_, reading);
    const bool direct = ShowsNominative(words_[head]);
    if (direct) shown = Shows(words_[head], "pacc") ? "pacc" : "acc";
    if (shown.empty() || !Shows(words_[head], shown)) return;
    bool genitive = shown == "gen" || shown == "pgen";
    // Whether the word may begin one, or go on with it: after a mark or an adjective.
    bool item = view_.HasKind(words_[head], "group_adj");
    for (size_t i = head + 1; i < words_.size(); ++i) {
      if (view_.HasKind(words_[i], "sep") || view_.HasKind(words_[i], "and")) {
        item = true;
        continue;
      }
      const LexiconReading* next = ReadingOf(words_[i]);
      bool same = next && !next->lemma.empty() && Shows(words_[i], shown);
      if (direct && ShowsNominative(words_[i])) same = false;
      if (item && same) {
        forms_[i] = WithCapitalOf(Printed(i), next->lemma);
        item = view_.HasKind(words_[i], "group_adj");
      } else {
        item = false;
        if (genitive) return;
      }
    }
  }

  bool ShowsNominative(uint32_t at) const { return Shows(at, "nom") || Shows(at, "pnom"); }

  bool Shows(uint32_t at, std::string_view grammatical_case) const {
    auto cases = CasesOf(view_, at);
    return std::find(cases.begin(), cases.end(), grammatical_case) != cases.end();
  }

  std::string Joined() const {
    std::string out;
    uint32_t at = view_.unit(words_.front()).span.begin;
    for (size_t i = 0; i < words_.size(); ++i) {
      Span span = view_.unit(words_[i]).span;
      if (span.begin > at) out += view_.Printed({at, span.begin});
      out += forms_[i].empty() ? std::string(view_.Printed(span)) : forms_[i];
      at = span.end;
    }
    return OneLine(out);
  }

  const TreeView& view_;
  std::vector<uint32_t> words_;     // visible words and phrases, in order
  std::vector<std::string> forms_;  // what they become; empty: as printed
  bool group_ = false;
};

}  // namespace

std::string DictionaryForm(const TreeView& view, const std::vector<uint32_t>& units) {
  return Former(view).Form(units);
}

std::vector<std::string_view> CasesOf(const TreeView& view, uint32_t at,
                                      std::initializer_list<std::string_view> kinds) {
  while (view.unit(at).source == Unit::Source::kRule) {
    const Unit& u = view.unit(at);
    uint32_t next = at;
    for (uint32_t c = 0; c < u.child_count && next == at; ++c) {
      uint32_t child = view.tree().children[u.first_child + c];
      if (!view.unit(child).span.empty()) next = child;
    }
    if (next == at) return {};
    at = next;
  }
  std::vector<std::string_view> cases;
  const Unit& unit = view.unit(at);
  if (unit.source != Unit::Source::kPhrase) return cases;
  for (uint32_t id : view.pack().lexicon.phrases()[unit.index].readings) {
    const LexiconReading& reading = view.pack().lexicon.reading(id);
    std::string_view kind = view.pack().kinds[reading.kind];
    if (kinds.size() > 0 && std::find(kinds.begin(), kinds.end(), kind) == kinds.end()) continue;
    std::string_view one = CaseIn(view, reading);
    if (!one.empty() && std::find(cases.begin(), cases.end(), one) == cases.end()) cases.push_back(one);
  }
  return cases;
}

}  // namespace acta
