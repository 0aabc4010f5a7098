package org.vigie.web.offer;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The languages that the offer checker speaks. */
final class OfferLanguages {
  /**
   * Tags in the order in which a page lists them: by the names that the languages give themselves.
   */
  static final List<String> TAGS =
      List.of(
          "de", "en", "es", "fr", "it", "nl", "pl", "pt", "ro", "tl", "tr", "vi", "bg", "ru", "uk",
          "ar", "fa", "hi", "th", "zh");

  private static final String DEFAULT = "en";

  private final Map<String, OfferMessages> known = new LinkedHashMap<>();

  private OfferLanguages() {}

  static OfferLanguages load() throws IOException {
    OfferLanguages languages = new OfferLanguages();
    for (String tag : TAGS) {
      languages.known.put(tag, OfferMessages.load(tag));
    }
    return languages;
  }

  List<OfferMessages> all() {
    return List.copyOf(known.values());
  }

  /** Returns the language of a tag, or the default if there is none. */
  OfferMessages of(String tag) {
    return Objects.requireNonNull(
        known.getOrDefault(tag, known.get(DEFAULT)), "the default is there");
  }

  /**
   * Returns the language that a person chose, or else the first that the browser asks for.
   *
   * @param chosen tag, or null or unknown if none was chosen
   * @param acceptLanguage the browser's header, or null
   */
  OfferMessages find(@Nullable String chosen, @Nullable String acceptLanguage) {
    OfferMessages messages = chosen == null ? null : known.get(chosen);
    return messages != null ? messages : preferred(acceptLanguage == null ? "" : acceptLanguage);
  }

  private OfferMessages preferred(String acceptLanguage) {
    String tag = DEFAULT;
    try {
      // Browsers call Tagalog Filipino.
      String asked = acceptLanguage.replace("fil", "tl");
      Locale found =
          Locale.lookup(Locale.LanguageRange.parse(asked), TAGS.stream().map(Locale::of).toList());
      tag = found == null ? DEFAULT : found.getLanguage();
    } catch (IllegalArgumentException e) {
      // The header is no list of languages: the default stands.
    }
    return of(tag);
  }
}
