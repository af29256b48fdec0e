#include "pipeline/archive/warc_source.h"

#include <deque>
#include <functional>
#include <map>
#include <unordered_map>
#include <utility>

#include "pipeline/archive/capture_note.h"
#include "pipeline/archive/digest.h"
#include "pipeline/archive/http_message.h"
#include "pipeline/archive/warc_reader.h"
#include "pipeline/fetch/ascii.h"
#include "pipeline/fetch/retry.h"
#include "pipeline/fetch/url.h"

namespace acta {
namespace {

// A record in one of the files.
struct Place {
  size_t file = 0;
  WarcLocation where;
};

bool IsText(std::string_view content_type) {
  for (std::string_view type : {"text/html", "application/xhtml", "text/plain"}) {
    if (ascii::StartsWithIgnoreCase(ascii::Trim(content_type), type)) return true;
  }
  return false;
}

bool IsRevisitOfBody(const WarcRecord& record) {
  return record.Field("warc-profile").find("identical-payload-digest") != std::string_view::npos;
}

int64_t Seconds(const WarcRecord& record) { return ParseWarcDate(record.Field("warc-date")) / 1000; }

class Warcs : public PageSource {
 public:
  explicit Warcs(std::vector<std::string> files) : files_(std::move(files)) {}

  std::optional<SourcedPage> Next(std::stop_token stop) override {
    while (!stop.stop_requested()) {
      if (!reader_) {
        if (file_ == files_.size()) return std::nullopt;
        Result<WarcReader> reader = WarcReader::Open(files_[file_]);
        if (!reader) return Broken(files_[file_++], reader.error());
        reader_ = std::move(*reader);
        own_form_ = false;
      }
      std::optional<Result<WarcRecord>> record = reader_->Next();
      if (!record) {
        reader_.reset();
        ++file_;
        continue;
      }
      std::optional<SourcedPage> page = *record ? Take(std::move(**record)) : Damage(record->error());
      if (page) return page;
    }
    return std::nullopt;
  }

  std::vector<std::string> Notes() const override {
    std::string counts;
    for (const auto& [what, count] : passed_) {
      counts += (counts.empty() ? "" : ", ") + std::to_string(count) + " " + what;
    }
    if (counts.empty()) return {};
    return {"passed over in WARC files: " + counts};
  }

 private:
  std::optional<SourcedPage> Pass(const std::string& what) {
    ++passed_[what];
    return std::nullopt;
  }

  SourcedPage Broken(std::string source, const Error& error) const {
    SourcedPage refused;
    refused.input = files_[std::min(file_, files_.size() - 1)];
    refused.source = std::move(source);
    refused.page = tl::unexpected(error);
    return refused;
  }

  std::optional<SourcedPage> Damage(const Error& error) {
    // A run that was killed leaves the beginning of a record behind; the page was not given yet.
    if (own_form_ && error.kind == "truncated") return Pass("records that a stop cut off");
    const size_t at = error.message.rfind(' ');
    return Broken(files_[file_] + "@" + error.message.substr(at + 1), error);
  }

  std::optional<SourcedPage> Take(WarcRecord record) {
    const std::string type = record.type();
    if (type == "warcinfo") {
      std::string_view block = record.block;
      own_form_ = !HeaderValue(TakeHeaderLines(block), kOwnForm).empty();
      return Pass("warcinfo");
    }
    if (type == "metadata") return TakeMetadata(record);
    const bool answer = type == "response" || type == "revisit";
    if (!answer && (type != "resource" || !IsText(record.Field("content-type")))) return Pass(type);
    return own_form_ ? Remember(std::move(record)) : TakeForeign(std::move(record));
  }

  // Of our own files: waits for the note that says what it is.
  std::optional<SourcedPage> Remember(WarcRecord record) {
    Index(record);
    last_ = std::move(record);
    return std::nullopt;
  }

  // An answer that others may refer to or repeat.
  void Index(const WarcRecord& record) {
    const Place place{file_, record.where};
    if (!record.id().empty()) places_[Key(record.id())] = place;
    const std::string_view digest = record.Field("warc-payload-digest");
    if (record.type() == "response" && !digest.empty()) by_body_[Key(digest)] = place;
  }

  std::optional<SourcedPage> TakeMetadata(const WarcRecord& record) {
    std::string_view block = record.block;
    std::optional<SourcedPage> noted = PageOfNote(TakeHeaderLines(block));
    if (!noted) return Pass("metadata");
    if (!noted->page) return noted;
    Result<WarcRecord> capture = Find(record.Field("warc-refers-to"));
    Result<Page> page = capture ? PageOf(*capture) : tl::unexpected(capture.error());
    if (!page) {
      noted->page = tl::unexpected(page.error());
      return noted;
    }
    page->source = noted->source;
    page->fetched_at = noted->page->fetched_at;
    page->tls_unverified = noted->page->tls_unverified;
    noted->page = std::move(*page);
    return noted;
  }

