#include "extractors/engine/pack_loader.h"

#include <fmt/format.h>

#include <algorithm>

#include "extractors/engine/fact_fields.h"
#include "extractors/engine/inflect.h"
#include "pipeline/text/suggestion.h"

namespace acta {
namespace {

// The words that an attribute of this name may hold: those of the records' fields of that name. Empty when
// the records have no such field, or free text in it.
std::vector<std::string_view> WordsOf(std::string_view name) {
  std::vector<std::string_view> words;
  for (std::string_view kind :
       {"official", "agency", "resolution", "target", "deadline", "directive", "progress", "event"}) {
    for (const FactField& field : FactFields(kind)) {
      if (field.name == name) words.insert(words.end(), field.one_of.begin(), field.one_of.end());
    }
  }
  if (name == "role") words.assign(std::begin(vocabulary::kRole), std::end(vocabulary::kRole));
  if (name == "capacity") words.assign(std::begin(vocabulary::kCapacity), std::end(vocabulary::kCapacity));
  return words;
}

}  // namespace

bool PackLoader::LexiconEntries() {
  Paradigms paradigms;
  for (const auto& line : files_.paradigms) paradigms[line.name].endings = line.endings;
  const uint32_t case_name = pack_.names.Add("case");
  for (const LexiconLine& line : files_.lexicon) {
    auto forms = Inflect(paradigms, line.phrase);
    if (!forms) return BrokenLexicon(line, line.kind.size() + 1, forms.error().message);
    uint32_t kind = pack_.kinds.Add(line.kind);
    if (lexicon_kinds_.size() <= kind) lexicon_kinds_.resize(kind + 1);
    lexicon_kinds_[kind] = true;
    std::vector<Attribute> attributes = Attributes(line);
    if (!CheckAttributes(line, attributes)) return false;
    const bool inflected = !forms->front().grammatical_case.empty();
    std::string_view lemma = inflected ? Text(forms->front().text) : std::string_view();
    if (inflected) attributes.push_back({case_name, {}});
    for (const InflectedForm& form : *forms) {
      if (inflected) attributes.back().value = Text(form.grammatical_case);
      AddForm(kind, attributes, form.text, form.text == lemma ? std::string_view() : lemma);
    }
  }
  return true;
}

// `at`: byte of the line.
bool PackLoader::BrokenLexicon(const LexiconLine& line, size_t at, const std::string& message) {
  auto column = std::count_if(line.source.begin(),
                              line.source.begin() + static_cast<long>(std::min(at, line.source.size())),
                              [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  return Broken(std::string(line.file), line.line, static_cast<int>(column) + 1, message,
                std::string(line.source));
}

// An attribute named as a field with a closed vocabulary holds one of its words.
bool PackLoader::CheckAttributes(const LexiconLine& line, const std::vector<Attribute>& attributes) {
  for (const Attribute& one : attributes) {
    auto [known, fresh] = words_of_.try_emplace(one.name);
    if (fresh) known->second = WordsOf(pack_.names[one.name]);
    const std::vector<std::string_view>& words = known->second;
    if (words.empty() || std::find(words.begin(), words.end(), one.value) != words.end()) continue;
    return BrokenLexicon(line, line.kind.size() + line.phrase.size() + 2,
                         fmt::format("“{}” is no {}{}", one.value, pack_.names[one.name],
                                     Suggestion(one.value, words, "“", "”")));
  }
  return true;
}

// "role=chair level=province", or one bare value, which is named as the kind. A blank inside a value
// is written with quotation marks: body="Tỉnh ủy".
std::vector<Attribute> PackLoader::Attributes(const LexiconLine& line) {
  std::vector<Attribute> out;
  std::string_view text = line.attributes;
  if (text.find('=') == text.npos) {
    if (!text.empty()) out.push_back({pack_.names.Add(line.kind), Text(text)});
    return out;
  }
  for (size_t i = 0; i < text.size();) {
    size_t equals = text.find('=', i);
    if (equals == text.npos) break;
    std::string_view name = text.substr(i, equals - i);
    size_t begin = equals + 1, end;
    if (begin < text.size() && text[begin] == '"') {
      end = std::min(text.find('"', ++begin), text.size());
      i = end + 1;
    } else {
      end = std::min(text.find(' ', begin), text.size());
      i = end;
    }
    out.push_back({pack_.names.Add(name), Text(text.substr(begin, end - begin))});
    while (i < text.size() && text[i] == ' ') ++i;
  }
  return out;
}

Capital PackLoader::ConditionOf(const Token& first) {
  if (first.token_class == TokenClass::kUpper) return Capital::kAll;
  if (first.token_class == TokenClass::kCap) return Capital::kFirst;
  return Capital::kAny;
}

void PackLoader::AddForm(uint32_t kind, std::span<const Attribute> attributes, std::string_view form,
                         std::string_view lemma) {
  tokens_.clear();
  Annotator::Tokenize(form, 0, tokens_);
  if (tokens_.empty()) return;
  form_words_.clear();
  for (const Token& token : tokens_) form_words_.push_back(Word(token.span().In(form)));
  first_words_.emplace_back(kind, form_words_.front());
  pack_.lexicon.Add(form_words_, ConditionOf(tokens_.front()), kind, attributes, lemma);
}

std::string_view PackLoader::Text(std::string_view text) { return pack_.texts[pack_.texts.Add(text)]; }

uint32_t PackLoader::Word(std::string_view printed) {
  key_.clear();
  pack_.folder->Fold(printed, key_);
  return pack_.lexicon.words().Add(key_);
}

}  // namespace acta
