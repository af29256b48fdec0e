// The words of a task, folded and hashed once: what is compared of two statements, and what finds the few that are
// worth comparing.
//
//   const TaskWords words = WordsOfTask("rà soát hồ sơ dự án tại xã An Phú, báo cáo UBND tỉnh", "2026-01-20");
//   if (words.names == others.names && SharedWords(words, others) >= 0.6) …
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace acta {

// MinHash with banding (Broder, "On the resemblance and containment of documents", 1997): texts that share the part s
// of their words have a band in common with probability 1 - (1 - s⁴)⁸: 0.67 for 0.6, 0.99 for 0.8, 0.06 for 0.3.
inline constexpr size_t kTaskBands = 8, kTaskRows = 4;

struct TaskWords {
  std::vector<uint64_t> words;  // hashes, ascending, each once
  std::array<uint64_t, kTaskBands> bands{};
  uint64_t names = 0;  // hash of the names and figures among the words: tells orders of one wording apart
};

// Blind to case, diacritics and script variants, as FoldForSearch is. `due`, an ISO day or empty: its day, month and
// year are no words of the task, which stays the same when it is put off.
TaskWords WordsOfTask(std::string_view action, std::string_view due);

// The figures of a task, each language's way of writing them made one: "3400" of "3.400 km", "3,400 km" and "3400 км";
// a blank between two. Without those of the day, as above.
std::string FiguresOf(std::string_view action, std::string_view due);

// Shared words of all words of the two, from 0 to 1.
double SharedWords(const TaskWords& a, const TaskWords& b);

}  // namespace acta
