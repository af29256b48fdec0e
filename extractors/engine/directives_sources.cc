// Where the fields of an order come from: its captures and the registers of directives.h.

#include <algorithm>

#include "extractors/engine/directives.h"

namespace acta {
namespace {

constexpr size_t kMostJoined = 1000;  // units that orders in a row have gathered

}  // namespace

void Orders::AddFromRegisters(Place at, uint32_t field, const std::vector<Inheritance>& ways, int depth,
                              std::vector<Source>& sources) const {
  if (depth == 0) return;
  const bool speaker = field == NameId("issuer");
  for (const Inheritance& one : ways) {
    if (one.field != field) continue;
    for (const Inheritance::Source& from : one.sources) {
      uint32_t set = SetBefore(at, from);
      for (int left = kMostInherited; speaker && set != 0 && WordTakenBack(set - 1, at); --left)
        set = left == 0 ? 0 : SetBefore({set - 1, set_in_.at(set - 1)}, from);
      if (set == 0) continue;
      const auto& units = Inherited(set - 1, from.part, depth);
      if (!units.empty()) sources.push_back({units, Basis::kResolved, set});
    }
  }
}

std::vector<Orders::Source> Orders::SourcesOf(Place at, uint32_t field, int depth) const {
  std::vector<Source> sources;
  if (auto units = view_.Captured(at.unit, field); !units.empty())
    sources.push_back({std::move(units), Basis::kPrinted, 0});
  const size_t printed = sources.size();
  AddFromRegisters(at, field, view_.pack().rules[view_.unit(at.unit).index].inherit, depth, sources);
  // Of several registers that know it, the one that was set last.
  std::stable_sort(sources.begin() + static_cast<long>(printed), sources.end(),
                   [](const Source& a, const Source& b) { return a.set > b.set; });
  return sources;
}

Orders::Source Orders::SourceOf(Place at, uint32_t field, int depth) const {
  std::vector<Source> sources = SourcesOf(at, field, depth);
  if (const size_t meant = MeantBefore(sources); meant != 0) return std::move(sources[meant]);
  for (Source& source : sources) {
    bool nameless = std::all_of(source.units.begin(), source.units.end(), [&](uint32_t unit) {
      return view_.HasKind(unit, "body_ref") && !BodyMeant(unit);
    });
    if (!nameless) return std::move(source);
  }
  return sources.empty() ? Source() : std::move(sources.front());
}

size_t Orders::MeantBefore(const std::vector<Source>& sources) const {
  if (sources.size() < 2 || sources[0].set != 0 || sources[0].units.size() != 1) return 0;
  const uint32_t said = sources[0].units.front();
  const std::string noun = view_.HasKind(said, "body_ref") ? HeadOf(view_, said) : std::string();
  for (size_t i = 1; i < sources.size() && !noun.empty(); ++i) {
    for (uint32_t unit : sources[i].units) {
      for (uint32_t body : view_.Inside(unit, {"agency"})) {
        if (HeadOf(view_, body) == noun) return i;
      }
    }
  }
  return 0;
}

std::vector<Orders::Source> Orders::AllSources(Place at, uint32_t field, int depth) const {
  std::vector<Source> sources;
  AddFromRegisters(at, field, view_.pack().rules[view_.unit(at.unit).index].join, depth, sources);
  sources.push_back(SourceOf(at, field, depth));
  return sources;
}

uint32_t Orders::SetBefore(Place at, const Inheritance::Source& from) const {
  const size_t reg = view_.pack().RegisterOf(from.kind);
  return reg == view_.pack().registers.size() ? 0 : LastSet(at, reg);
}

uint32_t Orders::LastSet(Place at, size_t reg) const {
  const Tree& tree = view_.tree();
  uint32_t begin = view_.unit(at.unit).span.begin, last = 0, last_end = 0;
  auto first = std::partition_point(tree.settings.begin(), tree.settings.end(),
                                    [&](const Setting& one) { return one.sentence < at.sentence; });
  for (auto it = first; it != tree.settings.end() && it->sentence == at.sentence; ++it) {
    uint32_t end = view_.unit(it->unit).span.end;
    if (it->reg == reg && end <= begin && end >= last_end) last = it->unit + 1, last_end = end;
  }
  return last != 0 ? last : view_.HeldIn(at.sentence, reg);
}

bool Orders::WordTakenBack(uint32_t unit, Place at) const {
  const auto& sentences = view_.tree().sentences;
  const bool passed =
      in_passing_.contains(unit) && sentences[set_in_.at(unit)].paragraph != sentences[at.sentence].paragraph;
  return passed || NamesNobody(unit);
}

bool Orders::NamesNobody(uint32_t setting) const {
  const auto givers = PartOf(setting, NameId("issuer"));
  return !givers.empty() && std::all_of(givers.begin(), givers.end(), [&](uint32_t unit) {
    if (view_.HasKind(unit, "body_ref")) return BodyMeant(unit) == nullptr;
    const auto kind = view_.HasKind(unit, "document_ref") ? view_.Find(unit, "kind") : std::nullopt;
    return kind && !GiverBy(documents_.Meant(kind->text, view_.unit(unit).span.begin)).name;
  });
}

// A part of a register's unit. One that says no such part has what it inherited itself.
const std::vector<uint32_t>& Orders::Inherited(uint32_t unit, uint32_t part, int depth) const {
  const uint64_t key = uint64_t{unit} << 32 | part;
  if (auto known = inherited_.find(key); known != inherited_.end()) return known->second;
  const Rule& rule = view_.pack().rules[view_.unit(unit).index];
  std::vector<uint32_t> units;
  if (!orders_.contains(unit) && rule.inherit.empty() && rule.join.empty()) {
    units = PartOf(unit, part);
  } else {
    for (const Source& source : AllSources({unit, set_in_.at(unit)}, part, depth - 1))
      units.insert(units.end(), source.units.begin(), source.units.end());
  }
  if (units.size() > kMostJoined) units.erase(units.begin(), units.end() - kMostJoined);
  return inherited_.emplace(key, std::move(units)).first->second;
}

std::vector<uint32_t> Orders::PartOf(uint32_t unit, uint32_t name) const {
  const Unit& u = view_.unit(unit);
  if (u.source != Unit::Source::kRule || (u.says & AttributeBit(name)) == 0) return {};
  auto units = view_.Captured(unit, name);
  for (uint32_t c = 0; c < u.child_count && units.empty(); ++c)
    units = PartOf(view_.tree().children[u.first_child + c], name);
  return units;
}

}  // namespace acta
