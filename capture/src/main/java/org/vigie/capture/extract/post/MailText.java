package org.vigie.capture.extract.post;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.page.Page;

/**
 * The lines of a message on a page: those of preformatted text as they were written, so that what
 * it quotes and what its list appends can be told by their first signs.
 */
final class MailText {
  private static final int MAX_LINES = 5_000;

  /** Preformatted texts looked at. */
  private static final int MAX_TEXTS = 50;

  private static final Evaluator QUOTED = Selector.evaluatorOf("blockquote");
  private static final Evaluator TEXT = Selector.evaluatorOf("pre");
  private static final Pattern BLANKS = Pattern.compile("[\\s\\u00a0]+");

  private MailText() {}

  /** Returns the lines of what holds a message, without those it quotes. */
  static List<String> own(Page page, Element holder) {
    return lines(page, holder, QUOTED);
  }

  /** Returns the lines of what holds a message that quotes by its markup; none if it doesn't. */
  static List<String> quoting(Page page, Element holder) {
    return holder.selectFirst(QUOTED) == null ? List.of() : lines(page, holder, null);
  }

  private static List<String> lines(Page page, Element holder, @Nullable Evaluator leftOut) {
    if (holder.normalName().equals("pre")) {
      return holder.wholeText().lines().limit(MAX_LINES).toList();
    }
    Map<String, String> written = written(holder);
    List<String> lines = new ArrayList<>();
    for (String line : page.text(holder, leftOut).lines().limit(MAX_LINES).toList()) {
      written.getOrDefault(line, line).lines().forEach(lines::add);
    }
    return lines;
  }

  /** Returns preformatted texts by what they are as one line. */
  private static Map<String, String> written(Element holder) {
    Map<String, String> written = new HashMap<>();
    for (Element text : holder.select(TEXT).stream().limit(MAX_TEXTS).toList()) {
      String whole = text.wholeText();
      written.putIfAbsent(BLANKS.matcher(whole).replaceAll(" ").strip(), whole);
    }
    return written;
  }
}
