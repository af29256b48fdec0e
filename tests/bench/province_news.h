// News of the provinces as they come day by day, made from the Vietnamese articles of the corpus: for measuring what
// grows with a store.
//
//   const ProvinceNews news = ProvinceNews::FromCorpus(world);
//   const ArticleWithFacts one = news.At(41250);   // the same for the same n, whoever asks
//
// Ninety articles a day, each a copy of one of the corpus that plays elsewhere: in one of the provinces of today, with
// people of that province (its leaders and staff, and some who come once), its own documents, figures, days and words.
// Text, values and spans are changed together. As in life some things are everywhere: three articles in ten
// name a leader of the centre, one in five cites 57-NQ/TW, every sixth tells again what another paper told, and
// a quarter of the orders of a province repeat an order of that month.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "pipeline/resolve/world.h"
#include "tests/corpus_page.h"

namespace acta {

class ProvinceNews {
 public:
  static constexpr uint32_t kADay = 90;

  static ProvinceNews FromCorpus(const World& world);

  ArticleWithFacts At(uint32_t n) const;

 private:
  struct Case {
    ArticleWithFacts told;
    std::string place;  // as the text names it, or empty
  };
  std::vector<Case> cases_;
};

}  // namespace acta
