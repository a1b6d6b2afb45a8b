#include <curl/curl.h>
#include <locale.h>
#include <signal.h>

#include <algorithm>
#include <chrono>
#include <cstdlib>
#include <memory>
#include <mutex>
#include <optional>

#include "base/shared_library.hpp"
#include "http/fields.hpp"
#include "http/http.hpp"
#include "text/uri.hpp"

namespace syndicat::http {
namespace {

using Clock = std::chrono::steady_clock;

// What we use of libcurl.
struct Curl {
  decltype(&curl_global_init) global_init = nullptr;
  decltype(&curl_easy_init) init = nullptr;
  decltype(&curl_easy_cleanup) cleanup = nullptr;
  decltype(&curl_easy_setopt) set = nullptr;
  decltype(&curl_easy_perform) perform = nullptr;
  decltype(&curl_easy_getinfo) info = nullptr;
  decltype(&curl_easy_strerror) words = nullptr;
  decltype(&curl_slist_append) append = nullptr;
  decltype(&curl_slist_free_all) free_list = nullptr;
};

Result<Curl> load_curl() {
  auto library = SharedLibrary::open("libcurl.so.4", "libcurl4");
  if (!library) return Failure(library.error());
  Curl curl;
  library->get("curl_global_init", curl.global_init)
      .get("curl_easy_init", curl.init)
      .get("curl_easy_cleanup", curl.cleanup)
      .get("curl_easy_setopt", curl.set)
      .get("curl_easy_perform", curl.perform)
      .get("curl_easy_getinfo", curl.info)
      .get("curl_easy_strerror", curl.words)
      .get("curl_slist_append", curl.append)
      .get("curl_slist_free_all", curl.free_list);
  if (auto complete = library->complete(); !complete) return Failure(complete.error());
  if (curl.global_init(CURL_GLOBAL_DEFAULT) != CURLE_OK)
    return fail(Cause::storage, "libcurl: cannot be set up; look into the installation of libcurl4 and libssl3");
  return curl;
}

const Result<Curl>& curl() {
  static const Result<Curl> loaded = load_curl();
  return loaded;
}

// While it lives, this thread reads text as UTF-8 and is not killed by a connection that the other end closed: libidn2
// takes names of hosts in the locale's charset, and OpenSSL writes without MSG_NOSIGNAL.
class ThreadManners {
 public:
  ThreadManners() {
    static const locale_t utf8 = newlocale(LC_CTYPE_MASK, "C.UTF-8", nullptr);
    if (utf8 != nullptr) locale_ = uselocale(utf8);
    sigemptyset(&pipe_);
    sigaddset(&pipe_, SIGPIPE);
    pthread_sigmask(SIG_BLOCK, &pipe_, &before_);
  }
  ThreadManners(const ThreadManners&) = delete;
  ThreadManners& operator=(const ThreadManners&) = delete;
  ~ThreadManners() {
    const timespec at_once{};
    if (sigismember(&before_, SIGPIPE) == 0) sigtimedwait(&pipe_, nullptr, &at_once);
    pthread_sigmask(SIG_SETMASK, &before_, nullptr);
    if (locale_ != nullptr) uselocale(locale_);
  }

