// Values out of words: numbers by the language's format, quantities, dates with their last day, personal
// names in the nominative, document numbers folded for comparison.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "extractors/engine/tree_view.h"
#include "pipeline/text/date.h"
#include "schemas/records.h"

namespace acta {

// "1.573,1" with decimal ',' and group '.' is 1573.1; a separator before other than three digits is a
// decimal point whatever the format says, as in machine translations. nullopt when it is no number.
std::optional<double> ParseNumber(std::string_view text, const NumberFormat& format);

// The product of the scales inside a unit: "nghìn tỷ" is 1e12; 1 if there are none.
double ScaleOf(const TreeView& view, uint32_t at);

// The figure of a unit: the first number inside it times every scale ("nghìn tỷ") inside it.
std::optional<double> QuantityValue(const TreeView& view, uint32_t at);

// "12/55": the part and the whole of a unit whose first figure is printed so.
struct Fraction {
  double part = 0, whole = 0;
};
std::optional<Fraction> FractionValue(const TreeView& view, uint32_t at);

struct DateValue {
  Date date;                   // the last day of what is printed; year 0 when it is open
  std::string precision;       // day, month, quarter, half_year, year
  bool year_inferred = false;  // taken from the article's date
};

// Which year completes a date that is printed without one, seen from the day of publication.
enum class DateUse {
  kDeadline,  // the first such day from 30 days before it on
  kPast,      // the last such day up to one day after it
};

// Whether a date is a period that was running on `day`: its year, quarter, month …, begun and not over. A part of one
// (“the end of 2025”) is none.
bool WasRunning(const DateValue& date, const Date& day);

// Reads the attributes day, month, year, year_to, quarter, half, part (begin, middle, end) and the
// offsets plus (counted in plus_unit: day, workday, week, month, year), year_offset, half_offset,
// quarter_offset, month_offset, week_offset, day_offset (with weekday) of a unit; nth with weekday is that
// weekday of the month. A day without a month is the next one. Impossible days are clamped to the month's
// end, as in “31/9”. nullopt when the unit names no date.
std::optional<DateValue> ReadDate(const TreeView& view, uint32_t at, std::optional<Date> published,
                                  DateUse use);

// The day of a deadline: of its capture `due`, else of the unit itself. nullopt when it names none, or one that lies
// before the article.
std::optional<DateValue> ReadDue(const TreeView& view, uint32_t at, std::optional<Date> published);

// The date as a value that stands at `span`; what the article's year completed is inferred.
At<Date> DateAt(const DateValue& value, Span span);

// Folds a document number to its comparison key: capitals, Đ as D, Cyrillic look-alikes as Latin, no
// blanks, every separator '-', no leading zeros. "02/QĐ-UBND" and "2 / QD – UBND" are "2-QD-UBND".
std::string NumberKey(std::string_view printed);

// The personal name that these units are, in the nominative: words that a lexicon knows by their lemma; the others, when
// such a word shows the case, by the declensions of language.toml; a last word that is no name as it
// stands (`names.syllable`) without its case ending. `shown` is the case of the post or address beside the
// name, "" when nothing tells it. Names in capitals get small letters.
std::string PersonName(const TreeView& view, const std::vector<uint32_t>& units, std::string_view shown = {});
inline std::string PersonName(const TreeView& view, uint32_t at) { return PersonName(view, std::vector{at}); }

// The gender that a name in the nominative shows by the table `names.gender`; "" when it shows none, or several.
std::string_view GenderOfName(const Pack& pack, std::string_view name);

}  // namespace acta
