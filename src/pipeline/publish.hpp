#pragma once
// The main job: sources -> items -> feeds -> validated -> written -> pushed, as one gated step. Nothing invalid or
// empty replaces a good feed; nothing is pushed that was not written.

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "http/http.hpp"
#include "pipeline/config.hpp"
#include "push/target.hpp"
#include "store/store.hpp"
#include "text/date.hpp"
#include "validate/finding.hpp"

namespace syndicat::pipeline {

// What happened to one source.
struct SourceResult {
  std::string name, address;
  std::size_t pages = 0;      // that were read anew
  std::size_t unchanged = 0;  // pages that are as they were
  std::size_t new_items = 0, changed_items = 0;
  std::vector<std::string> notes;  // what was mended
  std::vector<Error> errors;       // one for each page that failed, or one for the whole
};

// What happened to one file of a feed.
struct OutputResult {
  std::string format, path;
  enum class State { written, unchanged, planned, kept };  // kept: the old one stays, for `error`'s reason
  State state = State::kept;
  std::optional<Error> error;
  std::vector<validate::Finding> findings;  // errors and warnings of the validator
};

// What happened between one target and one address of a feed.
struct TargetResult {
  std::string target, topic;
  push::Outcome outcome;
};

struct FeedResult {
  std::string name;
  std::size_t items = 0;
  std::vector<OutputResult> outputs;
  std::vector<TargetResult> targets;
};

struct Report {
  std::vector<SourceResult> sources;
  std::vector<FeedResult> feeds;
};

struct PublishMeans {
  std::function<http::Send(const std::string& user_agent)> client;
  store::Store* store = nullptr;  // borrowed
  text::Instant now;
  bool dry_run = false;        // nothing is written, stored or sent
  std::string webhook_secret;  // for targets without a secret file
};

// Runs the whole line once. Fails where a target lacks its secret (`misuse`, before anything is done) and where the
// store cannot be used; all else stands in the report.
Result<Report> publish(const Config& config, const PublishMeans& means);

}  // namespace syndicat::pipeline
