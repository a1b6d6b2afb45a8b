#include "http/listener.hpp"

#include <arpa/inet.h>
#include <fcntl.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <algorithm>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <chrono>
#include <cstring>
#include <thread>

#include "base/shared_library.hpp"
#include "http/fields.hpp"

namespace syndicat::http {
namespace {

// What we use of libmicrohttpd.
struct Library {
  decltype(&MHD_start_daemon) start = nullptr;
  decltype(&MHD_stop_daemon) stop = nullptr;
  decltype(&MHD_get_connection_values) values = nullptr;
  decltype(&MHD_create_response_from_buffer) make_response = nullptr;
  decltype(&MHD_add_response_header) add_header = nullptr;
  decltype(&MHD_queue_response) queue = nullptr;
  decltype(&MHD_destroy_response) free_response = nullptr;
};

Result<Library> load_library() {
  auto file = SharedLibrary::open("libmicrohttpd.so.12", "libmicrohttpd12");
  if (!file) return Failure(file.error());
  Library library;
  file->get("MHD_start_daemon", library.start)
      .get("MHD_stop_daemon", library.stop)
      .get("MHD_get_connection_values", library.values)
      .get("MHD_create_response_from_buffer", library.make_response)
      .get("MHD_add_response_header", library.add_header)
      .get("MHD_queue_response", library.queue)
      .get("MHD_destroy_response", library.free_response);
  if (auto complete = file->complete(); !complete) return Failure(complete.error());
  return library;
}

const Result<Library>& library() {
  static const Result<Library> loaded = load_library();
  return loaded;
}

// One request while it comes in.
struct Incoming {
  Request request;
  bool begun = false;
  bool too_large = false;
  bool answered = false;
  std::uint64_t received = 0;  // bytes of the body
};

// A socket address from words: "127.0.0.1", "::1", "localhost".
struct Address {
  sockaddr_storage bytes{};
  socklen_t size = 0;
  bool ipv6 = false;
};

Result<Address> read_address(const std::string& written, std::uint16_t port) {
  const std::string text = written == "localhost" ? "127.0.0.1" : written;
  Address address;
  sockaddr_in four{};
  sockaddr_in6 six{};
  if (inet_pton(AF_INET, text.c_str(), &four.sin_addr) == 1) {
    four.sin_family = AF_INET;
    four.sin_port = htons(port);
    std::memcpy(&address.bytes, &four, address.size = sizeof four);
    return address;
  }
  if (inet_pton(AF_INET6, text.c_str(), &six.sin6_addr) == 1) {
    six.sin6_family = AF_INET6;
    six.sin6_port = htons(port);
    std::memcpy(&address.bytes, &six, address.size = sizeof six);
    address.ipv6 = true;
    return address;
  }
  return fail(Cause::misuse, "{}: is no address to listen on; give one such as 127.0.0.1 or ::1", written);
}

// The socket is ours to make: libmicrohttpd would not say why it could not.
Result<int> listening_socket(const ListenOptions& options, const Address& address) {
  const int family = address.ipv6 ? AF_INET6 : AF_INET;
  const int number = socket(family, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0);
  const int yes = 1;
  const bool listening = number >= 0 && setsockopt(number, SOL_SOCKET, SO_REUSEADDR, &yes, sizeof yes) == 0 &&
                         bind(number, reinterpret_cast<const sockaddr*>(&address.bytes), address.size) == 0 &&
                         listen(number, 512) == 0;
  if (listening) return number;
  const int why = errno;
  if (number >= 0) close(number);
  if (why == EADDRINUSE)
    return fail(Cause::storage, "{} port {}: is taken by another program; choose another port", options.address,
                options.port);
  return fail(Cause::storage, "{} port {}: cannot be listened on ({}); choose another address or port", options.address,
              options.port, std::strerror(why));
}

std::uint16_t port_of(int socket) {
  sockaddr_storage bytes{};
  socklen_t size = sizeof bytes;
  if (getsockname(socket, reinterpret_cast<sockaddr*>(&bytes), &size) != 0) return 0;
  if (bytes.ss_family == AF_INET6) return ntohs(reinterpret_cast<const sockaddr_in6&>(bytes).sin6_port);
  return ntohs(reinterpret_cast<const sockaddr_in&>(bytes).sin_port);
}

void* begin(void*, const char* uri, MHD_Connection*) {
  auto* incoming = new Incoming;
  incoming->request.url = uri;
  return incoming;
}

MHD_Result take_field(void* user, MHD_ValueKind, const char* name, const char* value) {
  static_cast<Headers*>(user)->fields.emplace_back(name, value != nullptr ? value : "");
  return MHD_YES;
}

MHD_Result queue(const Library& use, MHD_Connection* connection, const Response& response) {
  // libmicrohttpd copies the bytes and never writes to them.
  auto* answer =
      use.make_response(response.body.size(), const_cast<char*>(response.body.data()), MHD_RESPMEM_MUST_COPY);
  if (answer == nullptr) return MHD_NO;
  for (const auto& [name, value] : response.headers.fields) use.add_header(answer, name.c_str(), value.c_str());
  const auto queued = use.queue(connection, static_cast<unsigned>(response.status), answer);
  use.free_response(answer);
  return queued;
}

Response too_large(std::uint64_t limit) {
  Response response;
  response.status = 413;
  response.headers.set("Content-Type", "text/plain; charset=utf-8");
  response.headers.set("Connection", "close");
  response.body = fmt::format("the body is larger than {} bytes\n", limit);
  return response;
}

}  // namespace

struct Listener::State {
  ListenOptions options;
  Answer answer;
  std::uint16_t port = 0;
  MHD_Daemon* daemon = nullptr;
  std::atomic<int> answering = 0;  // requests whose answer is not all sent yet

