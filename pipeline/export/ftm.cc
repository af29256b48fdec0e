// FollowTheMoney (https://followthemoney.tech): a stream of entities, {"id", "schema", "properties": {name: [texts]}}.
//
// A person who is seen in a post has an Occupancy with the days on which articles show it (`date`): when it began or
// ended is not claimed. What one body or person orders another to do is an UnknownLink with its text.
#include <set>

#include "pipeline/export/reading.h"

namespace acta::exporting {
namespace {

using Properties = std::map<std::string, std::set<std::string>>;

void WriteEntity(const std::string& id, std::string_view schema, const Properties& properties,
                 std::ostream& out) {
  Json json = {{"id", id}, {"schema", schema}, {"properties", Json::object()}};
  for (const auto& [name, values] : properties) {
    for (const std::string& value : values)
      if (!value.empty()) json["properties"][name].push_back(value);
  }
  out << OneLine(json) << '\n';
}

// ISO 639-3, as FollowTheMoney wants it; a language without an entry is left out.
std::string ThreeLetters(const std::string& language) {
  static constexpr std::pair<std::string_view, std::string_view> kCodes[] = {
      {"vi", "vie"}, {"en", "eng"}, {"ru", "rus"}, {"fr", "fra"}, {"zh", "zho"}};
  for (const auto& [two, three] : kCodes)
    if (language == two) return std::string(three);
  return "";
}

std::set<std::string> Names(const std::string& joined) {
  std::set<std::string> names;
  for (size_t begin = 0; begin < joined.size();) {
    size_t end = std::min(joined.find("; ", begin), joined.size());
    names.insert(joined.substr(begin, end - begin));
    begin = end + 2;
  }
  return names;
}

class FtmWriter {
 public:
  explicit FtmWriter(std::ostream& out) : out_(out) {}

  void Add(const Reading& reading) {
    reading_ = &reading;
    document_ = ExportId("Article", reading.text_hash + "|" + reading.source);
    AddArticle();
    by_name_.clear();
    for (const Json& record : reading.line["agencies"]) AddBody(record);
    for (const Json& record : reading.line["officials"]) AddPerson(record);
    for (const Json& record : reading.line["directives"]) AddOrder(record);
  }

  // People, bodies and posts, once all articles are read.
  int64_t Finish() {
    for (const auto& [id, entity] : gathered_) {
      WriteEntity(id, entity.first, entity.second, out_);
      ++items_;
    }
    return items_;
  }

 private:
  void Write(const std::string& id, std::string_view schema, const Properties& properties) {
    WriteEntity(id, schema, properties, out_);
    ++items_;
  }

  Properties& Gathered(const std::string& id, std::string_view schema) {
    auto& entity = gathered_.try_emplace(id, schema, Properties{}).first->second;
    if (IsWebUrl(reading_->source)) entity.second["sourceUrl"].insert(reading_->source);
    const bool thing = schema != "Occupancy" && schema != "UnknownLink";  // relations have no `proof`
    if (thing) entity.second["proof"].insert(document_);
    return entity.second;
  }

  void AddArticle() {
    const Json& article = reading_->article();
    Properties properties = {{"title", {TextOf(article["title"])}},
                             {"author", Names(TextOf(article["byline"]))},
                             {"publishedAt", {reading_->day()}},
                             {"language", {ThreeLetters(TextOf(article["language"]))}},
                             {"bodyText", {TextOf(article["text"])}},
                             {"publisher", {TextOf(article["site"])}},
                             {"fileName", {reading_->source.substr(reading_->source.find_last_of('/') + 1)}}};
    if (properties["fileName"].count("")) properties["fileName"] = {reading_->source};
    if (IsWebUrl(reading_->source)) properties["sourceUrl"] = {reading_->source};
    Write(document_, "Article", properties);
  }

  // The person or body that a record is, under the name that this article has for it.
  std::string AddNamed(const Json& record, std::string_view schema) {
    const Entity& entity = reading_->entities.at(TextOf(record["id"]));
    const std::string id = ExportId(schema, entity.id), name = TextOf(record["name"]);
    Properties& properties = Gathered(id, schema);
    properties["name"].insert(entity.name);
    for (const std::string* alias : {&entity.name_en, &entity.name_ru, &name})
      if (*alias != entity.name) properties["alias"].insert(*alias);
    by_name_.emplace(name, id);
    Write(ExportId("Mention", document_ + "|" + TextOf(record["id"])), "Mention",
          {{"document", {document_}},
           {"name", {name}},
           {"resolved", {id}},
           {"detectedSchema", {std::string(schema)}}});
    return id;
  }

  void AddBody(const Json& record) {
    const std::string id = AddNamed(record, "PublicBody");
    gathered_.at(id).second["classification"].insert(TextOf(record["kind"]));
  }

  void AddPerson(const Json& record) {
    const std::string person = AddNamed(record, "Person");
    for (const Json& post : record["posts"]) {
      const std::string title = TextOf(post["title"]), body = TextOf(post["body"]);
      if (title.empty()) continue;
      gathered_.at(person).second["position"].insert(title);
      auto known = by_name_.find(body);
      const std::string organization = known == by_name_.end() ? "" : known->second;
      const std::string key = title + "|" + (organization.empty() ? body : organization);
      const std::string position = ExportId("Position", key);
      Properties& place = Gathered(position, "Position");
      place["name"].insert(body.empty() || title.find(body) != std::string::npos ? title
                                                                                 : title + ", " + body);
      place["organization"].insert(organization);

      const std::string capacity = TextOf(post["capacity"]);
      const bool over = capacity == "former" || capacity == "relieved" || capacity == "deceased";
      Properties& held =
          Gathered(ExportId("Occupancy", person + "|" + position + (over ? "|over" : "")), "Occupancy");
      held["holder"].insert(person);
      held["post"].insert(position);
      held["date"].insert(reading_->day());
      held["status"].insert(over ? "ended" : capacity.empty() ? "" : "current");
    }
  }

  void AddOrder(const Json& record) {
    auto issuer = by_name_.find(TextOf(record["issuer"]));
    if (issuer == by_name_.end()) return;
    for (const Json& name : record["assignees"]) {
      auto assignee = by_name_.find(TextOf(name));
      if (assignee == by_name_.end()) continue;
      const std::string id = TextOf(record["id"]);
      Properties& link = Gathered(ExportId("UnknownLink", id + "|" + assignee->second), "UnknownLink");
      link["subject"].insert(issuer->second);
      link["object"].insert(assignee->second);
      link["role"].insert(TextOf(record["strength"]));
      link["summary"].insert(TextOf(record["action"]));
      link["date"].insert(reading_->day());
      link["recordId"].insert(id);
    }
  }

  std::ostream& out_;
  const Reading* reading_ = nullptr;
  std::string document_;
  std::map<std::string, std::string> by_name_;  // of this article: a name and its entity's id
  std::map<std::string, std::pair<std::string, Properties>> gathered_;
  int64_t items_ = 0;
};

}  // namespace

Result<ExportCount> WriteFtm(const Database& db, const ExportFilter& filter, std::ostream& out) {
  ExportCount count;
  FtmWriter writer(out);
  Result<void> done = ForEachReading(db, filter, [&](const Reading& reading) -> Result<void> {
    ++count.articles;
    writer.Add(reading);
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  count.items = writer.Finish();
  return count;
}

}  // namespace acta::exporting