 private:
  sigset_t pipe_{}, before_{};
  locale_t locale_ = nullptr;
};

bool starts_with_letters(std::string_view text, std::string_view lower_case) {
  return text.size() >= lower_case.size() &&
         std::equal(lower_case.begin(), lower_case.end(), text.begin(),
                    [](char want, char c) { return want == (c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c); });
}

bool is_http(std::string_view url) {
  return starts_with_letters(url, "http://") || starts_with_letters(url, "https://");
}

// Where path, query or fragment begin.
std::size_t end_of_authority(std::string_view url) {
  return std::min(url.find_first_of("/?#", url.find("://") + 3), url.size());
}

// The URL without its fragment, and with blanks and what lies beyond ASCII percent-encoded behind the host (RFC 3987,
// section 3.1); the host's letters are libidn2's matter.
std::string sendable(std::string_view url) {
  url = url.substr(0, url.find('#'));
  const auto head = end_of_authority(url);
  std::string encoded(url.substr(0, head));
  for (const char c : url.substr(head)) {
    const auto byte = static_cast<unsigned char>(c);
    if (byte == ' ' || byte >= 0x80) encoded += fmt::format("%{:02X}", byte);
    else encoded += c;
  }
  return encoded;
}

std::string_view origin(std::string_view url) { return url.substr(0, end_of_authority(url)); }

// One exchange on the wire, while libcurl calls back.
struct Exchange {
  const Limits* limits = nullptr;
  Response response;
  std::size_t header_bytes = 0;
  bool headers_done = false;
  curl_off_t moved = 0;  // bytes, both ways
  Clock::time_point last_move = Clock::now();
  bool too_large = false, headers_too_large = false, stalled = false;
};

constexpr std::size_t kMaxHeaderBytes = 256UL << 10U;

std::size_t take_header(char* data, std::size_t size, std::size_t count, void* user) {
  auto& exchange = *static_cast<Exchange*>(user);
  std::string_view line(data, size * count);
  const auto taken = line.size();
  exchange.last_move = Clock::now();
  exchange.header_bytes += taken;
  exchange.headers_too_large = exchange.header_bytes > kMaxHeaderBytes;
  if (exchange.headers_too_large) return 0;
  // Each status line begins a new section (after 1xx, for instance); behind the last come trailers, which we leave.
  if (line.substr(0, 5) == "HTTP/") {
    exchange.response.headers.fields.clear();
    exchange.headers_done = false;
  } else if (line == "\r\n" || line == "\n") {
    exchange.headers_done = true;
  } else if (!exchange.headers_done) {
    add_header_line(exchange.response.headers, line);
  }
  return taken;
}

std::size_t take_body(char* data, std::size_t size, std::size_t count, void* user) {
  auto& exchange = *static_cast<Exchange*>(user);
  const auto taken = size * count;
  exchange.too_large = taken > exchange.limits->max_size - exchange.response.body.size();
  if (exchange.too_large) return taken == 0 ? 1 : 0;  // any other number than `taken` ends the transfer
  exchange.response.body.append(data, taken);
  return taken;
}

int watch(void* user, curl_off_t, curl_off_t down, curl_off_t, curl_off_t up) {
  auto& exchange = *static_cast<Exchange*>(user);
  if (down + up != exchange.moved) exchange.last_move = Clock::now();
  exchange.moved = down + up;
  const std::chrono::duration<double> still = Clock::now() - exchange.last_move;
  exchange.stalled = still.count() > std::max(exchange.limits->stall_seconds, exchange.limits->connect_seconds);
  return exchange.stalled ? 1 : 0;
}

// A list of header lines in libcurl's form.
class HeaderList {
 public:
  explicit HeaderList(const Curl& use) : use_(use) {}
  HeaderList(const HeaderList&) = delete;
  HeaderList& operator=(const HeaderList&) = delete;
  ~HeaderList() { use_.free_list(list_); }
  void add(const std::string& line) {
    if (auto* longer = use_.append(list_, line.c_str()); longer != nullptr) list_ = longer;
  }
  curl_slist* get() const { return list_; }

