#include "extractors/engine/hearers.h"

#include "extractors/engine/people.h"

namespace acta {

std::string Hearers::KeyOf(uint32_t body) const {
  if (auto id = IdOf(view_, body)) return "id " + std::string(id->text);
  std::string name = view_.Nominative(body);
  const std::string* full = bodies_.LongName(name);
  return ComparisonKey(view_.pack(), full ? *full : name);
}

std::vector<std::string> Hearers::KeysIn(uint32_t unit) const {
  std::vector<std::string> keys;
  for (uint32_t one : view_.Inside(unit, {"agency", "body", "post"})) {
    if (!view_.HasKind(one, "post")) {
      keys.push_back(KeyOf(one));
      continue;
    }
    for (uint32_t body : view_.Captured(one, "body")) keys.push_back(KeyOf(body));
  }
  return keys;
}

void Hearers::Told(const std::vector<uint32_t>& units, const std::string& giver) {
  const std::string own = ComparisonKey(view_.pack(), giver);
  for (uint32_t unit : units) {
    for (std::string& key : KeysIn(unit)) {
      if (key != own) told_.insert(std::move(key));
    }
  }
}

bool Hearers::IsHearer(uint32_t unit) const {
  for (const std::string& key : KeysIn(unit)) {
    if (told_.contains(key)) return true;
  }
  return false;
}

}  // namespace acta
