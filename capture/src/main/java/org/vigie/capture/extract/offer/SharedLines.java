package org.vigie.capture.extract.offer;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.vigie.capture.extract.content.ContactShape;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;

/**
 * Short lines that most items of a list have in common but for a number of theirs: what a site
 * writes below each, such as buttons, how often it was seen, which section it stands in.
 */
final class SharedLines {
  /** In shorter lists two may say the same by chance. */
  private static final int MIN_ITEMS = 3;

  /** A few items tell what all share. */
  private static final int MAX_ITEMS = 100;

  private static final int MAX_WORDS = 6;
  private static final int MAX_CHARS = 60;
  private static final int MAX_LINES = 100;
  private static final int MIN_LETTERS = 3;
  private static final Pattern NUMBER = Pattern.compile("\\p{Nd}[\\p{Nd}.,:]{0,20}");
  private static final Evaluator LINKS = Selector.evaluatorOf("a[href]");

  private final Set<String> lines;
  private final Set<String> links;

  private SharedLines(Set<String> lines, Set<String> links) {
    this.lines = lines;
    this.links = links;
  }

  static SharedLines of(Page page, List<Element> items) {
    List<Element> some = items.subList(0, Math.min(items.size(), MAX_ITEMS));
    Map<String, Integer> lines = new HashMap<>();
    Map<String, Integer> links = new HashMap<>();
    for (Element item : some) {
      Set<String> own = new HashSet<>();
      page.text(item).lines().limit(MAX_LINES).map(SharedLines::folded).forEach(own::add);
      own.forEach(line -> lines.merge(line, 1, Integer::sum));
      Set<String> led = new HashSet<>();
      for (Element link : item.select(LINKS)) {
        led.add(link.text().strip());
      }
      led.forEach(text -> links.merge(text, 1, Integer::sum));
    }
    lines.remove("");
    return new SharedLines(most(lines, some.size()), most(links, some.size()));
  }

  private static Set<String> most(Map<String, Integer> counts, int items) {
    counts.values().removeIf(count -> count < MIN_ITEMS || 2 * count <= items);
    return counts.keySet();
  }

  /** Returns the texts of links that most items have. */
  Set<String> links() {
    return links;
  }

  /** Returns a text without these lines. */
  String without(String text) {
    StringBuilder kept = new StringBuilder();
    for (String line : text.split("\n")) {
      if (!lines.contains(folded(line)) || ContactShape.isIn(line)) {
        kept.append(kept.isEmpty() ? "" : "\n").append(line);
      }
    }
    return kept.toString();
  }

  /** Longer lines are sentences: where they are alike, the items are. */
  private static String folded(String line) {
    String bare = line.strip();
    boolean brief = bare.length() <= MAX_CHARS && TextBlock.words(bare) <= MAX_WORDS;
    String folded = brief ? NUMBER.matcher(bare).replaceAll("#") : "";
    long letters = folded.codePoints().filter(Character::isLetter).count();
    // A letter or two before a number are part of what an item is called.
    return letters < MIN_LETTERS && folded.indexOf('#') >= 0 ? "" : folded;
  }
}
