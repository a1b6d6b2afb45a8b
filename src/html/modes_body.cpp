// The "in body" insertion mode (section 13.2.6.4.7).

#include <algorithm>

#include "html/tree_builder.hpp"
#include "text/unicode.hpp"

namespace syndicat::html {

using enum TokenKind;

bool TreeBuilder::in_body(Token& token) {
  switch (token.kind) {
    case TokenKind::text: return body_text(token);
    case comment: insert_comment(token); return false;
    case doctype: error("unexpected-doctype", token); return false;
    case start_tag: return body_start_tag(token);
    case end_tag: return body_end_tag(token);
    case end:
      if (!template_modes_.empty()) return in_template(token);
      if (tokenizer_.keeps_errors()) {
        for (const Open& open : stack_) {
          if (!has_trait(open.key, names::traits::implied | names::traits::thorough) && open.key != names::kBody &&
              open.key != names::kHtml) {
            tokenizer_.add_error("unclosed-element", state_->nodes[open.node].offset);
          }
        }
      }
      return stop_parsing(token);
  }
  return false;
}

bool TreeBuilder::body_text(Token& token) {
  if (tokenizer_.page_has_nul() && token.text.find('\0') != std::string_view::npos) {
    std::string kept;
    std::copy_if(token.text.begin(), token.text.end(), std::back_inserter(kept), [](char c) { return c != '\0'; });
    scratch_ = std::move(kept);
    token.text = scratch_;
    token.lasting = false;
  }
  if (token.text.empty()) return false;
  reconstruct_formatting();
  insert_text(token);
  if (frameset_ok_) frameset_ok_ = std::all_of(token.text.begin(), token.text.end(), is_html_space);
  return false;
}

// <li>, <dd> and <dt> close the one of their kind that is open.
void TreeBuilder::list_item(Token& token) {
  frameset_ok_ = false;
  const bool is_li = token.name == names::kLi;
  for (std::size_t i = stack_.size(); i-- > 0;) {
    const Key key = stack_[i].key;
    if (is_li ? key == names::kLi : key == names::kDd || key == names::kDt) {
      imply_end_tags(key);
      pop_until(key);
      break;
    }
    if (is_special(key) && key != names::kAddress && key != names::kDiv && key != names::kP) break;
  }
  close_p_in_button_scope();
  insert_element(token);
}

bool TreeBuilder::body_start_tag(Token& token) {
  using namespace names;
  switch (token.name) {
    case kHtml:
      error("unexpected-start-tag", token);
      if (!is_open(kTemplate)) merge_attributes(stack_.front().node, token);
      return false;
    case kBase:
    case kBasefont:
    case kBgsound:
    case kLink:
    case kMeta:
    case kNoframes:
    case kScript:
    case kStyle:
    case kTemplate:
    case kTitle: return in_head(token);
    case kBody:
      error("unexpected-start-tag", token);
      if (stack_.size() == 1 || stack_[1].key != kBody || is_open(kTemplate)) return false;
      frameset_ok_ = false;
      merge_attributes(stack_[1].node, token);
      return false;
    case kFrameset:
      error("unexpected-start-tag", token);
      if (stack_.size() == 1 || stack_[1].key != kBody || !frameset_ok_) return false;
      state_->remove(stack_[1].node);
      hidden_.clear();
      pop_until_place(1);
      insert_element(token);
      mode_ = InsertionMode::in_frameset;
      return false;
    case kAddress:
    case kArticle:
    case kAside:
    case kBlockquote:
    case kCenter:
    case kDetails:
    case kDialog:
    case kDir:
    case kDiv:
    case kDl:
    case kFieldset:
    case kFigcaption:
    case kFigure:
    case kFooter:
    case kHeader:
    case kHgroup:
    case kMain:
    case kMenu:
    case kNav:
    case kOl:
    case kP:
    case kSearch:
    case kSection:
    case kSummary:
    case kUl:
      close_p_in_button_scope();
      insert_element(token);
      return false;
    case kH1:
    case kH2:
    case kH3:
    case kH4:
    case kH5:
    case kH6:
      close_p_in_button_scope();
      if (current().key >= kH1 && current().key <= kH6) {
        error("unexpected-start-tag", token);
        pop();
      }
      insert_element(token);
      return false;
    case kPre:
    case kListing:
      close_p_in_button_scope();
      insert_element(token);
      skip_line_feed_ = true;
      frameset_ok_ = false;
      return false;
    case kForm: {
      const bool in_template_content = is_open(kTemplate);
      if (form_ != 0 && !in_template_content) {
        error("unexpected-start-tag", token);
        return false;
      }
      close_p_in_button_scope();
      const std::uint32_t form = insert_element(token);
      if (!in_template_content) form_ = form;
      return false;
    }
    case kLi:
    case kDd:
    case kDt: list_item(token); return false;
    case kPlaintext:
      close_p_in_button_scope();
      insert_element(token);
      tokenizer_.set_content(Content::plaintext, kNoName);
      return false;
    case kButton:
      if (in_scope(kButton)) {
        error("unexpected-start-tag", token);
        imply_end_tags();
        pop_until(kButton);
      }
      reconstruct_formatting();
      insert_element(token);
      frameset_ok_ = false;
      return false;
    case kA:
      if (const std::size_t entry = find_formatting(kA); entry != kNotFound) {
        error("unexpected-start-tag", token);
        const std::uint32_t node = formatting_[entry].node;
        adopt(kA);
        if (const std::size_t left = find_formatting_node(node); left != kNotFound) {
          formatting_.erase(formatting_.begin() + static_cast<std::ptrdiff_t>(left));
        }
        remove_open(node);
      }
      reconstruct_formatting();
      push_formatting(insert_element(token), token.name);
      return false;
    case kB:
    case kBig:
    case kCode:
    case kEm:
    case kFont:
    case kI:
    case kS:
    case kSmall:
    case kStrike:
    case kStrong:
    case kTt:
    case kU:
      reconstruct_formatting();
      push_formatting(insert_element(token), token.name);
      return false;
    case kNobr:
      reconstruct_formatting();
      if (in_scope(kNobr)) {
        error("unexpected-start-tag", token);
        if (!adopt(kNobr)) any_other_end_tag(token);
        reconstruct_formatting();
      }
      push_formatting(insert_element(token), token.name);
      return false;
    case kApplet:
    case kMarquee:
    case kObject:
      reconstruct_formatting();
      insert_element(token);
      push_marker();
      frameset_ok_ = false;
      return false;
    case kTable:
      if (state_->mode != Mode::quirks) close_p_in_button_scope();
      insert_element(token);
      frameset_ok_ = false;
      mode_ = InsertionMode::in_table;
      return false;
    case kImage:
      error("unexpected-start-tag", token);
      token.name = kImg;
      [[fallthrough]];
    case kArea:
    case kBr:
    case kEmbed:
    case kImg:
    case kKeygen:
    case kWbr:
      reconstruct_formatting();
      insert_void(token);
      frameset_ok_ = false;
      return false;
    case kInput: {
      if (context_.key == kSelect) {
        error("unexpected-start-tag", token);
        return false;
      }
      if (in_scope(kSelect)) {
        error("unexpected-start-tag", token);
        pop_until(kSelect);
      }
      reconstruct_formatting();
      const bool hidden = text::equals_ignoring_case(attribute(token, kType), "hidden");
      insert_void(token);
      if (!hidden) frameset_ok_ = false;
      return false;
    }
    case kParam:
    case kSource:
    case kTrack: insert_void(token); return false;
    case kHr:
      close_p_in_button_scope();
      if (in_scope(kSelect)) imply_end_tags();
      insert_void(token);
      frameset_ok_ = false;
      return false;
    case kTextarea:
      raw_text_element(token, Content::rcdata);
      skip_line_feed_ = true;
      frameset_ok_ = false;
      return false;
    case kXmp:
      close_p_in_button_scope();
      reconstruct_formatting();
      frameset_ok_ = false;
      raw_text_element(token, Content::rawtext);
      return false;
    case kIframe:
      frameset_ok_ = false;
      raw_text_element(token, Content::rawtext);
      return false;
    case kNoembed: raw_text_element(token, Content::rawtext); return false;
    case kSelect:
      if (context_.key == kSelect) {
        error("unexpected-start-tag", token);
        return false;
      }
      if (in_scope(kSelect)) {
        error("unexpected-start-tag", token);
        pop_until(kSelect);
        return false;
      }
      reconstruct_formatting();
      insert_element(token);
      frameset_ok_ = false;
      return false;
    case kOption:
    case kOptgroup:
      if (in_scope(kSelect)) {
        imply_end_tags(token.name == kOption ? Name{kOptgroup} : Name{kNoName});
      } else if (current().key == kOption) {
        pop();
      }
      reconstruct_formatting();
      insert_element(token);
      return false;
    case kSelectedcontent:
      reconstruct_formatting();
      note_selected_content(insert_element(token));
      return false;
    case kRb:
    case kRtc:
      if (in_scope(kRuby)) imply_end_tags();
      insert_element(token);
      return false;
    case kRp:
    case kRt:
      if (in_scope(kRuby)) imply_end_tags(kRtc);
      insert_element(token);
      return false;
    case kMath:
    case kSvg:
      reconstruct_formatting();
      insert_element(token, token.name == kSvg ? Namespace::svg : Namespace::mathml);
      if (token.self_closing) {
        token.self_closing = false;
        pop();
      }
      return false;
    case kCaption:
    case kCol:
    case kColgroup:
    case kFrame:
    case kHead:
    case kTbody:
    case kTd:
    case kTfoot:
    case kTh:
    case kThead:
    case kTr: error("unexpected-start-tag", token); return false;
    default:
      reconstruct_formatting();
      insert_element(token);
      return false;
  }
}

void TreeBuilder::any_other_end_tag(Token& token) {
  for (std::size_t i = stack_.size(); i-- > 1;) {
    if (stack_[i].key == token.name) {
      const std::uint32_t node = stack_[i].node;
      imply_end_tags(token.name);
      if (current().node != node) error("misnested-tag", token);
      while (true) {
        const bool found = current().node == node;
        pop();
        if (found) return;
      }
    }
    if (is_special(stack_[i].key)) break;
  }
  error("unexpected-end-tag", token);
}

bool TreeBuilder::body_end_tag(Token& token) {
  using namespace names;
  const auto close = [&](Name name) {
    imply_end_tags(name == kLi || name == kDd || name == kDt ? name : Name{kNoName});
    if (current().key != name) error("misnested-tag", token);
    pop_until(name);
  };
  switch (token.name) {
    case kTemplate: return in_head(token);
    case kBody:
    case kHtml:
      if (!in_scope(kBody)) {
        error("unexpected-end-tag", token);
        return false;
      }
      mode_ = InsertionMode::after_body;
      return token.name == kHtml;
    case kAddress:
    case kArticle:
    case kAside:
    case kBlockquote:
    case kButton:
    case kCenter:
    case kDetails:
    case kDialog:
    case kDir:
    case kDiv:
    case kDl:
    case kFieldset:
    case kFigcaption:
    case kFigure:
    case kFooter:
    case kHeader:
    case kHgroup:
    case kListing:
    case kMain:
    case kMenu:
    case kNav:
    case kOl:
    case kPre:
    case kSearch:
    case kSection:
    case kSelect:
    case kSummary:
    case kUl:
    case kDd:
    case kDt:
      if (!in_scope(token.name)) {
        error("unexpected-end-tag", token);
        return false;
      }
      close(token.name);
      return false;
    case kForm: {
      if (is_open(kTemplate)) {
        if (in_scope(kForm)) {
          close(kForm);
        } else {
          error("unexpected-end-tag", token);
        }
        return false;
      }
      const std::uint32_t form = form_;
      form_ = 0;
      if (form == 0 || !node_in_scope(form)) {
        error("unexpected-end-tag", token);
        return false;
      }
      imply_end_tags();
      if (current().node == form) {
        pop();
      } else {
        error("misnested-tag", token);
        remove_open(form);
      }
      return false;
    }
    case kP:
      if (!in_scope(kP, Scope::button)) {
        error("unexpected-end-tag", token);
        insert_html(kP);
      }
      close_p();
      return false;
    case kLi:
      if (!in_scope(kLi, Scope::list_item)) {
        error("unexpected-end-tag", token);
        return false;
      }
      close(kLi);
      return false;
    case kH1:
    case kH2:
    case kH3:
    case kH4:
    case kH5:
    case kH6:
      if (!heading_in_scope()) {
        error("unexpected-end-tag", token);
        return false;
      }
      imply_end_tags();
      if (current().key != token.name) error("misnested-tag", token);
      while (true) {
        const Key key = current().key;
        pop();
        if (key >= kH1 && key <= kH6) return false;
      }
    case kA:
    case kB:
    case kBig:
    case kCode:
    case kEm:
    case kFont:
    case kI:
    case kNobr:
    case kS:
    case kSmall:
    case kStrike:
    case kStrong:
    case kTt:
    case kU:
      if (!adopt(token.name)) any_other_end_tag(token);
      return false;
    case kApplet:
    case kMarquee:
    case kObject:
      if (!in_scope(token.name)) {
        error("unexpected-end-tag", token);
        return false;
      }
      close(token.name);
      clear_to_marker();
      return false;
    case kBr:
      error("unexpected-end-tag", token);
      reconstruct_formatting();
      insert_html(kBr);
      pop();
      frameset_ok_ = false;
      return false;
    default: any_other_end_tag(token); return false;
  }
}

// Section 13.2.6.4.18.
bool TreeBuilder::in_template(Token& token) {
  using namespace names;
  switch (token.kind) {
    case TokenKind::text:
    case comment:
    case doctype: return in_body(token);
    case start_tag: {
      InsertionMode next = InsertionMode::in_body;
      switch (token.name) {
        case kBase:
        case kBasefont:
        case kBgsound:
        case kLink:
        case kMeta:
        case kNoframes:
        case kScript:
        case kStyle:
        case kTemplate:
        case kTitle: return in_head(token);
        case kCaption:
        case kColgroup:
        case kTbody:
        case kTfoot:
        case kThead: next = InsertionMode::in_table; break;
        case kCol: next = InsertionMode::in_column_group; break;
        case kTr: next = InsertionMode::in_table_body; break;
        case kTd:
        case kTh: next = InsertionMode::in_row; break;
        default: break;
      }
      template_modes_.back() = next;
      mode_ = next;
      return true;
    }
    case end_tag:
      if (token.name == kTemplate) return in_head(token);
      error("unexpected-end-tag", token);
      return false;
    case end:
      if (!is_open(kTemplate)) return stop_parsing(token);
      error("unclosed-element", token);
      pop_until(kTemplate);
      clear_to_marker();
      template_modes_.pop_back();
      reset_insertion_mode();
      return true;
  }
  return false;
}

}  // namespace syndicat::html
