package org.vigie.capture.extract.post;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jsoup.nodes.Comment;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Advert;
import org.vigie.advert.Channel;
import org.vigie.capture.extract.page.HtmlLinks;
import org.vigie.capture.extract.page.Page;

/**
 * One message on a page that MHonArc wrote, whatever its owner had it look like: comments say who
 * sent it and when, and where it begins and ends.
 *
 * @see <a href="https://www.mhonarc.org/MHonArc/doc/resources/printxcomments.html">The comments</a>
 */
final class MhonarcMessage {
  private static final String BODY = "X-Body-of-Message";
  private static final int MAX_VALUE = 300;

  private static final Evaluator AUTHOR = Selector.evaluatorOf("[itemprop=author]");
  private static final Evaluator DATE = Selector.evaluatorOf("[class=date]");

  private final Page page;

  /** What the comments say, by the lower-case names of the headers. */
  private final Map<String, String> head = new HashMap<>();

  private MhonarcMessage(Page page) {
    this.page = page;
  }

  /** Returns the message that a page shows, or null if MHonArc didn't write it. */
  static @Nullable Advert of(Page page) {
    MhonarcMessage message = new MhonarcMessage(page);
    Comment start = null;
    for (Comment comment : page.index().comments()) {
      String data = comment.getData().strip();
      if (data.equals(BODY)) {
        start = comment;
        break;
      }
      message.add(data);
    }
    return start == null ? null : message.advert(start);
  }

  private void add(String data) {
    int colon = data.indexOf(": ");
    if (colon > 0 && data.length() <= MAX_VALUE) {
      String name = data.substring("X-".length(), colon).toLowerCase(Locale.ROOT);
      String said = Parser.unescapeEntities(data.substring(colon + 2), false).strip();
      boolean turned = name.endsWith("-r13");
      head.putIfAbsent(turned ? "from" : name, turned ? unturned(said) : said);
    }
  }

  /**
   * Turns a sender back. Against those who collect addresses, small letters are turned by half of
   * their row, and so are capitals in a row with {@code @} before and {@code [} behind them.
   */
  private static String unturned(String said) {
    StringBuilder plain = new StringBuilder(said.length());
    for (char c : said.toCharArray()) {
      boolean small = c >= 'a' && c <= 'z';
      boolean capital = c >= '@' && c <= '[';
      plain.append(small ? turned(c, 'a', 26) : capital ? turned(c, '@', 28) : c);
    }
    return plain.toString();
  }

  private static char turned(char c, char first, int row) {
    return (char) (first + (c - first + row / 2) % row);
  }

  private @Nullable Advert advert(Comment start) {
    Element holder = new Element("div");
    for (Node node = start.nextSibling(); node != null && !isEnd(node); node = node.nextSibling()) {
      holder.appendChild(node.clone());
    }
    String body = body(MailText.own(page, holder));
    body = body.isBlank() ? body(MailText.quoting(page, holder)) : body;
    if (body.isBlank()) {
      return null;
    }
    String from = head.getOrDefault("from", "");
    String date = head.getOrDefault("date", text(DATE));
    return page.advert(Channel.FORUM, null)
        .title(head.getOrDefault("subject", page.heading()))
        .body(body)
        .language(page.language())
        .postedAt(MailDates.time(date, page.language()))
        .field("author", from.isEmpty() ? text(AUTHOR) : MailPage.name(from))
        .field("email", MailArchive.address(from))
        .context("posted", MailDates.shown(date))
        .context("links", String.join(" ", HtmlLinks.of(page.links(), holder)))
        .build();
  }

  private static boolean isEnd(Node node) {
    return node instanceof Comment comment && comment.getData().startsWith("X-");
  }

  /** Where a message leaves an element open, the page's end comes with it. */
  private static String body(List<String> lines) {
    return MailBody.own(
        lines.stream()
            .takeWhile(line -> !MailPage.isOfArchive(line))
            .collect(Collectors.joining("\n")));
  }

  private String text(Evaluator evaluator) {
    Element element = page.document().selectFirst(evaluator);
    return element == null ? "" : element.text().strip();
  }
}
