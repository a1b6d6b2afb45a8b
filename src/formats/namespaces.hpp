#pragma once
// The namespaces that feeds are made of, known by URI, never by prefix, in all spellings that are about.

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "xml/document.hpp"

namespace syndicat::formats {

enum class Vocabulary : std::uint8_t {
  none,     // no namespace, or one that RSS 2.0 and its forebears were put into
  unknown,  // none of ours
  atom,
  atom03,
  rss10,
  rss11,
  rss090,
  rdf,
  xhtml,
  syndicat,
  content,
  dc,
  dcterms,
  sy,
  slash,
  wfw,
  thr,
  media,
  itunes,
  creative_commons,
  cc,
  googleplay,
  webfeeds,
};

// The format that a document is in: a writer says in some words of other namespaces what its own lacks.
enum class Home : std::uint8_t { rss, rdf, atom };

// The vocabulary of a namespace; case, "http" or "https", and a "/" or "#" at the end do not matter.
Vocabulary vocabulary_of(std::string_view uri);

// The spelling that `uri` was meant to be, where only those do not match; `uri` itself where it is a spelling that is
// about, or of none of ours.
std::string_view meant_by(std::string_view uri);

// The namespace as it is written, and the prefix that people know it by.
struct Namespace {
  Vocabulary vocabulary;
  std::string_view prefix, uri;
};
const Namespace& namespace_of(Vocabulary vocabulary);

// RSS 1.0's syndication module: its periods, in minutes.
struct UpdatePeriod {
  std::string_view name;
  std::uint64_t minutes;
};
constexpr std::array<UpdatePeriod, 5> kUpdatePeriods = {
    {{"hourly", 60}, {"daily", 1440}, {"weekly", 10080}, {"monthly", 43200}, {"yearly", 525600}}};

// The vocabularies of a document's elements, found once for each name.
class Names {
 public:
  explicit Names(const xml::Document& document);
  Vocabulary vocabulary(xml::Node element) const { return vocabularies_[element.name_id()]; }

 private:
  std::vector<Vocabulary> vocabularies_;
};

}  // namespace syndicat::formats
