#include "extractors/engine/number_issuers.h"

#include <cctype>

namespace acta {
namespace {

bool IsDigit(char c) { return std::isdigit(static_cast<unsigned char>(c)) != 0; }

// The first of the letters between the marks of a folded number that the pack knows; the number of a legislature behind
// them (“QH15”) is none of them.
const NumberIssuer* IssuerOfLetters(const Pack& pack, std::string_view key) {
  while (!key.empty()) {
    std::string_view part = key.substr(0, key.find('-'));
    key.remove_prefix(std::min(part.size() + 1, key.size()));
    while (!part.empty() && IsDigit(part.back())) part.remove_suffix(1);
    if (auto known = pack.number_issuers.find(part); known != pack.number_issuers.end())
      return &known->second;
  }
  return nullptr;
}

}  // namespace

Maybe<std::string> IssuerByNumber(const Pack& pack, const Bodies& bodies, const Resolution& document) {
  if (!document.number_key || (document.kind && document.kind->value == "joint_circular"))
    return std::nullopt;
  const std::string& key = document.number_key->value;
  auto whole = pack.number_issuers.find(key);
  const NumberIssuer* issuer =
      whole != pack.number_issuers.end() ? &whole->second : IssuerOfLetters(pack, key);
  if (!issuer) return std::nullopt;
  const Span number = document.number->span;
  if (issuer->kind.empty()) return At<std::string>{issuer->name, number};
  const Agency* body = bodies.OnlyOf(issuer->kind);
  return body ? Maybe<std::string>(At<std::string>{body->name->value, number, Basis::kResolved})
              : std::nullopt;
}

bool IsIssuerByNumber(const Resolution& document) {
  return document.issuer && document.number && document.issuer->span == document.number->span;
}

}  // namespace acta
