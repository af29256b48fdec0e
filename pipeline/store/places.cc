#include "pipeline/store/places.h"

#include <algorithm>
#include <nlohmann/json.hpp>

namespace acta {
namespace {

void Append(std::string& json, PlaceInText place) {
  json += '[';
  json += std::to_string(place.start);
  json += ',';
  json += std::to_string(place.end);
  if (place.basis != Basis::kPrinted) {
    json += ",\"";
    json += ToString(place.basis);
    json += '"';
  }
  json += ']';
}

std::optional<PlaceInText> PlaceOf(const nlohmann::json& json) {
  if (!json.is_array() || json.size() < 2 || json.size() > 3) return std::nullopt;
  if (!json[0].is_number_unsigned() || !json[1].is_number_unsigned()) return std::nullopt;
  PlaceInText place{json[0].get<int64_t>(), json[1].get<int64_t>()};
  if (json.size() == 2) return place;
  for (size_t i = 0; json[2].is_string() && i < std::size(vocabulary::kBasis); ++i) {
    if (json[2].get_ref<const std::string&>() != vocabulary::kBasis[i]) continue;
    place.basis = static_cast<Basis>(i);
    return place;
  }
  return std::nullopt;
}

std::optional<std::vector<PlaceInText>> PlacesOf(const nlohmann::json& json) {
  if (!json.is_array()) return std::nullopt;
  std::vector<PlaceInText> places;
  for (const nlohmann::json& one : json) {
    std::optional<PlaceInText> place = PlaceOf(one);
    if (!place) return std::nullopt;
    places.push_back(*place);
  }
  return places;
}

}  // namespace

void PlacesWriter::Mention(PlaceInText place) {
  if (!mentions_.empty()) mentions_ += ',';
  Append(mentions_, place);
}

void PlacesWriter::Value(std::string_view field, PlaceInText place) {
  if (values_.empty() || values_.back().first != field) {
    values_.emplace_back(field, "");
  } else {
    values_.back().second += ',';
  }
  Append(values_.back().second, place);
}

std::string PlacesWriter::Mentions() const { return mentions_.empty() ? "" : "[" + mentions_ + "]"; }

std::string PlacesWriter::Evidence() const {
  std::vector<const std::pair<std::string, std::string>*> by_field;
  for (const auto& value : values_) by_field.push_back(&value);
  std::sort(by_field.begin(), by_field.end(), [](auto* a, auto* b) { return a->first < b->first; });
  std::string json = "{";
  for (const auto* value : by_field) {
    if (json.size() > 1) json += ',';
    json += '"';
    json += value->first;
    json += "\":[";
    json += value->second;
    json += ']';
  }
  return json + "}";
}

std::optional<std::vector<PlaceInText>> ReadMentions(std::string_view json) {
  return PlacesOf(nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false));
}

std::optional<std::map<std::string, std::vector<PlaceInText>, std::less<>>> ReadEvidence(
    std::string_view json) {
  const nlohmann::json fields = nlohmann::json::parse(json, nullptr, /*allow_exceptions=*/false);
  if (!fields.is_object()) return std::nullopt;
  std::map<std::string, std::vector<PlaceInText>, std::less<>> evidence;
  for (const auto& [field, list] : fields.items()) {
    std::optional<std::vector<PlaceInText>> places = PlacesOf(list);
    if (!places) return std::nullopt;
    evidence[field] = std::move(*places);
  }
  return evidence;
}

}  // namespace acta
