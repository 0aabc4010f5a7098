package org.vigie.capture.extract.content;

import java.util.EnumMap;
import java.util.Map;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.content.LabelledParts.Part;
import org.vigie.capture.extract.page.Page;

/** What stands behind a word for it, in a table, a list of terms or two elements side by side. */
public final class PairedParts {
  private static final int MAX_VALUE = 100;
  private static final int MAX_ELEMENTS = 20_000;

  private PairedParts() {}

  /** Returns who and where a page names behind a word for it, each where it does so first. */
  public static Map<Part, String> of(Page page) {
    Map<Part, String> found = new EnumMap<>(Part.class);
    page.document().body().stream()
        .limit(MAX_ELEMENTS)
        .forEach(element -> {
          Part part = label(element);
          String said = part == null || found.containsKey(part) ? "" : saidBeside(element);
          if (part != null && isNamed(said)) {
            found.put(part, said);
          }
        });
    return found;
  }

  /** Numbers and addresses are no names. */
  private static boolean isNamed(String said) {
    return said.codePoints().anyMatch(Character::isLetter) && PartLabels.of(said) == null;
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

  private static @Nullable Part label(Element element) {
    Element first = element.firstElementChild();
    if (first != null && (first.nextElementSibling() != null || hasOwnText(element))) {
      return null;
    }
    return PartLabels.ofPair(LabelledParts.shortOwnText(first == null ? element : first));
  }
}
