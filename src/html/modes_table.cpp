// Insertion modes within tables (sections 13.2.6.4.9 to 15).

#include <algorithm>

#include "html/tree_builder.hpp"
#include "text/unicode.hpp"

namespace syndicat::html {

using enum TokenKind;

void TreeBuilder::clear_stack_to(std::initializer_list<Name> wanted) {
  const auto is_wanted = [&](Key key) {
    return key == names::kHtml || key == names::kTemplate ||
           std::find(wanted.begin(), wanted.end(), key) != wanted.end();
  };
  while (!is_wanted(current().key)) pop();
}

bool TreeBuilder::in_table_anything_else(Token& token) {
  error("misplaced-content-in-table", token);
  foster_parenting_ = true;
  const bool again = in_body(token);
  foster_parenting_ = false;
  return again;
}

bool TreeBuilder::in_table(Token& token) {
  using namespace names;
  switch (token.kind) {
    case TokenKind::text:
      switch (current().key) {
        case kTable:
        case kTbody:
        case kTemplate:
        case kTfoot:
        case kThead:
        case kTr:
          table_text_.clear();
          original_mode_ = mode_;
          mode_ = InsertionMode::in_table_text;
          return true;
        default: return in_table_anything_else(token);
      }
    case comment: insert_comment(token); return false;
    case doctype: error("unexpected-doctype", token); return false;
    case start_tag:
      switch (token.name) {
        case kCaption:
          clear_stack_to({kTable});
          push_marker();
          insert_element(token);
          mode_ = InsertionMode::in_caption;
          return false;
        case kColgroup:
          clear_stack_to({kTable});
          insert_element(token);
          mode_ = InsertionMode::in_column_group;
          return false;
        case kCol:
          clear_stack_to({kTable});
          insert_html(kColgroup);
          mode_ = InsertionMode::in_column_group;
          return true;
        case kTbody:
        case kTfoot:
        case kThead:
          clear_stack_to({kTable});
          insert_element(token);
          mode_ = InsertionMode::in_table_body;
          return false;
        case kTd:
        case kTh:
        case kTr:
          clear_stack_to({kTable});
          insert_html(kTbody);
          mode_ = InsertionMode::in_table_body;
          return true;
        case kTable:
          error("unexpected-start-tag", token);
          if (!in_scope(kTable, Scope::table)) return false;
          pop_until(kTable);
          reset_insertion_mode();
          return true;
        case kStyle:
        case kScript:
        case kTemplate: return in_head(token);
        case kInput:
          if (!text::equals_ignoring_case(attribute(token, kType), "hidden")) break;
          error("unexpected-start-tag", token);
          insert_void(token);
          return false;
        case kForm:
          error("unexpected-start-tag", token);
          if (is_open(kTemplate) || form_ != 0) return false;
          form_ = insert_element(token);
          pop();
          return false;
        default: break;
      }
      break;
    case end_tag:
      switch (token.name) {
        case kTable:
          if (!in_scope(kTable, Scope::table)) {
            error("unexpected-end-tag", token);
            return false;
          }
          pop_until(kTable);
          reset_insertion_mode();
          return false;
        case kBody:
        case kCaption:
        case kCol:
        case kColgroup:
        case kHtml:
        case kTbody:
        case kTd:
        case kTfoot:
        case kTh:
        case kThead:
        case kTr: error("unexpected-end-tag", token); return false;
        case kTemplate: return in_head(token);
        default: break;
      }
      break;
    case end: return in_body(token);
  }
  return in_table_anything_else(token);
}

bool TreeBuilder::in_table_text(Token& token) {
  if (token.kind == TokenKind::text) {
    std::string_view text = token.text;
    bool lasting = token.lasting;
    if (tokenizer_.page_has_nul() && text.find('\0') != std::string_view::npos) {
      std::string kept;
      std::copy_if(text.begin(), text.end(), std::back_inserter(kept), [](char c) { return c != '\0'; });
      text = state_->arena.keep(kept);
      lasting = true;
    } else if (!lasting) {
      text = state_->arena.keep(text);
      lasting = true;
    }
    if (!text.empty()) table_text_.push_back({text, token.offset, lasting});
    return false;
  }
  const bool blank = std::all_of(table_text_.begin(), table_text_.end(), [](const Piece& piece) {
    return std::all_of(piece.text.begin(), piece.text.end(), is_html_space);
  });
  for (const Piece& piece : table_text_) {
    if (blank) {
      insert_text(piece.text, piece.offset, piece.lasting);
      continue;
    }
    Token part;
    part.kind = TokenKind::text;
    part.text = piece.text;
    part.offset = piece.offset;
    part.lasting = piece.lasting;
    in_table_anything_else(part);
  }
  table_text_.clear();
  mode_ = original_mode_;
  return true;
}

bool TreeBuilder::in_caption(Token& token) {
  using namespace names;
  const auto close_caption = [&] {
    if (!in_scope(kCaption, Scope::table)) {
      error(token.kind == end_tag ? "unexpected-end-tag" : "unexpected-start-tag", token);
      return false;
    }
    imply_end_tags();
    if (current().key != kCaption) error("misnested-tag", token);
    pop_until(kCaption);
    clear_to_marker();
    mode_ = InsertionMode::in_table;
    return true;
  };
  if (token.kind == end_tag) {
    switch (token.name) {
      case kCaption: close_caption(); return false;
      case kTable: return close_caption();
      case kBody:
      case kCol:
      case kColgroup:
      case kHtml:
      case kTbody:
      case kTd:
      case kTfoot:
      case kTh:
      case kThead:
      case kTr: error("unexpected-end-tag", token); return false;
      default: break;
    }
  }
  if (token.kind == start_tag) {
    switch (token.name) {
      case kCaption:
      case kCol:
      case kColgroup:
      case kTbody:
      case kTd:
      case kTfoot:
      case kTh:
      case kThead:
      case kTr: return close_caption();
      default: break;
    }
  }
  return in_body(token);
}

bool TreeBuilder::in_column_group(Token& token) {
  using namespace names;
  switch (token.kind) {
    case TokenKind::text:
      insert_text(take_space(token));
      if (token.text.empty()) return false;
      break;
    case comment: insert_comment(token); return false;
    case doctype: error("unexpected-doctype", token); return false;
    case start_tag:
      if (token.name == kHtml) return in_body(token);
      if (token.name == kTemplate) return in_head(token);
      if (token.name == kCol) {
        insert_void(token);
        return false;
      }
      break;
    case end_tag:
      if (token.name == kTemplate) return in_head(token);
      if (token.name == kCol) {
        error("unexpected-end-tag", token);
        return false;
      }
      if (token.name == kColgroup) {
        if (current().key != kColgroup) {
          error("unexpected-end-tag", token);
        } else {
          pop_and_switch(InsertionMode::in_table);
        }
        return false;
      }
      break;
    case end: return in_body(token);
  }
  if (current().key != kColgroup) {
    error("misplaced-content-in-table", token);
    return false;
  }
  return pop_and_switch(InsertionMode::in_table);
}

bool TreeBuilder::in_table_body(Token& token) {
  using namespace names;
  const auto leave = [&] {
    if (!in_scope(kTbody, Scope::table) && !in_scope(kThead, Scope::table) && !in_scope(kTfoot, Scope::table)) {
      error("unexpected-tag-in-table", token);
      return false;
    }
    clear_stack_to({kTbody, kTfoot, kThead});
    return pop_and_switch(InsertionMode::in_table);
  };
  if (token.kind == start_tag) {
    switch (token.name) {
      case kTr:
        clear_stack_to({kTbody, kTfoot, kThead});
        insert_element(token);
        mode_ = InsertionMode::in_row;
        return false;
      case kTh:
      case kTd:
        error("unexpected-start-tag", token);
        clear_stack_to({kTbody, kTfoot, kThead});
        insert_html(kTr);
        mode_ = InsertionMode::in_row;
        return true;
      case kCaption:
      case kCol:
      case kColgroup:
      case kTbody:
      case kTfoot:
      case kThead: return leave();
      default: break;
    }
  }
  if (token.kind == end_tag) {
    switch (token.name) {
      case kTbody:
      case kTfoot:
      case kThead:
        if (!in_scope(token.name, Scope::table)) {
          error("unexpected-end-tag", token);
          return false;
        }
        clear_stack_to({kTbody, kTfoot, kThead});
        pop_and_switch(InsertionMode::in_table);
        return false;
      case kTable: return leave();
      case kBody:
      case kCaption:
      case kCol:
      case kColgroup:
      case kHtml:
      case kTd:
      case kTh:
      case kTr: error("unexpected-end-tag", token); return false;
      default: break;
    }
  }
  return in_table(token);
}

bool TreeBuilder::in_row(Token& token) {
  using namespace names;
  const auto leave = [&](Name wanted) {
    if (!in_scope(wanted, Scope::table)) {
      error("unexpected-tag-in-table", token);
      return false;
    }
    clear_stack_to({kTr});
    return pop_and_switch(InsertionMode::in_table_body);
  };
  if (token.kind == start_tag) {
    switch (token.name) {
      case kTh:
      case kTd:
        clear_stack_to({kTr});
        insert_element(token);
        mode_ = InsertionMode::in_cell;
        push_marker();
        return false;
      case kCaption:
      case kCol:
      case kColgroup:
      case kTbody:
      case kTfoot:
      case kThead:
      case kTr: return leave(kTr);
      default: break;
    }
  }
  if (token.kind == end_tag) {
    switch (token.name) {
      case kTr: leave(kTr); return false;
      case kTable: return leave(kTr);
      case kTbody:
      case kTfoot:
      case kThead:
        if (!in_scope(token.name, Scope::table)) {
          error("unexpected-end-tag", token);
          return false;
        }
        if (!in_scope(kTr, Scope::table)) return false;
        return leave(kTr);
      case kBody:
      case kCaption:
      case kCol:
      case kColgroup:
      case kHtml:
      case kTd:
      case kTh: error("unexpected-end-tag", token); return false;
      default: break;
    }
  }
  return in_table(token);
}

void TreeBuilder::close_cell() {
  imply_end_tags();
  while (stack_.size() > 1) {
    const Key key = current().key;
    pop();
    if (key == names::kTd || key == names::kTh) break;
  }
  clear_to_marker();
  mode_ = InsertionMode::in_row;
}

bool TreeBuilder::in_cell(Token& token) {
  using namespace names;
  if (token.kind == end_tag) {
    switch (token.name) {
      case kTd:
      case kTh:
        if (!in_scope(token.name, Scope::table)) {
          error("unexpected-end-tag", token);
          return false;
        }
        imply_end_tags();
        if (current().key != token.name) error("misnested-tag", token);
        pop_until(token.name);
        clear_to_marker();
        mode_ = InsertionMode::in_row;
        return false;
      case kBody:
      case kCaption:
      case kCol:
      case kColgroup:
      case kHtml: error("unexpected-end-tag", token); return false;
      case kTable:
      case kTbody:
      case kTfoot:
      case kThead:
      case kTr:
        if (!in_scope(token.name, Scope::table)) {
          error("unexpected-end-tag", token);
          return false;
        }
        close_cell();
        return true;
      default: break;
    }
  }
  if (token.kind == start_tag) {
    switch (token.name) {
      case kCaption:
      case kCol:
      case kColgroup:
      case kTbody:
      case kTd:
      case kTfoot:
      case kTh:
      case kThead:
      case kTr:
        if (!in_scope(kTd, Scope::table) && !in_scope(kTh, Scope::table)) {
          error("unexpected-start-tag", token);
          return false;
        }
        close_cell();
        return true;
      default: break;
    }
  }
  return in_body(token);
}

}  // namespace syndicat::html
