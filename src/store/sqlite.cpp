#include "store/sqlite.hpp"

#include <fcntl.h>
#include <sqlite3.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <charconv>
#include <climits>
#include <cstring>
#include <filesystem>
#include <mutex>

#include "base/embedded.hpp"
#include "base/file.hpp"
#include "base/shared_library.hpp"

namespace syndicat::store {
namespace {

// What we use of libsqlite3.
struct Sqlite {
  decltype(&sqlite3_open_v2) open = nullptr;
  decltype(&sqlite3_close_v2) close = nullptr;
  decltype(&sqlite3_exec) exec = nullptr;
  decltype(&sqlite3_busy_timeout) busy_timeout = nullptr;
  decltype(&sqlite3_prepare_v2) prepare = nullptr;
  decltype(&sqlite3_finalize) finalize = nullptr;
  decltype(&sqlite3_step) step = nullptr;
  decltype(&sqlite3_reset) reset = nullptr;
  decltype(&sqlite3_bind_text) bind_text = nullptr;
  decltype(&sqlite3_bind_int64) bind_number = nullptr;
  decltype(&sqlite3_column_text) text = nullptr;
  decltype(&sqlite3_column_bytes) bytes = nullptr;
  decltype(&sqlite3_column_int64) number = nullptr;
  decltype(&sqlite3_errmsg) words = nullptr;
  decltype(&sqlite3_system_errno) system_error = nullptr;
};

Result<Sqlite> load_sqlite() {
  auto library = SharedLibrary::open("libsqlite3.so.0", "libsqlite3-0");
  if (!library) return Failure(library.error());
  Sqlite sqlite;
  library->get("sqlite3_open_v2", sqlite.open)
      .get("sqlite3_close_v2", sqlite.close)
      .get("sqlite3_exec", sqlite.exec)
      .get("sqlite3_busy_timeout", sqlite.busy_timeout)
      .get("sqlite3_prepare_v2", sqlite.prepare)
      .get("sqlite3_finalize", sqlite.finalize)
      .get("sqlite3_step", sqlite.step)
      .get("sqlite3_reset", sqlite.reset)
      .get("sqlite3_bind_text", sqlite.bind_text)
      .get("sqlite3_bind_int64", sqlite.bind_number)
      .get("sqlite3_column_text", sqlite.text)
      .get("sqlite3_column_bytes", sqlite.bytes)
      .get("sqlite3_column_int64", sqlite.number)
      .get("sqlite3_errmsg", sqlite.words)
      .get("sqlite3_system_errno", sqlite.system_error);
  if (auto complete = library->complete(); !complete) return Failure(complete.error());
  return sqlite;
}

const Result<Sqlite>& sqlite() {
  static const Result<Sqlite> loaded = load_sqlite();
  return loaded;
}

// "SYND": by this number in its head a file is known as ours.
constexpr std::int64_t kApplication = 0x53594E44;

// The numbered files of src/store/sql, in order; the number is the version of the schema that each leads to.
struct Migration {
  std::int64_t version;
  std::string_view sql;
};

std::vector<Migration> migrations() {
  constexpr std::string_view kFolder = "src/store/sql/";
  std::vector<Migration> all;
  for (const auto& file : embedded_files()) {
    if (file.path.substr(0, kFolder.size()) != kFolder) continue;
    const auto name = file.path.substr(kFolder.size());
    std::int64_t version = 0;
    std::from_chars(name.data(), name.data() + name.size(), version);
    all.push_back({version, file.bytes});
  }
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.version < b.version; });
  return all;
}

// An open database with its name, for the words of its failures.
class Database {
 public:
  Database(const Sqlite& use, std::string path) : use_(use), path_(std::move(path)) {}
  Database(const Database&) = delete;
  Database& operator=(const Database&) = delete;
  ~Database() { use_.close(handle_); }

  Result<void> open(double wait_seconds) {
    if (const int code = use_.open(path_.c_str(), &handle_, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, nullptr);
        code != SQLITE_OK)
      return failure(code);
    use_.busy_timeout(handle_, static_cast<int>(std::clamp(wait_seconds, 0.0, 86400.0) * 1000));
    return {};
  }

