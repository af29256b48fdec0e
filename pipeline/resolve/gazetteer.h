// Provinces by their names in three languages, and since when they are what they are.
//
//   Result<Gazetteer> places = Gazetteer::Load(folder + "/places.tsv");
//   places->Find("Анзянг", day)->id        // "an-giang"
//   places->Successor("thai-binh")         // "hung-yen", since July 2025
//
// Immutable; safe to share.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "pipeline/text/date.h"
#include "pipeline/text/result.h"

namespace acta {

struct Province {
  std::string id, type;
  std::vector<std::string> vi, en, ru;  // names, the one to show first
  std::optional<Date> valid_from, valid_to;
  std::string merged_into;  // id of the unit that it became part of; empty while it stands

  bool ValidOn(const Date& day) const {
    return (!valid_from || *valid_from <= day) && (!valid_to || day <= *valid_to);
  }
};

// The key of a place's name: words run together, without marks and case, ё as е: "Анзянг", "longgiang".
std::string PlaceKey(std::string_view name);

class Gazetteer {
 public:
  static Result<Gazetteer> Load(const std::string& path);

  // By the whole name; of two units of one name the one that stood on `day`. Null when none has the name.
  const Province* Find(std::string_view name, std::optional<Date> day = std::nullopt) const;
  const Province* FindKey(const std::string& key, std::optional<Date> day) const;
  const Province* Get(std::string_view id) const;

  // The unit that has the territory now: itself while it stands. Unknown ids are their own.
  std::string Successor(std::string_view id) const;

  size_t longest() const { return longest_; }  // words in the longest name

 private:
  std::vector<Province> places_;
  std::map<std::string, std::vector<size_t>, std::less<>> by_key_;
  std::map<std::string, size_t, std::less<>> by_id_;
  size_t longest_ = 0;
};

}  // namespace acta
