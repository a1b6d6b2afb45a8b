#pragma once
// Elements of other vocabularies that a feed brought along, and that would make what is written of it invalid.

#include <cstddef>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "formats/format.hpp"
#include "model/feed.hpp"

namespace syndicat::pipeline {

struct Refused {
  formats::Fragments elements;  // as they stand among what is foreign in the feed
  struct Reason {
    std::string message, rule;  // of the first such finding
    std::size_t count = 0;
  };
  std::vector<Reason> reasons;  // by rule, in the order they were met
};

// The elements in which our validator sees an error once they stand in a document of that format; to be given to the
// writer, which keeps them where only we read them. None for a format that is no XML or holds nothing foreign. Each is
// looked at where it will stand, beside the others of its item; the cost is that of validating these alone.
Result<Refused> refused(const model::Feed& feed, const formats::Format& format);

// For people: one line a reason.
std::vector<std::string> in_words(const Refused& refused);

}  // namespace syndicat::pipeline
