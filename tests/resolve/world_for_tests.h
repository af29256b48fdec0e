// The tables of the program, and accounts made by hand.
#pragma once

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "pipeline/resolve/resolve.h"

namespace acta {

inline const World& TheWorld() {
  static const World world = World::Load(std::string(ACTA_SOURCE_DIR) + "/pipeline/resolve/data").value();
  return world;
}

// An account of one article: who (name, role, body), what bodies and what documents it names.
class AccountBuilder {
 public:
  AccountBuilder(std::string article, std::string language, std::string day, std::string place) {
    account_.article = std::move(article);
    account_.language = std::move(language);
    account_.day = ParseIsoDate(day);
    if (!place.empty()) account_.place = {place, place, "text"};
  }
  AccountBuilder& Person(const std::string& name, const std::string& role = "",
                         const std::string& body = "") {
    PostUse post{role, role, "", body, TheWorld().bodies.Find(body, ""), {}};
    account_.people.push_back({account_.article + "/" + name,
                               name,
                               ParseName(name, account_.language, TheWorld().transcription),
                               {post}});
    return *this;
  }
  AccountBuilder& Body(const std::string& name, const std::string& kind = "", const std::string& level = "",
                       bool assigned = false) {
    account_.bodies.push_back({account_.article + "/" + name,
                               name,
                               kind,
                               level,
                               TheWorld().bodies.Find(name, ""),
                               NameStems(name),
                               false,
                               {},
                               assigned});
    return *this;
  }
  AccountBuilder& Document(const std::string& number, const std::string& kind, const std::string& issued = "",
                           const std::string& issuer = "") {
    account_.documents.push_back(
        {account_.article + "/" + number, number, kind, number, issuer, "", ParseIsoDate(issued)});
    return *this;
  }
  // An order to do something by a day, under a document that was added before.
  AccountBuilder& Order(const std::string& assignee, const std::string& action, const std::string& due,
                        const std::string& document = "") {
    TaskUse use{account_.article + "/" + action, "directive", action, {assignee}, ParseIsoDate(due), "", ""};
    if (!document.empty()) use.documents = {account_.article + "/" + document};
    account_.tasks.push_back(std::move(use));
    return *this;
  }
  // A term that no order sets.
  AccountBuilder& Term(const std::string& action, const std::string& due) {
    account_.tasks.push_back(
        {account_.article + "/" + action, "deadline", action, {}, ParseIsoDate(due), "", ""});
    return *this;
  }
  operator Account() const { return account_; }

 private:
  Account account_;
};

// The entity of a record, "" when there is none.
inline std::string EntityOf(const OneWorld& all, const std::string& record) {
  for (const StoryResolution& story : all.stories) {
    for (const UseLink& link : story.links) {
      if (link.record != record) continue;
      for (const Entity& entity : all.entities) {
        for (const Form& form : entity.forms) {
          if (form.key == link.form) return entity.id;
        }
      }
    }
  }
  return "";
}

}  // namespace acta
