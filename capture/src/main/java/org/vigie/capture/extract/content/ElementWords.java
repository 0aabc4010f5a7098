package org.vigie.capture.extract.content;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Element;

/**
 * What elements are called, word by word: by their classes, ids, names for tests, microdata and
 * RDFa. One reader serves one page, since pages use few names often.
 */
final class ElementWords {
  /** Words for a place. */
  static final Set<String> PLACES =
      Set.of(
          "location",
          "locality",
          "place",
          "city",
          "cityname",
          "town",
          "region",
          "area",
          "address",
          "standort",
          "ubicacion",
          "localisation",
          "localizacao",
          "localizacion",
          "lokalizacja",
          "lokacija",
          "district",
          "poblacion",
          "ciudad",
          "localidad",
          "cidade",
          "comune",
          "stadt",
          "sehir",
          "plaats",
          "miasto",
          "mjesto",
          "ville",
          "lieu",
          "ort",
          "loc");

  /** Words for a price or a wage. */
  static final Set<String> PRICES =
      Set.of(
          "price", "prix", "preis", "precio", "preco", "prezzo", "cena", "cijena", "prijs", "pris",
          "amount", "salary", "rent", "wage");

  /** Words for who employs. */
  static final Set<String> EMPLOYERS =
      Set.of(
          "company",
          "companyname",
          "compname",
          "cname",
          "employer",
          "firma",
          "firm",
          "empresa",
          "entreprise",
          "organization",
          "organisation",
          "agency",
          "recruiter",
          "arbeitgeber",
          "pracodawca",
          "werkgever",
          "azienda");

  private static final List<String> NAMING =
      List.of(
          "class",
          "id",
          "data-testid",
          "data-test",
          "data-qa",
          "data-q",
          "data-cy",
          "data-name",
          "data-marker",
          "data-aut-id",
          "data-automation",
          "data-hook",
          "data-at",
          "itemprop",
          "property",
          "slot");

  private static final Pattern WORDS =
      Pattern.compile("(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])|[^A-Za-z]+");

  /** Longer names are data. */
  private static final int MAX_NAME = 400;

  private final Map<String, Set<String>> words = new HashMap<>();

  /**
   * Returns the words of two letters and more, in small letters.
   *
   * @param more attributes that name an element for the caller, too
   */
  Set<String> of(Element element, String... more) {
    if (element.attributesSize() == 0) {
      return Set.of();
    }
    StringBuilder names = new StringBuilder();
    NAMING.forEach(attribute -> add(element.attr(attribute), names));
    for (String attribute : more) {
      add(element.attr(attribute), names);
    }
    for (Attribute attribute : element.attributes()) {
      boolean bare = attribute.getValue().isEmpty() && attribute.getKey().indexOf('-') > 0;
      add(bare ? attribute.getKey() : "", names);
    }
    return names.isEmpty()
        ? Set.of()
        : words.computeIfAbsent(names.toString(), ElementWords::split);
  }

  private static void add(String name, StringBuilder names) {
    if (!name.isEmpty() && name.length() <= MAX_NAME) {
      names.append(name).append(' ');
    }
  }

  private static Set<String> split(String names) {
    Set<String> words = new HashSet<>();
    for (String word : WORDS.split(names)) {
      if (word.length() > 1) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }

  /** Returns whether one of some words is among an element's. */
  static boolean has(Set<String> own, Set<String> wanted) {
    return own.stream().anyMatch(wanted::contains);
  }
}
