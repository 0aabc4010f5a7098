package org.vigie.capture.extract.content;

import java.util.Locale;
import java.util.Set;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;
import org.vigie.capture.extract.page.Page;

/** What stands behind a word for it, in a table, a list of terms or two elements side by side. */
public final class PairedParts {
  /** Words for a place in front of it, without case and colon. */
  private static final Set<String> PLACE =
      Set.of(
          "location",
          "city",
          "place",
          "town",
          "area",
          "region",
          "job location",
          "place of work",
          "ort",
          "standort",
          "arbeitsort",
          "lieu",
          "ville",
          "localisation",
          "lieu de travail",
          "ubicación",
          "ciudad",
          "localidad",
          "lugar de trabajo",
          "città",
          "luogo",
          "comune",
          "paese",
          "località",
          "cidade",
          "localização",
          "local",
          "plaats",
          "locatie",
          "lokalizacja",
          "miasto",
          "miejsce pracy",
          "lokalita",
          "místo",
          "lokacija",
          "mesto",
          "grad",
          "lokacja",
          "oraș",
          "localitate",
          "locație",
          "vieta",
          "darba vieta",
          "miestas",
          "vietovė",
          "asukoht",
          "paikkakunta",
          "sijainti",
          "sted",
          "ort och plats",
          "plats",
          "település",
          "helyszín",
          "περιοχή",
          "τοποθεσία",
          "град",
          "населено място",
          "місто",
          "адреса",
          "адреса роботи",
          "город",
          "место",
          "адрес",
          "населённый пункт",
          "место работы",
          "шаҳр",
          "қала",
          "шаар",
          "shahar",
          "şehir",
          "il",
          "konum",
          "المدينة",
          "الموقع",
          "שטח",
          "מיקום",
          "עיר",
          "شهر",
          "محل",
          "lokasi",
          "bandar",
          "địa điểm",
          "khu vực",
          "nơi làm việc",
          "地点",
          "勤務地",
          "지역");

  private static final int MAX_LABEL = 30;
  private static final int MAX_VALUE = 100;
  private static final int MAX_ELEMENTS = 20_000;

  private PairedParts() {}

  /** Returns the place that a page names behind a word for it, or empty. */
  public static String place(Page page) {
    return page.document().body().stream()
        .limit(MAX_ELEMENTS)
        .map(PairedParts::saidBeside)
        .filter(said -> !said.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** Returns what stands beside an element that names a place, or empty. */
  private static String saidBeside(Element element) {
    Element value = element.nextElementSibling();
    boolean text = element.nextSibling() instanceof TextNode behind && !behind.isBlank();
    if (value == null || text) {
      return saidBehind(element);
    }
    if (!isLabel(element)) {
      return "";
    }
    String said = value.wholeOwnText().strip();
    said = said.isEmpty() && value.childrenSize() <= 2 ? value.text().strip() : said;
    return said.length() <= MAX_VALUE ? said : "";
  }

  /** Returns the words that stand right behind an element that names a place, or empty. */
  private static String saidBehind(Element element) {
    String said = element.nextSibling() instanceof TextNode text ? text.text().strip() : "";
    String bare = said.startsWith(":") ? said.substring(1).strip() : said;
    boolean label = !bare.isEmpty() && bare.length() <= MAX_VALUE && isLabel(element);
    return label && (said.startsWith(":") || element.ownText().strip().endsWith(":")) ? bare : "";
  }

  private static boolean isLabel(Element element) {
    Element first = element.firstElementChild();
    if (first != null && (first.nextElementSibling() != null || !element.ownText().isBlank())) {
      return false;
    }
    String own = first == null ? element.ownText() : first.ownText();
    if (own.isEmpty() || own.length() > MAX_LABEL) {
      return false;
    }
    return isPlace(own);
  }

  /** Returns whether a label announces a place. */
  public static boolean isPlace(String label) {
    String word = label.strip().toLowerCase(Locale.ROOT);
    return PLACE.contains(word.endsWith(":") ? word.substring(0, word.length() - 1).strip() : word);
  }
}
