// The errors that a reader of the records would not forgive, as cases of data: a text, and what must be read from it,
// line by line. A case is added in the language in which it was met.

#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <ostream>

#include "extractors/engine/extract.h"

namespace acta {
namespace {

struct Case {
  const char* error;
  const char* language;
  const char* published;
  const char* text;
  std::vector<std::string> lines;  // all that Lines() must give, in any order
};

void PrintTo(const Case& value, std::ostream* out) { *out << value.error; }

const Pack& PackOf(const std::string& language) {
  static std::map<std::string, Pack> packs;
  auto found = packs.find(language);
  if (found == packs.end()) {
    auto loaded = LoadPack(std::string(ACTA_SOURCE_DIR) + "/extractors", language);
    EXPECT_TRUE(loaded) << loaded.error().message;
    found = packs.emplace(language, std::move(*loaded)).first;
  }
  return found->second;
}

template <typename T>
std::string Text(const T& value) {
  return value ? value->value : std::string("-");
}

std::string Number(double value) {
  std::string text = std::to_string(value);
  text.erase(text.find_last_not_of('0') + 1);
  if (text.back() == '.') text.pop_back();
  return text;
}

void AddOrders(const Facts& facts, std::vector<std::string>& lines) {
  for (const Directive& one : facts.directives) {
    std::string line = "order " + Text(one.issuer) + " >";
    for (const auto& assignee : one.assignees) line += " " + assignee.value;
    lines.push_back(line);
  }
  for (const Deadline& one : facts.deadlines) {
    const Anchor* anchor = one.anchor ? &*one.anchor : nullptr;
    lines.push_back("deadline " + (one.date ? ToIso(one.date->value)
                                   : anchor && anchor->count
                                       ? Number(anchor->count->value) + " " + Text(anchor->unit)
                                       : Text(one.recurrence)));
  }
}

// People, documents, figures, orders and what became of tasks, a line for each; agencies and events are left out.
std::vector<std::string> Lines(const Facts& facts) {
  std::vector<std::string> lines;
  for (const Official& one : facts.officials) {
    std::string line = Text(one.name);
    for (const Post& post : one.posts) line += ": " + Text(post.role) + " " + Text(post.capacity);
    lines.push_back(line);
  }
  for (const Resolution& one : facts.resolutions)
    lines.push_back(Text(one.kind) + " " + Text(one.number) + " of " + Text(one.issuer) + " by " +
                    Text(one.signer));
  for (const Target& one : facts.targets)
    lines.push_back("figure " + Number(one.value->value) + " " + Text(one.unit) + " " + Text(one.status) +
                    (one.by ? " by " + ToIso(one.by->value) : ""));
  for (const Progress& one : facts.progress)
    lines.push_back("progress " + (one.value ? Number(one.value->value) : "-") + " " + Text(one.state));
  AddOrders(facts, lines);
  std::sort(lines.begin(), lines.end());
  return lines;
}

const Case kCases[] = {
    {"FormerActingAndLateChairmen",
     "en",
     "2025-09-10",
     "Former Chairman of the Provincial People's Committee Ho Sy Dat attended. Acting Chairman of the "
     "District "
     "People's Committee Phung The Hung spoke. The family of the late Chairman of the Provincial People's "
     "Council "
     "Tran Van Binh was present. Ex-Minister of Finance Pham Van Nam sent flowers. Chairman of the "
     "Provincial "
     "People's Committee Le Thi Hoa thanked them.",
     {"Ho Sy Dat: chair former", "Phung The Hung: chair acting", "Tran Van Binh: chair deceased",
      "Pham Van Nam: minister former", "Le Thi Hoa: chair current"}},
    {"WhoBecomesChairmanIsNotTheSecretaryNamedBefore",
     "en",
     "2025-06-30",
     "Mr. Nguyen Tien Hai becomes Secretary, Mr. Ho Van Mung becomes Chairman of the Provincial People's "
     "Committee.",
     {"Nguyen Tien Hai: secretary current", "Ho Van Mung: chair current"}},
    {"ADepartmentThatAdvisesTheCommittee",
     "en",
     "2025-09-10",
     "The Department of Health advised the Provincial People's Committee to issue a plan.",
     {}},
    {"WeeksAndWorkingDaysAreCountedInDays",
     "en",
     "2025-09-10",
     "The Chairman of the Provincial People's Committee requested the Department of Health to submit the "
     "report "
     "within 10 working days from the date of the notice. The Chairman of the Provincial People's Committee "
     "requested the Department of Finance to complete the plan within 2 weeks from the signing.",
     {"order Provincial People's Committee > Department of Health",
      "order Provincial People's Committee > Department of Finance", "deadline 10 day", "deadline 14 day"}},
    {"NotYetCompletedIsNotDone",
     "en",
     "2025-09-10",
     "So far 7 tasks have not yet been completed, and 3 tasks are overdue. 100% of the plan will be "
     "completed.",
     {"progress 3 late", "figure 3 task result", "figure 100 percent goal"}},
    {"AJanuaryDeadlineToldInDecember",
     "en",
     "2025-12-20",
     "The Chairman of the Provincial People's Committee requested departments to report before January 15.",
     {"order Provincial People's Committee > departments", "deadline 2026-01-15"}},
    {"AmountsOffByAThousand",
     "en",
     "2025-09-10",
     "Budget revenue reached 6,295 billion VND. Exports reached VND 1.573 trillion. Spending reached 1,573.1 "
     "billion "
     "dong.",
     {"figure 6295000000000 vnd result", "figure 1573000000000 vnd result",
      "figure 1573100000000 vnd result"}},
    {"TheDeputyWhoSignedIsNotTheIssuer",
     "en",
     "2025-09-10",
     "Vice Chairman of the District People's Committee Le Van Phuoc has signed on behalf of the Provincial "
     "People's "
     "Committee Decision No. 86/QD-UBND.",
     {"Le Van Phuoc: vice_chair current",
      "decision 86/QD-UBND of Provincial People's Committee by Le Van Phuoc"}},
    {"TheDateOfACaptionIsNoDeadline",
     "en",
     "2025-09-10",
     "The Chairman of the Provincial People's Committee requested departments to act.\nDelegates at the "
     "meeting on "
     "September 30. Photo: Tran Van Bao",
     {"order Provincial People's Committee > departments"}},
    {"ScoresTelephonesAndPageCountersAreNoTargets",
     "en",
     "2025-09-10",
     "The team won 3-1 against Thailand. Contact 0203 3555 112 for details. 15,402 views. Page 2/35.",
     {}},
    {"AJournalistIsNoOfficial",
     "en",
     "2025-09-10",
     "Director of the Department of Health Le Thi Hoa spoke, journalist Nguyen Van Nam reported.\nPhoto: Gia "
     "Han\n"
     "By Tran Van Bao",
     {"Le Thi Hoa: director current"}},
    {"FiguresThatContradictEachOtherStay",
     "en",
     "2025-09-10",
     "The province disbursed 500 billion VND. The province disbursed 550 billion VND.",
     {"figure 500000000000 vnd result", "figure 550000000000 vnd result"}},
    {"AMeetingAndThePeriodOfAPlanAreNoDeadlines",
     "en",
     "2025-09-10",
     "On the morning of September 25, the Provincial People's Committee met on the Plan for the period "
     "2026-2030, with "
     "a vision to 2045.",
     {}},
    {"WhatComesAgainHasNoDay",
     "en",
     "2025-09-10",
     "The Provincial People's Committee assigned the Department of Health to report before the 25th of every "
     "month.",
     {"order Provincial People's Committee > Department of Health",
      "deadline before the 25th of every month"}},
    {"TheLeaderOfABodyThatWasMergedLeadsItNoMore",
     "en",
     "2025-07-02",
     "Mr. Le Van An, Secretary of the old Ha Giang Provincial Party Committee, was appointed Secretary of "
     "the new "
     "Tuyen Quang Provincial Party Committee. Mr. Tran Van Binh - Deputy Secretary of the Provincial Party "
     "Committee to hold the position of Chairman of the Provincial People's Council, Mr. Pham Van Nam - "
     "Deputy "
     "Secretary of the Provincial Party Committee.",
     {"Le Van An: secretary former: secretary appointed",
      "Tran Van Binh: deputy_secretary current: chair current", "Pham Van Nam: deputy_secretary current"}},
    {"ThoseWhoAreExemptedAreNoTarget",
     "en",
     "2025-09-10",
     "The Provincial People's Committee requested departments, except 47 units under merger, to report "
     "before "
     "September 30.",
     {"order Provincial People's Committee > departments", "deadline 2025-09-30"}},
    {"AVisionInAPlansTitleIsNoDeadline",
     "en",
     "2025-09-10",
     "The Prime Minister approved the Planning of Thai Binh Province for the period 2021-2030, with a vision "
     "to "
     "2050.",
     {"planning - of - by -"}},
    {"ASessionThatIsToBeHeldIsNoDeadline",
     "en",
     "2025-06-10",
     "This session is scheduled to take place before June 20.",
     {}},
    {"WhoIsInvitedIsNotOrdered",
     "en",
     "2025-09-10",
     "Chairman Le Van An chaired the meeting. The Department of Health is invited to join the committee.",
     {"Le Van An: chair current"}},
    {"WhatWasDirectedAndDoneIsNoOrder",
     "en",
     "2025-09-10",
     "Deputy Prime Minister Tran Van Binh directed and resolved difficulties of projects.",
     {"Tran Van Binh: deputy_prime_minister current"}},
    {"WhoAttendsIsToldNothing",
     "en",
     "2025-09-10",
     "The Chairman requested localities to act at once. Members of the Provincial Party Committee include: "
     "Minister "
     "of Finance Le Van An.",
     {"order Chairman > localities", "Le Van An: minister current"}},
    {"ANumberedRoadIsNoFigure",
     "en",
     "2025-09-10",
     "As for the city, the Ring Road No. 3 project has been set up.",
     {}},
    {"EachFigureOfAGoalKeepsItsYear",
     "en",
     "2025-09-10",
     "The province aims to have 80% of communes meeting the standards by 2027 and 100% by 2030.",
     {"figure 80 percent goal by 2027-12-31", "figure 100 percent goal by 2030-12-31",
      "deadline 2027-12-31"}},
    {"WhatBecameOfTasksIsToldOfEachFigure",
     "en",
     "2025-09-10",
     "According to the Department of Home Affairs, out of 596 tasks assigned by the Prime Minister, 501 have "
     "been "
     "completed, 88 are in progress and 7 are overdue.",
     {"progress 501 done", "progress 88 on_schedule", "progress 7 late", "figure 596 task result",
      "figure 7 task result", "figure 88 task result"}},
    {"ASchemeThatBearsATitleIsNoPerson",
     "en",
     "2025-09-10",
     "Under the PM Awas Yojana many homes were built.",
     {}},
    {"FormerActingAndLateChairmen",
     "ru",
     "2025-09-10",
     "Бывший председатель Народного комитета провинции Хо Ши Дат присутствовал на встрече. И.о. председателя "
     "районного народного комитета Фунг Тхе Хунг выступил. Семья покойного председателя Народного совета "
     "провинции Чан Ван Биня получила подарки. Экс-министр финансов Фам Ван Нам прислал цветы. Председатель "
     "Народного комитета провинции Ле Тхи Хоа поблагодарила их.",
     {"Хо Ши Дат: chair former", "Фунг Тхе Хунг: chair acting", "Чан Ван Бинь: chair deceased",
      "Фам Ван Нам: minister former", "Ле Тхи Хоа: chair current"}},
    {"WhoBecomesChairmanIsNotTheSecretaryNamedBefore",
     "ru",
     "2025-06-30",
     "Нгуен Тьен Хай стал секретарём провинциального комитета партии, Хо Ван Мунг стал председателем "
     "Народного "
     "комитета провинции.",
     {"Нгуен Тьен Хай: secretary appointed", "Хо Ван Мунг: chair appointed"}},
    {"NotYetCompletedIsNotDone",
     "ru",
     "2025-09-10",
     "К настоящему времени 7 задач ещё не завершены, а 3 задачи просрочены. План будет выполнен на 100%.",
     {"figure 7 task result", "figure 3 task result", "progress 3 late", "figure 100 percent goal"}},
    {"AJanuaryDeadlineToldInDecember",
     "ru",
     "2025-12-20",
     "Председатель Народного комитета провинции потребовал от департаментов представить доклад до 15 января.",
     {"order Народный комитет провинции > департаменты", "deadline 2026-01-15"}},
    {"AmountsOffByAThousand",
     "ru",
     "2025-09-10",
     "Доходы бюджета достигли 6.295 млрд донгов. Экспорт составил 1,573 трлн донгов. Расходы достигли "
     "1.573,1 млрд "
     "донгов.",
     {"figure 6295000000000 vnd result", "figure 1573000000000 vnd result",
      "figure 1573100000000 vnd result"}},
    {"TheDeputyWhoSignedIsNotTheIssuer",
     "ru",
     "2025-09-10",
     "Решение № 86/QD-UBND подписано заместителем председателя Народного комитета провинции Ле Ван Фуком по "
     "поручению председателя Народного комитета провинции.",
     {"Ле Ван Фук: vice_chair current",
      "decision 86/QD-UBND of председатель Народного комитета провинции by Ле Ван Фук"}},
    {"WhatAProvinceAsksDoesNotMakeItTheIssuerOfATelegram",
     "ru",
     "2026-07-10",
     "Председатель Народного комитета провинции Бакхынг Нго Ван Кхай сообщил, что дороги открыты. Он "
     "предложил Министерству строительства ускорить согласование проекта.\nТелеграмма № 127/CD-TTg подписана "
     "До Куанг Винем по поручению Премьер-министра.\nМинистерство финансов обобщает данные.",
     {"Нго Ван Кхай: chair current", "dispatch 127/CD-TTg of Премьер-министр by До Куанг Винь",
      "order Нго Ван Кхай > Министерство строительства", "order Премьер-министр > Министерство финансов"}},
    {"TheDateOfACaptionIsNoDeadline",
     "ru",
     "2025-09-10",
     "Председатель Народного комитета провинции потребовал от департаментов принять меры.\nДелегаты на "
     "совещании 30 сентября. Фото: Чан Ван Бао",
     {"order Народный комитет провинции > департаменты"}},
    {"ScoresTelephonesAndPageCountersAreNoTargets",
     "ru",
     "2025-09-10",
     "Команда победила Таиланд со счётом 3:1. Подробности по телефону 0203 3555 112. 15 402 просмотра. "
     "Страница 2/35.",
     {}},
    {"AJournalistIsNoOfficial",
     "ru",
     "2025-09-10",
     "Выступила директор Департамента здравоохранения Ле Тхи Хоа, сообщил журналист Нгуен Ван Нам.\nФото: Зя "
     "Хан\nКорреспондент Чан Ван Бао",
     {"Ле Тхи Хоа: director current"}},
    {"ANewspaperThatBearsANameAndACommitteeAreNoPeople",
     "ru",
     "2025-09-10",
     "Встречу посетил главный редактор газеты «Нян Дан». Генеральный секретарь То Лам, глава "
     "Центрального руководящего комитета, выступил.",
     {"То Лам: general_secretary current: head current"}},
    {"FiguresThatContradictEachOtherStay",
     "ru",
     "2025-09-10",
     "Провинция освоила 500 млрд донгов. Провинция освоила 550 млрд донгов.",
     {"figure 500000000000 vnd result", "figure 550000000000 vnd result"}},
    {"AMeetingAndThePeriodOfAPlanAreNoDeadlines",
     "ru",
     "2025-09-10",
     "Утром 25 сентября Народный комитет провинции обсудил План на период 2026–2030 годов с перспективой до "
     "2045 года.",
     {}},
    {"WhatComesAgainHasNoDay",
     "ru",
     "2025-09-10",
     "Народный комитет провинции поручил Департаменту здравоохранения докладывать до 25-го числа каждого "
     "месяца.",
     {"order Народный комитет провинции > Департамент здравоохранения",
      "deadline до 25-го числа каждого месяца"}},
    {"TwoNamesakesAsOne",
     "en",
     "2025-09-10",
     "Chairman of the People's Committee of Hoa My commune Tran Van Binh spoke. Chairman of the People's "
     "Committee of Dong Lac commune Tran Van Binh replied.",
     {"Tran Van Binh: chair current", "Tran Van Binh: chair current"}},
    {"TwoNamesakesAsOne",
     "vi",
     "2025-09-10",
     "Chủ tịch UBND xã Hòa Mỹ Trần Văn Bình phát biểu. Chủ tịch UBND xã Hải Triều Trần Văn Bình trả lời.",
     {"Trần Văn Bình: chair current", "Trần Văn Bình: chair current"}},
    {"TwoNamesakesAsOne",
     "ru",
     "2025-09-10",
     "Председатель Народного комитета коммуны Хоами Чан Ван Бинь выступил. Председателю Народного комитета "
     "коммуны Донглак Чан Ван Биню ответили.",
     {"Чан Ван Бинь: chair current", "Чан Ван Бинь: chair current"}},
};

class EmbarrassingErrors : public testing::TestWithParam<Case> {};

INSTANTIATE_TEST_SUITE_P(All, EmbarrassingErrors, testing::ValuesIn(kCases), [](const auto& param) {
  return std::string(param.param.language) + "_" + param.param.error;
});

TEST_P(EmbarrassingErrors, AreNotMade) {
  const Case& one = GetParam();
  Article article = PlainTextArticle(one.language, "\n\n" + std::string(one.text));
  article.published = one.published;
  std::vector<std::string> want = one.lines;
  std::sort(want.begin(), want.end());
  EXPECT_EQ(Lines(Extract(article, PackOf(one.language))), want);
}

TEST(EmbarrassingErrors, AProvincesMinistryIsADepartment) {
  const std::map<std::string, std::string> kinds = {
      {"Ministry of Justice of Long Giang province", "department"}, {"Ministry of Justice", "ministry"}};
  for (const auto& [name, kind] : kinds) {
    Facts facts =
        Extract(PlainTextArticle("en", "\n\nThe " + name + " reported on the files."), PackOf("en"));
    ASSERT_EQ(facts.agencies.size(), 1u) << name;
    EXPECT_EQ(Text(facts.agencies[0].name), name);
    EXPECT_EQ(Text(facts.agencies[0].kind), kind);
  }
}

TEST(EmbarrassingErrors, ReportsOfTasksSayWhoseAndWhoReports) {
  Article article = PlainTextArticle(
      "en",
      "\n\nThe Ministry of Construction has completed 35/40 tasks as of September 10, 2025. According to the "
      "Department of Home Affairs, out of 12 tasks, 3 are overdue.");
  Facts facts = Extract(article, PackOf("en"));
  ASSERT_EQ(facts.progress.size(), 2u);
  EXPECT_EQ(Text(facts.progress[0].body), "Ministry of Construction");
  EXPECT_EQ(facts.progress[0].of->value, 40);
  EXPECT_EQ(ToIso(facts.progress[0].as_of->value), "2025-09-10");
  EXPECT_EQ(Text(facts.progress[1].reporter), "Department of Home Affairs");
  EXPECT_EQ(facts.progress[1].of->value, 12);
}

}  // namespace
}  // namespace acta
