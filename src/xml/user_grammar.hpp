#pragma once
// A grammar that a person brings, RELAX NG (XML form) or XML Schema 1.0, by libxml2. What it includes or imports is
// read from its own folder and those below, never from elsewhere and never from the network.

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "xml/document.hpp"

namespace syndicat::xml {

class UserGrammar {
 public:
  // `path`: where the bytes are from; messages name it, and what is included is sought beside it. Which of the two
  // kinds it is, its first element tells. Fails as `misuse` with the line where there is one. To be called while no
  // other thread parses, since libxml2 has one way to files for all of them.
  static Result<UserGrammar> read(const std::string& bytes, const std::string& path);

  // What libxml2 has against a document in UTF-8 that our reader took for well-formed within `limits`, each at the
  // start tag of the element that it names; what only follows from a complaint further inside is left out. May be
  // called from several threads.
  std::vector<Flaw> check(const std::string& document, const Limits& limits) const;

  UserGrammar(UserGrammar&&) noexcept;
  UserGrammar& operator=(UserGrammar&&) noexcept;
  ~UserGrammar();

 private:
  struct State;
  explicit UserGrammar(std::unique_ptr<State> state);
  std::unique_ptr<State> state_;
};

}  // namespace syndicat::xml
