#include "extractors/engine/mandates.h"

#include <algorithm>

#include "extractors/engine/number_issuers.h"

namespace acta {
namespace {

constexpr int kDaysBefore = 31;  // what is older is cited, not reported

bool IsDeputy(const Post& post) { return !post.role || IsDeputyRole(post.role->value); }

}  // namespace

Maybe<std::string> IssuerOf(const Resolution& document, const People& people) {
  const Official* signer = document.signer ? people.Known(document.signer->value) : nullptr;
  if (document.issuer && !(signer && IsIssuerByNumber(document)))
    return At<std::string>{document.issuer->value, document.issuer->span, Basis::kResolved};
  if (!signer) return std::nullopt;
  if (!std::all_of(signer->posts.begin(), signer->posts.end(), IsDeputy))
    return At<std::string>{signer->name->value, document.signer->span, Basis::kResolved};
  for (const Post& post : signer->posts) {
    if (post.body) return At<std::string>{post.body->value, post.body->span, Basis::kResolved};
  }
  return At<std::string>{signer->name->value, document.signer->span, Basis::kResolved};
}

Mandates::Mandates(const TreeView& view, const std::vector<FactUnit>& units, const People& people,
                   const Documents& documents)
    : view_(view), people_(people), documents_(documents) {
  const uint32_t session = view.pack().Kind("session");
  for (const Setting& one : view.tree().settings) {
    if (view.pack().registers[one.reg].kind == session) meetings_.push_back(view.unit(one.unit).span.begin);
    if (auto document = NamedBy(one.unit)) Announce(one.unit, *document, view.Captured(one.unit, "issuer"));
  }
  for (const FactUnit& one : units) {
    if (one.kind != "resolution" || view.Captured(one.unit, "signer").empty()) continue;
    if (auto document = documents.IndexOf(one.unit)) Announce(one.unit, *document, {});
  }
  std::sort(meetings_.begin(), meetings_.end());
  std::stable_sort(announced_.begin(), announced_.end(),
                   [](const Announced& a, const Announced& b) { return a.byte < b.byte; });
}

bool Mandates::Orders(const Resolution& document) const {
  static constexpr std::string_view kStatutes[] = {"law", "code", "ordinance", "constitution", "report"};
  if (!document.kind ||
      std::find(std::begin(kStatutes), std::end(kStatutes), document.kind->value) != std::end(kStatutes))
    return false;
  auto published = view_.article().published_day();
  return !published || !document.issued || !document.issued->value.has_year() ||
         AddDays(document.issued->value, kDaysBefore) >= *published;
}

void Mandates::AddGiver(const Official& person, Announced& announced) const {
  bool deputy = std::all_of(person.posts.begin(), person.posts.end(), IsDeputy);
  if (!deputy) announced.givers.push_back(ComparisonKey(view_.pack(), person.name->value));
  for (const Post& post : person.posts) {
    if (post.body) announced.givers.push_back(ComparisonKey(view_.pack(), post.body->value));
  }
}

void Mandates::Announce(uint32_t unit, size_t document, const std::vector<uint32_t>& issuer) {
  const Resolution& said = documents_.resolutions()[document];
  if (!Orders(said)) return;
  Announced announced{view_.unit(unit).span.begin, document, {}};
  if (said.issuer) announced.givers.push_back(ComparisonKey(view_.pack(), said.issuer->value));
  if (!said.issuer || IsIssuerByNumber(said)) {
    const Official* signer = said.signer ? people_.Known(said.signer->value) : nullptr;
    if (signer) AddGiver(*signer, announced);
  }
  for (uint32_t one : issuer) {
    if (const Official* person = people_.Resolve(one)) {
      AddGiver(*person, announced);
    } else {
      announced.givers.push_back(ComparisonKey(view_.pack(), view_.Nominative(one)));
    }
  }
  announced_.push_back(std::move(announced));
}

std::optional<size_t> Mandates::NamedBy(uint32_t unit) const {
  std::vector<uint32_t> named = view_.Captured(unit, "document");
  if (named.empty()) return std::nullopt;
  for (uint32_t one : view_.Inside(named.front(), {"resolution"})) {
    auto index = documents_.IndexOf(one);
    if (index && documents_.resolutions()[*index].number) return index;
  }
  return std::nullopt;
}

std::optional<size_t> Mandates::Of(const std::string& issuer, uint32_t byte) const {
  auto after = std::partition_point(announced_.begin(), announced_.end(),
                                    [&](const Announced& one) { return one.byte < byte; });
  if (after == announced_.begin()) return std::nullopt;
  const Announced& last = *std::prev(after);
  auto meeting = std::upper_bound(meetings_.begin(), meetings_.end(), last.byte);
  bool met = meeting != meetings_.end() && *meeting < byte;
  std::string key = ComparisonKey(view_.pack(), issuer);
  bool his = std::find(last.givers.begin(), last.givers.end(), key) != last.givers.end();
  return his && !met ? std::optional<size_t>(last.document) : std::nullopt;
}

}  // namespace acta
