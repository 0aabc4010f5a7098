package org.vigie.classifier.quantity;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;
import org.vigie.text.Words;

/**
 * Numbers that a language writes as one word, such as "siebenhundert", "duemila" and
 * "tweeduizendvijfhonderd": taken apart at thousand and hundred.
 */
final class JoinedNumbers {
  /** Nothing that shorter words say. */
  private static final int SHORTEST = 5;

  /** Language → its words for a hundred, and for a thousand, in the form words are compared in. */
  private static final Map<String, List<List<String>>> MARKS =
      Map.ofEntries(
          Map.entry("de", List.of(List.of("hundert"), List.of("tausend"))),
          Map.entry("nl", List.of(List.of("honderd"), List.of("duizend"))),
          Map.entry("it", List.of(List.of("cento"), List.of("mila", "mille"))),
          Map.entry("hu", List.of(List.of("szaz"), List.of("ezer"))),
          Map.entry("sv", List.of(List.of("hundra"), List.of("tusen"))),
          Map.entry("nb", List.of(List.of("hundre"), List.of("tusen"))),
          Map.entry("da", List.of(List.of("hundrede"), List.of("tusinde", "tusind"))),
          Map.entry("fi", List.of(List.of("sataa", "sata"), List.of("tuhatta", "tuhat"))),
          Map.entry("et", List.of(List.of("sada"), List.of("tuhat"))),
          Map.entry("sl", List.of(List.of("sto"), List.of("tisoc"))),
          Map.entry("sk", List.of(List.of("sto"), List.of("tisic"))),
          Map.entry("cs", List.of(List.of("sto"), List.of("tisic"))),
          Map.entry("sq", List.of(List.of("qind"), List.of("mije"))));

  private static final List<String> AND = List.of("", "und", "en", "och", "og");

  private final Map<String, Map<String, Integer>> small = new HashMap<>();

  static JoinedNumbers read(ImageIn in) {
    JoinedNumbers read = new JoinedNumbers();
    for (int left = in.number(); left > 0; left--) {
      String language = in.text();
      List<String> words = in.texts();
      int[] values = in.ints();
      Map<String, Integer> of = new HashMap<>();
      for (int i = 0; i < values.length; i++) {
        of.put(words.get(i), values[i]);
      }
      read.small.put(language, of);
    }
    return read;
  }

  void write(ImageOut out) {
    out.number(small.size());
    new TreeMap<>(small)
        .forEach((language, of) -> {
          List<String> words = of.keySet().stream().sorted().toList();
          out.text(language);
          out.texts(words);
          out.ints(words.stream().mapToInt(of::get).toArray());
        });
  }

  /** Adds what a word is in a language; numbers of a hundred and more are taken apart. */
  void add(String language, String word, double value) {
    if (MARKS.containsKey(language) && value < 100) {
      small
          .computeIfAbsent(language, l -> new HashMap<>())
          .putIfAbsent(Words.compared(word), (int) value);
    }
  }

  /** Returns the number that a word is in a language, or 0 if it is none of a hundred or more. */
  int valueOf(String word, String language) {
    List<List<String>> marks = MARKS.get(language);
    if (marks == null || word.length() < SHORTEST) {
      return 0;
    }
    return thousands(word, language, marks);
  }

  /** Returns the languages in which a word is such a number. */
  List<String> languagesOf(String word) {
    return MARKS.keySet().stream().filter(language -> valueOf(word, language) > 0).toList();
  }

  private int thousands(String word, String language, List<List<String>> marks) {
    for (String mark : marks.get(1)) {
      int at = word.indexOf(mark);
      if (at >= 0) {
        int times = at == 0 ? 1 : hundreds(word.substring(0, at), language, marks);
        int rest = rest(word.substring(at + mark.length()), language, marks);
        return times <= 0 || rest < 0 ? 0 : times * 1000 + rest;
      }
    }
    int value = hundreds(word, language, marks);
    return value >= 100 ? value : 0;
  }

  private int rest(String word, String language, List<List<String>> marks) {
    for (String and : AND) {
      boolean joined = word.startsWith(and);
      int value =
          !joined
              ? -1
              : word.length() == and.length()
                  ? 0
                  : hundreds(word.substring(and.length()), language, marks);
      if (value >= 0) {
        return value;
      }
    }
    return -1;
  }

  /** Returns a number below a thousand, or -1. */
  private int hundreds(String word, String language, List<List<String>> marks) {
    for (String mark : marks.get(0)) {
      int at = word.indexOf(mark);
      if (at >= 0) {
        int times = at == 0 ? 1 : below(word.substring(0, at), language);
        int rest = -1;
        for (int i = 0; i < AND.size() && rest < 0; i++) {
          String behind = word.substring(at + mark.length());
          rest = behind.startsWith(AND.get(i)) ? tens(behind, AND.get(i), language) : -1;
        }
        return times < 1 || times > 19 || rest < 0 ? -1 : times * 100 + rest;
      }
    }
    return below(word, language);
  }

  private int tens(String behind, String and, String language) {
    return behind.length() == and.length() ? 0 : below(behind.substring(and.length()), language);
  }

  private int below(String word, String language) {
    return small.getOrDefault(language, Map.of()).getOrDefault(word, -1);
  }
}
