// A small pack for tests of what is told of figures, and what it says of a text.
//
//   static const Pack pack = FigurePack("heads = ['rate']", "rate\trate\n");
//   EXPECT_EQ(OfFigures(pack, "The rate is 5%.", &Target::indicator), "rate");
//
// Percentages, kilometres and schools are figures, a year is a date, “ministry” and “council” are bodies, “ann” is a
// person. A figure may have a verb before it (“reach”, “up”), and captures an indicator behind it in braces: “5% {of all}”.
#pragma once

#include <string>

#include "extractors/engine/extract.h"
#include "tests/extractors/tiny_pack.h"

namespace acta {

// `table`: more keys of the table `figures`; empty for a pack without it. `lexicon`: more words.
inline Pack FigurePack(const std::string& table, const std::string& lexicon = "") {
  TinyPack tiny;
  tiny.Language("phases = ['date', 'quantity', 'agency', 'person', 'target']\n[text]\nbreaks = ';'\n" +
                (table.empty() ? "" : "[figures]\n" + table + "\n"));
  tiny.Lexicon(
      "adverb\tnearly\nand\tand\narticle\tthe\nbe\tis\nbody\tcouncil\tcase=nom\nbody\tcouncils\tcase=gen\n"
      "body\tministry\tcase="
      "nom\nby\tby\nlink\tfor\nlink\tin\nlink\tof\nname\tann\nof\tof\norder\ttold\tstrength=order\n"
      "owner\tcity\nreach\treach\nreach\treached\nreach\ttrained\nreach\tup\nresult_word\tso "
      "far\tstatus=result\n"
      "stop\tsaid\nunit\t%\tunit=percent\nunit\tkm\tunit=km\nunit\tschools\tunit=school\n" +
      lexicon);
  tiny.Text(kYearsAndNumbers);
  tiny.Rules(std::string(kDatesAndShares) +
             "[[rule]]\nkind = 'agency'\npattern = 'name:<body>'\nexamples = ['ministry']\n"
             "[[rule]]\nkind = 'person'\npattern = '<name>'\nexamples = ['ann']\n"
             "[[rule]]\nkind = 'target'\npattern = '<reach>? value:<quantity>'\n"
             "examples = ['reached {value: 5%}']\n"
             "[[rule]]\nkind = 'target'\npattern = 'value:<quantity> \"{\" indicator:<^\"}\">+ \"}\"'\n"
             "examples = ['{value: 5%} { of all }']\n");
  return tiny.Loaded();
}

inline constexpr char kFigureWords[] =
    "verbs = ['reach']\nfinite = ['be']\nstops = ['stop']\nlight = ['article', 'adverb', 'by', 'date']\n"
    "links = ['link']\njoins = ['and']\n";

// A field of the figures of a text, "-" where there is none, "=" before one from the figure before.
inline std::string OfFigures(const Pack& pack, const std::string& text, Maybe<std::string> Target::*field) {
  std::string out;
  for (const Target& one : Extract(ArticleOf(text, "2025-09-10"), pack).targets) {
    const Maybe<std::string>& value = one.*field;
    out += out.empty() ? "" : " | ";
    if (value && value->basis == Basis::kResolved) out += "= ";
    out += value ? value->value : "-";
  }
  return out;
}

}  // namespace acta
