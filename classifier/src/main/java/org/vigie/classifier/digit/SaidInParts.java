package org.vigie.classifier.digit;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.vigie.text.NormalizedText;
import org.vigie.text.Words;

/** Numbers whose parts are told one after another: "353 20 91, then 2, then 0417". */
public final class SaidInParts {
  private static final Set<String> WRITTEN =
      Set.of(
          "then",
          "puis",
          "ensuite",
          "luego",
          "después",
          "dann",
          "danach",
          "poi",
          "apoi",
          "logo",
          "depois",
          "potem",
          "pak",
          "pa",
          "potom",
          "zatim",
          "onda",
          "pastaj",
          "потом",
          "затем",
          "потім",
          "после",
          "потоа",
          "sonra",
          "aztán",
          "majd",
          "sedan",
          "siden",
          "sitten",
          "daarna",
          "dan",
          "ثم",
          "سپس",
          "پھر",
          "फिर",
          "তারপর",
          "ከዚያ",
          "እና",
          "rồi",
          "lalu",
          "kemudian",
          "kisha",
          "μετά",
          "ύστερα",
          "тады",
          "tada",
          "poté",
          "然后");

  /** Those words, in the form in which words are compared. */
  public static final Set<String> THEN =
      WRITTEN.stream()
          .map(word -> Words.compared(NormalizedText.of(word).folded()))
          .collect(Collectors.toUnmodifiableSet());

  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}\\p{M}]+");

  private final String folded;

  public SaidInParts(String folded) {
    this.folded = folded;
  }

  /** Returns whether a word, in the form in which words are compared, leads to the next part. */
  public static boolean isThen(String word) {
    return THEN.contains(word);
  }

  /** Returns the parts between such words, in order; one if there are none. */
  public List<List<DigitGroup>> of(List<DigitGroup> groups) {
    List<List<DigitGroup>> parts = new ArrayList<>(1);
    int from = 0;
    for (int i = 1; i < groups.size(); i++) {
      if (isThenBetween(groups.get(i - 1).end(), groups.get(i).start())) {
        parts.add(groups.subList(from, i));
        from = i;
      }
    }
    parts.add(groups.subList(from, groups.size()));
    return parts;
  }

  private boolean isThenBetween(int start, int end) {
    return end - start > 2 && isThenIn(folded.substring(start, end));
  }

  /** Returns whether such a word stands in what is between two groups. */
  public static boolean isThenIn(String between) {
    return Arrays.stream(NO_LETTERS.split(between)).anyMatch(word -> isThen(Words.compared(word)));
  }
}
