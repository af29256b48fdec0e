#include "pipeline/resolve/cluster.h"

#include <algorithm>
#include <map>

#include "pipeline/resolve/corrections.h"
#include "pipeline/resolve/name_groups.h"
#include "pipeline/resolve/story_resolution.h"
#include "pipeline/resolve/succession.h"

namespace acta {
namespace {

// Forms that are to be one entity, by index, the first the one to show.
struct Group {
  std::vector<size_t> forms;
  std::vector<Reason> reasons;
  bool unclear = false;
};

class People {
 public:
  People(const std::vector<Form>& forms, const World& world) : forms_(forms), world_(world) {
    for (const Form& form : forms) names_.push_back(ParseName(form.name, form.language, world.transcription));
  }

  std::vector<Group> Run() {
    std::map<std::string, std::vector<size_t>> by_scope;
    for (size_t n = 0; n < forms_.size(); ++n) by_scope[forms_[n].scope].push_back(n);
    for (const auto& [scope, forms] : by_scope) {
      if (scope.empty()) continue;
      for (Group& name : ByName(forms)) SplitByOffice(name);
    }
    if (const auto homeless = by_scope.find(""); homeless != by_scope.end()) {
      const size_t settled = groups_.size();
      for (Group& name : ByName(homeless->second)) Attach(std::move(name), settled);
    }
    return std::move(groups_);
  }

 private:
  std::vector<Group> ByName(const std::vector<size_t>& forms) const {
    std::vector<const PersonName*> names;
    for (size_t n : forms) names.push_back(&names_[n]);
    std::vector<Group> groups;
    for (const NameGroup& group : GroupNames(names, world_.transcription)) {
      Group made;
      made.unclear = group.unclear;
      for (const auto& member : group.members) {
        made.forms.push_back(forms[member.name]);
        made.reasons.push_back(member.reason);
      }
      groups.push_back(std::move(made));
    }
    return groups;
  }

  // Namesakes in different offices of one place; who names no office is the only one there is.
  void SplitByOffice(const Group& name) {
    std::map<std::string, Group> offices;
    for (size_t n = 0; n < name.forms.size(); ++n) {
      Group& office = offices[forms_[name.forms[n]].part];
      office.forms.push_back(name.forms[n]);
      office.reasons.push_back(name.reasons[n]);
      office.unclear = name.unclear;
    }
    if (offices.size() == 2 && offices.contains("")) {
      Group all = name;
      for (size_t n = 0; n < all.forms.size(); ++n) {
        if (forms_[all.forms[n]].part.empty() && n > 0)
          all.reasons[n].evidence += "; the only one of the name there";
      }
      groups_.push_back(std::move(all));
      return;
    }
    for (auto& [part, office] : offices) groups_.push_back(std::move(office));
  }

  // Forms without a place join the one person of the name, if there is one and no other.
  void Attach(Group name, size_t settled) {
    Group* only = nullptr;
    size_t count = 0;
    for (size_t g = 0; g < settled; ++g) {
      const bool meets =
          std::any_of(name.forms.begin(), name.forms.end(), [&](size_t n) { return Meets(n, groups_[g]); });
      if (meets) {
        only = &groups_[g];
        ++count;
      }
    }
    if (count != 1 || name.unclear || only->unclear || !OfficesMeet(name, *only)) {
      groups_.push_back(std::move(name));
      return;
    }
    for (size_t n = 0; n < name.forms.size(); ++n) {
      only->forms.push_back(name.forms[n]);
      only->reasons.push_back(
          {"only_namesake", 0.7, "no place is known here, and one person of the name is known"});
    }
  }

  bool Meets(size_t form, const Group& group) const {
    return std::any_of(group.forms.begin(), group.forms.end(), [&](size_t other) {
      return NameCost(names_[form], names_[other], world_.transcription).has_value();
    });
  }

  bool OfficesMeet(const Group& a, const Group& b) const {
    for (size_t one : a.forms) {
      for (size_t other : b.forms) {
        const std::string &x = forms_[one].part, &y = forms_[other].part;
        if (!x.empty() && !y.empty() && x != y) return false;
      }
    }
    return true;
  }

  const std::vector<Form>& forms_;
  const World& world_;
  std::vector<PersonName> names_;
  std::vector<Group> groups_;
};

// Instruments of one number and place: a year each; what gives no year is the only one, or one of its own.
std::vector<Group> ByYear(const std::vector<Form>& forms) {
  std::map<std::string, Group> years;
  for (size_t n = 0; n < forms.size(); ++n) {
    years[forms[n].part].forms.push_back(n);
    years[forms[n].part].reasons.push_back({"same_number", 1, ""});
  }
  if (years.size() == 2 && years.contains("")) {
    Group& dated = years.rbegin()->second;
    for (size_t n : years.begin()->second.forms) {
      dated.forms.push_back(n);
      dated.reasons.push_back({"only_year", 0.8, "the only one of the number that is known here"});
    }
    years.erase("");
  }
  std::vector<Group> groups;
  for (auto& [year, group] : years) groups.push_back(std::move(group));
  return groups;
}

// A body is what its form says. What took over its work is told, and stays another.
std::vector<Group> Alone(const std::vector<Form>& forms, const World& world) {
  std::vector<Group> groups;
  for (size_t n = 0; n < forms.size(); ++n) {
    const std::optional<Succession> next = SuccessionOf(forms[n], world);
    groups.push_back({{n}, {{"same_name", 1, next ? next->Text() : ""}}, false});
  }
  return groups;
}

}  // namespace

std::string BlockOfForm(const std::string& form) {
  // "official|block|language|name|place|office", "resolution|number|place|year"; a body is its own block.
  const std::string key = form.substr(0, form.find("|#"));
  const size_t type = key.find('|');
  if (type == std::string::npos || key.starts_with("agency|")) return key;
  if (key.starts_with("official|")) return key.substr(0, key.find('|', type + 1));
  return key.substr(0, key.rfind('|'));
}

std::vector<Entity> ClusterForms(std::vector<Form> forms, const World& world) {
  std::vector<Entity> alone;
  for (const Form& form : forms) {
    if (IsLoneForm(form.key))
      alone.push_back({DerivedId(ToString(form.type), form.key),
                       form.type,
                       {form},
                       {{"correction", 1, "split off by a correction"}}});
  }
  std::erase_if(forms, [](const Form& form) { return IsLoneForm(form.key); });
  std::sort(forms.begin(), forms.end(), [](const Form& a, const Form& b) { return a.key < b.key; });
  std::vector<Entity> entities = std::move(alone);
  if (forms.empty()) return entities;
  const EntityType type = forms.front().type;
  const std::vector<Group> groups = type == EntityType::kOfficial     ? People(forms, world).Run()
                                    : type == EntityType::kResolution ? ByYear(forms)
                                                                      : Alone(forms, world);
  for (const Group& group : groups) {
    Entity entity;
    entity.type = type;
    entity.reasons = group.reasons;
    const std::string* first = nullptr;
    for (size_t n : group.forms) {
      entity.forms.push_back(forms[n]);
      if (!first || forms[n].key < *first) first = &forms[n].key;
    }
    entity.id = DerivedId(ToString(type), *first);
    entities.push_back(std::move(entity));
  }
  return entities;
}

}  // namespace acta
