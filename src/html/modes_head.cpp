// Insertion modes up to the body, and those behind it (sections 13.2.6.4.1 to 6 and 19 to 23).

#include "html/quirks.hpp"
#include "html/tree_builder.hpp"

namespace syndicat::html {

using enum TokenKind;

bool TreeBuilder::initial(Token& token) {
  if (token.kind == TokenKind::text) {
    take_space(token);
    if (token.text.empty()) return false;
  }
  if (token.kind == comment) {
    insert_comment(token, Tree::kDocument);
    return false;
  }
  if (token.kind == doctype) {
    if (token.name != names::kHtml || token.has_public_id ||
        (token.has_system_id && token.system_id != "about:legacy-compat")) {
      error("unexpected-doctype", token);
    }
    insert_doctype(token);
    state_->mode = mode_of_doctype(token, state_->names.text(token.name));
    mode_ = InsertionMode::before_html;
    return false;
  }
  error("missing-doctype", token);
  state_->mode = Mode::quirks;
  mode_ = InsertionMode::before_html;
  return true;
}

bool TreeBuilder::before_html(Token& token) {
  if (token.kind == doctype) {
    error("unexpected-doctype", token);
    return false;
  }
  if (token.kind == comment) {
    insert_comment(token, Tree::kDocument);
    return false;
  }
  if (token.kind == TokenKind::text) {
    take_space(token);
    if (token.text.empty()) return false;
  }
  if (token.kind == start_tag && token.name == names::kHtml) {
    const std::uint32_t node = create(token, Namespace::html);
    state_->insert(node, Tree::kDocument, 0);
    push(node, names::kHtml);
    mode_ = InsertionMode::before_head;
    return false;
  }
  if (token.kind == end_tag && token.name != names::kHead && token.name != names::kBody && token.name != names::kHtml &&
      token.name != names::kBr) {
    error("unexpected-end-tag", token);
    return false;
  }
  insert_html(names::kHtml);
  mode_ = InsertionMode::before_head;
  return true;
}

bool TreeBuilder::before_head(Token& token) {
  switch (token.kind) {
    case TokenKind::text:
      take_space(token);
      if (token.text.empty()) return false;
      break;
    case comment: insert_comment(token); return false;
    case doctype: error("unexpected-doctype", token); return false;
    case start_tag:
      if (token.name == names::kHtml) return in_body(token);
      if (token.name == names::kHead) {
        head_ = insert_element(token);
        mode_ = InsertionMode::in_head;
        return false;
      }
      break;
    case end_tag:
      if (token.name != names::kHead && token.name != names::kBody && token.name != names::kHtml &&
          token.name != names::kBr) {
        error("unexpected-end-tag", token);
        return false;
      }
      break;
    case end: break;
  }
  head_ = insert_html(names::kHead);
  mode_ = InsertionMode::in_head;
  return true;
}

void TreeBuilder::raw_text_element(Token& token, Content content) {
  insert_element(token);
  tokenizer_.set_content(content, token.name);
  original_mode_ = mode_;
  mode_ = InsertionMode::text;
}

bool TreeBuilder::template_end_tag(Token& token) {
  if (!is_open(names::kTemplate)) {
    error("unexpected-end-tag", token);
    return false;
  }
  imply_end_tags_thoroughly();
  if (current().key != names::kTemplate) error("misnested-tag", token);
  pop_until(names::kTemplate);
  clear_to_marker();
  template_modes_.pop_back();
  reset_insertion_mode();
  return false;
}

bool TreeBuilder::in_head(Token& token) {
  switch (token.kind) {
    case TokenKind::text:
      insert_text(take_space(token));
      if (token.text.empty()) return false;
      break;
    case comment: insert_comment(token); return false;
    case doctype: error("unexpected-doctype", token); return false;
    case start_tag:
      switch (token.name) {
        case names::kHtml: return in_body(token);
        case names::kBase:
        case names::kBasefont:
        case names::kBgsound:
        case names::kLink:
        case names::kMeta: insert_void(token); return false;
        case names::kTitle: raw_text_element(token, Content::rcdata); return false;
        case names::kNoframes:
        case names::kStyle: raw_text_element(token, Content::rawtext); return false;
        case names::kNoscript:
          insert_element(token);
          mode_ = InsertionMode::in_head_noscript;
          return false;
        case names::kScript: raw_text_element(token, Content::script); return false;
        case names::kTemplate:
          insert_element(token);
          push_marker();
          frameset_ok_ = false;
          mode_ = InsertionMode::in_template;
          template_modes_.push_back(InsertionMode::in_template);
          return false;
        case names::kHead: error("unexpected-start-tag", token); return false;
        default: break;
      }
      break;
    case end_tag:
      switch (token.name) {
        case names::kHead:
          pop();
          mode_ = InsertionMode::after_head;
          return false;
        case names::kBody:
        case names::kHtml:
        case names::kBr: break;
        case names::kTemplate: return template_end_tag(token);
        default: error("unexpected-end-tag", token); return false;
      }
      break;
    case end: break;
  }
  return pop_and_switch(InsertionMode::after_head);
}

bool TreeBuilder::in_head_noscript(Token& token) {
  switch (token.kind) {
    case TokenKind::text: {
      insert_text(take_space(token));
      if (token.text.empty()) return false;
      break;
    }
    case comment: return in_head(token);
    case doctype: error("unexpected-doctype", token); return false;
    case start_tag:
      switch (token.name) {
        case names::kHtml: return in_body(token);
        case names::kBasefont:
        case names::kBgsound:
        case names::kLink:
        case names::kMeta:
        case names::kNoframes:
        case names::kStyle: return in_head(token);
        case names::kHead:
        case names::kNoscript: error("unexpected-start-tag", token); return false;
        default: break;
      }
      break;
    case end_tag:
      if (token.name == names::kNoscript) {
        pop();
        mode_ = InsertionMode::in_head;
        return false;
      }
      if (token.name != names::kBr) {
        error("unexpected-end-tag", token);
        return false;
      }
      break;
    case end: break;
  }
  error("unexpected-content-in-noscript", token);
  return pop_and_switch(InsertionMode::in_head);
}

bool TreeBuilder::after_head(Token& token) {
  switch (token.kind) {
    case TokenKind::text:
      insert_text(take_space(token));
      if (token.text.empty()) return false;
      break;
    case comment: insert_comment(token); return false;
    case doctype: error("unexpected-doctype", token); return false;
    case start_tag:
      switch (token.name) {
        case names::kHtml: return in_body(token);
        case names::kBody:
          insert_element(token);
          frameset_ok_ = false;
          mode_ = InsertionMode::in_body;
          return false;
        case names::kFrameset:
          insert_element(token);
          mode_ = InsertionMode::in_frameset;
          return false;
        case names::kBase:
        case names::kBasefont:
        case names::kBgsound:
        case names::kLink:
        case names::kMeta:
        case names::kNoframes:
        case names::kScript:
        case names::kStyle:
        case names::kTemplate:
        case names::kTitle: {
          error("unexpected-start-tag", token);
          const std::uint32_t head = head_;
          push(head, names::kHead);
          in_head(token);
          remove_open(head);
          return false;
        }
        case names::kHead: error("unexpected-start-tag", token); return false;
        default: break;
      }
      break;
    case end_tag:
      if (token.name == names::kTemplate) return template_end_tag(token);
      if (token.name != names::kBody && token.name != names::kHtml && token.name != names::kBr) {
        error("unexpected-end-tag", token);
        return false;
      }
      break;
    case end: break;
  }
  insert_html(names::kBody);
  mode_ = InsertionMode::in_body;
  return true;
}

bool TreeBuilder::text(Token& token) {
  if (token.kind == TokenKind::text) {
    insert_text(token);
    return false;
  }
  if (token.kind == end) error("unclosed-element", token);
  pop();
  mode_ = original_mode_;
  return token.kind == end;
}

bool TreeBuilder::after_body(Token& token) {
  switch (token.kind) {
    case TokenKind::text: {
      Token space = take_space(token);
      if (!space.text.empty()) in_body(space);
      if (token.text.empty()) return false;
      break;
    }
    case comment: insert_comment(token, stack_.front().node); return false;
    case doctype: error("unexpected-doctype", token); return false;
    case start_tag:
      if (token.name == names::kHtml) return in_body(token);
      break;
    case end_tag:
      if (token.name == names::kHtml) {
        if (context_.node != 0) {
          error("unexpected-end-tag", token);
        } else {
          mode_ = InsertionMode::after_after_body;
        }
        return false;
      }
      break;
    case end: return stop_parsing(token);
  }
  error("unexpected-content-after-body", token);
  mode_ = InsertionMode::in_body;
  return true;
}

bool TreeBuilder::in_frameset(Token& token) {
  switch (token.kind) {
    case TokenKind::text:
      keep_only_space(token);
      insert_text(token);
      return false;
    case comment: insert_comment(token); return false;
    case doctype: break;
    case start_tag:
      switch (token.name) {
        case names::kHtml: return in_body(token);
        case names::kFrameset: insert_element(token); return false;
        case names::kFrame: insert_void(token); return false;
        case names::kNoframes: return in_head(token);
        default: break;
      }
      break;
    case end_tag:
      if (token.name == names::kFrameset) {
        if (stack_.size() == 1) break;
        pop();
        if (context_.node == 0 && current().key != names::kFrameset) mode_ = InsertionMode::after_frameset;
        return false;
      }
      break;
    case end: return stop_parsing(token);
  }
  error("unexpected-content-in-frameset", token);
  return false;
}

bool TreeBuilder::after_frameset(Token& token) {
  switch (token.kind) {
    case TokenKind::text:
      keep_only_space(token);
      insert_text(token);
      return false;
    case comment: insert_comment(token); return false;
    case doctype: break;
    case start_tag:
      if (token.name == names::kHtml) return in_body(token);
      if (token.name == names::kNoframes) return in_head(token);
      break;
    case end_tag:
      if (token.name == names::kHtml) {
        mode_ = InsertionMode::after_after_frameset;
        return false;
      }
      break;
    case end: return stop_parsing(token);
  }
  error("unexpected-content-after-frameset", token);
  return false;
}

bool TreeBuilder::after_after_body(Token& token) {
  switch (token.kind) {
    case comment: insert_comment(token, Tree::kDocument); return false;
    case doctype: return in_body(token);
    case TokenKind::text: {
      Token space = take_space(token);
      if (!space.text.empty()) in_body(space);
      if (token.text.empty()) return false;
      break;
    }
    case start_tag:
      if (token.name == names::kHtml) return in_body(token);
      break;
    case end_tag: break;
    case end: return stop_parsing(token);
  }
  error("unexpected-content-after-body", token);
  mode_ = InsertionMode::in_body;
  return true;
}

bool TreeBuilder::after_after_frameset(Token& token) {
  switch (token.kind) {
    case comment: insert_comment(token, Tree::kDocument); return false;
    case doctype: return in_body(token);
    case TokenKind::text: keep_only_space(token); return token.text.empty() ? false : in_body(token);
    case start_tag:
      if (token.name == names::kHtml) return in_body(token);
      if (token.name == names::kNoframes) return in_head(token);
      break;
    case end_tag: break;
    case end: return stop_parsing(token);
  }
  error("unexpected-content-after-frameset", token);
  return false;
}

bool TreeBuilder::stop_parsing(Token&) {
  stopped_ = true;
  return false;
}

}  // namespace syndicat::html
