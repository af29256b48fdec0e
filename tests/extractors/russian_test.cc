// Errors that would shame the program, in Russian: each line is a text and what must be read from it.

#include <gtest/gtest.h>

#include "extractors/engine/extract.h"
#include "pipeline/text/date.h"
#include "tests/extractors/tiny_pack.h"

namespace acta {
namespace {

const Pack& Russian() {
  static const Pack pack = [] {
    auto loaded = LoadPack(ACTA_SOURCE_DIR "/extractors", "ru");
    EXPECT_TRUE(loaded) << loaded.error().message;
    return std::move(*loaded);
  }();
  return pack;
}

Facts Read(const std::string& text, const std::string& published = "2025-12-20") {
  return Extract(ArticleOf(text, published), Russian());
}

TEST(Russian, CapacityOfAPost) {
  for (auto [text, capacity] : {
           std::pair{"Бывший губернатор Антон Соколов выступил на встрече.", "former"},
           {"Исполняющий обязанности министра финансов Антон Соколов выступил на встрече.", "acting"},
           {"И.о. директора департамента финансов Антон Соколов выступил на встрече.", "acting"},
           {"Скончался покойный председатель Народного комитета провинции Ле Ван Бинь.", "deceased"},
           {"Губернатор назначил Антона Соколова министром культуры.", "appointed"},
           {"Антон Соколов освобождён от должности министра культуры.", "relieved"},
       }) {
    Facts facts = Read(text);
    ASSERT_EQ(facts.officials.size(), 1u) << text;
    ASSERT_FALSE(facts.officials.front().posts.empty()) << text;
    const auto& said = facts.officials.front().posts.front().capacity;
    EXPECT_EQ(said ? said->value : "", capacity) << text;
  }
}

TEST(Russian, WhoHeadsABodyHasThePostThatTheVerbStandsFor) {
  for (auto [text, title] : {
           std::pair{"Минздрав Татарстана возглавил Антон Соколов.", "министр"},
           {"Мария Соколова, возглавляющая департамент строительства, доложила о работах.", "глава"},
       }) {
    Facts facts = Read(text);
    ASSERT_EQ(facts.officials.size(), 1u) << text;
    ASSERT_EQ(facts.officials.front().posts.size(), 1u) << text;
    const auto& said = facts.officials.front().posts.front().title;
    EXPECT_EQ(said->value, title) << text;
    EXPECT_EQ(said->basis, Basis::kResolved) << text;
  }
}

TEST(Russian, AnOrderToldFirstIsOfWhoTheNextSentenceNames) {
  for (const char* told :
       {"Такую задачу поставил губернатор Антон Соколов.", "Об этом распорядился губернатор Антон Соколов.",
        "Соответствующее поручение дано губернатором Антоном Соколовым.",
        "Поручение дал губернатор Антон Соколов."}) {
    Facts facts = Read(std::string("Ремонт школ необходимо завершить до 30 декабря. ") + told);
    ASSERT_EQ(facts.directives.size(), 1u) << told;
    EXPECT_EQ(facts.directives.front().issuer->value, "Антон Соколов") << told;
    ASSERT_TRUE(facts.directives.front().deadline) << told;
    EXPECT_EQ(ToIso(facts.directives.front().deadline->value), "2025-12-30") << told;
  }
  EXPECT_TRUE(
      Read("Ремонт школ завершили в мае. Об этом сообщил губернатор Антон Соколов.").directives.empty());
}

TEST(Russian, JournalistsAreNoOfficials) {
  EXPECT_TRUE(Read("Журналист Иван Сидоров спросил о ремонте дорог. Фото: Иван Петров.").officials.empty());
}

TEST(Russian, ADepartmentThatAdvisesHasTheTask) {
  Facts facts = Read(
      "Председатель Народного комитета провинции Ле Ван Бинь поручил Департаменту строительства проверить "
      "дороги.\nДепартамент финансов рекомендует Народному комитету провинции выделить средства.");
  ASSERT_EQ(facts.directives.size(), 2u);
  EXPECT_EQ(facts.directives.back().issuer->value, "Ле Ван Бинь");
  ASSERT_EQ(facts.directives.back().assignees.size(), 1u);
  EXPECT_EQ(facts.directives.back().assignees.front().value, "Департамент финансов");
}

TEST(Russian, SheIsNoMan) {
  Facts facts = Read(
      "Начальник управления Ольга Соболева доложила о зиме. Совещание провёл заместитель главы города Игорь "
      "Ненашев.\nОна поручила Департаменту финансов подготовить доклад.");
  ASSERT_EQ(facts.directives.size(), 1u);
  EXPECT_EQ(facts.directives.front().issuer ? facts.directives.front().issuer->value : "-", "Ольга Соболева");
}

TEST(Russian, AProvincialDepartmentIsNoMinistry) {
  for (const char* text : {"Провинциальное министерство финансов подготовило доклад.",
                           "Городское министерство здравоохранения подготовило доклад.",
                           "Министерство строительства провинции проверило дороги.",
                           "Министерство строительства провинции Донгнай проверило дороги."}) {
    Facts facts = Read(text);
    ASSERT_EQ(facts.agencies.size(), 1u) << text;
    EXPECT_EQ(facts.agencies.front().kind->value, "department") << text;
  }
}

TEST(Russian, WhatIsAskedUpwardsIsAProposal) {
  for (auto [text, strength] : {
           std::pair{"Народный комитет провинции предложил Правительству выделить средства.", "propose"},
           {"Губернатор Пётр Иванов попросил Министерство финансов выделить средства.", "propose"},
           {"Провинция Донгнай обратилась к Министерству финансов с просьбой выделить средства.", "propose"},
           {"Вице-премьер Пётр Иванов предложил Министерству финансов выделить средства.", "request"},
           {"Губернатор Пётр Иванов попросил департаменты выделить средства.", "request"},
           {"Премьер-министр поручил Министерству финансов выделить средства.", "assign"},
       }) {
    Facts facts = Read(text);
    ASSERT_EQ(facts.directives.size(), 1u) << text;
    EXPECT_EQ(facts.directives.front().strength->value, strength) << text;
  }
}

TEST(Russian, NotDoneIsNotDone) {
  for (const char* text :
       {"3 поручения не выполнены.", "3 поручения ещё не выполнены.", "Ещё не построено 12 школ.",
        "Пока не завершено 12 проектов.", "12 школ до сих пор не построены."}) {
    Facts facts = Read(text);
    for (const Progress& one : facts.progress) EXPECT_NE(one.state->value, "done") << text;
    for (const Target& one : facts.targets)
      EXPECT_NE(one.quote->value.find(" не "), std::string::npos) << text;
  }
}

TEST(Russian, YearsOfATitleAreNoDeadline) {
  for (const char* text :
       {"Генеральный секретарь решил обнародовать резолюцию о развитии города к 2030 году.",
        "Можно ли рассказать о достижениях провинции к концу 2026 года?",
        "Поручил подготовить стратегию развития на период до 2030 года с прогнозом до 2036 года."}) {
    EXPECT_TRUE(Read(text).deadlines.empty()) << text;
  }
}

TEST(Russian, WhatComesAgainHasNoOneDay) {
  Facts facts =
      Read("Губернатор Антон Соколов поручил Минфину ежемесячно до 25-го числа представлять доклад.");
  ASSERT_EQ(facts.deadlines.size(), 1u);
  EXPECT_FALSE(facts.deadlines.front().date);
  EXPECT_TRUE(facts.deadlines.front().recurrence);
}

TEST(Russian, InDecemberJanuaryIsOfTheNextYear) {
  Facts facts = Read("Губернатор Антон Соколов поручил Минфину представить отчёт до 15 января.");
  ASSERT_EQ(facts.deadlines.size(), 1u);
  EXPECT_EQ(ToIso(facts.deadlines.front().date->value), "2026-01-15");
}

TEST(Russian, AmountsAreNotOffByAThousand) {
  for (auto [text, value] : {std::pair{"Освоено 6.295 млрд донгов.", 6295e9},
                             {"Освоено 6,295 млрд рублей.", 6.295e9},
                             {"Освоено 3870 из 6450 млрд донгов.", 3870e9},
                             {"Освоено 1 234,5 млн рублей.", 1234.5e6}}) {
    Facts facts = Read(text);
    ASSERT_EQ(facts.targets.size(), 1u) << text;
    EXPECT_DOUBLE_EQ(facts.targets.front().value->value, value) << text;
  }
}

TEST(Russian, TheDeputyWhoSignedIsNotTheIssuer) {
  Facts facts = Read(
      "Заместитель премьер-министра Нгуен Ван Тай подписал депешу премьер-министра № 101/CD-TTg от 29 июня "
      "2025 года.");
  ASSERT_EQ(facts.resolutions.size(), 1u);
  const auto& issuer = facts.resolutions.front().issuer;
  EXPECT_TRUE(!issuer || issuer->value.find("Заместитель") == std::string::npos);
}

// Who has no post is called by his whole name; an order that goes on from another is of who gave that.
TEST(Russian, WhoGaveAnOrder) {
  struct Case {
    const char *text, *issuers;
  };
  for (auto [text, issuers] : {
           Case{"Пётр Соколов принял доклад. Соколов поручил Минфину проверить школы.", "Пётр Соколов"},
           {"На заседании выступил премьер-министр. Он поручил Минфину проверить школы, Минздраву и Минстрою "
            "— дороги "
            "и мосты, Минтрансу подготовить доклад.",
            "премьер-министр; премьер-министр"},
           // “She” is not who is told.
           {"Мэр Анна Белова провела совещание. Министру финансов Павлу Зыкову она поручила завершить "
            "ремонт.",
            "Анна Белова"},
           // Told by the lead, then where it is quoted.
           {"Акимам поручено взять на личный контроль завершение ремонтных работ.\n«Поручаю акимам взять на "
            "свой "
            "личный контроль завершение ремонтных работ», — сказал премьер-министр Пётр Иванов.",
            "Пётр Иванов"},
           // Short, and told again word for word.
           {"Премьер-министр Пётр Иванов заявил о необходимости принять меры против паводков.\n«Необходимо "
            "принять меры против паводков. Это важно», — сказал Пётр Иванов.",
            "Пётр Иванов"},
           // Whose governor he is; but a country orders nothing.
           {"Губернатор Вологодской области потребовал ускорить ремонт дорог.",
            "Губернатор Вологодской области"},
           {"Премьер-министр СРВ потребовал повысить качество работы.\nПремьер-министр потребовал от "
            "министерств "
            "соблюдать правила.",
            "Премьер-министр; Премьер-министр"},
       }) {
    std::string out;
    for (const Directive& one : Read(text).directives)
      out += (out.empty() ? "" : "; ") + (one.issuer ? one.issuer->value : "-");
    EXPECT_EQ(out, issuers) << text;
  }
}

TEST(Russian, ATaskEndsWithItsQuotation) {
  Facts facts =
      Read("«К концу года хотим снизить число аварий», — пояснил вице-премьер Антон Соколов.", "2026-03-20");
  ASSERT_EQ(facts.deadlines.size(), 1u);
  ASSERT_TRUE(facts.deadlines.front().task);
  EXPECT_EQ(facts.deadlines.front().task->value.find("пояснил"), std::string::npos);
}

TEST(Russian, AReporterIsNamedAsAnOfficialIs) {
  Facts facts = Read(
      "Директор Департамента финансов Ле Ван Бинь сообщил, что из 20 поручений, данных в мае, выполнено 12.");
  ASSERT_EQ(facts.progress.size(), 1u);
  ASSERT_TRUE(facts.progress.front().reporter);
  EXPECT_EQ(facts.progress.front().reporter->value, "Ле Ван Бинь");
}

TEST(Russian, WhatIsNoFigureAndNoDeadline) {
  for (const char* text :
       {"Матч закончился со счётом 3:1.", "Телефон: 8 (817) 272-12-34.", "Страница 2 из 10.",
        "Фото сделано 15 января 2026 года.", "Программа на 2026–2030 годы утверждена."}) {
    Facts facts = Read(text);
    EXPECT_TRUE(facts.targets.empty()) << text;
    EXPECT_TRUE(facts.deadlines.empty()) << text;
  }
}

TEST(Russian, InconsistentFiguresStayAsPrinted) {
  Facts facts = Read("Выполнено 12 из 20 задач, или 75%.");
  ASSERT_EQ(facts.targets.size(), 2u);
  EXPECT_DOUBLE_EQ(facts.targets.front().value->value, 12);
  EXPECT_DOUBLE_EQ(facts.targets.back().value->value, 75);
}

}  // namespace
}  // namespace acta
