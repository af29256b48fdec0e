// Popolo (https://www.popoloproject.com/specs/): persons, organizations, posts, memberships, events and areas in one
// JSON document. Its shape: schemas/popolo.schema.json. The language of a name stands in its note, as "lang=en"; the day
// on which an article shows something stands in the note of the source.
#include <array>

#include "pipeline/export/reading.h"

namespace acta::exporting {
namespace {

// Objects of one class, by id; each says where it was seen.
class Objects {
 public:
  Json& At(const std::string& id, const Reading& reading) {
    auto [found, is_new] = objects_.try_emplace(id, Json{{"id", id}});
    Json source = {{"url", reading.source}, {"note", reading.day()}};
    AddOnce(found->second, "sources", std::move(source));
    return found->second;
  }

  // Appends to a list of the object what the list does not have yet.
  static void AddOnce(Json& object, const char* list, Json item) {
    Json& items = object[list];
    if (std::find(items.begin(), items.end(), item) == items.end()) items.push_back(std::move(item));
  }

  Json List() const {
    Json list = Json::array();
    for (const auto& [id, object] : objects_) list.push_back(object);
    return list;
  }
  size_t size() const { return objects_.size(); }

 private:
  std::map<std::string, Json> objects_;
};

class PopoloWriter {
 public:
  void Add(const Reading& reading) {
    organizations_of_.clear();
    persons_of_.clear();
    for (const Json& record : reading.line["agencies"]) AddOrganization(reading, record);
    for (const Json& record : reading.line["officials"]) AddPerson(reading, record);
    for (const Json& record : reading.line["events"]) AddEvent(reading, record);
  }

  Json Document() const {
    return {{"persons", persons_.List()}, {"organizations", organizations_.List()},
            {"posts", posts_.List()},     {"memberships", memberships_.List()},
            {"events", events_.List()},   {"areas", areas_.List()}};
  }

  int64_t items() const {
    return static_cast<int64_t>(persons_.size() + organizations_.size() + posts_.size() +
                                memberships_.size() + events_.size() + areas_.size());
  }

 private:
  static void AddNames(Json& object, const Entity& entity, const Reading& reading, const Json& record) {
    object["name"] = entity.name;
    const std::array<std::pair<std::string, std::string>, 3> others = {
        {{entity.name_en, "en"},
         {entity.name_ru, "ru"},
         {TextOf(record["name"]), TextOf(reading.article()["language"])}}};
    for (const auto& [name, language] : others) {
      if (name.empty() || name == entity.name) continue;
      Objects::AddOnce(object, "other_names", {{"name", name}, {"note", "lang=" + language}});
    }
  }

  void AddOrganization(const Reading& reading, const Json& record) {
    const Entity& entity = reading.entities.at(TextOf(record["id"]));
    const std::string id = ExportId("Organization", entity.id);
    organizations_of_.emplace(TextOf(record["name"]), id);
    Json& organization = organizations_.At(id, reading);
    AddNames(organization, entity, reading, record);
    if (record["kind"].is_string()) organization["classification"] = record["kind"];
    if (entity.place.empty() || entity.place == "central") return;
    const std::string area = ExportId("Area", entity.place);
    Json& place = areas_.At(area, reading);
    place["identifier"] = entity.place;
    if (record["place"].is_string() || !place.contains("name"))
      place["name"] = record["place"].is_string() ? record["place"] : Json(entity.place);
    organization["area_id"] = area;
  }

  void AddPerson(const Reading& reading, const Json& record) {
    const Entity& entity = reading.entities.at(TextOf(record["id"]));
    const std::string id = ExportId("Person", entity.id);
    persons_of_.emplace(TextOf(record["name"]), id);
    AddNames(persons_.At(id, reading), entity, reading, record);
    for (const Json& post : record["posts"]) AddPost(reading, id, post);
  }

  void AddPost(const Reading& reading, const std::string& person, const Json& post) {
    const std::string title = TextOf(post["title"]), body = TextOf(post["body"]), role = TextOf(post["role"]);
    if (title.empty()) return;
    auto known = organizations_of_.find(body);
    const std::string organization = known == organizations_of_.end() ? "" : known->second;
    const std::string id = ExportId("Post", title + "|" + (organization.empty() ? body : organization));
    Json& place = posts_.At(id, reading);
    place["label"] = body.empty() || title.find(body) != std::string::npos ? title : title + ", " + body;
    if (!role.empty()) place["role"] = role;
    if (!organization.empty()) place["organization_id"] = organization;

    const std::string capacity = TextOf(post["capacity"]);
    Json& membership = memberships_.At(ExportId("Membership", person + "|" + id + "|" + capacity), reading);
    membership["label"] = title;
    if (!role.empty()) membership["role"] = role;
    membership["person_id"] = person;
    if (!organization.empty()) membership["organization_id"] = organization;
    membership["post_id"] = id;
  }

  void AddEvent(const Reading& reading, const Json& record) {
    Json& event = events_.At(ExportId("Event", TextOf(record["id"]) + "|" + reading.source), reading);
    event["name"] = reading.article()["title"];
    event["classification"] = record["kind"];
    if (record["date"].is_string() && !TextOf(record["date"]).starts_with("?"))
      event["start_date"] = record["date"];
    if (record["place"].is_string()) event["location"] = record["place"];
    auto chair = persons_of_.find(TextOf(record["chair"]));
    if (chair != persons_of_.end()) event["attendees"] = {{{"id", chair->second}, {"note", "chair"}}};
  }

  Objects persons_, organizations_, posts_, memberships_, events_, areas_;
  std::map<std::string, std::string> organizations_of_, persons_of_;  // of this article: a name and its id
};

}  // namespace

Result<ExportCount> WritePopolo(const Database& db, const ExportFilter& filter, std::ostream& out) {
  ExportCount count;
  PopoloWriter writer;
  Result<void> done = ForEachReading(db, filter, [&](const Reading& reading) -> Result<void> {
    ++count.articles;
    writer.Add(reading);
    return {};
  });
  if (!done) return tl::unexpected(done.error());
  out << writer.Document().dump(1, ' ', false, Json::error_handler_t::replace) << '\n';
  count.items = writer.items();
  return count;
}

}  // namespace acta::exporting
