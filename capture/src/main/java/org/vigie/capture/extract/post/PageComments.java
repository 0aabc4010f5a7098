package org.vigie.capture.extract.post;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
  /** Class name of a comment's text → how its parts are marked. */
  private static final Map<String, WallMarkup> KNOWN =
      Map.of(
          "comment-content",
          WallMarkup.of(
              Channel.FORUM,
              ".comment-body, .comment-block",
              ".comment-content",
              "x-none",
              ".comment-author .fn, .comment-author, .user",
              "time[datetime]",
              ".comment-metadata a[href], .datetime a[href]"));

  /** What holds them, replies and the form for the next one included. */
  private static final Evaluator SECTIONS =
      Selector.evaluatorOf("#comments, .comments-area, .comment-list, .commentlist, #respond");

  private PageComments() {}

  /** Returns each comment as an advert. */
  public static List<Advert> of(Payload payload) {
    for (Map.Entry<String, WallMarkup> known : KNOWN.entrySet()) {
      if (payload.marks().has(known.getKey())) {
        return WallPosts.adverts(payload.page(), known.getValue());
      }
    }
    return List.of();
  }

  /** Returns the elements in which a page's comments stand. */
  public static List<Element> sections(Page page) {
    return new ArrayList<>(page.document().select(SECTIONS));
  }
}
