package org.vigie.capture.picture;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.MissingResourceException;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which trained data reads which language: Tesseract names most by ISO 639-2. */
final class TesseractLanguages {
  /** Contacts are written in Latin letters and digits wherever they stand. */
  static final String LATIN = "eng";

  /** Each further language costs as much as the first. */
  private static final int MOST = 3;

  private static final int MOST_CODES = 20;

  private static final Pattern CODE = Pattern.compile("([a-zA-Z]{2})(?:[-_].*)?", Pattern.DOTALL);

  private static final Map<String, List<String>> OTHERS =
      Map.ofEntries(
          // Either misses what the other reads, digits above all.
          Map.entry("ar", List.of("ara", "fas")),
          Map.entry("fa", List.of("fas", "ara")),
          Map.entry("zh", List.of("chi_sim", "chi_tra")),
          Map.entry("sr", List.of("srp", "srp_latn")),
          Map.entry("uz", List.of("uzb", "uzb_cyrl")),
          Map.entry("az", List.of("aze", "aze_cyrl")),
          Map.entry("no", List.of("nor")),
          Map.entry("nb", List.of("nor")),
          Map.entry("nn", List.of("nor")),
          Map.entry("ku", List.of("kmr", "ckb")),
          Map.entry("tl", List.of("fil", "tgl")));

  /** Script as Tesseract names it → languages that are mostly written in it. */
  private static final Map<String, List<String>> BY_SCRIPT =
      Map.ofEntries(
          Map.entry("Cyrillic", List.of("rus", "ukr")),
          Map.entry("Arabic", List.of("ara", "fas")),
          Map.entry("Greek", List.of("ell")),
          Map.entry("Hebrew", List.of("heb")),
          Map.entry("Devanagari", List.of("hin")),
          Map.entry("Bengali", List.of("ben")),
          Map.entry("Tamil", List.of("tam")),
          Map.entry("Telugu", List.of("tel")),
          Map.entry("Thai", List.of("tha")),
          Map.entry("Georgian", List.of("kat")),
          Map.entry("Armenian", List.of("hye")),
          Map.entry("Ethiopic", List.of("amh", "tir")),
          Map.entry("Hangul", List.of("kor")),
          Map.entry("Korean", List.of("kor")),
          Map.entry("Japanese", List.of("jpn")),
          Map.entry("Han", List.of("chi_sim")),
          Map.entry("Khmer", List.of("khm")),
          Map.entry("Myanmar", List.of("mya")),
          Map.entry("Latin", List.of("eng")));

  private final Set<String> installed;

  TesseractLanguages(Set<String> installed) {
    this.installed = Set.copyOf(installed);
  }

  boolean has(String data) {
    return installed.contains(data);
  }

  /**
   * Returns the trained data for languages.
   *
   * @param languages ISO 639-1 codes, the likeliest first
   */
  List<String> of(List<String> languages) {
    List<String> wanted = new ArrayList<>();
    languages.forEach(language -> wanted.addAll(names(language)));
    return withLatin(wanted);
  }

  /** Returns the trained data for a script. */
  List<String> ofScript(String script) {
    return withLatin(BY_SCRIPT.getOrDefault(script, List.of()));
  }

  /** Returns the languages that there is trained data for. */
  List<String> readable(List<String> languages) {
    return languages.stream()
        .filter(language -> names(language).stream().anyMatch(installed::contains))
        .toList();
  }

  /**
   * Returns the ISO 639-1 codes among what adverts declare, each once: whoever writes a file may
   * write anything, and no word of theirs is handed on.
   */
  static List<String> codes(List<String> declared) {
    return declared.stream()
        .map(CODE::matcher)
        .filter(Matcher::matches)
        .map(code -> code.group(1).toLowerCase(Locale.ROOT))
        .distinct()
        .limit(MOST_CODES)
        .toList();
  }

  private List<String> withLatin(List<String> wanted) {
    Set<String> there = new LinkedHashSet<>();
    for (String name : wanted) {
      if (installed.contains(name) && there.size() < MOST - 1) {
        there.add(name);
      }
    }
    if (installed.contains(LATIN)) {
      there.add(LATIN);
    }
    return List.copyOf(there);
  }

  private static List<String> names(String language) {
    List<String> others = OTHERS.get(language);
    if (others != null) {
      return others;
    }
    try {
      return List.of(Locale.of(language).getISO3Language());
    } catch (MissingResourceException e) { // a code that ISO 639 doesn't have
      return List.of();
    }
  }
}
