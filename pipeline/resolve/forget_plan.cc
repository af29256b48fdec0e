// What a request to forget means: which articles, which addresses, which ways of printing a name.
#include <algorithm>
#include <map>
#include <set>

#include "pipeline/resolve/corrections.h"
#include "pipeline/resolve/entity_store.h"
#include "pipeline/resolve/forget.h"
#include "pipeline/resolve/person_names.h"
#include "pipeline/store/fold.h"
#include "pipeline/store/forgotten.h"

namespace acta {
namespace {

// Reads rows; the first failure is kept and ends the reading.
class Reading {
 public:
  explicit Reading(const Database& db) : db_(db) {}

  template <class Each>
  void Select(const std::string& sql, const std::vector<std::string>& arguments, Each&& each) {
    if (!status_) return;
    Result<Statement> rows = db_.Prepare(sql);
    if (!rows) return Fail(rows.error());
    for (size_t n = 0; n < arguments.size(); ++n) rows->Bind(static_cast<int>(n) + 1, arguments[n]);
    Result<bool> row = rows->Step();
    for (; row && *row; row = rows->Step()) each(static_cast<const Statement&>(*rows));
    if (!row) Fail(row.error());
  }

  std::set<int64_t> Keys(const std::string& sql, const std::vector<std::string>& arguments = {}) {
    std::set<int64_t> keys;
    Select(sql, arguments, [&](const Statement& row) { keys.insert(row.Int(0)); });
    return keys;
  }

  const Result<void>& status() const { return status_; }

 private:
  void Fail(const Error& error) { status_ = tl::unexpected(error); }

  const Database& db_;
  Result<void> status_;
};

std::string ListOf(const std::set<int64_t>& keys) {
  std::string list;
  for (int64_t key : keys) list += (list.empty() ? "" : ",") + std::to_string(key);
  return list;
}

class Planner {
 public:
  Planner(const Database& db, const ForgetOptions& options) : db_(db), options_(options), read_(db) {}

  Result<ForgetPlan> Page(const std::string& named) {
    plan_.of = ForgetPlan::Of::kPage;
    const std::string key = AddressKey(named);
    std::set<int64_t> articles;
    std::set<std::string> pages, inputs;
    read_.Select("SELECT page, article FROM version", {}, [&](const Statement& row) {
      if (AddressKey(row.Text(0)) == key) pages.emplace(row.Text(0));
    });
    read_.Select("SELECT key, url FROM article WHERE url IS NOT NULL", {}, [&](const Statement& row) {
      if (AddressKey(row.Text(1)) == key) articles.insert(row.Int(0));
    });
    read_.Select("SELECT source, article FROM input", {}, [&](const Statement& row) {
      if (AddressKey(row.Text(0)) != key) return;
      inputs.emplace(row.Text(0));
      if (!row.IsNull(1)) articles.insert(row.Int(1));
    });
    // Whatever the address led to, the page goes with all its versions.
    read_.Select("SELECT DISTINCT page FROM version WHERE article IN (" + ListOf(articles) + ")", {},
                 [&](const Statement& row) { pages.emplace(row.Text(0)); });
    for (const std::string& page : pages)
      articles.merge(read_.Keys("SELECT article FROM version WHERE page = ?1", {page}));
    std::set<int64_t> copies = CopiesOf(articles);
    if (options_.copies) articles.merge(copies), copies.clear();
    inputs.merge(pages);
    inputs.insert(named);
    return Finish(articles, inputs, copies);
  }

