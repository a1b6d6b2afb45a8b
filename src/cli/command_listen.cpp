#include "cli/command_listen.hpp"

#include <signal.h>

#include <atomic>
#include <chrono>
#include <deque>
#include <set>

#include "base/file.hpp"
#include "cli/clock.hpp"
#include "cli/exit_status.hpp"
#include "cli/secret.hpp"
#include "http/listener.hpp"
#include "json/writer.hpp"
#include "push/receiver.hpp"
#include "push/signature.hpp"
#include "text/date.hpp"
#include "text/unicode.hpp"

namespace syndicat::cli {
namespace {

using push::Receipt;

std::string_view name(Receipt::Kind kind) {
  switch (kind) {
    case Receipt::Kind::ping: return "ping";
    case Receipt::Kind::webhook: return "webhook";
    case Receipt::Kind::verification: return "verification";
    case Receipt::Kind::refused: return "refused";
    case Receipt::Kind::other: break;
  }
  return "other";
}

// What comes from outside, on one line and without what would steer the terminal.
std::string harmless(std::string_view text) {
  constexpr std::size_t kMost = 200;  // bytes
  std::string shown;
  const auto kept = text::cut_utf8(text, kMost);
  for (std::size_t position = 0; position < kept.size();) {
    const auto character = text::next_character(kept, position);
    const bool control =
        character < 0x20 || (character >= 0x7F && character < 0xA0) || character == 0x2028 || character == 0x2029;
    text::append_utf8(shown, control ? U' ' : character);
  }
  return kept.size() < text.size() ? shown + "..." : shown;
}

// "webhook https://paper.example/feed.atom: 2 items: One, Two (signed)"
std::string line_for(const Receipt& receipt, const http::Request& request, bool again) {
  std::string line(name(receipt.kind));
  if (!receipt.topic.empty()) line += " " + harmless(receipt.topic);
  if (receipt.kind == Receipt::Kind::refused) line += ": " + harmless(receipt.reason);
  if (receipt.kind == Receipt::Kind::other)
    line += fmt::format(": {} {}, {} bytes", request.method, harmless(request.url), request.body.size());
  if (receipt.kind == Receipt::Kind::webhook) {
    line += fmt::format(": {} item{}", receipt.titles.size(), receipt.titles.size() == 1 ? "" : "s");
    for (std::size_t i = 0; i < receipt.titles.size(); ++i)
      line += (i == 0 ? ": " : ", ") + harmless(receipt.titles[i]);
    line += receipt.verified ? " (signed)" : " (signature not checked)";
    if (again) line += " (came before)";
  }
  return line + "\n";
}

std::string json_for(const Receipt& receipt, const http::Request& request, bool again) {
  json::Writer writer(json::Writer::Style::compact);
  writer.begin_object();
  writer.member("event", name(receipt.kind));
  writer.member("time", text::to_rfc3339(clock_now()));
  writer.member("topic", receipt.topic);
  if (receipt.kind == Receipt::Kind::webhook) {
    writer.member("id", receipt.id);
    writer.key("signed").value(receipt.verified);
    writer.key("again").value(again);
    writer.key("items").begin_array();
    for (const auto& title : receipt.titles) writer.value(title);
    writer.end_array();
  }
  writer.member("reason", receipt.reason);
  writer.member("method", request.method);
  writer.member("path", request.url);
  writer.key("bytes").value(static_cast<std::int64_t>(request.body.size()));
  writer.key("status").value(static_cast<std::int64_t>(receipt.response.status));
  writer.end_object();
  return writer.take() + "\n";
}

// While it lives, SIGINT and SIGTERM wait to be asked for, in this thread and those that it starts.
class QuietSignals {
 public:
  QuietSignals() {
    sigemptyset(&signals_);
    sigaddset(&signals_, SIGINT);
    sigaddset(&signals_, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &signals_, &before_);
  }
  QuietSignals(const QuietSignals&) = delete;
  QuietSignals& operator=(const QuietSignals&) = delete;
  ~QuietSignals() { pthread_sigmask(SIG_SETMASK, &before_, nullptr); }

  // Whether one came within that time.
  bool came(std::chrono::milliseconds within) const {
    const timespec time{.tv_sec = within.count() / 1000, .tv_nsec = within.count() % 1000 * 1'000'000};
    return sigtimedwait(&signals_, nullptr, &time) > 0;
  }

