package org.vigie.capture.extract.post;

import java.time.Instant;
import java.util.List;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.content.ContactShape;
import org.vigie.capture.extract.page.HtmlLinks;
import org.vigie.capture.extract.page.Page;
import org.vigie.capture.extract.page.Times;

/**
 * One post of a forum's thread.
 *
 * @param element all of it
 * @param body its text
 * @param author who wrote it, if the page says so
 * @param time when, if the page says so
 */
record ForumPost(Element element, Element body, @Nullable Element author, @Nullable Element time) {
  static final Evaluator QUOTES =
      Selector.evaluatorOf(
          "blockquote, aside.quote, .reply-quote, .quoted-text, .quote-content, .bbCodeBlock--quote, .bbcode_container, .quoteheader,"
              + " .ipsQuote, .signature, .message-signature, .bbCodeBlock-expandLink,"
              + " [id^=post_message_] div[style*=margin]:has(> .smallfont + table)");

  private static final Pattern UNIX = Pattern.compile("\\d{10}|\\d{13}");

  /**
   * Returns the post as an advert, or null if it says nothing of its own.
   *
   * @param shown the time that readers are shown, if any
   */
  @Nullable Advert advert(Page page, String title, @Nullable Instant shown) {
    // What is quoted from others stands in their posts already.
    String text = unsigned(page.text(body, QUOTES));
    if (text.isBlank()) {
      return null;
    }
    String said = time == null ? "" : time(time);
    Instant told = UNIX.matcher(said).matches() ? Times.ofUnix(said) : Times.parse(said);
    return page.advert(Channel.FORUM, null)
        .url(address(page.capture().url()))
        .sourceId(id())
        .title(title)
        .body(text)
        .language(page.language())
        .postedAt(told == null ? shown : told)
        .field("author", writer())
        .context("links", String.join(" ", HtmlLinks.of(page.links(), body)))
        .build();
  }

  /** Old software draws a line above what somebody puts below each post. */
  private static String unsigned(String text) {
    int line = text.lastIndexOf("\n________");
    return line < 0 || ContactShape.isIn(text.substring(line)) ? text : text.substring(0, line);
  }

  private String id() {
    String id = element.id();
    return id.isEmpty() ? element.attr("data-content") : id;
  }

  private String address(String page) {
    String id = id();
    boolean plain = id.chars().allMatch(c -> c > ' ' && c < 0x7f && "\"<>#%".indexOf(c) < 0);
    return id.isEmpty() || !plain ? page : page + "#" + id;
  }

  /** A post may name its author for scripts alone. */
  private String writer() {
    String shown = author == null || author == element ? "" : author(author);
    String named = element.attr("data-author");
    return !shown.isBlank()
        ? shown
        : named.isBlank() ? element.attr("data-username").strip() : named.strip();
  }

  private static String author(Element author) {
    String declared = author.attr("content");
    String text = declared.isBlank() ? author.text() : declared;
    return text.isBlank() ? author.attr("data-username") : text;
  }

  private static String time(Element time) {
    for (String attribute : List.of("datetime", "content", "data-comment-timestamp", "title")) {
      if (time.hasAttr(attribute)) {
        return time.attr(attribute);
      }
    }
    return time.text();
  }
}
