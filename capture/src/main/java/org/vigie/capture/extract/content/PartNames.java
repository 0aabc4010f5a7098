package org.vigie.capture.extract.content;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * What elements are called, word by word: by their classes, ids, names for tests, microdata and
 * RDFa. One reader serves one page, since pages use few names often.
 */
public final class PartNames {
  /** What an element says by its name. */
  public enum Role {
    AUTHOR,
    EMPLOYER,
    PLACE,
    PRICE,
    TIME,
    TEXT
  }

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

  private static final Set<String> TIMES =
      Set.of(
          "date",
          "time",
          "datetime",
          "posted",
          "published",
          "pubdate",
          "timestamp",
          "created",
          "ago",
          "timeago",
          "postdate",
          "datum",
          "fecha",
          "createdat");
  private static final Set<String> PRICES =
      Set.of(
          "price", "prix", "preis", "precio", "preco", "prezzo", "cena", "cijena", "prijs", "pris",
          "amount", "salary", "rent", "wage");
  private static final Set<String> PLACES =
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
          "mjesto",
          "ville",
          "ort",
          "loc");
  private static final Set<String> EMPLOYERS =
      Set.of("company", "employer", "firma", "empresa", "entreprise", "organization");
  private static final Set<String> AUTHORS =
      Set.of(
          "author",
          "nick",
          "nickname",
          "username",
          "byline",
          "poster",
          "writer",
          "createdby",
          "postedby",
          "seller",
          "autor",
          "auteur",
          "advertiser");
  private static final Set<String> TEXTS =
      Set.of(
          "text", "txt", "usertxt", "body", "content", "message", "msg", "comment", "articlebody");

  /** What such a word names is no part of the advert itself. */
  private static final Set<String> OTHERS =
      Set.of(
          "label",
          "icon",
          "button",
          "btn",
          "avatar",
          "image",
          "img",
          "photo",
          "menu",
          "nav",
          "breadcrumb",
          "breadcrumbs",
          "filter",
          "search",
          "rating",
          "badge",
          "form");

  private static final int MAX_NAME = 400;

  private final Map<String, Set<String>> words = new HashMap<>();

  /** Returns the role that an element's name tells, or null if it tells none, or something else. */
  public @Nullable Role of(Element element) {
    Set<String> own = words(element);
    if (own.isEmpty() || own.stream().anyMatch(OTHERS::contains)) {
      return element.normalName().equals("time") ? Role.TIME : null;
    }
    if (element.normalName().equals("time") || has(own, TIMES)) {
      return Role.TIME;
    }
    if (has(own, PRICES)) {
      return Role.PRICE;
    }
    if (has(own, PLACES)) {
      return Role.PLACE;
    }
    if (has(own, EMPLOYERS)) {
      return Role.EMPLOYER;
    }
    return has(own, AUTHORS) ? Role.AUTHOR : has(own, TEXTS) ? Role.TEXT : null;
  }

  private static boolean has(Set<String> own, Set<String> wanted) {
    return own.stream().anyMatch(wanted::contains);
  }

  private Set<String> words(Element element) {
    if (element.attributesSize() == 0) {
      return Set.of();
    }
    StringBuilder names = new StringBuilder();
    for (String attribute : NAMING) {
      String value = element.attr(attribute);
      if (!value.isEmpty() && value.length() <= MAX_NAME) {
        names.append(value).append(' ');
      }
    }
    return names.isEmpty() ? Set.of() : words.computeIfAbsent(names.toString(), PartNames::split);
  }

  private static Set<String> split(String names) {
    Set<String> words = new HashSet<>();
    for (String word : WORDS.split(names)) {
      if (word.length() > 2) {
        words.add(word.toLowerCase(Locale.ROOT));
      }
    }
    return words;
  }
}
