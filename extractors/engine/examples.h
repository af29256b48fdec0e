// The examples of a pack, run: they are its tests and its documentation at once.
//
//   CheckReport report = CheckPack(pack);
//   for (const ExampleFailure& f : report.failures) std::cerr << f.place.ToString() << ": " << f.message;
//
// An example is a text with expectations, `{field: text = value}`: this rule must match so that its
// capture `field` covers exactly `text`; the value, if given, must be an attribute, the date, the figure
// or the nominative of what was captured. Lines are paragraphs; one may say what it is: "<headline> …". A `never` text must not be matched by
// the rule. Examples are read as if published on `given.published`.
#pragma once

#include <string>
#include <vector>

#include "extractors/engine/pack.h"
#include "pipeline/text/article.h"

namespace acta {

struct ExampleFailure {
  Place place;
  std::string example, message;
};

// A text whose lines are paragraphs, without a title. A line that begins with <headline>, <prose>, <heading>, <item>
// or <caption> is that; the mark is no part of the text.
Article ExampleArticle(std::string_view text);

struct CheckReport {
  size_t rules = 0, examples = 0, never = 0;
  std::vector<ExampleFailure> failures;
};

CheckReport CheckPack(const Pack& pack);
// The examples and counter-examples of one rule.
CheckReport CheckRule(const Pack& pack, uint32_t rule);

}  // namespace acta
