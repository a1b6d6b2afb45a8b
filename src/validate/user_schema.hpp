#pragma once
// A schema that a person brings: RELAX NG, XML Schema, or JSON Schema draft 4.

#include <memory>
#include <string>

#include "base/result.hpp"
#include "validate/validate.hpp"

namespace syndicat::validate {

class UserSchema {
 public:
  // The kind is told by the content. `path`: where the bytes are from, "-" for standard input; an XML schema's own
  // parts are sought beside it. Fails as `misuse` with place and words. To be called before documents are checked in
  // threads.
  static Result<UserSchema> read(std::string bytes, const std::string& path);

  // An XML schema is for XML documents, a JSON schema for JSON ones that are one value.
  bool is_for(const Report& report) const;

  // Adds what the schema has against the document, as findings of the rule "user-schema"; nothing where the document is
  // not well-formed, which is a finding already. Fails as `misuse` where the
  // schema cannot be answered. May be called from several threads.
  Result<void> check(Report& report, const Options& options) const;

  const std::string& path() const { return path_; }

  UserSchema(UserSchema&&) noexcept;
  UserSchema& operator=(UserSchema&&) noexcept;
  ~UserSchema();

 private:
  struct Kind;
  UserSchema(std::string path, std::unique_ptr<Kind> kind);
  std::string path_;
  std::unique_ptr<Kind> kind_;
};

}  // namespace syndicat::validate
