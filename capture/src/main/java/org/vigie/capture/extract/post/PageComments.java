package org.vigie.capture.extract.post;

import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;

/**
 * What readers say below an article, as WordPress and Blogger mark it: texts of their own, with
 * contacts of their own.
 */
public final class PageComments {
  /** Class name that the text of each has. */
  private static final String MARK = "comment-content";

  private static final WallMarkup MARKUP =
      WallMarkup.of(
          Channel.FORUM,
          ".comment-body, .comment-block",
          ".comment-content",
          "x-none",
          ".comment-author .fn, .comment-author, .user",
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

  /** What holds them, replies and the form for the next one included. */
  private static final Evaluator SECTIONS =
      Selector.evaluatorOf(
          "#comments, .comments-area, .wp-block-comments, .comment-list, .commentlist, #respond");

  private PageComments() {}

  /** Returns each comment as an advert. */
  public static List<Advert> of(Payload payload) {
    if (payload.marks().has(BLOCK_MARK)) {
      return WallPosts.adverts(payload.page(), BLOCKS);
    }
    return payload.marks().has(MARK) ? WallPosts.adverts(payload.page(), MARKUP) : List.of();
  }

  /** Returns the elements in which a page's comments stand. */
  public static List<Element> sections(Page page) {
    return page.document().select(SECTIONS);
  }
}
