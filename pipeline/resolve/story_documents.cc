// Which instrument of a story each cited document is.
#include <fmt/format.h>

#include <algorithm>
#include <map>
#include <set>

#include "pipeline/resolve/body_catalog.h"
#include "pipeline/resolve/letters.h"
#include "pipeline/resolve/story_resolution.h"

namespace acta {
namespace {

struct DocumentHere {
  const Account* article;
  const DocumentUse* document;
};

std::vector<std::string> Parts(std::string number) {
  std::replace(number.begin(), number.end(), '/', '-');
  return Split(number, '-');
}

// Numbers that each province has of its own: of its people's committee and council, its Party committee, its
// departments ("STC", "SNV") and what lies below.
bool IsLocalNumber(const std::string& number) {
  for (const std::string& part : Parts(number)) {
    for (std::string_view tail : {"UBND", "HDND", "TU", "HU", "DU", "THU", "QU"}) {
      if (part == tail || (part.ends_with(tail) && tail.size() == 4)) return true;
    }
    if (part.size() >= 3 && part.size() <= 7 && part[0] == 'S' &&
        part.find_first_of("0123456789") == std::string::npos) {
      return true;
    }
  }
  return false;
}

bool HasYear(const std::string& number) {
  for (const std::string& part : Parts(number)) {
    if (part.size() == 4 && (part.starts_with("19") || part.starts_with("20")) &&
        part.find_first_not_of("0123456789") == std::string::npos) {
      return true;
    }
  }
  return false;
}

class Documents {
 public:
  Documents(const StoryContext& context, StoryWriter& out) : context_(context), out_(out) {
    for (const Account* article : context.articles) {
      for (const DocumentUse& document : article->documents) uses_.push_back({article, &document});
    }
    for (const DocumentHere& use : uses_) {
      const DocumentUse& document = *use.document;
      if (document.numbered()) full_[Leading(document.number)].insert(document.number);
      if (document.numbered() && document.issued) years_[document.number].insert(document.issued->year);
      if (document.number.empty()) untitled_[document.kind][use.article->language].push_back(&document);
    }
  }

  void Run() {
    for (const DocumentHere& use : uses_) {
      Reason reason;
      const Form form = FormOf(use, reason);
      out_.Link(*use.article, use.document->record, use.document->printed, form, std::move(reason));
    }
  }

 private:
  static std::string Leading(const std::string& number) {
    return number.substr(0, number.find_first_not_of("0123456789"));
  }

  // What tells an instrument from others: its number or kind and title, whose it is, its year.
  struct Identity {
    std::string name, scope, year;
  };

  Form FormOf(const DocumentHere& use, Reason& reason) const {
    const DocumentUse& document = *use.document;
    const Identity identity = document.numbered()        ? Numbered(document.number, reason)
                              : !document.number.empty() ? Short(use, reason)
                                                         : Titled(use, reason);
    Form form;
    form.type = EntityType::kResolution;
    form.language = use.article->language;
    form.kind = document.kind;
    form.name = document.printed;
    form.scope = identity.scope;
    form.part = identity.year;
    form.block = "resolution|" + identity.name + "|" + identity.scope;
    form.key = form.block + "|" + identity.year;
    return form;
  }

  Identity Numbered(const std::string& number, Reason& reason) const {
    if (reason.rule.empty()) reason = {"same_number", 1, number};
    Identity identity{number, IsLocalNumber(number) ? context_.LocalScope() : "central", ""};
    const auto years = years_.find(number);
    if (years != years_.end() && years->second.size() == 1 && !HasYear(number)) {
      identity.year = std::to_string(*years->second.begin());
    }
    return identity;
  }

  // "Resolution 57" is the one of that number which the story cites in full. "Project 06" is known by that name.
  Identity Short(const DocumentHere& use, Reason& reason) const {
    const DocumentUse& document = *use.document;
    const auto full = full_.find(document.number);
    if (full != full_.end() && full->second.size() == 1) {
      reason = {"short_reference", 0.9, document.number + " for " + *full->second.begin()};
      return Numbered(*full->second.begin(), reason);
    }
    if (const std::string number = Completed(use); !number.empty()) {
      reason = {"number_of_issuer", 0.8,
                fmt::format("{} {} of {}", document.kind, document.number, document.issuer)};
      return Numbered(number, reason);
    }
    reason = {"same_number", 0.8, document.kind + " " + document.number};
    return {document.kind + " " + document.number,
            document.kind == "project" ? "central" : context_.LocalScope(), ""};
  }

  // The number in full, where the kind and a central issuer leave one way to write it.
  std::string Completed(const DocumentHere& use) const {
    const DocumentUse& document = *use.document;
    if (document.issuer.empty() || !use.article->abroad.empty()) return "";
    std::set<std::string> codes;
    for (const Body* body : context_.world.bodies.Find(document.issuer, "")) {
      if (body->level == "central") codes.insert(context_.world.codes.Of(document.kind, body->id));
    }
    codes.erase("");
    return codes.size() == 1 ? document.number + *codes.begin() : "";
  }

  // Without a number, by kind and title; across languages when each version cites one such of the kind.
  Identity Titled(const DocumentHere& use, Reason& reason) const {
    const DocumentUse* document = use.document;
    reason = {"same_title", 0.8, document->title};
    const auto& languages = untitled_.at(document->kind);
    const bool single = std::all_of(languages.begin(), languages.end(), [](const auto& uses) {
      return std::all_of(uses.second.begin(), uses.second.end(), [&](const DocumentUse* other) {
        return NameStems(other->title) == NameStems(uses.second.front()->title);
      });
    });
    std::string language = use.article->language;
    if (single && languages.size() > 1) {
      for (const char* head : {"vi", "en", "ru"}) {
        const auto found = languages.find(head);
        if (found == languages.end()) continue;
        if (found->second.front() != document) {
          reason = {"only_counterpart", 0.7, document->printed + " = " + found->second.front()->printed};
          language = head;
          document = found->second.front();
        }
        break;
      }
    }
    const std::string stems = NameStems(document->title);
    const std::string name =
        document->kind + " " + language + " " + (stems.empty() ? NameStems(document->printed) : stems);
    return {name, document->kind == "law" || document->kind == "code" ? "central" : context_.LocalScope(),
            ""};
  }

  const StoryContext& context_;
  StoryWriter& out_;
  std::vector<DocumentHere> uses_;
  std::map<std::string, std::set<std::string>> full_;  // leading digits → numbers
  std::map<std::string, std::set<int>> years_;
  std::map<std::string, std::map<std::string, std::vector<const DocumentUse*>>> untitled_;  // kind → language
};

}  // namespace

void ResolveDocuments(const StoryContext& context, StoryWriter& out) { Documents(context, out).Run(); }

}  // namespace acta