  Result<void> execute(const std::string& sql) {
    const int code = use_.exec(handle_, sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return failure(code);
    return {};
  }

  // What went wrong, with what to do about it.
  Failure failure(int code) const {
    const char* detail = handle_ != nullptr ? use_.words(handle_) : "no memory";
    const int system = handle_ != nullptr ? use_.system_error(handle_) : 0;
    switch (code & 0xFF) {
      case SQLITE_BUSY:
      case SQLITE_LOCKED: return fail(Cause::locked, "{}: another run holds it; try again when that has ended", path_);
      case SQLITE_CORRUPT:
      case SQLITE_NOTADB:
        return fail(Cause::storage, "{}: is damaged or no store ({}); put back a copy, or move it away to start afresh",
                    path_, detail);
      case SQLITE_READONLY:
      case SQLITE_PERM:
        return fail(Cause::storage,
                    "{}: may not be written ({}); allow it and its folder to be written, or name another with --store",
                    path_, detail);
      case SQLITE_FULL: return fail(Cause::storage, "{}: the disk is full; make room and run again", path_);
      default:
        if (system == ENOSPC || system == EDQUOT)
          return fail(Cause::storage, "{}: the disk is full; make room and run again", path_);
        return fail(Cause::storage,
                    "{}: cannot be read or written ({}{}{}); check the path, or name another with --store", path_,
                    detail, system != 0 ? ", " : "", system != 0 ? std::strerror(system) : "");
    }
  }

  const Sqlite& use() const { return use_; }
  sqlite3* handle() const { return handle_; }
  const std::string& path() const { return path_; }

 private:
  const Sqlite& use_;
  std::string path_;
  sqlite3* handle_ = nullptr;
};

// One statement; values are bound in order, rows are taken one by one.
class Statement {
 public:
  static Result<Statement> prepare(const Database& database, std::string_view sql) {
    Statement statement(database);
    const int code = database.use().prepare(database.handle(), sql.data(), static_cast<int>(sql.size()),
                                            &statement.handle_, nullptr);
    if (code != SQLITE_OK) return database.failure(code);
    return statement;
  }
  Statement(Statement&& other) noexcept
      : database_(other.database_),
        handle_(std::exchange(other.handle_, nullptr)),
        bound_(other.bound_),
        code_(other.code_) {}
  Statement& operator=(Statement&&) = delete;
  ~Statement() { database_.use().finalize(handle_); }

  // The text must live until the statement has run. Longer than SQLite takes (1 GB) is a failure at the next step.
  Statement& bind(std::string_view text) {
    const int size = text.size() > INT_MAX ? INT_MAX : static_cast<int>(text.size());
    keep(database_.use().bind_text(handle_, ++bound_, text.data() != nullptr ? text.data() : "", size, SQLITE_STATIC));
    return *this;
  }
  Statement& bind(std::int64_t number) {
    keep(database_.use().bind_number(handle_, ++bound_, number));
    return *this;
  }

  // Whether there is another row.
  Result<bool> next() {
    if (code_ != SQLITE_OK) return database_.failure(code_);
    const int code = database_.use().step(handle_);
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return database_.failure(code);
  }

  // Runs to the end and is ready to be bound again.
  Result<void> run() {
    const auto row = next();
    database_.use().reset(handle_);
    bound_ = 0;
    if (!row) return Failure(row.error());
    return {};
  }

  std::string text(int column) const {
    const auto* bytes = database_.use().text(handle_, column);
    if (bytes == nullptr) return {};
    return {reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(database_.use().bytes(handle_, column))};
  }
  std::int64_t number(int column) const { return database_.use().number(handle_, column); }

 private:
  explicit Statement(const Database& database) : database_(database) {}
  void keep(int code) {
    if (code_ == SQLITE_OK) code_ = code;
  }

  const Database& database_;
  sqlite3_stmt* handle_ = nullptr;
  int bound_ = 0;
  int code_ = SQLITE_OK;
};

// A change that is made whole or not at all. It takes the right to write at once: a reader that asks for it later may
// be turned away without being allowed to wait.
class Transaction {
 public:
  static Result<Transaction> begin(Database& database) {
    if (auto begun = database.execute("BEGIN IMMEDIATE"); !begun) return Failure(begun.error());
    return Transaction(database);
  }
  Transaction(Transaction&& other) noexcept : database_(std::exchange(other.database_, nullptr)) {}
  Transaction& operator=(Transaction&&) = delete;
  ~Transaction() {
    if (database_ != nullptr) (void)database_->execute("ROLLBACK");
  }
  Result<void> commit() {
    auto done = database_->execute("COMMIT");
    if (done) database_ = nullptr;
    return done;
  }

