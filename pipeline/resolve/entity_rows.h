// The rows of stories, forms, entities and corrections. Used by ResolveStore alone; every call is inside its
// transaction. Forms that a story gains or loses are remembered until ClusterTouched makes their blocks anew.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <set>
#include <string>
#include <unordered_map>
#include <vector>

#include "pipeline/resolve/account.h"
#include "pipeline/resolve/corrections.h"
#include "pipeline/resolve/entity_store.h"
#include "pipeline/resolve/story_resolution.h"
#include "pipeline/resolve/tasks.h"
#include "pipeline/resolve/world.h"
#include "pipeline/store/sqlite.h"

namespace acta {

class EntityRows {
 public:
  EntityRows(const Database& db, const World& world, const Corrections& corrections);

  // Articles that were not resolved by these packs and tables, by key.
  Result<std::vector<int64_t>> Pending(const std::string& version) const;
  // Whether something was resolved by other tables: names and links that they gave are in rows of no article.
  Result<bool> ToldByOthers(const std::string& version);
  Result<Account> LoadAccount(int64_t article) const;

  // Other articles within kStoryDays whose keys say that they may tell the same story.
  Result<std::vector<int64_t>> Neighbours(int64_t article, const std::vector<std::string>& keys,
                                          std::optional<Date> day);
  Result<void> NoteKeys(int64_t article, const std::vector<std::string>& keys, std::optional<Date> day);

  // The articles and all that are in one story with one of them.
  Result<std::set<int64_t>> WithStories(const std::set<int64_t>& articles);
  Result<void> DropStories(const std::set<int64_t>& articles);
  Result<void> WriteStory(const std::vector<const Account*>& articles, const StoryResolution& story,
                          const std::string& version);

  // Copies the file of corrections into its table. What lines that were added change is touched: blocks of forms,
  // articles of records that are split off. `again`, and a file that does not begin with the lines that are known,
  // forget everything that was resolved.
  Result<void> TakeCorrections(bool again);

  Result<void> ClusterTouched();

  const ResolveEffort& effort() const { return effort_; }

 private:
  Result<std::vector<int64_t>> Keys(const char* sql, const std::string& value) const;
  // The statement for this literal, prepared once and ready for values.
  Result<Statement*> Ready(const char* sql);
  // Runs it with these values; integers and texts.
  template <class... Values>
  Result<void> Do(const char* sql, const Values&... values) {
    Result<Statement*> statement = Ready(sql);
    if (!statement) return tl::unexpected(statement.error());
    int n = 0;
    (BindOne(**statement, ++n, values), ...);
    return (*statement)->Run();
  }
  // The first column of every row, handed to `each`.
  template <class Each, class... Values>
  Result<void> Select(const char* sql, Each&& each, const Values&... values) {
    Result<Statement*> statement = Ready(sql);
    if (!statement) return tl::unexpected(statement.error());
    int n = 0;
    (BindOne(**statement, ++n, values), ...);
    Result<bool> row = (*statement)->Step();
    for (; row && *row; row = (*statement)->Step()) each(static_cast<const Statement&>(**statement));
    (*statement)->Reset();
    return row ? Result<void>() : tl::unexpected(row.error());
  }
  static void BindOne(Statement& statement, int n, const std::string& value) { statement.Bind(n, value); }
  static void BindOne(Statement& statement, int n, int64_t value) { statement.Bind(n, value); }
  static void BindOne(Statement& statement, int n, double value) { statement.Bind(n, value); }
  // Tasks: statements of a story out and in, then the tasks that they touch made anew.
  Result<void> DropStatements(int64_t article);
  Result<void> WriteStatement(const TaskStatement& statement);
  struct Heard {
    TaskStatement statement;
    int64_t task = 0;  // key; 0 until it is told
  };
  Result<const Heard*> StatementOf(int64_t record);  // null if it is gone
  Result<void> TouchTasksOf(const TaskStatement& statement);
  Result<void> GroupTouchedTasks();
  Result<std::vector<TaskStatement>> TouchedStatements();
  // The tasks that corrections tie to one that is touched.
  Result<void> TouchTiedTasks();
  Result<std::set<int64_t>> StatementsCalled(const std::string& record);  // keys
  Result<void> WriteTask(const Task& task);

  Result<void> WriteUse(const UseLink& link, const Form& form, int64_t authority);
  struct Shown {  // what a form shows
    std::string name, name_en, name_ru, kind, language;
    friend bool operator==(const Shown&, const Shown&) = default;
  };
  Result<std::optional<Shown>> ShownNow(int64_t form);
  Result<void> RefreshForm(int64_t form, std::set<std::string>& blocks);
  // What a form means, as the table has it.
  struct Meaning {
    int64_t entity = 0;
    size_t forms = 0;  // of the entity
    Reason reason;
  };
  // `whole`: every entity is written, also those that are as before.
  Result<void> Cluster(const std::set<std::string>& blocks, bool whole);
  Result<std::vector<Form>> FormsOf(const std::string& block, std::map<std::string, Meaning>& known);
  // Whether all is as it was: the same forms, each for the same reason, and none shows anything else.
  bool IsAsBefore(const Entity& entity, const std::map<std::string, Meaning>& known) const;
  Result<void> WriteEntity(const Entity& entity, const std::map<std::string, Meaning>& known);
  // The block, and those that merges tie to it.
  std::set<std::string> TiedBlocks(const std::string& block);
  void ReadTies();
  Result<Corrections> KnownCorrections();
  Result<void> Touch(const Correction& correction);
  Result<void> TouchTasksFor(const std::string& block);
  Result<void> WriteCorrections();

  const Database& db_;
  const World& world_;
  const Corrections& corrections_;
  std::set<std::string> lone_;
  std::vector<StatementDecision> decisions_;           // of statements of tasks
  std::set<int64_t> touched_;                          // keys of forms
  std::set<int64_t> refreshed_;                        // keys of forms that show something else than before
  std::set<int64_t> shrunk_;                           // keys of entities that lost a form
  std::set<std::string> touched_blocks_;               // to be made anew whatever their forms show
  std::set<std::string> corrected_;                    // blocks that a merge or a split names
  std::set<int64_t> touched_tasks_, new_statements_;   // keys
  std::unordered_map<int64_t, Heard> heard_;           // by record
  std::set<int64_t> left_;                             // entities that may have lost their last form
  std::map<std::string, std::set<std::string>> tied_;  // block → blocks that a merge ties to it
  std::map<std::string_view, Statement> statements_;
  ResolveEffort effort_;
};

}  // namespace acta
