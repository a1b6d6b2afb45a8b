#include "model/identity.hpp"

#include "extract/extract.hpp"

namespace syndicat::extract {

Result<std::string> derive_id(const model::Item& item) { return model::derive_id(item); }

}  // namespace syndicat::extract