 private:
  explicit Transaction(Database& database) : database_(&database) {}
  Database* database_;
};

Result<std::int64_t> number_of(const Database& database, std::string_view sql) {
  auto statement = Statement::prepare(database, sql);
  if (!statement) return Failure(statement.error());
  const auto row = statement->next();
  if (!row) return Failure(row.error());
  return *row ? statement->number(0) : 0;
}

// Makes the file where there is none, for its owner's eyes only: names of targets may hold what is not for everyone.
Result<void> make_place(const std::string& path) {
  std::error_code ignored;
  const auto folder = std::filesystem::path(path).parent_path();
  if (!folder.empty() && !std::filesystem::exists(folder, ignored))
    return fail(Cause::storage, "{}: there is no folder {}; make it, or name another file with --store", path,
                folder.string());
  if (std::filesystem::is_directory(path, ignored))
    return fail(Cause::storage, "{}: is a directory; name a file in it with --store", path);
  const int descriptor = ::open(path.c_str(), O_RDWR | O_CREAT | O_CLOEXEC, 0600);
  if (descriptor < 0)
    return fail(Cause::storage,
                "{}: may not be written ({}); allow it and its folder to be written, or name another with --store",
                path, std::strerror(errno));
  close(descriptor);
  if (std::filesystem::exists(path, ignored) && !std::filesystem::is_regular_file(path, ignored))
    return fail(Cause::storage, "{}: is no file; name one with --store", path);
  return {};
}

class SqliteStore : public Store {
 public:
  explicit SqliteStore(std::unique_ptr<Database> database) : database_(std::move(database)) {}

  // Brings the schema up to date, whoever else is doing so at the same moment.
  Result<void> prepare(bool in_memory) {
    const auto steps = migrations();
    const std::int64_t newest = steps.empty() ? 0 : steps.back().version;
    const auto known = version(newest);
    if (!known) return Failure(known.error());
    // Readers and one writer at a time do not disturb each other then; without it (some network file systems) all is
    // right, only slower.
    if (!in_memory)
      if (auto logged = database_->execute("PRAGMA journal_mode = WAL"); !logged) return logged;
    if (*known == newest) return {};

    auto transaction = Transaction::begin(*database_);
    if (!transaction) return Failure(transaction.error());
    const auto current = version(newest);
    if (!current) return Failure(current.error());
    for (const auto& step : steps)
      if (step.version > *current)
        if (auto done = database_->execute(std::string(step.sql)); !done) return done;
    if (auto done = database_->execute(
            fmt::format("PRAGMA application_id = {}; PRAGMA user_version = {}", kApplication, newest));
        !done)
      return done;
    return transaction->commit();
  }

  Result<std::optional<Validators>> validators(std::string_view key) override {
    const std::lock_guard hold(mutex_);
    auto statement = Statement::prepare(*database_, "SELECT etag, last_modified, digest FROM source WHERE key = ?");
    if (!statement) return Failure(statement.error());
    const auto row = statement->bind(key).next();
    if (!row) return Failure(row.error());
    if (!*row) return std::optional<Validators>();
    return Validators{statement->text(0), statement->text(1), statement->text(2)};
  }

  Result<void> put_validators(std::string_view key, const Validators& validators) override {
    return change(
        "INSERT INTO source (key, etag, last_modified, digest) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (key) DO UPDATE SET etag = excluded.etag, last_modified = excluded.last_modified, digest = excluded.digest",
        std::span(&validators, 1), [&](Statement& statement, const Validators& row) {
          statement.bind(key).bind(row.etag).bind(row.last_modified).bind(row.digest);
        });
  }

  Result<std::string> kind(std::string_view key) override {
    const std::lock_guard hold(mutex_);
    auto statement = Statement::prepare(*database_, "SELECT kind FROM kind WHERE key = ?");
    if (!statement) return Failure(statement.error());
    const auto row = statement->bind(key).next();
    if (!row) return Failure(row.error());
    return *row ? statement->text(0) : std::string();
  }

  Result<void> put_kind(std::string_view key, std::string_view kind) override {
    return change("INSERT INTO kind (key, kind) VALUES (?, ?) ON CONFLICT (key) DO UPDATE SET kind = excluded.kind",
                  std::span<const std::string_view>(&kind, 1),
                  [&](Statement& statement, std::string_view word) { statement.bind(key).bind(word); });
  }

  Result<std::vector<StoredItem>> items(std::string_view feed) override {
    const std::lock_guard hold(mutex_);
    auto statement = Statement::prepare(
        *database_,
        "SELECT id, json, source, first_seen, last_seen FROM item WHERE feed = ? ORDER BY first_seen, number");
    if (!statement) return Failure(statement.error());
    statement->bind(feed);
    std::vector<StoredItem> found;
    for (;;) {
      const auto row = statement->next();
      if (!row) return Failure(row.error());
      if (!*row) return found;
      found.push_back(
          {statement->text(0), statement->text(1), statement->text(2), statement->number(3), statement->number(4)});
    }
  }