  std::optional<SourcedPage> TakeForeign(WarcRecord record) {
    const std::string type = record.type();
    if (type == "revisit" && !IsRevisitOfBody(record)) return Pass("unchanged pages");
    const std::string target(record.target());
    Result<Url> url = ParseUrl(target);
    if (!url) return Pass("records of no web page");
    if (url->path == "/robots.txt") return Pass("robots.txt");

    SourcedPage sourced;
    sourced.input = files_[file_];
    sourced.source = target;
    if (type != "resource") {
      Result<HttpMessage> message = ParseHttpMessage(record.block);
      if (!message && type == "response") return Refused(std::move(sourced), message.error());
      const int status = message ? message->status : 200;
      if (status / 100 == 1 || status / 100 == 3) return Pass("redirects and interim answers");
      if (status / 100 != 2) {
        return Refused(std::move(sourced), {StatusKind(status), "status " + std::to_string(status) + " for " +
                                                                    Printable(target)});
      }
      std::string_view content_type = message ? HeaderValue(message->headers, "content-type") : "";
      if (!content_type.empty() && !IsText(content_type)) return Pass("answers that are no text");
    }
    if (type == "response") Index(record);
    sourced.page = PageOf(record);
    if (sourced.page) {
      const std::string_view content_type = HeaderValue(sourced.page->headers, "content-type");
      if (LooksLikeFeed(sourced.page->bytes, content_type)) return Pass("feeds");
      sourced.page->source = target;
    }
    return sourced;
  }

  static SourcedPage Refused(SourcedPage sourced, const Error& error) {
    sourced.page = tl::unexpected(error);
    return sourced;
  }

  // The page of a response, revisit or resource.
  Result<Page> PageOf(const WarcRecord& record) {
    // Of a revisit wget gives the digest of the block that it repeats.
    const bool revisit = record.type() == "revisit";
    if (!revisit && CheckDigest(record.Field("warc-block-digest"), record.block) == DigestCheck::kDiffers)
      return Fail("bad_digest", "its bytes are not those that were written: the block digest differs");
    if (!record.Field("warc-truncated").empty() && !revisit)
      return Fail("truncated", "only a part of it was kept: " + std::string(record.Field("warc-truncated")));
    Page page;
    Result<Url> url = ParseUrl(record.target());
    page.url = url ? url->WithoutFragment() : std::string(record.target());
    page.fetched_at = Seconds(record);
    page.status = 200;
    if (record.type() == "resource") {
      page.headers = {{"content-type", std::string(record.Field("content-type"))}};
      page.bytes = record.block;
      return page;
    }
    Result<HttpMessage> message = ParseHttpMessage(record.block);
    if (!message && !revisit) return tl::unexpected(message.error());
    if (message) {
      page.status = message->status;
      page.headers = message->headers;
    }
    if (revisit) return WithOriginal(std::move(page), record);
    Result<std::string> body = DecodedBody(*message);
    if (!body) return tl::unexpected(body.error());
    page.bytes = std::move(*body);
    return page;
  }

  Result<Page> WithOriginal(Page page, const WarcRecord& revisit) {
    Result<WarcRecord> original = OriginalOf(revisit);
    if (!original) return tl::unexpected(original.error());
    Result<Page> first = PageOf(*original);
    if (!first) return first;
    page.bytes = std::move(first->bytes);
    if (page.headers.empty()) page.headers = std::move(first->headers);
    return page;
  }

  // The answer that a revisit names, else one with the digest that it gives; the indices are of hashes, so what is found is
  // looked at.
  Result<WarcRecord> OriginalOf(const WarcRecord& revisit) const {
    const std::string_view id = revisit.Field("warc-refers-to"),
                           digest = revisit.Field("warc-payload-digest");
    const auto fits = [&](const WarcRecord& record) {
      const std::string_view own = record.Field("warc-payload-digest");
      return digest.empty() || own.empty() || own == digest;
    };
    if (const auto named = places_.find(Key(id)); !id.empty() && named != places_.end()) {
      Result<WarcRecord> record = ReadAt(named->second);
      if (record && record->id() == id && record->type() != "revisit" && fits(*record)) return record;
    }
    if (const auto alike = by_body_.find(Key(digest)); !digest.empty() && alike != by_body_.end()) {
      Result<WarcRecord> record = ReadAt(alike->second);
      if (!record || record->Field("warc-payload-digest") == digest) return record;
    }
    return Fail("missing_original", "it repeats an answer that is in none of these files before it");
  }

  Result<WarcRecord> Find(std::string_view id) {
    if (last_ && last_->id() == id) return std::move(*std::exchange(last_, std::nullopt));
    auto place = places_.find(Key(id));
    if (place == places_.end())
      return Fail("missing_original", "its answer is in none of these files before it");
    Result<WarcRecord> record = ReadAt(place->second);
    if (record && record->id() != id)
      return Fail("missing_original", "its answer is in none of these files before it");
    return record;
  }

  Result<WarcRecord> ReadAt(const Place& place) const {
    Result<WarcReader> reader = WarcReader::Open(files_[place.file], place.where);
    if (!reader) return tl::unexpected(reader.error());
    std::optional<Result<WarcRecord>> record = reader->Next();
    return record ? std::move(*record) : Fail("missing_original", "its answer cannot be read again");
  }

  static size_t Key(std::string_view text) { return std::hash<std::string_view>()(text); }

  const std::vector<std::string> files_;
  size_t file_ = 0;
  std::optional<WarcReader> reader_;
  bool own_form_ = false;
  std::optional<WarcRecord> last_;             // the answer read last, of our own form
  std::unordered_map<size_t, Place> places_;   // of answers, by a hash of their id …
  std::unordered_map<size_t, Place> by_body_;  // … and of the digest of their body
  std::map<std::string, int64_t> passed_;
};

}  // namespace

std::unique_ptr<PageSource> WarcSource(std::vector<std::string> files) {
  return std::make_unique<Warcs>(std::move(files));
}

}  // namespace acta