 private:
  const Curl& use_;
  curl_slist* list_ = nullptr;
};

const char* first_set(std::initializer_list<const char*> variables) {
  for (const char* variable : variables)
    if (const char* value = std::getenv(variable); value != nullptr && *value != '\0') return value;
  return nullptr;
}

// What went wrong, in words for a person; `detail` is libcurl's own account.
Error explain(CURLcode code, const std::string& url, const std::string& detail, const Exchange& exchange,
              double elapsed) {
  const auto& limits = *exchange.limits;
  const auto error = [&](const std::string& words) {
    return Error{Cause::network, fmt::format("{}: {}", without_password(url), words)};
  };

  // As a file that is too large (base/file.hpp): it was reached, and cannot be read.
  if (exchange.too_large || code == CURLE_FILESIZE_EXCEEDED)
    return {Cause::unreadable, fmt::format("{}: sends more than the limit of {} bytes; raise it with --max-size",
                                           without_password(url), limits.max_size)};
  if (exchange.headers_too_large)
    return error(fmt::format("sends more than {} bytes of headers; tell its owner", kMaxHeaderBytes));
  if (exchange.stalled)
    return error(fmt::format("stalled: nothing came for {:.0f} seconds; try again later",
                             std::max(limits.stall_seconds, limits.connect_seconds)));
  switch (code) {
    case CURLE_URL_MALFORMAT: {
      auto malformed = error("is no valid URL; check the address");
      malformed.cause = Cause::misuse;
      return malformed;
    }
    case CURLE_COULDNT_RESOLVE_HOST:
      return error(fmt::format("the host is not known ({}); check the address and the network", detail));
    case CURLE_COULDNT_RESOLVE_PROXY:
      return error(fmt::format("the proxy is not known ({}); check http_proxy, https_proxy and all_proxy", detail));
    case CURLE_COULDNT_CONNECT:
      return error(fmt::format("no connection ({}); try again later, or check the address", detail));
    case CURLE_OPERATION_TIMEDOUT:
      if (elapsed + 0.5 >= limits.total_seconds)
        return error(fmt::format("was not done after {:g} seconds; try again later, or raise the limit with --timeout",
                                 limits.total_seconds));
      return error(fmt::format("no connection within {:g} seconds; try again later, or check the address",
                               limits.connect_seconds));
    case CURLE_PEER_FAILED_VERIFICATION:
      return error(fmt::format(
          "its certificate is not to be trusted ({}); if you know it, name its authority's file in SSL_CERT_FILE",
          detail));
    case CURLE_SSL_CACERT_BADFILE:
      return error(fmt::format(
          "the certificates of the authorities cannot be read ({}); check SSL_CERT_FILE, or install ca-certificates",
          detail));
    case CURLE_SSL_CONNECT_ERROR:
      return error(fmt::format("no secure connection ({}); check whether https is spoken there", detail));
    case CURLE_GOT_NOTHING: return error("closed the connection without an answer; try again later");
    case CURLE_PARTIAL_FILE:
    case CURLE_RECV_ERROR:
    case CURLE_SEND_ERROR:
    case CURLE_HTTP2:
    case CURLE_HTTP2_STREAM:
      return error(fmt::format("the connection broke off after {} bytes ({}); try again later",
                               exchange.response.body.size(), detail));
    case CURLE_BAD_CONTENT_ENCODING: return error("sends a body that cannot be decompressed; tell its owner");
    case CURLE_UNSUPPORTED_PROTOCOL:  // HTTP/0.9, that is: no status line
    case CURLE_WEIRD_SERVER_REPLY:
      return error(fmt::format("does not answer as HTTP does ({}); check the address and its port", detail));
    default: return error(fmt::format("no answer ({}); try again later", detail));
  }
}

// Requests by one set of limits. Handles are kept between calls, and with them their open connections.
class Client {
 public:
  Client(const Curl& use, Limits limits) : use_(use), limits_(std::move(limits)) {
    if (limits_.user_agent.empty()) limits_.user_agent = "syndicat/" SYNDICAT_VERSION " (+https://syndicat.example/)";
  }
  Client(const Client&) = delete;
  Client& operator=(const Client&) = delete;
  ~Client() {
    const ThreadManners manners;
    for (CURL* handle : idle_) use_.cleanup(handle);
  }

  Result<Response> send(const Request& request) {
    const ThreadManners manners;
    CURL* handle = take();
    if (handle == nullptr) return fail(Cause::storage, "libcurl: no memory for another transfer; run fewer at a time");
    auto response = follow(handle, request);
    const std::lock_guard hold(mutex_);
    idle_.push_back(handle);
    return response;
  }