  Result<void> put_items(std::string_view feed, std::span<const StoredItem> items) override {
    return change(
        "INSERT INTO item (feed, id, json, source, first_seen, last_seen) VALUES (?, ?, ?, ?, ?, ?) "
        "ON CONFLICT (feed, id) DO UPDATE SET json = excluded.json, source = excluded.source, last_seen = excluded.last_seen",
        items, [&](Statement& statement, const StoredItem& row) {
          statement.bind(feed).bind(row.id).bind(row.json).bind(row.source).bind(row.first_seen).bind(row.last_seen);
        });
  }

  Result<void> remove_items(std::string_view feed, std::span<const std::string> ids) override {
    return change("DELETE FROM item WHERE feed = ? AND id = ?", ids,
                  [&](Statement& statement, const std::string& id) { statement.bind(feed).bind(id); });
  }

  Result<std::map<std::string, Delivery>> deliveries(std::string_view target, std::string_view topic) override {
    const std::lock_guard hold(mutex_);
    auto statement = Statement::prepare(
        *database_, "SELECT id, fingerprint, delivered_at FROM delivery WHERE target = ? AND topic = ?");
    if (!statement) return Failure(statement.error());
    statement->bind(target).bind(topic);
    std::map<std::string, Delivery> found;
    for (;;) {
      const auto row = statement->next();
      if (!row) return Failure(row.error());
      if (!*row) return found;
      Delivery delivery{statement->text(0), statement->text(1), statement->number(2)};
      found.insert_or_assign(delivery.id, delivery);
    }
  }

  Result<void> put_deliveries(std::string_view target, std::string_view topic,
                              std::span<const Delivery> deliveries) override {
    return change(
        "INSERT INTO delivery (target, topic, id, fingerprint, delivered_at) VALUES (?, ?, ?, ?, ?) "
        "ON CONFLICT (target, topic, id) DO UPDATE SET fingerprint = excluded.fingerprint, delivered_at = excluded.delivered_at",
        deliveries, [&](Statement& statement, const Delivery& row) {
          statement.bind(target).bind(topic).bind(row.id).bind(row.fingerprint).bind(row.delivered_at);
        });
  }

 private:
  // The schema's version; fails where the file belongs to another program or to a later version of this one.
  Result<std::int64_t> version(std::int64_t newest) {
    const auto application = number_of(*database_, "PRAGMA application_id");
    if (!application) return application;
    const auto known = number_of(*database_, "PRAGMA user_version");
    if (!known) return known;
    const auto tables = number_of(*database_, "SELECT count(*) FROM sqlite_schema");
    if (!tables) return tables;
    if (*application != kApplication && (*application != 0 || *known != 0 || *tables != 0))
      return fail(Cause::storage, "{}: is a database of another program; name another with --store", database_->path());
    if (*known > newest)
      return fail(
          Cause::storage,
          "{}: was written by a newer syndicat (schema {}, this one knows {}); install that, or name another with --store",
          database_->path(), *known, newest);
    return known;
  }

  // Runs the statement for each of the rows, all or none.
  template <typename Row, typename Bind>
  Result<void> change(std::string_view sql, std::span<const Row> rows, Bind bind) {
    const std::lock_guard hold(mutex_);
    auto transaction = Transaction::begin(*database_);
    if (!transaction) return Failure(transaction.error());
    {
      auto statement = Statement::prepare(*database_, sql);
      if (!statement) return Failure(statement.error());
      for (const auto& row : rows) {
        bind(*statement, row);
        if (auto done = statement->run(); !done) return done;
      }
    }
    return transaction->commit();
  }

  std::unique_ptr<Database> database_;
  std::mutex mutex_;  // a transaction belongs to one thread at a time
};

}  // namespace

Result<std::unique_ptr<Store>> open_sqlite(const std::string& path, double wait_seconds) {
  const auto& use = sqlite();
  if (!use) return Failure(use.error());
  const bool in_memory = path == ":memory:";
  if (!in_memory)
    if (auto made = make_place(path); !made) return Failure(made.error());
  auto database = std::make_unique<Database>(*use, path);
  if (auto opened = database->open(wait_seconds); !opened) return Failure(opened.error());
  auto store = std::make_unique<SqliteStore>(std::move(database));
  if (auto prepared = store->prepare(in_memory); !prepared) return Failure(prepared.error());
  return store;
}

}  // namespace syndicat::store
