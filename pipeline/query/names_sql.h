// SQL of names: which of them have the words that were asked for, whom one means, what an entity is called.
//
//   sql::EntityOf("v.record")       // the entity that the record of the row is
//   sql::NamesWith(":place")        // SELECT of the names that have the words of the place
//
// Every function gives the text of an expression, or of a SELECT where it says so, and is given expressions: columns,
// parameters. v is the row of the question. Texts are put together once, when a question is first asked for.
#pragma once

#include <string>
#include <string_view>

namespace acta::sql {

// Fields in which a person or a body is named, as a list for IN.
inline constexpr const char* kPersonFields =
    "'name', 'issuer', 'signer', 'chair', 'reporter', 'on_behalf_of'";
inline constexpr const char* kBodyFields =
    "'name', 'posts.body', 'issuer', 'signer', 'on_behalf_of', 'assignees', 'parties.name', 'body', "
    "'reporter', 'subject'";

// SELECT of the keys of the names that have the words, an FTS5 expression.
std::string NamesWith(std::string_view words);

// Whether the text of an index begins so; `column` may have a plus, which keeps SQLite from that index.
std::string BeginsWith(std::string_view column, std::string_view beginning);

// Whether the article of the row gives one of the names, a SELECT.
std::string ArticleNames(std::string_view names);

// The person or body that the article of the row calls `name`, else the name.
std::string WhoIs(std::string_view name);

// The entity that the record is.
std::string EntityOf(std::string_view record);

// Joins h of province_name (sets.h), the province of an entity of which `e` is the alias of the row: once for a row, for what
// is asked of it below.
std::string JoinProvince(std::string_view e);

// Beside JoinProvince, whose body the entity is: the commune or district that an article prints, the province that stories
// play in.
std::string PlaceOfEntity(std::string_view e);

// Beside JoinProvince, the name of a body in the language in which its province is named: of a province that Russian pages
// alone tell of, the Russian one.
std::string NameOfEntity(std::string_view e);

}  // namespace acta::sql
