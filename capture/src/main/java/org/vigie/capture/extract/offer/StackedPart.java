package org.vigie.capture.extract.offer;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.select.NodeFilter;
import org.jsoup.select.NodeTraversor;
import org.vigie.capture.extract.content.ContactShape;
import org.vigie.capture.extract.content.LabelledParts;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.markup.TextBlocks;
import org.vigie.capture.extract.page.ShownDates;

/**
 * One of several parts that stand one below the other on a page.
 *
 * @param nodes what it is made of, on the page
 * @param whole copies of these, in an element of their own
 * @param text all that it says
 * @param title what it begins with, if that stands out, or empty
 * @param signature its first or last words, that say when it was posted and perhaps by whom, or
 *     empty
 * @param contacts how to reach somebody; see {@link PartContacts}
 */
record StackedPart(
    List<Node> nodes,
    Element whole,
    String text,
    String title,
    String signature,
    Set<String> contacts) {
  private static final int MAX_TITLE = 120;
  private static final int MAX_SIGNATURE = 100;
  private static final int MAX_SIGNATURE_WORDS = 14;

  /** Characters of a title that may stand in front of a signature, or of thanks behind it. */
  private static final int MAX_AROUND = 140;

  private static final int MAX_NODES = 2_000;

  /** Words with which people sign what they post. */
  private static final String VERBS =
      "wrote|writes|says|said|schrieb|schreibt|a écrit|écrit|escribió|escreveu|ha scritto|scrive|schreef"
          + "|napisał\\(a\\)|napisała|napisał|napsal|írta|написал|написала|пишет|написав|yazdı|skrev|a scris";

  private static final String BY = "by|von|par|por|od|door|af|av|от|від|auteur:|autor:";

  private static final Pattern SAYS =
      Pattern.compile("(?iU)^\\s{0,3}(.{2,40}?)\\s{1,3}(?:" + VERBS + ")(?!\\p{L})");

  private static final Pattern POSTED_BY =
      Pattern.compile(
          "(?U)(?i:(?<!\\p{L})(?:" + BY + "))\\s{1,3}([\\p{Lu}\\p{Lo}][^\\d,;:|()\\n]{1,40})");

  /** Whether its day or its month comes first may be unknown. */
  private static final Pattern SLASHED = Pattern.compile("(?<!\\d)\\d{1,2}[/-]\\d{1,2}[/-]\\d{4}");

  private static final Pattern HOUR = Pattern.compile("(?<!\\d)[0-2]?\\d:[0-5]\\d(?!\\d)");

  /**
   * Returns a part that is made of some nodes of a page.
   *
   * @param whole copies of these
   * @param text what they say
   */
  static StackedPart of(List<Node> nodes, Element whole, String text, ShownDates dates) {
    String signature = new Reading(text, dates).signature(whole);
    String title = title(whole, text);
    boolean named = !title.isEmpty() && title.equals(author(signature));
    return new StackedPart(
        nodes, whole, text, named ? "" : title, signature, PartContacts.of(whole, text));
  }

  /** Returns what stands out at the beginning, as a heading, a term or bold words do. */
  private static String title(Element whole, String text) {
    for (Element e = whole.firstElementChild(); e != null; e = e.firstElementChild()) {
      boolean out =
          TextBlocks.isHeading(e)
              || switch (e.normalName()) {
                case "dt", "b", "strong", "a", "th" -> true;
                default -> false;
              };
      String said = out ? LabelledParts.shortText(e) : "";
      if (!said.isEmpty()) {
        return said.length() <= MAX_TITLE && text.startsWith(said) ? said : "";
      }
    }
    return "";
  }

  private static String author(String signature) {
    Matcher says = SAYS.matcher(signature);
    if (says.find()) {
      return says.group(1).strip();
    }
    Matcher by = POSTED_BY.matcher(signature);
    return by.find() ? by.group(1).strip() : "";
  }

  /** Returns who says that it is theirs, or empty. */
  String author() {
    return author(signature);
  }

  /** Returns whether it was posted by somebody: it says by whom, or at which hour below a name. */
  boolean isSigned() {
    boolean plain = title.isEmpty() || nodes.getFirst().nodeName().equals("p");
    return !author().isEmpty() || (!plain && HOUR.matcher(signature).find());
  }

  /** Returns what it says beside its title, when it was posted and by whom. */
  String body() {
    String body = text.startsWith(title) ? text.substring(title.length()) : text;
    int at = signature.isEmpty() ? -1 : body.indexOf(signature);
    if (at >= 0) {
      String before = body.substring(0, at).strip();
      String behind = body.substring(at + signature.length()).strip();
      boolean name = title.isEmpty() && !author().isEmpty() && before.equals(author());
      body = name ? behind : before + (before.isEmpty() || behind.isEmpty() ? "" : "\n") + behind;
    }
    return body.strip();
  }

  /** Returns how many words it has beside its contacts, its title and its signature. */
  int words() {
    return TextBlock.words(PartContacts.without(body()));
  }

  /** Looks for a signature. */
  private static final class Reading {
    private final String text;
    private final ShownDates dates;
    private String found = "";
    private int seen;

    Reading(String text, ShownDates dates) {
      this.text = text;
      this.dates = dates;
    }

    String signature(Element whole) {
      NodeTraversor.filter((node, depth) -> visit(node, whole), whole);
      return found;
    }

    private NodeFilter.FilterResult visit(Node node, Element whole) {
      if (++seen > MAX_NODES) {
        return NodeFilter.FilterResult.STOP;
      }
      String said = node == whole ? "" : said(node);
      if (!isSignature(said)) {
        return NodeFilter.FilterResult.CONTINUE;
      }
      found = said;
      return NodeFilter.FilterResult.STOP;
    }

    private static String said(Node node) {
      if (node instanceof Element element) {
        return LabelledParts.shortText(element);
      }
      String run = node instanceof TextNode text ? text.getWholeText() : "";
      return run.length() > 2 * MAX_SIGNATURE ? "" : run.replaceAll("\\s+", " ").strip();
    }

    private boolean isSignature(String said) {
      if (said.length() < 6 || said.length() > MAX_SIGNATURE || ContactShape.isIn(said)) {
        return false;
      }
      boolean dated = dates.find(said) != null;
      boolean signed =
          dated && TextBlock.words(said) <= MAX_SIGNATURE_WORDS && !author(said).isEmpty();
      boolean alone = (dated || SLASHED.matcher(said).find()) && dates.isAlone(said);
      int at = signed || alone ? text.indexOf(said) : -1;
      return at >= 0
          && (at <= MAX_AROUND || text.length() - at - said.length() <= MAX_AROUND)
          && !said.equals(text);
    }
  }
}
