// XML as a stream of events, twice: strictly by Expat, and leniently for what Expat refuses. For feeds, OPML.
//
//   if (!ReadXml(text, handler)) ReadBrokenXml(text, handler2);
//
// Names are as written ("media:title"); attribute values and text are decoded. Neither reads anything outside
// the text: no external entity is ever loaded. Linear in the text.
#pragma once

#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "pipeline/text/result.h"

namespace acta {

using XmlAttributes = std::vector<std::pair<std::string, std::string>>;

class XmlHandler {
 public:
  virtual ~XmlHandler() = default;
  virtual bool Start(std::string_view name, const XmlAttributes& attributes) = 0;  // false: read no further
  virtual void End(std::string_view name) = 0;
  virtual void Text(std::string_view text) = 0;  // in pieces
};

// `text` is UTF-8, whatever its declaration says. Fails with kind "bad_xml", line and column in the message.
Result<bool> ReadXml(std::string_view text, XmlHandler& handler);

// Takes everything: text outside of tags is text, a '&' that begins no entity is itself, HTML's entities are
// known, an end tag closes what it names and all within, one that names nothing open is dropped, tags still
// open at the end stay open.
void ReadBrokenXml(std::string_view text, XmlHandler& handler);

// The same for HTML: names come in lower case, <br>, <img> and their like close themselves, the insides of
// <script> and <style> are passed over. Enough to find links; the cleaner has a parser.
void ReadHtml(std::string_view text, XmlHandler& handler);

// "R&amp;D &#8211; &nbsp;" decoded: numeric references and the entities of HTML 4 that feeds use.
std::string DecodeEntities(std::string_view text);

// The text of a piece of HTML in one line: tags and control characters dropped, entities decoded, white space
// collapsed.
std::string PlainTextOfHtml(std::string_view html);

}  // namespace acta
