package org.vigie.capture.extract.content;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.Selector;
import org.jspecify.annotations.Nullable;
import org.vigie.capture.extract.markup.TextBlock;
import org.vigie.capture.extract.page.Page;

/**
 * The text of a short advert whose page names the element that holds it, in whichever language:
 * what stands around it are a date, a place, buttons and advice.
 */
public final class NamedDescription {
  /** Parts of class names and ids, each as a word of its own. */
  private static final Set<String> NAMES =
      Set.of(
          "description",
          "descr",
          "desc",
          "descripcion",
          "descricao",
          "descrizione",
          "beschreibung",
          "omschrijving",
          "opis",
          "popis",
          "leiras",
          "aciklama",
          "descriere",
          "kuvaus",
          "beskrivelse",
          "beskrivning",
          "perigrafi",
          "pershkrimi",
          "kirjeldus",
          "aprasymas",
          "apraksts",
          "keterangan",
          "detalles",
          "tekst",
          "beskriv");

  /** A seller has a description, too. */
  private static final Set<String> OTHERS = Set.of("seller", "advertiser", "company", "shop");

  /** Attributes that name an element. */
  private static final List<String> NAMING =
      List.of(
          "id",
          "class",
          "aria-label",
          "data-testid",
          "data-q",
          "data-qa",
          "data-cy",
          "data-aut-id",
          "data-automation",
          "data-hook",
          "property");

  /** Names written without anything between their words. */
  private static final List<String> JOINED =
      List.of(
          "postingbody",
          "postingtext",
          "adbody",
          "adxbody",
          "adtext",
          "adcontent",
          "popisdetail",
          "postbody",
          "posttext",
          "abouttext",
          "profiletext",
          "jobtext",
          "jobbody",
          "jobaddetails",
          "offertext",
          "listingtext",
          "listingbody",
          "vacancytext",
          "noticetext",
          "annoncetext",
          "articlebody",
          "richcontent",
          "contentencoded");

  /** What only a printed page shows. */
  private static final Evaluator PRINTED =
      Selector.evaluatorOf("[class*=print-], [class*=qrcode], [class*=qr-code]");

  private static final Pattern WORDS = Pattern.compile("(?<=[a-z])(?=[A-Z])|[^A-Za-z]+");

  /** A longer page has a subject that more than one of its elements tells. */
  private static final int MAX_CONTENT = 200;

  /** "Description of the job"; more words are the advert's own. */
  private static final int MAX_HEADING_WORDS = 4;

  /** Lines beside a text that are looked for in it. */
  private static final int MAX_BESIDE = 50;

  private static final int MIN_WORDS = 8;
  private static final double MIN_SHARE = 0.25;

  /** An advert has one price and perhaps its parts; a list of goods has more. */
  private static final int MAX_PRICES = 2;

  private NamedDescription() {}

  /**
   * Returns the description with those lines of the content that tell how to reach somebody, or
   * empty if the page names none, or several.
   *
   * @param content what was taken for the page's content
   */
  public static String of(Page page, String content) {
    int words = TextBlock.words(content);
    if (words > MAX_CONTENT) {
      return "";
    }
    Element named = only(page);
    String text = named == null ? "" : withoutHeading(page, named);
    int own = TextBlock.words(text);
    if (own < MIN_WORDS || own > words || own < MIN_SHARE * words || !isWithin(content, text)) {
      return "";
    }
    int prices = 0;
    for (String line : content.split("\n")) {
      prices += PriceShape.isIn(line) && !text.contains(line.strip()) ? 1 : 0;
    }
    return prices > MAX_PRICES ? "" : withReach(text, content);
  }

  /** Returns a text with those lines of the content that tell how to reach somebody. */
  public static String withReach(String text, String content) {
    Set<String> own = text.lines().map(String::strip).collect(Collectors.toSet());
    List<String> lines = new ArrayList<>(List.of(text));
    int looked = 0;
    for (String line : content.split("\n")) {
      boolean reaches = !own.contains(line.strip()) && ContactShape.isIn(line);
      if (reaches && looked++ < MAX_BESIDE && !text.contains(line.strip())) {
        lines.add(line);
      }
    }
    return String.join("\n", lines);
  }

  /** What a site says of itself or of its cookies is called a description, too. */
  private static boolean isWithin(String content, String text) {
    String all = content.replaceAll("\\s+", "");
    int words = 0;
    int within = 0;
    for (String line : text.split("\n")) {
      int own = TextBlock.words(line);
      words += own;
      within += own > 0 && all.contains(line.replaceAll("\\s+", "")) ? own : 0;
    }
    return 2 * within >= words;
  }

  /** Returns the one outermost element that is called a description and has words, or null. */
  private static @Nullable Element only(Page page) {
    Map<Element, Boolean> named = new IdentityHashMap<>();
    Element only = null;
    for (TextBlock block : page.blocks().blocks()) {
      Element outermost = null;
      for (Element e = block.parent();
          e != null && !e.normalName().equals("body");
          e = e.parent()) {
        outermost = named.computeIfAbsent(e, NamedDescription::isNamed) ? e : outermost;
      }
      if (outermost != null && only != null && outermost != only) {
        return null;
      }
      only = outermost == null ? only : outermost;
    }
    return only;
  }

  private static boolean isNamed(Element element) {
    if (element.attributesSize() == 0) {
      return false;
    }
    StringBuilder naming = new StringBuilder();
    NAMING.forEach(name -> naming.append(element.attr(name)).append(' '));
    String names = naming.toString();
    boolean named = false;
    for (String word : WORDS.split(names)) {
      String lower = word.toLowerCase(Locale.ROOT);
      if (OTHERS.contains(lower)) {
        return false;
      }
      named |= NAMES.contains(lower);
    }
    if (named) {
      return true;
    }
    String joined = names.toLowerCase(Locale.ROOT).replace("-", "").replace("_", "");
    return JOINED.stream().anyMatch(joined::contains)
        || element.attr("itemprop").equals("description");
  }

  /** Bold words at the start are the advert's own unless they say no more than a label does. */
  private static boolean isLabel(Element first, String heading) {
    return !first.normalName().equals("strong")
        || TextBlock.words(heading) <= 1
        || heading.endsWith(":");
  }

  /** "Description" stands above it. */
  private static String withoutHeading(Page page, Element named) {
    String text = page.text(named, PRINTED);
    Element first = named.firstElementChild();
    if (first == null || !first.normalName().matches("h[1-6]|strong|label")) {
      return text;
    }
    String heading = first.text().strip();
    boolean label = TextBlock.words(heading) <= MAX_HEADING_WORDS && isLabel(first, heading);
    return label && text.startsWith(heading) ? text.substring(heading.length()).strip() : text;
  }
}
