package org.vigie.training.sign;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * What is learnt from a text: the whole, and of a long one its sentences too, since long texts are
 * read sentence by sentence. What stands beside the passage that says a sign says nothing.
 */
final class SignExcerpts {
  private static final Pattern END = Pattern.compile("(?<=[.!?…։。؟۔።])\\s+");

  /** A text of so many words or fewer is learnt from as a whole alone. */
  private static final int SHORT = 35;

  /** A piece of fewer letters tells nothing. */
  private static final int LEAST = 20;

  private SignExcerpts() {}

  static List<SignLine> of(SignLine line) {
    List<SignLine> excerpts = new ArrayList<>();
    excerpts.add(line);
    if (!line.passage().isEmpty()) {
      excerpts.add(line.part(line.passage(), true));
      int from = line.text().indexOf(line.passage());
      addOrdinary(excerpts, line, line.text().substring(0, from));
      addOrdinary(excerpts, line, line.text().substring(from + line.passage().length()));
    } else if (!line.isSaid() && line.text().split("\\s+").length > SHORT) {
      addOrdinary(excerpts, line, line.text());
    }
    return excerpts;
  }

  private static void addOrdinary(List<SignLine> excerpts, SignLine line, String text) {
    for (String sentence : END.split(text.strip())) {
      if (sentence.length() >= LEAST) {
        excerpts.add(line.part(sentence, false));
      }
    }
  }
}
