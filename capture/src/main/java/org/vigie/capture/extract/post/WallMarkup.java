package org.vigie.capture.extract.post;

import java.util.List;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.vigie.advert.Channel;

/**
 * The class names with which one kind of page marks its posts. They vary by year and device; each
 * selector names those that public readers look for.
 *
 * @param channel what kind of place it is
 * @param posts the elements of posts, of which the outermost count
 * @param parts the elements within them
 * @param id attribute or selector with {@code @} of a post's own name, or empty
 */
record WallMarkup(Channel channel, Evaluator posts, Parts parts, String id) {
  /** The elements of the parts of one post. */
  record Parts(
      Evaluator text,
      Evaluator title,
      Evaluator author,
      Evaluator time,
      Evaluator link,
      Evaluator place,
      Evaluator price) {}

  /** Nothing matches it. */
  private static final String NONE = "x-none";

  static final List<WallMarkup> KNOWN =
      List.of(
          // VK: wide, mobile and embedded pages.
          social(
              ".wall_item:not(.ads_item), .wall_post_cell, div.post[data-post-id], .wall_post[data-post-id]",
              ".pi_text, .wall_post_text, .vkitPostText__root, [data-testid=post_text]",
              ".pi_author, .wall_post_author, .post_author .author, .PostHeaderTitle__authorName",
              ".wi_date, .rel_date, .post_date, .PostHeaderSubtitle__item, time",
              ".wi_date[href], .post_link[href], a.PostHeaderSubtitle__link[href], a[href*=/wall]",
              "data-post-id"),
          // OK: groups and profiles.
          social(
              ".feed-w, .feed-list > .feed, .groups_post-w",
              ".media-text_cnt_tx, .media-text_cnt, .feed_cnt .textWrap",
              ".feed_top .group-link, .feed_top .user-link, .feed_top a, .shortcut-wrap a",
              ".feed_date, .ucard_add-info_i",
              "a.media-text_a[href], a[href*=/topic/], a[href*=/statuses/]",
              ""),
          // Facebook's pages for plain phones, in which class names say nothing.
          social(
              "#m_story_permalink_view div[data-ft*=top_level_post_id],"
                  + " #m_story_permalink_view > div:first-child > div[data-ft],"
                  + " article[data-ft*=top_level_post_id], div[role=article][data-ft*=top_level_post_id],"
                  + " section div[data-ft*=top_level_post_id]",
              "div[data-ft] p, div[data-ft] > div > span, div[data-ft] > span",
              "h3 a, header strong a",
              "abbr",
              "a[href*=story.php], a[href*=/posts/], a[href*=permalink]",
              ""),
          // X, as a browser shows it.
          social(
              "article[data-testid=tweet], article[data-tweet-id]",
              "[data-testid=tweetText]",
              "[data-testid=User-Name]",
              "time[datetime]",
              "a[href*=/status/]:has(time)",
              "data-tweet-id"),
          // Reddit: pages of today.
          social(
              "shreddit-post",
              "[slot=text-body], [property='schema:articleBody']",
              "[slot=authorName]",
              "time[datetime]",
              "a[slot=full-post-link]",
              "id"),
          // The wall of a Telegram channel as others cut it out.
          new WallMarkup(
              Channel.MESSAGING,
              css(".tgme_widget_message_text"),
              new Parts(
                  css(".tgme_widget_message_text"),
                  css(NONE),
                  css(NONE),
                  css("time[datetime]"),
                  css(NONE),
                  css(NONE),
                  css(NONE)),
              ""),
          // LinkedIn's job pages for guests.
          new WallMarkup(
              Channel.JOB_BOARD,
              css(
                  "body:has(.top-card-layout__title):has(.description__text), body:has(.topcard__title)"),
              new Parts(
                  css(".description__text .show-more-less-html__markup, .description__text"),
                  css(".top-card-layout__title, .topcard__title"),
                  css(".topcard__org-name-link, .topcard__flavor a"),
                  css("time[datetime]"),
                  css("link[rel=canonical]"),
                  css(".topcard__flavor--bullet"),
                  css(NONE)),
              ""));

  private static WallMarkup social(
      String posts, String text, String author, String time, String link, String id) {
    return new WallMarkup(
        Channel.SOCIAL,
        css(posts),
        new Parts(
            css(text),
            css("a[slot=title], h1[slot=title]"),
            css(author),
            css(time),
            css(link),
            css(NONE),
            css(NONE)),
        id);
  }

  /** Returns that of posts without a place, a price and a name of their own. */
  static WallMarkup of(
      Channel channel,
      String posts,
      String text,
      String title,
      String author,
      String time,
      String link) {
    return new WallMarkup(
        channel,
        css(posts),
        new Parts(css(text), css(title), css(author), css(time), css(link), css(NONE), css(NONE)),
        "");
  }

  private static Evaluator css(String selector) {
    return Selector.evaluatorOf(selector);
  }
}
