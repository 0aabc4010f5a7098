package org.vigie.classifier.language;

import java.lang.Character.UnicodeScript;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The languages the detector may answer with, by script: those of the mission and their neighbours.
 *
 * <p>Leaving out the rest of its 103 languages costs nothing and keeps, for one, Romanian from
 * being taken for Latin.
 */
final class Candidates {
  /** ISO 639-3 code of the model → ISO 639-1 code. */
  private static final Map<String, String> LATIN =
      parse(
          "eng en fra fr deu de spa es ita it nld nl pol pl por pt ron ro hun hu ces cs slk sk slv sl"
              + " hrv hr bos bs srp sr sqi sq tur tr swe sv dan da nob nb nno nn fin fi est et lav lv"
              + " lvs lv ltg lv lit lt som so yor yo isl is gle ga mlt mt cat ca eus eu glg gl aze az"
              + " vie vi swa sw swh sw ind id msa ms zlm ms tgl tl hau ha");

  private static final Map<String, String> CYRILLIC =
      parse("rus ru ukr uk bul bg srp sr mkd mk bel be kaz kk");

  private static final Map<String, String> DEVANAGARI = parse("hin hi nep ne mar mr");

  private static final List<Set<String>> ALIKE =
      List.of(Set.of("hr", "bs", "sr"), Set.of("id", "ms"), Set.of("nb", "nn", "no"));

  private Candidates() {}

  /** Returns none of a script in which the detector knows no language. */
  static Map<String, String> of(UnicodeScript script) {
    return switch (script) {
      case LATIN -> LATIN;
      case CYRILLIC -> CYRILLIC;
      case DEVANAGARI -> DEVANAGARI;
      default -> Map.of();
    };
  }

  /** Returns whether two languages are so alike that one is hardly wrong for the other. */
  static boolean areAlike(String one, String other) {
    return one.equals(other)
        || ALIKE.stream().anyMatch(of -> of.contains(one) && of.contains(other));
  }

  /** Returns whether a language may be answered by a model that knows some. */
  static boolean tells(String language, String... known) {
    return Stream.of(LATIN, CYRILLIC, DEVANAGARI)
        .anyMatch(names -> Arrays.stream(known).anyMatch(name -> language.equals(names.get(name))));
  }

  /** Returns the names of all of them in the model. */
  static Set<String> all() {
    Set<String> all = new HashSet<>(LATIN.keySet());
    all.addAll(CYRILLIC.keySet());
    all.addAll(DEVANAGARI.keySet());
    return Set.copyOf(all);
  }

  private static Map<String, String> parse(String pairs) {
    String[] words = pairs.split(" ");
    Map<String, String> codes = new HashMap<>();
    for (int i = 0; i < words.length; i += 2) {
      codes.put(words[i], words[i + 1]);
    }
    return Map.copyOf(codes);
  }
}