  Result<ForgetPlan> Person(const PersonNames& person) {
    plan_.of = ForgetPlan::Of::kPerson;
    plan_.names = person.names;
    NameFinder finder;
    for (const std::string& name : person.names) finder.Add(name);
    std::set<int64_t> articles, others;
    for (int64_t article : Candidates(person.names)) {
      if (read_.status() && Names(article, finder)) articles.insert(article);
    }
    if (!person.entity.empty()) {
      // Where the name is that of a namesake alone, the article is the namesake's.
      others = read_.Keys(
          "SELECT DISTINCT u.article FROM entity_use u JOIN entity_form f ON f.key = u.form JOIN entity e ON "
          "e.key = f.entity "
          "WHERE e.type = 'official' AND e.id <> ?1 AND acta_names(u.name, ?2) AND NOT EXISTS (SELECT 1 FROM "
          "entity_use v JOIN entity_form g ON g.key = v.form JOIN entity o ON o.key = g.entity WHERE "
          "v.article = u.article AND o.id = ?1)",
          {person.entity, Joined(person.names)});
      std::erase_if(others, [&](int64_t article) { return !articles.contains(article); });
      for (int64_t article : others) articles.erase(article);
      plan_.barred = others.empty();
    }
    std::set<std::string> inputs;
    read_.Select("SELECT source FROM input WHERE article IS NULL", {}, [&](const Statement& row) {
      if (finder.Stands(row.Text(0))) inputs.emplace(row.Text(0));
    });
    if (plan_.barred) FindCorrections(finder);
    return Finish(articles, inputs, others);
  }

 private:
  static std::string Joined(const std::vector<std::string>& names) {
    std::string joined;
    for (const std::string& name : names) joined += name + "\n";
    return joined;
  }

  // Articles that may print one of the names: by the full text index, and by what is not in it.
  std::set<int64_t> Candidates(const std::vector<std::string>& names) {
    std::set<int64_t> keys;
    for (const std::string& name : names) {
      std::string query;
      for (const std::string& word : WordsOfName(name)) {
        // A folded Cyrillic word begins with the stem of the name's; a Latin one is the word without marks.
        const std::string folded = FoldForSearch(word);
        query += (query.empty() ? "\"" : " AND \"") + folded + "\"" +
                 (static_cast<unsigned char>(folded[0]) >= 0xd0 ? " *" : "");
      }
      if (!query.empty())
        keys.merge(read_.Keys("SELECT rowid FROM find_text WHERE find_text MATCH ?1", {query}));
    }
    keys.merge(read_.Keys(
        "SELECT key FROM article WHERE acta_names(coalesce(byline, '') || ' ' || captions || ' ' || "
        "coalesce(site, '') || ' ' || coalesce(url, '') || ' ' || coalesce(canonical_url, '') || ' ' || "
        "coalesce(source_url, ''), ?1)",
        {Joined(names)}));
    keys.merge(read_.Keys("SELECT article FROM input WHERE article IS NOT NULL AND acta_names(source, ?1)",
                          {Joined(names)}));
    return keys;
  }

  bool Names(int64_t article, const NameFinder& finder) {
    bool names = false;
    read_.Select(
        "SELECT text, title, byline, captions, site, url, canonical_url, source_url, (SELECT "
        "group_concat(source, ' ') FROM input WHERE article = key) FROM article WHERE key = " +
            std::to_string(article),
        {}, [&](const Statement& row) {
          for (int column = 0; column < row.columns() && !names; ++column)
            names = finder.Stands(row.Text(column));
        });
    return names;
  }

  std::set<int64_t> CopiesOf(const std::set<int64_t>& articles) {
    const std::string list = ListOf(articles);
    std::set<int64_t> copies =
        read_.Keys("SELECT other FROM find_copy WHERE article IN (" + list +
                   ") UNION SELECT article FROM find_copy WHERE other IN (" + list + ")");
    std::erase_if(copies, [&](int64_t key) { return articles.contains(key); });
    return copies;
  }

  void FindCorrections(const NameFinder& finder) {
    Result<Corrections> corrections = Corrections::Load(CorrectionsPath(db_.path(), options_.corrections));
    if (!corrections) return;  // Forget, which writes it, says what is wrong with it
    for (const Correction& one : corrections->all()) {
      if (finder.Stands(CorrectionLine(one))) plan_.corrections.push_back(one.n);
    }
  }

