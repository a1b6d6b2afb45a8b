#include "html/tree_builder.hpp"

#include <algorithm>

#include "text/encoding.hpp"

namespace syndicat::html {
namespace {

namespace traits = names::traits;

// Elements that an author's missing end tags make the parser repeat: no real page comes near.
constexpr std::uint64_t kFreeClones = 50'000;

bool is_foreign_special(Key key) {
  using namespace names;
  switch (key) {
    case kMathKey | kMi:
    case kMathKey | kMo:
    case kMathKey | kMn:
    case kMathKey | kMs:
    case kMathKey | kMtext:
    case kMathKey | kAnnotationXml:
    case kSvgKey | kForeignObject:
    case kSvgKey | kDesc:
    case kSvgKey | kTitle: return true;
    default: return false;
  }
}

bool is_math_text_integration_point(Key key) {
  return key != (kMathKey | names::kAnnotationXml) && key > kMathKey && is_foreign_special(key);
}

// Section 13.2.3.5: line ends become line feeds. Gives where something was taken out.
std::vector<std::uint32_t> normalize_line_ends(std::string& text) {
  std::vector<std::uint32_t> dropped;
  std::size_t from = text.find('\r');
  if (from == std::string::npos) return dropped;
  std::size_t to = from;
  while (from < text.size()) {
    const std::size_t end = std::min(text.find('\r', from), text.size());
    std::memmove(text.data() + to, text.data() + from, end - from);
    to += end - from;
    from = end;
    if (from == text.size()) break;
    text[to++] = '\n';
    ++from;
    if (from < text.size() && text[from] == '\n') {
      ++from;
      dropped.push_back(static_cast<std::uint32_t>(to));
    }
  }
  text.resize(to);
  return dropped;
}

std::unique_ptr<Tree> prepare(std::string text, const Limits& limits) {
  auto state = std::make_unique<Tree>();
  const std::uint64_t largest = std::min<std::uint64_t>(limits.max_size, kNowhere - 1);
  if (text.size() > largest) {
    text.resize(largest);
    state->add_cut("the page is too large; the rest of it was left out");
  }
  if (!text::is_utf8(text)) text = text::decode(text, "UTF-8");
  state->text = std::move(text);
  state->dropped = normalize_line_ends(state->text);
  // A page has a node for some 30 bytes, and an attribute for some 50.
  state->nodes.reserve(state->text.size() / 40 + 32);
  state->attributes.reserve(state->text.size() / 60 + 32);
  return state;
}

}  // namespace

bool is_special(Key key) { return has_trait(key, traits::special) || is_foreign_special(key); }
bool ends_scope(Key key) { return has_trait(key, traits::scope) || is_foreign_special(key); }

TreeBuilder::TreeBuilder(std::string text, const Options& options)
    : state_(prepare(std::move(text), options.limits)),
      limits_(options.limits),
      tokenizer_(*state_, options.limits, options.keep_errors),
      clones_left_(kFreeClones + state_->text.size()) {
  limits_.max_depth = std::max(limits_.max_depth, 16U);
  stack_.reserve(64);
}

Document TreeBuilder::parse() {
  run();
  return finish();
}

// Section 13.4.
Document TreeBuilder::parse_fragment(std::string_view context) {
  Namespace space = Namespace::html;
  if (context.starts_with("svg ")) space = Namespace::svg;
  if (context.starts_with("math ")) space = Namespace::mathml;
  if (space != Namespace::html) context.remove_prefix(context.find(' ') + 1);
  const Name name = state_->intern(context);
  const std::uint32_t element = state_->add_node(Kind::element, kNowhere);
  state_->nodes[element].name_or_length = name;
  state_->nodes[element].space = space;
  context_ = {element, key_of(name, space), element, is_html_integration_point(key_of(name, space))};

  switch (context_.key) {
    case names::kTitle:
    case names::kTextarea: tokenizer_.set_content(Content::rcdata, names::kNoName); break;
    case names::kStyle:
    case names::kXmp:
    case names::kIframe:
    case names::kNoembed:
    case names::kNoframes: tokenizer_.set_content(Content::rawtext, names::kNoName); break;
    case names::kScript: tokenizer_.set_content(Content::script, names::kNoName); break;
    case names::kPlaintext: tokenizer_.set_content(Content::plaintext, names::kNoName); break;
    default: break;
  }
  const std::uint32_t root = insert_html(names::kHtml);
  if (context_.key == names::kTemplate) template_modes_.push_back(InsertionMode::in_template);
  if (context_.key == names::kForm) form_ = element;
  reset_insertion_mode();
  run();

  // The root held the fragment's nodes; now it is what they are found under.
  state_->remove(root);
  state_->nodes[root].kind = Kind::document;
  state_->nodes[root].name_or_length = names::kNoName;
  state_->root = root;
  return finish();
}

Document TreeBuilder::finish() {
  for (const RawError& raw : tokenizer_.take_errors()) {
    state_->errors.push_back({raw.name, state_->places.find(state_->text, state_->dropped, raw.offset)});
  }
  return Document(std::move(state_));
}

void TreeBuilder::run() {
  Token token;
  while (!stopped_) {
    tokenizer_.next(token, in_foreign());
    process(token);
    if (state_->nodes.size() > limits_.max_nodes && !stopped_) {
      state_->add_cut("the page has too many nodes; the rest of it was left out");
      Token end;
      end.offset = token.offset;
      process(end);
      break;
    }
  }
  while (!stack_.empty()) pop();
}

void TreeBuilder::process(Token& token) {
  if (skip_line_feed_) {
    skip_line_feed_ = false;
    if (token.kind == TokenKind::text && token.text.starts_with('\n')) {
      token.text.remove_prefix(1);
      if (token.lasting) ++token.offset;
      if (token.text.empty()) return;
    }
  }
  const bool self_closing = token.kind == TokenKind::start_tag && token.self_closing;
  const std::size_t nodes = state_->nodes.size();
  while (dispatch(token)) {
  }
  if (token.kind != TokenKind::start_tag) return;
  if (self_closing && token.self_closing) {
    error("non-void-html-element-start-tag-with-trailing-solidus", token);
  }
  // A tag that made no element leaves its attributes behind.
  if (state_->nodes.size() == nodes && token.first_attribute + token.attribute_count == state_->attributes.size()) {
    state_->attributes.shrink(token.first_attribute);
  }
}

bool TreeBuilder::in_foreign() const { return !stack_.empty() && adjusted_current_key() >= kSvgKey; }

Key TreeBuilder::adjusted_current_key() const {
  return stack_.size() == 1 && context_.node != 0 ? context_.key : stack_.back().key;
}

// The tree construction dispatcher at the head of section 13.2.6.
bool TreeBuilder::dispatch(Token& token) {
  if (in_foreign() && token.kind != TokenKind::end) {
    const bool is_context = stack_.size() == 1 && context_.node != 0;
    const Open& open = is_context ? context_ : current();
    const bool is_start = token.kind == TokenKind::start_tag;
    const bool is_text = token.kind == TokenKind::text;
    const bool as_html =
        (is_math_text_integration_point(open.key) &&
         (is_text || (is_start && token.name != names::kMglyph && token.name != names::kMalignmark))) ||
        (open.key == (kMathKey | names::kAnnotationXml) && is_start && token.name == names::kSvg) ||
        (open.html_integration_point && (is_start || is_text));
    if (!as_html) return in_foreign_content(token);
  }
  return by_mode(token);
}

bool TreeBuilder::by_mode(Token& token) {
  switch (mode_) {
    case InsertionMode::initial: return initial(token);
    case InsertionMode::before_html: return before_html(token);
    case InsertionMode::before_head: return before_head(token);
    case InsertionMode::in_head: return in_head(token);
    case InsertionMode::in_head_noscript: return in_head_noscript(token);
    case InsertionMode::after_head: return after_head(token);
    case InsertionMode::in_body: return in_body(token);
    case InsertionMode::text: return text(token);
    case InsertionMode::in_table: return in_table(token);
    case InsertionMode::in_table_text: return in_table_text(token);
    case InsertionMode::in_caption: return in_caption(token);
    case InsertionMode::in_column_group: return in_column_group(token);
    case InsertionMode::in_table_body: return in_table_body(token);
    case InsertionMode::in_row: return in_row(token);
    case InsertionMode::in_cell: return in_cell(token);
    case InsertionMode::in_template: return in_template(token);
    case InsertionMode::after_body: return after_body(token);
    case InsertionMode::in_frameset: return in_frameset(token);
    case InsertionMode::after_frameset: return after_frameset(token);
    case InsertionMode::after_after_body: return after_after_body(token);
    case InsertionMode::after_after_frameset: return after_after_frameset(token);
  }
  return false;
}

// Section 13.2.4.1.
void TreeBuilder::reset_insertion_mode() {
  for (std::size_t i = stack_.size(); i-- > 0;) {
    const bool last = i == 0;
    const Key key = last && context_.node != 0 ? context_.key : stack_[i].key;
    switch (key) {
      case names::kTd:
      case names::kTh:
        if (last) break;
        mode_ = InsertionMode::in_cell;
        return;
      case names::kTr: mode_ = InsertionMode::in_row; return;
      case names::kTbody:
      case names::kThead:
      case names::kTfoot: mode_ = InsertionMode::in_table_body; return;
      case names::kCaption: mode_ = InsertionMode::in_caption; return;
      case names::kColgroup: mode_ = InsertionMode::in_column_group; return;
      case names::kTable: mode_ = InsertionMode::in_table; return;
      case names::kTemplate: mode_ = template_modes_.back(); return;
      case names::kHead:
        if (last) break;
        mode_ = InsertionMode::in_head;
        return;
      case names::kBody: mode_ = InsertionMode::in_body; return;
      case names::kFrameset: mode_ = InsertionMode::in_frameset; return;
      case names::kHtml: mode_ = head_ == 0 ? InsertionMode::before_head : InsertionMode::after_head; return;
      default: break;
    }
    if (last) mode_ = InsertionMode::in_body;
  }
}

}  // namespace syndicat::html
