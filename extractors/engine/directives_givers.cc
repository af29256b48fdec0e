// Who gives an order: the givers of directives.h.

#include <unicode/uchar.h>

#include <algorithm>

#include "extractors/engine/directives.h"
#include "extractors/engine/utf.h"

namespace acta {

Orders::Giver Orders::GiverOf(const FactUnit& at) {
  Giver giver;
  std::vector<Source> sources = SourcesOf(PlaceOf(at), NameId("issuer"), kMostInherited);
  if (sources.empty() || sources.front().set != 0) {
    // Who is named behind a quotation said what is ordered in it, whoever spoke before.
    const auto said = quotations_.SaidBy(at.sentence, view_.unit(at.unit).span.begin);
    auto units = said ? PartOf(*said, NameId("issuer")) : std::vector<uint32_t>();
    if (said && units.empty()) units = PartOf(*said, NameId("who"));
    if (!units.empty()) sources.insert(sources.begin(), {std::move(units), Basis::kResolved, *said + 1});
  }
  for (Source& source : sources) {
    std::optional<size_t> document = DocumentOf(source);
    const bool in_passing = source.set != 0 && in_passing_.contains(source.set - 1);
    giver = GiverIn(std::move(source));
    if (!giver.name) continue;
    if (in_passing) in_passing_.insert(at.unit);
    if (!giver.document) giver.document = document;
    if (!giver.document) giver.document = mandates_.Of(giver.name->value, view_.unit(at.unit).span.begin);
    break;
  }
  if (giver.person) speakers_.Ordered(giver.person, at.sentence);
  return givers_[at.unit] = giver;
}

void Orders::HearOrder(const FactUnit& at, const Giver& giver) {
  if (!giver.name) return;
  const auto issuer = view_.Captured(at.unit, NameId("issuer"));
  // A hearer who issues a document of his own speaks in it.
  const bool in_passing =
      !issuer.empty() && !giver.person && !giver.document && hearers_.IsHearer(issuer.front()) &&
      view_.Inside(issuer.front(), {"resolution", "doc_kind", "document_ref", "post"}).empty();
  if (in_passing) {
    const Span order = view_.unit(at.unit).span;
    const auto& settings = view_.tree().settings;
    auto one = std::partition_point(settings.begin(), settings.end(),
                                    [&](const Setting& setting) { return setting.sentence < at.sentence; });
    for (; one != settings.end() && one->sentence == at.sentence; ++one) {
      if (order.Contains(view_.unit(one->unit).span)) in_passing_.insert(one->unit);
    }
  }
  hearers_.Told(view_.Captured(at.unit, NameId("assignees")), giver.name->value);
}

std::optional<size_t> Orders::DocumentOf(const Source& source) const {
  for (uint32_t unit : view_.Inside(source.units.front(), {"mandate"})) {
    if (auto document = mandates_.NamedBy(unit)) return document;
  }
  if (source.set == 0) return std::nullopt;
  auto order = givers_.find(source.set - 1);
  return order != givers_.end() ? order->second.document : mandates_.NamedBy(source.set - 1);
}

Orders::Giver Orders::GiverBy(std::optional<size_t> document) const {
  if (!document) return {};
  return {IssuerOf(documents_.resolutions()[*document], people_), nullptr, document};
}

Orders::Giver Orders::GiverIn(Source source) {
  if (auto inner = PartOf(source.units.front(), NameId("issuer")); !inner.empty())
    source.units = std::move(inner);
  if (auto cited = view_.Inside(source.units.front(), {"resolution"}); !cited.empty())
    return GiverBy(documents_.IndexOf(cited.front()));
  Span span{view_.unit(source.units.front()).span.begin, view_.unit(source.units.back()).span.end};
  for (uint32_t unit : view_.Inside(source.units.front(), {"document_ref", "body_ref"})) {
    if (view_.HasKind(unit, "body_ref")) {
      if (const Agency* body = BodyMeant(unit))
        return {At<std::string>{body->name->value, span, Basis::kResolved}, nullptr, {}};
      return {NameByHead(unit), nullptr, {}};
    }
    auto kind = view_.Find(unit, "kind");
    return GiverBy(kind ? documents_.Meant(kind->text, view_.unit(unit).span.begin) : std::nullopt);
  }
  for (uint32_t unit : source.units) {
    bool printed = !view_.Inside(unit, {"person"}).empty();
    bool pronoun =
        !printed && view_.Inside(unit, {"post", "title"}).empty() && !view_.Inside(unit, {"pronoun"}).empty();
    const uint32_t here = view_.unit(unit).span.begin;
    const Official* person =
        pronoun ? speakers_.Pronoun(here) : people_.Resolve(unit, speakers_.Before(here));
    if (!person) continue;
    Basis basis = printed ? source.basis : std::max(source.basis, Basis::kResolved);
    return {At<std::string>{person->name->value, span, basis}, person, {}};
  }
  for (uint32_t unit : source.units) {
    auto posts = view_.Inside(unit, {"post"});
    if (posts.empty()) continue;
    Post post = PostOf(view_, posts.front());
    if (auto alone = PostWithoutBody(posts.front(), post)) {
      alone->basis = source.basis;
      return {std::move(alone), nullptr, {}};
    }
    if (post.body) return {BodyNamed(post.body->value, span, source.basis), nullptr, {}};
    if (auto body = BodyOfTitle(posts.front()))
      return {BodyNamed(*body, span, Basis::kResolved), nullptr, {}};
    return {At<std::string>{view_.Nominative(posts.front()), view_.unit(posts.front()).span, source.basis},
            nullptr,
            {}};
  }
  if (source.units.size() == 1 && !view_.Inside(source.units.front(), {"pronoun"}).empty()) return {};
  return {BodyNamed(view_.Nominative(source.units), span, source.basis), nullptr, {}};
}

Maybe<std::string> Orders::PostWithoutBody(uint32_t unit, const Post& post) const {
  const auto body = view_.Captured(unit, "body");
  if (body.empty() || view_.HasKind(body.front(), "agency") || view_.HasKind(body.front(), "body"))
    return std::nullopt;
  if (view_.HasKind(body.front(), "sector"))
    return At<std::string>{view_.Nominative(unit), view_.unit(unit).span};
  bool place = std::all_of(body.begin(), body.end(), [&](uint32_t one) {
    return view_.HasKind(one, "place") || view_.HasKind(one, "locality");
  });
  return place ? post.title : std::nullopt;
}

Maybe<std::string> Orders::NameByHead(uint32_t unit) const {
  const auto head = view_.CapturedSpan(unit, "head");
  if (!head || head->begin == view_.unit(unit).span.begin) return std::nullopt;
  const std::u32string letters = ToUtf32(view_.Printed(*head));
  if (letters.empty() || !u_isupper(static_cast<UChar32>(letters.front()))) return std::nullopt;
  return At<std::string>{OneLine(view_.Printed(*head)), *head};
}

std::optional<std::string> Orders::BodyOfTitle(uint32_t post) const {
  const auto& settings = view_.tree().settings;
  const Post said = PostOf(view_, post);
  const std::string title = ComparisonKey(view_.pack(), said.title->value);
  auto it = std::partition_point(settings.begin(), settings.end(), [&](const Setting& one) {
    return view_.unit(one.unit).span.begin < view_.unit(post).span.begin;
  });
  for (int left = kMostInherited; it != settings.begin() && left > 0; --left) {
    --it;
    for (uint32_t one : view_.Inside(it->unit, {"post"})) {
      const Post held = PostOf(view_, one);
      if (held.body && ComparisonKey(view_.pack(), held.title->value) == title) return held.body->value;
    }
  }
  return std::nullopt;
}

At<std::string> Orders::BodyNamed(std::string name, Span span, Basis basis) const {
  if (auto lettered = WithoutLetters(name)) name = std::move(lettered->name);
  if (const std::string* full = bodies_.LongName(name)) return {*full, span, Basis::kResolved};
  return {std::move(name), span, basis};
}

const Agency* Orders::BodyMeant(uint32_t unit) const {
  auto noun = view_.CapturedSpan(unit, "head");
  return noun ? bodies_.Meant(view_.Printed(*noun), view_.unit(unit).span.begin) : nullptr;
}

}  // namespace acta
