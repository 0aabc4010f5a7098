package org.vigie.capture.extract.content;

import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.LabelledParts.Part;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;

/** What stands behind a word for it, in a table, a list of terms or two elements side by side. */
public final class PairedParts {
  private static final int MAX_VALUE = 100;
  private static final int MAX_REACH_WORDS = 4;
  private static final Pattern MAIL = Pattern.compile("[^\\s@]{1,60}@[^\\s@]{3,60}");
  private static final int MAX_ELEMENTS = 20_000;

  private PairedParts() {}

  /**
   * Returns who, where and for how much a page says behind a word for it, each where it does so
   * first.
   */
  public static Map<Part, String> of(Page page) {
    Map<Part, String> found = new EnumMap<>(Part.class);
    page.document().body().stream()
        .limit(MAX_ELEMENTS)
        .forEach(element -> {
          Part part = part(label(element));
          String said = part == null || found.containsKey(part) ? "" : saidBeside(element);
          if (part != null && is(part, said)) {
            found.put(part, said);
          }
        });
    return found;
  }

  private static @Nullable Part part(String label) {
    return ValueLabels.isOfPrice(label) ? Part.PRICE : PartLabels.ofPair(label);
  }

  /** Numbers and addresses are no names. */
  private static boolean is(Part part, String said) {
    return part == Part.PRICE
        ? PriceShape.isAlone(said)
        : said.codePoints().anyMatch(Character::isLetter) && PartLabels.of(said) == null;
  }

  /**
   * Returns the {@code telephone} and the {@code email} that a page says behind a word for it, each
   * only if it says one. What its site shows on each page counts for nothing.
   */
  public static Map<String, String> reach(Page page) {
    Map<String, Set<String>> found = new HashMap<>();
    Set<Element> seen = Collections.newSetFromMap(new IdentityHashMap<>());
    for (TextBlock block : page.blocks().blocks()) {
      boolean brief =
          block.words() <= MAX_REACH_WORDS
              && seen.size() < MAX_ELEMENTS
              && seen.add(block.parent());
      String said = brief ? reachBeside(block.parent()) : "";
      boolean number = TelephoneShape.isIn(said);
      if (number || MAIL.matcher(said).matches()) {
        String name = number ? "telephone" : "email";
        found.computeIfAbsent(name, key -> new HashSet<>()).add(said);
      }
    }
    Map<String, String> one = new HashMap<>();
    found.forEach((name, said) -> {
      if (said.size() == 1) {
        one.put(name, said.iterator().next());
      }
    });
    return one;
  }

  private static String reachBeside(Element element) {
    return ValueLabels.isOfReach(label(element)) ? saidBeside(element) : "";
  }

  /** Returns what stands beside an element that announces it, or empty. */
  private static String saidBeside(Element element) {
    Element value = element.nextElementSibling();
    boolean text = element.nextSibling() instanceof TextNode behind && !behind.isBlank();
    if (value == null || text) {
      return saidBehind(element);
    }
    String said = LabelledParts.shortOwnText(value);
    return said.isEmpty() && value.childrenSize() <= 2 ? LabelledParts.shortText(value) : said;
  }

  /** Returns the words that stand right behind an element, or empty. */
  private static String saidBehind(Element element) {
    String said = element.nextSibling() instanceof TextNode text ? text.text().strip() : "";
    String bare = said.startsWith(":") ? said.substring(1).strip() : said;
    String own = LabelledParts.shortText(element);
    boolean label =
        !bare.isEmpty()
            && bare.length() <= MAX_VALUE
            && (said.startsWith(":") || PartLabels.endsWithColon(own));
    return label ? bare : "";
  }

  private static boolean hasOwnText(Element element) {
    return element.textNodes().stream().anyMatch(text -> !text.isBlank());
  }

  /** Returns what an element says that may be a label: it holds nothing beside. */
  private static String label(Element element) {
    Element first = element.firstElementChild();
    return first != null && (first.nextElementSibling() != null || hasOwnText(element))
        ? ""
        : LabelledParts.shortOwnText(first == null ? element : first);
  }
}