  std::vector<ForgetPlan::Article> Cards(const std::set<int64_t>& keys) {
    std::vector<ForgetPlan::Article> cards;
    read_.Select(
        "SELECT a.key, coalesce(f.source, a.url, ''), coalesce(f.published, ''), a.title, "
        "coalesce(f.records, 0) "
        "FROM article a LEFT JOIN find_article f ON f.article = a.key WHERE a.key IN (" +
            ListOf(keys) + ") ORDER BY 3, 2, 1",
        {}, [&](const Statement& row) {
          cards.push_back({row.Int(0), std::string(row.Text(1)), std::string(row.Text(2)),
                           std::string(row.Text(3)), row.Int(4)});
        });
    return cards;
  }

  Result<ForgetPlan> Finish(const std::set<int64_t>& articles, std::set<std::string> inputs,
                            const std::set<int64_t>& elsewhere) {
    const std::string list = ListOf(articles);
    plan_.articles = Cards(articles);
    plan_.elsewhere = Cards(elsewhere);
    const bool of_page = plan_.of == ForgetPlan::Of::kPage;
    read_.Select(
        "SELECT source FROM input WHERE article IN (" + list + ")" +
            (of_page ? " UNION SELECT page FROM version WHERE article IN (" + list +
                           ") UNION SELECT url FROM article WHERE url IS NOT NULL AND key IN (" + list + ")"
                     : ""),
        {}, [&](const Statement& row) { inputs.emplace(row.Text(0)); });
    plan_.inputs.assign(inputs.begin(), inputs.end());
    for (auto [count, table] :
         {std::pair<int64_t*, const char*>{&plan_.mentions, "mention"}, {&plan_.values, "evidence"}}) {
      read_.Select("SELECT count(*) FROM " + std::string(table) +
                       " q JOIN record r ON r.key = q.record WHERE r.article IN (" + list + ")",
                   {}, [&](const Statement& row) { *count = row.Int(0); });
    }
    CountKnown();
    if (!read_.status()) return tl::unexpected(read_.status().error());
    return std::move(plan_);
  }

  void CountKnown() {
    Result<Forgotten> forgotten = Forgotten::Load(db_);
    if (!forgotten) return;
    for (const std::string& input : plan_.inputs) plan_.known_before += forgotten->BarsPage(input);
    for (const std::string& name : plan_.names) plan_.known_before += forgotten->BarsText(name);
  }

  const Database& db_;
  const ForgetOptions& options_;
  Reading read_;
  ForgetPlan plan_;
};

Result<bool> IsInput(const Database& db, const std::string& named) {
  Result<Statement> select =
      db.Prepare("SELECT 1 FROM input WHERE source = ?1 UNION ALL SELECT 1 FROM version WHERE page = ?1");
  if (!select) return tl::unexpected(select.error());
  return select->Bind(1, named).Step();
}

bool IsNothing(const ForgetPlan& plan, const Database& db) {
  if (!plan.articles.empty() || plan.known_before > 0 || !plan.corrections.empty()) return false;
  for (const std::string& input : plan.inputs) {
    if (IsInput(db, input).value_or(false)) return false;
  }
  return true;
}

}  // namespace

Result<ForgetPlan> PlanForget(const Database& db, const std::string& named, const ForgetOptions& options) {
  Result<bool> input = IsInput(db, named);
  if (!input) return tl::unexpected(input.error());
  Planner planner(db, options);
  Result<ForgetPlan> plan;
  if (*input || named.find("://") != named.npos) {
    plan = planner.Page(named);
  } else {
    Result<PersonNames> person = FindPerson(db, named, options.namesakes);
    if (!person) return tl::unexpected(person.error());
    plan = planner.Person(*person);
  }
  if (plan && IsNothing(*plan, db)) return Fail("not_found", "nothing of \"" + named + "\" is stored");
  return plan;
}

}  // namespace acta