 private:
  CURL* take() {
    const std::lock_guard hold(mutex_);
    if (idle_.empty()) return make();
    CURL* handle = idle_.back();
    idle_.pop_back();
    return handle;
  }

  // A new handle with all that is the same for every request. Not curl_easy_reset between them: it leaks what
  // COOKIEFILE set.
  CURL* make() {
    CURL* handle = use_.init();
    if (handle == nullptr) return nullptr;
    const auto set = [&](CURLoption option, auto value) { use_.set(handle, option, value); };
    set(CURLOPT_PROTOCOLS_STR, "http,https");
    set(CURLOPT_NOSIGNAL, 1L);
    set(CURLOPT_USERAGENT, limits_.user_agent.c_str());
    set(CURLOPT_ACCEPT_ENCODING, "");  // all that this libcurl can decode
    set(CURLOPT_COOKIEFILE, "");       // cookies are kept, in memory
    set(CURLOPT_TCP_KEEPALIVE, 1L);
    set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1L);
    set(CURLOPT_CONNECTTIMEOUT_MS, std::max(static_cast<long>(limits_.connect_seconds * 1000), 1L));
    set(CURLOPT_MAXFILESIZE_LARGE, static_cast<curl_off_t>(std::min<std::uint64_t>(limits_.max_size, INT64_MAX)));
    set(CURLOPT_HEADERFUNCTION, take_header);
    set(CURLOPT_WRITEFUNCTION, take_body);
    set(CURLOPT_XFERINFOFUNCTION, watch);
    set(CURLOPT_NOPROGRESS, 0L);
    if (const char* file = first_set({"CURL_CA_BUNDLE", "SSL_CERT_FILE"})) set(CURLOPT_CAINFO, file);
    if (const char* folder = first_set({"SSL_CERT_DIR"})) set(CURLOPT_CAPATH, folder);
    return handle;
  }

  // Redirects are followed here and not by libcurl, so that each step is known: for the circle, for the words, for
  // whether all were permanent.
  Result<Response> follow(CURL* handle, const Request& request) {
    const bool follows = request.method == "GET" || request.method == "HEAD";
    const auto start = Clock::now();
    Request step = request;
    step.url = sendable(request.url);
    std::vector<std::string> passed;
    std::vector<int> statuses;
    bool permanent = true;
    // Some doors set a cookie and send the visitor to the same place again. Cookies live for one request.
    use_.set(handle, CURLOPT_COOKIELIST, "ALL");
    for (;;) {
      auto response = exchange(handle, step, start);
      if (!response) return response;
      response->redirects = passed;
      response->redirect_statuses = statuses;
      response->permanent = permanent;
      const int status = response->status;
      const bool moved = status == 301 || status == 302 || status == 303 || status == 307 || status == 308;
      if (!moved || !follows || response->headers.get("Location").empty()) return response;

      const std::string next = sendable(text::resolve(step.url, response->headers.get("Location")));
      const auto from = without_password(request.url);
      if (!is_http(next))
        return fail(Cause::network, "{}: redirects to {}; only http and https are followed", from,
                    without_password(next));
      passed.push_back(step.url);
      statuses.push_back(status);
      const bool seen = std::find(passed.begin(), passed.end(), next) != passed.end();
      if (seen && response->headers.get("Set-Cookie").empty())
        return fail(Cause::network, "{}: redirects in a circle ({} leads back to {}); tell its owner", from,
                    without_password(step.url), without_password(next));
      if (passed.size() > static_cast<std::size_t>(std::max(limits_.redirects, 0)))
        return fail(Cause::network, "{}: redirects more than {} times, at last to {}; give the address where it ends",
                    from, limits_.redirects, without_password(next));
      permanent = permanent && (status == 301 || status == 308);
      if (origin(next) != origin(step.url)) {
        auto& fields = step.headers.fields;
        for (const auto* secret : {"Authorization", "Cookie", "Proxy-Authorization"})
          if (!step.headers.get(secret).empty()) {
            step.headers.set(secret, "");
            fields.pop_back();
          }
      }
      step.url = next;
    }
  }

