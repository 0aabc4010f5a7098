package org.vigie.capture.extract.offer;

import java.util.EnumMap;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.vigie.capture.extract.content.AgoShape;
import org.vigie.capture.extract.content.LabelledParts;
import org.vigie.capture.extract.content.PartNames;
import org.vigie.capture.extract.content.PartNames.Role;

/** Who, where, when and for how much, as the elements of one item of a list are called. */
final class ListedParts {
  private static final int MAX_SEEN = 400;
  private static final int MAX_CHARS = 80;
  private static final Pattern LETTERS = Pattern.compile("\\p{L}{2}");

  /** What vacancies, and their addresses, are called. */
  private static final Pattern VACANCY =
      Pattern.compile(
          "(?i)(?<![a-z])(?:jobs?|vacanc|vacature|emplo[iy](?!ee)|empleo|empreg|vagas?(?![a-z])|stellen|lavoro|prac[ae](?![a-z])"
              + "|munka|rabota|vakan|career|kariera|offre|vieclam|viec-lam|lowongan|loker|kerja|zaposl|posao|posl|djob"
              + "|travay|jobb|stilling|tyopaik|darbs|darbo|tootaja|ilan-is|is-ilan)");

  private static final Pattern CLASSIFIED = Pattern.compile("(?i)(?:^|[\\s_-])classifieds?[-_]");
  private static final Pattern DIGIT = Pattern.compile("\\p{Nd}");

  private final Map<Role, String> found = new EnumMap<>(Role.class);
  private final PartNames names = new PartNames();
  private int seen;

  private ListedParts() {}

  static ListedParts of(Element item) {
    ListedParts parts = new ListedParts();
    NodeTraversor.filter((node, depth) -> parts.visit(node, item), item);
    return parts;
  }

  /** Returns whether an item names its place and one thing more, as adverts do and menus don't. */
  static boolean tells(Element item) {
    ListedParts parts = of(item);
    boolean more =
        parts.found.containsKey(Role.TIME)
            || parts.found.containsKey(Role.PRICE)
            || parts.found.containsKey(Role.EMPLOYER)
            || isVacancy(item.className())
            || CLASSIFIED.matcher(item.className()).find();
    return (parts.found.containsKey(Role.PLACE) && more) || DatedItem.tells(item);
  }

  /** Returns whether a class name or an address is that of a vacancy, or of a list of them. */
  static boolean isVacancy(String name) {
    return VACANCY.matcher(name).find();
  }

  /** Returns what a part says, or empty. */
  String get(Role role) {
    return found.getOrDefault(role, "");
  }

  private NodeFilter.FilterResult visit(Node node, Element item) {
    if (++seen > MAX_SEEN) {
      return NodeFilter.FilterResult.STOP;
    }
    if (!(node instanceof Element element) || element == item) {
      return NodeFilter.FilterResult.CONTINUE;
    }
    Role role = names.of(element);
    if (role == null || role == Role.TEXT) {
      return NodeFilter.FilterResult.CONTINUE;
    }
    String text = LabelledParts.shortText(element);
    Pattern shape = role == Role.PRICE || role == Role.TIME ? DIGIT : LETTERS;
    boolean shaped = shape.matcher(text).find() || (role == Role.TIME && AgoShape.isAlone(text));
    boolean says = !text.isEmpty() && text.length() <= MAX_CHARS && shaped;
    if (says) {
      found.putIfAbsent(role, text);
    }
    return says ? NodeFilter.FilterResult.SKIP_CHILDREN : NodeFilter.FilterResult.CONTINUE;
  }
}
