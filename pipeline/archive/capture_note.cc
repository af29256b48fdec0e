#include "pipeline/archive/capture_note.h"

#include <charconv>
#include <utility>

#include "pipeline/archive/warc_writer.h"

namespace acta {
namespace {

constexpr std::string_view kSource = "acta-source";
constexpr std::string_view kInput = "acta-input";
constexpr std::string_view kFetchedAt = "acta-fetched-at";
constexpr std::string_view kTlsUnverified = "acta-tls-unverified";
constexpr std::string_view kErrorKind = "acta-error-kind";
constexpr std::string_view kError = "acta-error";
constexpr std::string_view kLinkUrl = "acta-link-url";
constexpr std::string_view kLinkTitle = "acta-link-title";
constexpr std::string_view kLinkPublished = "acta-link-published";
constexpr std::string_view kLinkLanguage = "acta-link-language";

class Archiving : public PageSource {
 public:
  Archiving(PageSource& inner, WarcWriter& archive) : inner_(inner), archive_(archive) {}
  Archiving(std::unique_ptr<PageSource> inner, WarcWriter& archive)
      : owned_(std::move(inner)), inner_(*owned_), archive_(archive) {}

  std::optional<SourcedPage> Next(std::stop_token stop) override {
    if (failed_) return std::nullopt;
    std::optional<SourcedPage> next = inner_.Next(stop);
    if (!next) return next;
    const bool reached = next->page || next->page.error().kind != "cancelled";
    if (reached) {
      archive_.NoteFields(next->page ? next->page->url : next->source, next->page ? next->page->capture : "",
                          NoteOf(*next));
    }
    if (archive_.error()) {
      failed_ = true;
      next->page = tl::unexpected(*archive_.error());
      next->ticket.clear();  // not stored, so it stays due
    }
    return next;
  }

  void Done(const std::string& ticket) override { inner_.Done(ticket); }

 private:
  std::unique_ptr<PageSource> owned_;
  PageSource& inner_;
  WarcWriter& archive_;
  bool failed_ = false;
};

}  // namespace

std::string FormatWarcFields(const Headers& fields) {
  std::string out;
  for (const auto& [name, value] : fields) {
    out += name + ": ";
    for (char c : value) out += static_cast<unsigned char>(c) < 0x20 || c == 0x7F ? ' ' : c;
    out += "\r\n";
  }
  return out;
}

Headers NoteOf(const SourcedPage& sourced) {
  Headers fields;
  auto set = [&](std::string_view name, const std::string& value) {
    if (!value.empty()) fields.emplace_back(name, value);
  };
  set(kSource, sourced.source);
  set(kInput, sourced.input);
  if (sourced.page) {
    set(kFetchedAt, std::to_string(sourced.page->fetched_at));
    set(kTlsUnverified, sourced.page->tls_unverified ? "1" : "");
  } else {
    set(kErrorKind, sourced.page.error().kind);
    set(kError, sourced.page.error().message);
  }
  if (sourced.link) {
    set(kLinkUrl, sourced.link->url);
    set(kLinkTitle, sourced.link->title);
    set(kLinkPublished, sourced.link->published);
    set(kLinkLanguage, sourced.link->language);
  }
  return fields;
}

std::optional<SourcedPage> PageOfNote(const Headers& fields) {
  auto get = [&](std::string_view name) { return std::string(HeaderValue(fields, name)); };
  if (get(kSource).empty()) return std::nullopt;
  SourcedPage sourced;
  sourced.source = get(kSource);
  sourced.input = get(kInput);
  if (!get(kLinkUrl).empty())
    sourced.link = FeedLink{get(kLinkUrl), get(kLinkTitle), get(kLinkPublished), get(kLinkLanguage)};
  if (!get(kErrorKind).empty()) {
    sourced.page = tl::unexpected(Error{get(kErrorKind), get(kError)});
    return sourced;
  }
  const std::string at = get(kFetchedAt);
  std::from_chars(at.data(), at.data() + at.size(), sourced.page->fetched_at);
  sourced.page->source = sourced.source;
  sourced.page->tls_unverified = !get(kTlsUnverified).empty();
  return sourced;
}

std::unique_ptr<PageSource> ArchivingSource(PageSource& inner, WarcWriter& archive) {
  return std::make_unique<Archiving>(inner, archive);
}

std::unique_ptr<PageSource> ArchivingSource(std::unique_ptr<PageSource> inner, WarcWriter& archive) {
  return std::make_unique<Archiving>(std::move(inner), archive);
}

}  // namespace acta
