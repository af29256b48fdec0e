#include "extractors/engine/pack_loader.h"

#include <fmt/format.h>

#include <algorithm>

#include "extractors/engine/fact_fields.h"
#include "extractors/engine/inflect.h"
#include "extractors/engine/rule_error.h"

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
  for (const LexiconLine& line : files_.lexicon) {
    auto forms = Inflect(paradigms, line.phrase);
    if (!forms) return BrokenLexicon(line, line.kind.size() + 1, forms.error().message);
    uint32_t kind = pack_.kinds.Add(line.kind);
    std::vector<Attribute> attributes = Attributes(line);
    if (!CheckAttributes(line, attributes)) return false;
    for (const InflectedForm& form : *forms) AddForm(kind, attributes, form, forms->front().text);
  }
  return true;
}

// `at`: byte of the line.
bool PackLoader::BrokenLexicon(const LexiconLine& line, size_t at, const std::string& message) {
  auto column = std::count_if(line.source.begin(),
                              line.source.begin() + static_cast<long>(std::min(at, line.source.size())),
                              [](char c) { return (static_cast<unsigned char>(c) & 0xC0) != 0x80; });
  return Broken(line.place.file, line.place.line, static_cast<int>(column) + 1, message, line.source);
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
  const std::string& text = line.attributes;
  if (text.find('=') == text.npos) {
    if (!text.empty()) out.push_back({pack_.names.Add(line.kind), text});
    return out;
  }
  for (size_t i = 0; i < text.size();) {
    size_t equals = text.find('=', i);
    if (equals == text.npos) break;
    std::string name = text.substr(i, equals - i);
    size_t begin = equals + 1, end;
    if (begin < text.size() && text[begin] == '"') {
      end = std::min(text.find('"', ++begin), text.size());
      i = end + 1;
    } else {
      end = std::min(text.find(' ', begin), text.size());
      i = end;
    }
    out.push_back({pack_.names.Add(name), text.substr(begin, end - begin)});
    while (i < text.size() && text[i] == ' ') ++i;
  }
  return out;
}

Capital PackLoader::ConditionOf(const Token& first) {
  if (first.token_class == TokenClass::kUpper) return Capital::kAll;
  if (first.token_class == TokenClass::kCap) return Capital::kFirst;
  return Capital::kAny;
}

void PackLoader::AddForm(uint32_t kind, std::vector<Attribute> attributes, const InflectedForm& form,
                         const std::string& lemma) {
  if (!form.grammatical_case.empty()) attributes.push_back({pack_.names.Add("case"), form.grammatical_case});
  tokens_.clear();
  Annotator::Tokenize(form.text, 0, tokens_);
  if (tokens_.empty()) return;
  std::vector<uint32_t> words;
  for (const Token& token : tokens_) words.push_back(Word(token.span().In(form.text)));
  first_words_.emplace_back(kind, words.front());
  std::string kept_lemma = form.text == lemma ? std::string() : lemma;
  pack_.lexicon.Add(words, ConditionOf(tokens_.front()),
                    LexiconReading{kind, std::move(attributes), std::move(kept_lemma)});
}

uint32_t PackLoader::Word(std::string_view printed) {
  key_.clear();
  pack_.folder->Fold(printed, key_);
  return pack_.lexicon.words().Add(key_);
}

}  // namespace acta