  // One request and its answer.
  Result<Response> exchange(CURL* handle, const Request& request, Clock::time_point start) {
    if (!is_http(request.url))
      return fail(Cause::misuse, "{}: is no http or https URL; give one that begins with https://",
                  without_password(request.url));
    HeaderList headers(use_);
    for (const auto& [name, value] : request.headers.fields) {
      if ((name + value).find_first_of(std::string_view("\r\n\0", 3)) != std::string::npos)
        return fail(Cause::misuse, "{}: the header field {} holds a line break; take it out",
                    without_password(request.url), name);
      headers.add(value.empty() ? name + ";" : fmt::format("{}: {}", name, value));
    }
    headers.add("Expect:");  // many receivers never answer the question that libcurl would ask

    Exchange exchange;
    exchange.limits = &limits_;
    char detail[CURL_ERROR_SIZE] = "";
    const auto elapsed = [&] { return std::chrono::duration<double>(Clock::now() - start).count(); };
    const double left = std::max(limits_.total_seconds - elapsed(), 0.001);

    const auto set = [&](CURLoption option, auto value) { use_.set(handle, option, value); };
    set(CURLOPT_URL, request.url.c_str());
    set(CURLOPT_ERRORBUFFER, static_cast<char*>(detail));
    set(CURLOPT_TIMEOUT_MS, std::max(static_cast<long>(left * 1000), 1L));
    set(CURLOPT_HEADERDATA, static_cast<void*>(&exchange));
    set(CURLOPT_WRITEDATA, static_cast<void*>(&exchange));
    set(CURLOPT_XFERINFODATA, static_cast<void*>(&exchange));
    set(CURLOPT_HTTPHEADER, headers.get());
    if (request.method == "HEAD") {
      set(CURLOPT_CUSTOMREQUEST, static_cast<char*>(nullptr));
      set(CURLOPT_NOBODY, 1L);
    } else if (request.method == "GET") {
      set(CURLOPT_CUSTOMREQUEST, static_cast<char*>(nullptr));
      set(CURLOPT_HTTPGET, 1L);
    } else {
      set(CURLOPT_POST, 1L);
      set(CURLOPT_POSTFIELDSIZE_LARGE, static_cast<curl_off_t>(request.body.size()));
      set(CURLOPT_POSTFIELDS, request.body.c_str());
      set(CURLOPT_CUSTOMREQUEST, request.method.c_str());
    }

    const CURLcode code = use_.perform(handle);
    // The buffers above end with this call; the handle must not keep them.
    set(CURLOPT_ERRORBUFFER, static_cast<char*>(nullptr));
    set(CURLOPT_HTTPHEADER, static_cast<curl_slist*>(nullptr));
    if (code != CURLE_OK)
      return Failure(explain(code, request.url, detail[0] != '\0' ? detail : use_.words(code), exchange, elapsed()));

    long status = 0;
    use_.info(handle, CURLINFO_RESPONSE_CODE, &status);
    exchange.response.status = static_cast<int>(status);
    exchange.response.url = request.url;
    return std::move(exchange.response);
  }

  const Curl& use_;
  Limits limits_;
  std::mutex mutex_;
  std::vector<CURL*> idle_;
};

}  // namespace

Send client(const Limits& limits) {
  struct Late {
    explicit Late(Limits wanted) : limits(std::move(wanted)) {}
    Limits limits;
    std::once_flag once;
    std::unique_ptr<Client> client;
  };
  auto late = std::make_shared<Late>(limits);
  return [late](const Request& request) -> Result<Response> {
    const auto& use = curl();
    if (!use) return Failure(use.error());
    std::call_once(late->once, [&] { late->client = std::make_unique<Client>(*use, late->limits); });
    return late->client->send(request);
  };
}

}  // namespace syndicat::http
