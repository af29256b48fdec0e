// Records against gold: what was found, missed, and found without being there.
//
//   Scores scores;
//   ScoreCase(gold, got, scores);        // both JSON: gold.json, and the line of `acta extract`
//   scores.measures["vi"]["officials"].f1();
//
// A gold entry and a record are paired one to one so that as many pairs as possible come about. What makes a
// pair is a measure (`officials`: the name; `official_post`: name and role …); docs/regression.md lists them. An
// entry that is `optional` counts neither way when it is found nor when it is not; `accept` gives further right
// values of an entry's fields; a record of an agency that is one of the gold's `groups` is no false alarm.
#pragma once

#include <map>
#include <nlohmann/json_fwd.hpp>
#include <string>
#include <string_view>
#include <vector>

namespace acta {

struct Tally {
  int hit = 0, miss = 0, false_alarm = 0;

  int gold() const { return hit + miss; }
  // Below 0 when there is nothing to divide by.
  double precision() const { return Share(hit, hit + false_alarm); }
  double recall() const { return Share(hit, hit + miss); }
  double f1() const { return Share(2 * hit, 2 * hit + miss + false_alarm); }

  Tally& operator+=(const Tally& other) {
    hit += other.hit, miss += other.miss, false_alarm += other.false_alarm;
    return *this;
  }
  friend bool operator==(const Tally&, const Tally&) = default;

 private:
  static double Share(int part, int whole) { return whole == 0 ? -1 : static_cast<double>(part) / whole; }
};

// The measures in the order in which they are shown.
const std::vector<std::string>& MeasureNames();

// A miss or a false alarm.
struct Fault {
  std::string case_id, measure;
  bool missed = false;
  std::string record;  // as JSON, without what no reader needs
};

struct Scores {
  // By slice ("all", a language, a domain), then by measure.
  std::map<std::string, std::map<std::string, Tally>> measures;
  // By slice, then by "official.name": the fields of the records that were found, against those of their gold
  // entries. A wrong value is a miss and a false alarm. Fields that the gold does not give are not judged.
  std::map<std::string, std::map<std::string, Tally>> fields;
  std::vector<Fault> faults;  // case by case
};

// `gold` must be an object with the strings id, language and domain. Cannot fail: what has not the shape that
// it should have counts as not there.
void ScoreCase(const nlohmann::json& gold, const nlohmann::json& got, Scores& scores);

}  // namespace acta
