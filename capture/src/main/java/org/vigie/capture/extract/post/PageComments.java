package org.vigie.capture.extract.post;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.page.HtmlLinks;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;

/**
 * What readers say below an article, as WordPress, Blogger and those who use the same words mark
 * it: texts of their own, with contacts of their own.
 */
public final class PageComments {
  private static final int MAX_COMMENTS = 500;

  /** Class name that the text of each has. */
  private static final String MARK = "comment-content";

  private static final WallMarkup MARKUP =
      WallMarkup.of(
          Channel.FORUM,
          ".comment-body, .comment-block",
          ".comment-content",
          "x-none",
          ".comment-author .fn, .comment-author:not(:has(.fn)), .user",
          "time[datetime]",
          ".comment-metadata a[href], .datetime a[href]");

  /** In themes of blocks, in which answers lie within what they answer. */
  private static final String BLOCK_MARK = "wp-block-comment-content";

  private static final WallMarkup BLOCKS =
      WallMarkup.of(
          Channel.FORUM,
          ".wp-block-comment-content",
          ".wp-block-comment-content",
          "x-none",
          "x-none",
          "x-none",
          "x-none");

  /** Class names or the like of comments' texts on sites of all kinds. */
  private static final List<String> OTHER_MARKS =
      List.of(
          "comment-text",
          "comment-content",
          "comment__text",
          "comment_text",
          "comment-message",
          "p-comment",
          "u-comment");

  private static final ForumMarkup OTHERS =
      ForumMarkup.of(
          "comments",
          "comment-text",
          ".comment, .comment-item, .js-comment, [data-testid=comment], [data-comment-id],"
              + " .p-comment, .u-comment",
          ".comment-text, .comment-content, .comment__text, .comment_text, .comment-message,"
              + " [data-testid=comment-text], .p-comment .p-summary, .p-comment .e-content,"
              + " .p-comment .p-content, .u-comment .e-content, .u-comment .p-content",
          ".comment-author, .comment__author, .comment_author, [class*=comment] [class*=author],"
              + " [data-testid=comment-author], [rel=author], .nick, .username, .author, .user,"
              + " .p-author",
          "time[datetime]");

  /** Blogger's older themes write who says a thing above it, in a list of terms. */
  private static final String TERMS_MARK = "comment-body";

  private static final Evaluator TERMS = Selector.evaluatorOf("dd.comment-body");

  /** What holds them, replies and the form for the next one included. */
  private static final Evaluator SECTIONS =
      Selector.evaluatorOf(
          "#comments, .comments-area, .wp-block-comments, .comment-list, .commentlist, #respond,"
              + " .comment, .comment-item, .js-comment, .p-comment, .u-comment,"
              + " [data-testid=comment],"
              + " [data-testid=comments], [data-comment-id]");

  private PageComments() {}

  /** Returns each comment as an advert. */
  public static List<Advert> of(Payload payload) {
    if (payload.marks().has(BLOCK_MARK)) {
      return WallPosts.adverts(payload.page(), BLOCKS);
    }
    List<Advert> known =
        payload.marks().has(MARK) ? WallPosts.adverts(payload.page(), MARKUP) : List.of();
    if (known.isEmpty() && payload.marks().has(TERMS_MARK)) {
      known = terms(payload.page());
    }
    return known.isEmpty() && OTHER_MARKS.stream().anyMatch(payload.marks()::has)
        ? ForumThread.adverts(payload.page(), OTHERS, "")
        : known;
  }

  private static List<Advert> terms(Page page) {
    List<Advert> adverts = new ArrayList<>();
    for (Element body : page.document().select(TERMS)) {
      if (adverts.size() >= MAX_COMMENTS) {
        page.cutIf(true);
        break;
      }
      Element said = body.previousElementSibling();
      String text = page.text(body);
      if (!text.isBlank()) {
        adverts.add(
            page.advert(Channel.FORUM, null)
                .body(text)
                .language(page.language())
                .field("author", said == null || !said.hasClass("comment-author") ? "" : name(said))
                .context("links", String.join(" ", HtmlLinks.of(page.links(), body)))
                .build());
      }
    }
    return adverts;
  }

  /** The words "said …" stand in an element behind the name. */
  private static String name(Element author) {
    String own = author.ownText().strip();
    Element link = author.selectFirst("a[href]");
    return own.isEmpty() && link != null ? link.text().strip() : own;
  }

  /** Returns the elements in which a page's comments stand. */
  public static List<Element> sections(Page page) {
    return page.document().select(SECTIONS);
  }
}
