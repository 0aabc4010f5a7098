package org.vigie.classifier.entity;

import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.vigie.advert.Advert;

/** Guesses from which country an advert's national phone numbers are. */
public final class Regions {
  /** Languages that are mostly written in one country of the mission. */
  private static final Map<String, String> BY_LANGUAGE =
      Map.ofEntries(
          Map.entry("fr", "FR"),
          Map.entry("ro", "RO"),
          Map.entry("uk", "UA"),
          Map.entry("es", "ES"),
          Map.entry("pl", "PL"),
          Map.entry("de", "DE"),
          Map.entry("it", "IT"),
          Map.entry("nl", "NL"),
          Map.entry("pt", "PT"),
          Map.entry("bg", "BG"),
          Map.entry("hu", "HU"),
          Map.entry("cs", "CZ"),
          Map.entry("el", "GR"),
          Map.entry("sq", "AL"),
          Map.entry("sr", "RS"),
          Map.entry("tr", "TR"));

  /** Top-level domains of countries that are sold to anyone. */
  private static final Set<String> SOLD = Set.of("ME", "TV", "IO", "CO", "AI", "LA", "CC", "EU");

  private Regions() {}

  /**
   * Returns the region of an advert: what it declares, else its site's top-level domain, else its
   * language's main country, else nothing.
   */
  public static String of(Advert advert, String language) {
    if (!advert.country().isEmpty()) {
      return advert.country();
    }
    String domain = Hosts.topLevelDomain(advert.site()).toUpperCase(Locale.ROOT);
    if (advert.site().contains(".") && domain.length() == 2 && !SOLD.contains(domain)) {
      return domain.equals("UK") ? "GB" : domain;
    }
    return BY_LANGUAGE.getOrDefault(language, "");
  }
}
