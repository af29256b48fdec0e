#include "schemas/identity.h"

#include <openssl/sha.h>

#include <algorithm>
#include <array>
#include <map>

#include "schemas/walk.h"

namespace acta {
namespace {

constexpr std::string_view kPrefix = "acta-";
constexpr size_t kDigits = 16;
constexpr char kSeparator = '\x1f';  // stands in no value: the cleaner drops control characters

using Digest = std::array<unsigned char, SHA256_DIGEST_LENGTH>;

Digest Sha256(std::string_view bytes) {
  Digest digest;
  SHA256(reinterpret_cast<const unsigned char*>(bytes.data()), bytes.size(), digest.data());
  return digest;
}

std::string AsText(const std::string& value) { return value; }
std::string AsText(const Date& value) { return ToIso(value); }
std::string AsText(double value) { return std::to_string(value); }
std::string AsText(bool value) { return value ? "true" : "false"; }

// Where the record stands: its first mention, else its first value.
template <class Record>
Span FirstSpan(const Record& record) {
  if (!record.head.mentions.empty()) return record.head.mentions.front();
  std::optional<Span> first;
  WalkValues(record, [&](const std::string&, size_t, const auto& at) {
    if (!first) first = at.span;
  });
  return first.value_or(Span{});
}

template <class Record>
std::string Identity(const Record& record, std::string_view text_hash) {
  Span span = FirstSpan(record);
  std::string identity(Record::kKind);
  for (std::string part : {std::string(text_hash), std::to_string(span.begin), std::to_string(span.end)}) {
    identity += kSeparator + part;
  }
  Record::Fields(record, [&](const Field& field, const auto& value) {
    if constexpr (MaybeField<std::remove_cvref_t<decltype(value)>>) {
      if (field.required) identity += kSeparator + (value ? AsText(value->value) : "");
    }
  });
  return identity;
}

using Renamed = std::map<std::string, std::string, std::less<>>;

void Rename(std::vector<std::string>& ids, const Renamed& renamed) {
  std::erase_if(ids, [&](const std::string& id) { return !renamed.contains(id); });
  for (std::string& id : ids) id = renamed.find(id)->second;
}

void Rename(Links& links, const Renamed& renamed) {
  Rename(links.deadlines, renamed);
  Rename(links.targets, renamed);
  std::erase_if(links.resolutions, [&](const ResolutionLink& link) { return !renamed.contains(link.id); });
  for (ResolutionLink& link : links.resolutions) link.id = renamed.find(link.id)->second;
}

}  // namespace

std::string Sha256Hex(std::string_view bytes) {
  static constexpr char kHex[] = "0123456789abcdef";
  std::string hex;
  for (unsigned char byte : Sha256(bytes)) {
    hex += kHex[byte >> 4];
    hex += kHex[byte & 15];
  }
  return hex;
}

int64_t ContentKey(std::string_view bytes) {
  Digest digest = Sha256(bytes);
  uint64_t key = 0;
  for (int i = 0; i < 8; ++i) key = key << 8 | digest[static_cast<size_t>(i)];
  return static_cast<int64_t>(key >> 1);
}

void AssignIds(const Article& article, Facts& facts) {
  const std::string text_hash = Sha256Hex(article.text);
  Renamed renamed;
  std::map<std::string, int> seen;
  Facts::Lists(facts, [&](auto& list) {
    for (size_t n = 0; n < list.size(); ++n) {
      auto& record = list[n];
      std::string identity = Identity(record, text_hash);
      if (int again = seen[identity]++) identity += kSeparator + std::to_string(again);
      std::string id = std::string(kPrefix) + Sha256Hex(identity).substr(0, kDigits);
      if (!record.head.id.empty()) renamed[record.head.id] = id;
      renamed[std::string(record.kKind) + ":" + std::to_string(n)] = id;
      record.head.id = id;
    }
  });
  for (Directive& directive : facts.directives) Rename(directive.links, renamed);
}

bool IsRecordId(std::string_view id) {
  if (!id.starts_with(kPrefix) || id.size() != kPrefix.size() + kDigits) return false;
  return std::all_of(id.begin() + kPrefix.size(), id.end(),
                     [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

}  // namespace acta
