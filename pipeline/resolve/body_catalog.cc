#include "pipeline/resolve/body_catalog.h"

#include <algorithm>
#include <array>
#include <set>

#include "pipeline/resolve/letters.h"
#include "pipeline/resolve/table.h"

namespace acta {
namespace {

std::set<std::string> StemSet(std::string_view name) {
  const std::vector<std::string> stems = NameStemList(name);
  return {stems.begin(), stems.end()};
}

std::string Joined(const std::set<std::string>& stems) {
  std::string joined;
  for (const std::string& stem : stems) joined += (joined.empty() ? "" : " ") + stem;
  return joined;
}

std::string WithTerm(BodyReading reading, std::string_view gone, std::string_view come) {
  if (!gone.empty()) reading.terms.erase(std::string(gone));
  if (!come.empty()) reading.terms.insert(std::string(come));
  return reading.Key();
}

constexpr std::array<std::string_view, 3> kHeads = {"head-ministry", "head-department", "head-division"};

}  // namespace

std::string NameStems(std::string_view name) { return Joined(StemSet(name)); }

Result<BodyCatalog> BodyCatalog::Load(const std::string& path, const std::string& terms_path) {
  BodyCatalog catalog;
  Result<BodyTerms> terms = BodyTerms::Load(terms_path);
  if (!terms) return tl::unexpected(terms.error());
  catalog.terms_ = std::move(*terms);
  Result<void> read = ReadTable(path, 9, [&](const std::vector<std::string>& row) {
    if (catalog.by_id_.contains(row[0])) return "the id \"" + row[0] + "\" stands twice";
    Body body{row[0],
              row[1],
              row[2],
              "",
              "",
              "",
              ParseIsoDate(row[6]),
              ParseIsoDate(row[7]),
              row[8] == "-" ? "" : row[8]};
    const size_t n = catalog.bodies_.size();
    std::string* shown[] = {&body.vi, &body.en, &body.ru};
    for (size_t language = 0; language < 3; ++language) {
      for (const std::string& name : Variants(row[3 + language])) {
        if (shown[language]->empty()) *shown[language] = name;
        const BodyReading reading = catalog.Read(name, "");
        catalog.by_stems_[NameStems(name)].insert(n);
        catalog.by_terms_[reading.Key()].insert(n);
        if (reading.whole() && reading.HasField()) catalog.by_field_[reading.Key("head-")].insert(n);
      }
    }
    catalog.by_id_[body.id] = n;
    catalog.bodies_.push_back(std::move(body));
    return std::string();
  });
  if (!read) return tl::unexpected(read.error());
  return catalog;
}

std::vector<const Body*> BodyCatalog::In(const Index& index, const std::string& key) const {
  std::vector<const Body*> found;
  if (const auto same = index.find(key); same != index.end()) {
    for (size_t n : same->second) found.push_back(&bodies_[n]);
  }
  return found;
}

// By what the name says: as it stands, then with the level of the place it names, then as translations turn it.
std::vector<const Body*> BodyCatalog::ByTerms(const BodyReading& reading, std::string_view unit) const {
  const bool levelled = std::any_of(reading.terms.begin(), reading.terms.end(), IsLevelTerm);
  std::vector<const Body*> found;
  if (!levelled && !unit.empty()) found = In(by_terms_, WithTerm(reading, "", unit));
  if (found.empty()) found = In(by_terms_, reading.Key());
  // A city under central rule has what a province has.
  if (found.empty() && reading.Says("city")) found = In(by_terms_, WithTerm(reading, "city", "province"));
  for (std::string_view level : {"province", "city"}) {
    if (found.empty() && reading.Says(level)) {
      found = In(by_terms_, WithTerm(reading, level, ""));
      std::erase_if(found, [](const Body* body) { return body->level != "province"; });
    }
  }
  if (found.empty() && !levelled) found = In(by_terms_, WithTerm(reading, "", "province"));
  if (found.empty() && reading.Says("head-ministry")) {
    found = In(by_terms_, WithTerm(reading, "head-ministry", "head-department"));
  }
  if (found.empty() && reading.whole() && reading.HasField()) {
    found = In(by_field_, reading.Key("head-"));
    if (found.size() > 1) found.clear();
  }
  return found;
}

std::vector<const Body*> BodyCatalog::Find(std::string_view name, std::string_view place,
                                           std::string_view unit) const {
  std::set<std::string> stems = StemSet(name);
  std::vector<const Body*> found = In(by_stems_, Joined(stems));
  const BodyReading reading = Read(name, place);
  if (!found.empty()) {
    if (HasMarks(name)) return found;  // a Vietnamese name of the table is nobody else's
    // Bodies that bear another name of the same words, as translations have them: for the story to say.
    for (const Body* body : In(by_terms_, reading.Key())) {
      if (std::find(found.begin(), found.end(), body) == found.end()) found.push_back(body);
    }
    return found;
  }
  const bool bare = !place.empty() && !std::any_of(reading.terms.begin(), reading.terms.end(), IsLevelTerm);
  if (bare && !unit.empty()) found = In(by_terms_, WithTerm(reading, "", unit));
  if (!found.empty()) return found;
  for (const std::string& stem : StemSet(place)) stems.erase(stem);
  if (!place.empty()) found = In(by_stems_, Joined(stems));
  for (const std::string& stem : terms_.country()) stems.erase(stem);
  if (found.empty()) found = In(by_stems_, Joined(stems));
  return found.empty() ? ByTerms(reading, unit) : found;
}

// A committee that is to implement a resolution is known by it: what each language says of its matter is no part of that.
std::optional<BodyReading> BodyCatalog::ReadByResolution(const std::vector<std::string>& stems) const {
  const auto number = std::find_if(stems.begin(), stems.end(), [](const std::string& stem) {
    return stem.find_first_not_of("0123456789") == std::string::npos;
  });
  if (number == stems.end()) return std::nullopt;
  BodyReading reading = terms_.Read({stems.begin(), number + 1});
  const bool head = reading.Says("steering-committee") || reading.Says("working-group");
  if (!head || !reading.Says("resolution") || !reading.rest.empty()) return std::nullopt;
  for (std::string_view other : {"implementation", "politburo", "assembly", "government"}) {
    reading.terms.erase(std::string(other));
  }
  return reading;
}

BodyReading BodyCatalog::Read(std::string_view name, std::string_view place) const {
  std::vector<std::string> stems = NameStemList(name);
  if (std::optional<BodyReading> reading = ReadByResolution(stems)) return *std::move(reading);
  const std::vector<std::string> placed = NameStemList(place);
  const auto at = std::search(stems.begin(), stems.end(), placed.begin(), placed.end());
  if (at != stems.end()) stems.erase(at, at + static_cast<std::ptrdiff_t>(placed.size()));
  BodyReading reading = terms_.Read(stems);
  for (const std::string& stem : terms_.country()) reading.rest.erase(stem);
  return reading;
}

const Body* BodyCatalog::Get(std::string_view id) const {
  const auto found = by_id_.find(id);
  return found == by_id_.end() ? nullptr : &bodies_[found->second];
}

std::vector<const Body*> BodyCatalog::Relatives(const Body& body) const {
  std::vector<const Body*> relatives;
  const BodyReading reading = Read(body.vi, "");
  for (std::string_view head : kHeads) {
    if (!reading.Says(head)) continue;
    for (std::string_view other : kHeads) {
      if (other == head) continue;
      for (const Body* relative : In(by_terms_, WithTerm(reading, head, other)))
        relatives.push_back(relative);
    }
  }
  return relatives;
}

}  // namespace acta