  State() = default;
  State(const State&) = delete;
  State& operator=(const State&) = delete;
  // Answers that are on their way still go out; whoever does not read them is not waited for.
  ~State() {
    constexpr auto kStep = std::chrono::milliseconds(5);
    for (auto waited = kStep; answering > 0 && waited < std::chrono::seconds(1); waited += kStep)
      std::this_thread::sleep_for(kStep);
    if (daemon != nullptr) library()->stop(daemon);
  }

  static void end(void* self, MHD_Connection*, void** user, MHD_RequestTerminationCode) {
    const std::unique_ptr<Incoming> incoming(static_cast<Incoming*>(std::exchange(*user, nullptr)));
    if (incoming && incoming->answered) --static_cast<State*>(self)->answering;
  }

  static MHD_Result handle(void* self, MHD_Connection* connection, const char*, const char* method, const char*,
                           const char* data, std::size_t* size, void** user) {
    return static_cast<State*>(self)->take(connection, method, {data, *size}, *size, *static_cast<Incoming*>(*user));
  }

  // Called once when the head is there, once for each part of the body, and once at the end.
  MHD_Result take(MHD_Connection* connection, const char* method, std::string_view part, std::size_t& left,
                  Incoming& incoming) {
    const auto& use = *library();
    if (!incoming.begun) {
      incoming.begun = true;
      incoming.request.method = method;
      use.values(connection, MHD_HEADER_KIND, take_field, &incoming.request.headers);
      const auto written = incoming.request.headers.get("Content-Length");
      std::uint64_t length = 0;
      std::from_chars(written.data(), written.data() + written.size(), length);
      return length > options.max_body ? queue(use, connection, too_large(options.max_body)) : MHD_YES;
    }
    if (!part.empty()) {
      left = 0;
      incoming.received += part.size();
      incoming.too_large = incoming.too_large || incoming.received > options.max_body;
      // A sender is heard to the end to be told, but not one that goes on and on.
      if (incoming.received / 4 > options.max_body) return MHD_NO;
      if (!incoming.too_large) incoming.request.body.append(part);
      return MHD_YES;
    }
    incoming.answered = true;
    ++answering;
    return queue(use, connection, incoming.too_large ? too_large(options.max_body) : answer(incoming.request));
  }
};

Result<Listener> Listener::start(const ListenOptions& options, Answer answer) {
  const auto& use = library();
  if (!use) return Failure(use.error());
  const auto address = read_address(options.address, options.port);
  if (!address) return Failure(address.error());
  const auto socket = listening_socket(options, *address);
  if (!socket) return Failure(socket.error());

  auto state = std::make_unique<State>();
  state->options = options;
  state->answer = std::move(answer);
  state->port = port_of(*socket);
  unsigned flags = MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_EPOLL;
  if (address->ipv6) flags |= MHD_USE_IPv6;
  const auto idle = static_cast<unsigned>(std::clamp(options.idle_seconds, 1.0, 86400.0));
  state->daemon = use->start(flags, state->port, nullptr, nullptr, &State::handle, state.get(),  //
                             MHD_OPTION_LISTEN_SOCKET, static_cast<MHD_socket>(*socket),         //
                             MHD_OPTION_CONNECTION_LIMIT, std::max(options.connections, 1U),     //
                             MHD_OPTION_CONNECTION_TIMEOUT, idle,                                //
                             MHD_OPTION_URI_LOG_CALLBACK, &begin, static_cast<void*>(nullptr),   //
                             MHD_OPTION_NOTIFY_COMPLETED, &State::end, static_cast<void*>(state.get()), MHD_OPTION_END);
  if (state->daemon == nullptr) {
    close(*socket);
    return fail(Cause::storage, "{} port {}: libmicrohttpd does not start ({}); allow more open files (ulimit -n)",
                options.address, state->port, std::strerror(errno));
  }
  return Listener(std::move(state));
}

Listener::Listener(std::unique_ptr<State> state) : state_(std::move(state)) {}
Listener::Listener(Listener&&) noexcept = default;
Listener& Listener::operator=(Listener&&) noexcept = default;
Listener::~Listener() = default;

std::uint16_t Listener::port() const { return state_->port; }

}  // namespace syndicat::http
