package org.vigie.capture.extract.content;

import java.time.Instant;
import java.util.List;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Payload;
import org.vigie.capture.extract.page.Times;

/**
 * The one entry that a page of a blog shows, as hAtom and the themes of WordPress and Blogger mark
 * it.
 *
 * @param title what it is called, or empty
 * @param text what it says
 * @param author who wrote it, or empty
 * @param time when, if the page says so
 * @see <a href="https://microformats.org/wiki/hatom">hAtom 0.1</a>
 */
public record EntryContent(String title, String text, String author, @Nullable Instant time) {
  private static final List<String> MARKS =
      List.of("entry-content", "wp-block-post-content", "Article", "BlogPosting");

  private static final Evaluator TEXTS =
      Selector.evaluatorOf(
          ".entry-content, .wp-block-post-content, [itemprop=articleBody]:not(.entry-content *)");
  private static final Evaluator BESIDE =
      Selector.evaluatorOf(
          ".sharedaddy, .jp-relatedposts, .post-footer, #comments, .comments-area, .addtoany_share_save_container");
  private static final Evaluator COMMENTS =
      Selector.evaluatorOf("#comments, .comments-area, .wp-block-comments, .comment");
  private static final Evaluator TITLES =
      Selector.evaluatorOf(".entry-title, .wp-block-post-title");
  private static final Evaluator AUTHORS =
      Selector.evaluatorOf(
          ".wp-block-post-author-name, .wp-block-post-author__name, .hentry .vcard .fn, .hentry .fn,"
              + " .entry-meta [rel=author], .byline .author");
  private static final Evaluator TIMES =
      Selector.evaluatorOf(
          ".wp-block-post-date time[datetime], time.entry-date[datetime], .hentry .published[title],"
              + " .hentry time[datetime]");

  /** Share of what was taken for the page's content that the entry must have. */
  private static final double MIN_SHARE = 0.5;

  /**
   * Returns the entry of a page, or null if it shows none, several, or one of little weight.
   *
   * @param content what was taken for the page's content
   */
  public static @Nullable EntryContent of(Payload payload, String content) {
    if (MARKS.stream().noneMatch(payload.marks()::has)) {
      return null;
    }
    Page page = payload.page();
    List<Element> texts = page.document().select(TEXTS);
    if (texts.size() != 1) {
      return null;
    }
    String text = page.text(texts.getFirst(), BESIDE);
    int words = TextBlock.words(text);
    int most = TextBlock.words(content);
    // An entry that says more is full of what the content was parted from, such as lists of links.
    if (words < MIN_SHARE * most || words > most) {
      return null;
    }
    List<Element> titles = page.document().select(TITLES);
    Element time = page.document().selectFirst(TIMES);
    String told =
        time == null ? "" : time.hasAttr("datetime") ? time.attr("datetime") : time.attr("title");
    return new EntryContent(
        titles.size() == 1 ? titles.getFirst().text().strip() : "",
        text,
        author(page),
        Times.parse(told));
  }

  /** Who comments is named in the same way. */
  private static String author(Page page) {
    for (Element element : page.document().select(AUTHORS)) {
      if (element.closest(COMMENTS) == null) {
        return element.text().strip();
      }
    }
    return "";
  }
}
