#include "pipeline/store/batch.h"

#include <algorithm>

#include "pipeline/store/fold.h"

namespace acta {
namespace {

constexpr size_t kMostWaiting = 100, kMostBytes = 4 << 20;
constexpr size_t kMostTexts = 4 << 20;    // bytes
constexpr size_t kMostKnown = 1'000'000;  // names, by 8 bytes

size_t SizeInBytes(const ArticleRows& rows) {
  return rows.page.bytes() + rows.records.bytes() + rows.title.size() + rows.body.size() + rows.sketch.size();
}

}  // namespace

void Batch::Add(ArticleRows rows, bool is_new) {
  bytes_ += SizeInBytes(rows);
  places_[rows.key] = waiting_.size();
  waiting_.push_back({std::move(rows), is_new, {}});
}

const ArticleRows* Batch::Find(int64_t key) const {
  const auto place = places_.find(key);
  return place == places_.end() ? nullptr : &waiting_[place->second].rows;
}

void Batch::NoteSource(int64_t key, std::string_view source) {
  const auto place = places_.find(key);
  if (place == places_.end()) return;
  std::string& first = waiting_[place->second].source;
  if (first.empty()) first = source;
}

bool Batch::IsFull() const { return waiting_.size() >= kMostWaiting || bytes_ > kMostBytes; }

Result<void> Batch::Write() {
  std::sort(waiting_.begin(), waiting_.end(),
            [](const Waiting& a, const Waiting& b) { return a.rows.key < b.rows.key; });
  Result<void> done = WriteRows();
  if (done) done = WriteCards();
  if (done) done = KeepForLater();
  if (done && text_bytes_ > kMostTexts) done = WriteTexts();
  Empty();
  return done;
}

Result<void> Batch::WriteAll() {
  Result<void> done = Write();
  if (done) done = WriteTexts();
  if (done) done = WriteNames();
  if (done) done = NoteCopies(statements_, writer_, banded_);
  names_.clear();
  banded_.clear();
  return done;
}

void Batch::Clear() {
  Empty();
  texts_.clear();
  text_bytes_ = 0;
  names_.clear();
  banded_.clear();
  known_names_.clear();
}

void Batch::Empty() {
  waiting_.clear();
  places_.clear();
  bytes_ = 0;
}

Result<void> Batch::WriteRows() {
  std::vector<const RowSet*> pages, records;
  for (const Waiting& one : waiting_) {
    if (one.is_new) pages.push_back(&one.rows.page);
    records.push_back(&one.rows.records);
  }
  Result<void> done = writer_.Write(pages);
  return done ? writer_.Write(records) : done;
}

// An index of words likes its rows in ascending order, as do WriteTexts.
Result<void> Batch::WriteNames() {
  std::ranges::sort(names_, {}, &FoundName::key);
  // Not std::ranges::unique: clang 14 cannot read what libstdc++ 12 makes of it.
  const auto same = [](const FoundName& a, const FoundName& b) { return a.key == b.key; };
  names_.erase(std::unique(names_.begin(), names_.end(), same), names_.end());
  RowSet asked;
  for (const FoundName& name : names_) asked.Add("find", "name").Set("key", name.key);
  Result<std::vector<int64_t>> in_file = writer_.KeysAmong(
      asked, "SELECT c0 FROM acta_rows WHERE EXISTS (SELECT 1 FROM find_name WHERE key = c0)");
  if (!in_file) return tl::unexpected(in_file.error());
  RowSet rows;
  for (const FoundName& name : names_) {
    if (std::ranges::binary_search(*in_file, name.key)) continue;
    rows.Add("find", "name").Set("key", name.key).Set("name", name.name);
    Result<void> run = statements_.Run("INSERT INTO find_words (rowid, name) VALUES (?1, ?2)", name.key,
                                       FoldForSearch(name.name));
    if (!run) return run;
  }
  const RowSet* const sets[] = {&rows};
  return writer_.Write(sets);
}

Result<void> Batch::WriteCards() {
  Result<void> done;
  for (const Waiting& one : waiting_) {
    const ArticleCard& card = one.rows.card;
    if (!done) break;
    if (!one.is_new) {
      done = statements_.Run("UPDATE find_article SET records = ?2 WHERE article = ?1", one.rows.key,
                             card.records);
      continue;
    }
    // As the triggers of `input` have it: its URL, else the first input that gave it.
    done = statements_.Run(
        "INSERT INTO find_article (article, current, source, host, published, language, partial, records, "
        "stored) VALUES (?1, EXISTS (SELECT 1 FROM input WHERE article = ?1), "
        "coalesce(nullif(?2, ''), nullif(?3, '')), coalesce(nullif(?4, ''), acta_host(nullif(?3, ''))), "
        "nullif(?5, ''), nullif(?6, ''), ?7, ?8, ?9)",
        one.rows.key, card.url, one.source, card.host, card.day, card.language, int64_t{card.partial},
        card.records, run_);
  }
  return done;
}

Result<void> Batch::WriteTexts() {
  std::ranges::sort(texts_, {}, &FoldedText::key);
  Result<void> done;
  for (const FoldedText& text : texts_) {
    if (!done) break;
    done = statements_.Run("INSERT INTO find_text (rowid, title, body) VALUES (?1, ?2, ?3)", text.key,
                           text.title, text.body);
  }
  texts_.clear();
  text_bytes_ = 0;
  return done;
}

Result<void> Batch::KeepForLater() {
  if (known_names_.size() > kMostKnown) known_names_.clear();
  for (Waiting& one : waiting_) {
    for (FoundName& name : one.rows.names) {
      if (known_names_.insert(name.key).second) names_.push_back(std::move(name));
    }
    if (!one.is_new) continue;
    text_bytes_ += one.rows.title.size() + one.rows.body.size();
    texts_.push_back({one.rows.key, std::move(one.rows.title), std::move(one.rows.body)});
    Result<bool> own = NoteSketch(statements_, one.rows.key, one.rows.text_hash, one.rows.sketch);
    if (!own) return tl::unexpected(own.error());
    banded_.push_back({one.rows.key, std::move(one.rows.bands), *own});
  }
  return {};
}

}  // namespace acta
