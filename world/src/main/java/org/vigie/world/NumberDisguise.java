package org.vigie.world;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** A way in which an advert writes a number so that machines read past it. */
enum NumberDisguise {
  PLAIN,
  SPACED,
  DOTS,
  WORDS,
  LOOKALIKE,
  KEYCAP,
  FULLWIDTH;

  private static final Map<String, List<String>> DIGIT_WORDS =
      Map.of(
          "en", List.of("zero one two three four five six seven eight nine".split(" ")),
          "fr", List.of("zéro un deux trois quatre cinq six sept huit neuf".split(" ")),
          "es", List.of("cero uno dos tres cuatro cinco seis siete ocho nueve".split(" ")),
          "ro", List.of("zero unu doi trei patru cinci șase șapte opt nouă".split(" ")),
          "uk", List.of("нуль один два три чотири п'ять шість сім вісім дев'ять".split(" ")),
          "ar", List.of("صفر واحد اثنان ثلاثة أربعة خمسة ستة سبعة ثمانية تسعة".split(" ")));

  static NumberDisguise parse(String label) {
    return valueOf(label.toUpperCase(Locale.ROOT));
  }

  /**
   * Returns the number in this disguise.
   *
   * @param national whether the reader knows the country, so that the calling code can be left out
   */
  String write(FictionNumber number, String language, boolean national) {
    String start = national ? "" : number.country() + " ";
    String digits = (national ? "0" : "") + number.digits();
    String plain = national ? number.national() : number.international();
    return switch (this) {
      case PLAIN -> plain;
      case SPACED -> start + String.join(" ", digits.split(""));
      case DOTS -> start.strip() + (national ? "" : ".") + String.join(".", digits.split(""));
      case WORDS ->
          start
              + digits
                  .chars()
                  .mapToObj(digit -> words(language).get(digit - '0'))
                  .collect(Collectors.joining(" "));
      case LOOKALIKE -> start + plain.substring(start.length()).replace('0', 'O').replace('1', 'l');
      case KEYCAP -> start + digits.replaceAll("(.)", "$1\uFE0F\u20E3");
      case FULLWIDTH ->
          start
              + digits
                  .chars()
                  .mapToObj(digit -> Character.toString(digit - '0' + 0xFF10))
                  .collect(Collectors.joining());
    };
  }

  private static List<String> words(String language) {
    List<String> words = DIGIT_WORDS.get(language);
    if (words == null) {
      throw new IllegalStateException("number words are known for " + DIGIT_WORDS.keySet());
    }
    return words;
  }
}
