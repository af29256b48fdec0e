#include "extractors/engine/inflect.h"

#include <fmt/format.h>

namespace acta {
namespace {

struct Word {
  std::string stem;
  const Paradigm* paradigm = nullptr;
};

Result<Word> ReadWord(const Paradigms& paradigms, std::string_view text) {
  size_t at = text.find('@');
  if (at == text.npos) return Word{std::string(text), nullptr};
  std::string_view word = text.substr(0, at), name = text.substr(at + 1);
  auto found = paradigms.find(name);
  if (found == paradigms.end()) return Fail("rule", fmt::format("unknown paradigm @{}", name));
  const std::string& ending = found->second.endings.front().second;
  if (!word.ends_with(ending)) {
    return Fail("rule", fmt::format("“{}” does not end in “{}” as @{} wants", word, ending, name));
  }
  return Word{std::string(word.substr(0, word.size() - ending.size())), &found->second};
}

const std::string* EndingOf(const Paradigm& paradigm, std::string_view grammatical_case) {
  for (const auto& [name, ending] : paradigm.endings) {
    if (name == grammatical_case) return &ending;
  }
  return nullptr;
}

}  // namespace

Result<std::vector<InflectedForm>> Inflect(const Paradigms& paradigms, std::string_view phrase) {
  std::vector<Word> words;
  const Paradigm* leading = nullptr;
  for (size_t begin = 0; begin < phrase.size();) {
    size_t end = std::min(phrase.find(' ', begin), phrase.size());
    if (end > begin) {
      auto word = ReadWord(paradigms, phrase.substr(begin, end - begin));
      if (!word) return tl::unexpected(word.error());
      if (word->paradigm && !leading) leading = word->paradigm;
      words.push_back(std::move(*word));
    }
    begin = end + 1;
  }
  std::vector<InflectedForm> forms;
  if (!leading) {
    forms.push_back({std::string(phrase), ""});
    return forms;
  }
  for (const auto& [name, unused] : leading->endings) {
    InflectedForm form{"", name};
    bool complete = true;
    for (const Word& word : words) {
      if (!form.text.empty()) form.text += ' ';
      form.text += word.stem;
      if (!word.paradigm) continue;
      const std::string* ending = EndingOf(*word.paradigm, name);
      if (!ending) {
        complete = false;
        break;
      }
      form.text += *ending;
    }
    if (complete) forms.push_back(std::move(form));
  }
  return forms;
}

}  // namespace acta