 private:
  sigset_t signals_{}, before_{};
};

// Webhooks that came already, by their id; the oldest are forgotten.
class Seen {
 public:
  // Whether it came before.
  bool insert(const std::string& id) {
    constexpr std::size_t kMost = 10000;
    if (id.empty()) return false;
    if (!ids_.insert(id).second) return true;
    order_.push_back(id);
    if (order_.size() > kMost) {
      ids_.erase(order_.front());
      order_.pop_front();
    }
    return false;
  }

 private:
  std::set<std::string> ids_;
  std::deque<std::string> order_;
};

}  // namespace

void ListenCommand::declare(Arguments& arguments) {
  arguments.option("--address", "ADDRESS", address_, "listen there (127.0.0.1)");
  arguments.number("-p,--port", "PORT", port_, "listen there (any free one)");
  arguments.option("--port-file", "FILE", port_file_, "write the port there once ready");
  arguments.option("--secret-file", "FILE", secret_file_,
                   "check the signatures of webhooks by the secret in this file");
  arguments.seconds("--tolerance", tolerance_, "how far a webhook's clock may be off; 0: any (5m)");
  arguments.number("-n,--count", "N", count_, "end after so many deliveries");
  arguments.seconds("--timeout", timeout_, "end after so long");
  arguments.number("--answer", "STATUS", answer_, "answer each delivery so, to see what a sender makes of it");
  arguments.size("--max-size", max_size_, "take at most so much at once (16M)");
  arguments.choice("--format", "FORMAT", format_, {"text", "jsonl"}, "what to print, a line for each delivery");
}

int ListenCommand::run(Terminal& terminal) {
  if (port_ > 65535)
    return terminal.fail({Cause::misuse, fmt::format("--port: {} is no port; give one up to 65535", port_)});
  if (answer_ != 0 && (answer_ < 200 || answer_ > 599))
    return terminal.fail(
        {Cause::misuse, fmt::format("--answer: {} is no status to end with; give one from 200 to 599", answer_)});
  if (count_ == 0) return terminal.fail({Cause::misuse, "--count: give at least 1, or leave it away"});
  const auto secret = read_secret(secret_file_);
  if (!secret) return terminal.fail(secret.error());
  push::ReceiveOptions options;
  options.tolerance_seconds = static_cast<std::int64_t>(tolerance_);
  if (!secret->empty()) {
    auto keys = push::read_secrets(*secret);
    if (!keys) return terminal.fail(keys.error());
    options.keys = std::move(*keys);
  }

  const QuietSignals signals;  // before the listener's thread starts, which inherits them
  std::atomic<std::uint64_t> deliveries = 0;
  Seen seen;
  const auto answer = [&](const http::Request& request) {
    options.now = clock_now().seconds;
    auto receipt = push::receive(request, options);
    const bool is_delivery = receipt.kind != Receipt::Kind::refused && request.method == "POST";
    if (is_delivery && answer_ != 0)
      receipt.response = {.status = static_cast<int>(answer_), .headers = {}, .body = {}, .url = {}};
    const bool again = receipt.kind == Receipt::Kind::webhook && answer_ == 0 && seen.insert(receipt.id);
    const bool visit = receipt.kind == Receipt::Kind::other && !is_delivery;
    if (!visit)
      terminal.print(format_ == "jsonl" ? json_for(receipt, request, again) : line_for(receipt, request, again));
    if (is_delivery) ++deliveries;
    return receipt.response;
  };
  const auto listener = http::Listener::start({.address = address_,
                                               .port = static_cast<std::uint16_t>(port_),
                                               .max_body = max_size_,
                                               .idle_seconds = 30,
                                               .connections = 256},
                                              answer);
  if (!listener) return terminal.fail(listener.error());
  if (!port_file_.empty())
    if (auto written = write_file(port_file_, fmt::format("{}\n", listener->port())); !written)
      return terminal.fail(written.error());
  if (port_ == 0 && port_file_.empty())
    terminal.note(fmt::format("listening on {} port {}", address_, listener->port()));
  else terminal.progress(fmt::format("listening on {} port {}", address_, listener->port()));

  const auto end = std::chrono::steady_clock::now() + std::chrono::duration<double>(timeout_ > 0 ? timeout_ : 1e9);
  while (std::chrono::steady_clock::now() < end && deliveries < count_)
    if (signals.came(std::chrono::milliseconds(20))) break;
  return kDone;
}

}  // namespace syndicat::cli
