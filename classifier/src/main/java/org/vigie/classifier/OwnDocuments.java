package org.vigie.classifier;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.vigie.advert.Indicator;
import org.vigie.advert.Span;
import org.vigie.classifier.sign.Family;

/**
 * Tells advice to look after one's own documents ("Keep your passport safe") from documents that
 * somebody keeps. In English alone: its orders have the words that follow "we" or "the boss", while
 * the phrases of other languages have endings that say who keeps.
 */
final class OwnDocuments {
  private static final String LANGUAGE = "en";

  private static final Set<String> KEEPING = Set.of("keep", "hold");

  /** What may stand before an order in its sentence, and names nobody but its reader. */
  private static final Set<String> BEFORE =
      Set.of("please", "always", "do", "you", "and", "so", "also", "then");

  /** How it goes on, at once, where the reader is to keep them. */
  private static final List<List<String>> AT_HAND =
      List.of(
          List.of("safe"),
          List.of("safely"),
          List.of("secure"),
          List.of("ready"),
          List.of("handy"),
          List.of("close"),
          List.of("yourself"),
          List.of("with", "you"),
          List.of("on", "you"),
          List.of("in", "a", "safe", "place"));

  /** Who else may keep them, and until when. */
  private static final Set<String> OTHERS =
      Set.of(
          "we",
          "us",
          "our",
          "they",
          "them",
          "he",
          "him",
          "she",
          "her",
          "boss",
          "manager",
          "agent",
          "agency",
          "employer",
          "owner",
          "office",
          "until",
          "till");

  /**
   * A sentence that says more before its verb is no bare order; nor is more than that read after.
   */
  private static final int MOST_BESIDE = 60;

  private static final String SENTENCE_ENDS = ".!?:;\n";
  private static final Pattern NO_LETTERS = Pattern.compile("[^\\p{L}'’]+");

  private OwnDocuments() {}

  /** Returns the indicators that phrases show without what is such advice. */
  static List<Indicator> withoutAdvice(List<Indicator> shown, String text, String language) {
    return language.equals(LANGUAGE)
        ? shown.stream().flatMap(indicator -> withoutAdvice(indicator, text)).toList()
        : shown;
  }

  private static Stream<Indicator> withoutAdvice(Indicator indicator, String text) {
    if (Family.ofRow(indicator.id()).filter(Family.DOCUMENTS_KEPT::equals).isEmpty()) {
      return Stream.of(indicator);
    }
    List<Span> kept = indicator.spans().stream().filter(at -> !isAdvice(at, text)).toList();
    if (kept.size() == indicator.spans().size()) {
      return Stream.of(indicator);
    }
    return kept.isEmpty() ? Stream.empty() : Stream.of(indicator.at(kept));
  }

  private static boolean isAdvice(Span phrase, String text) {
    List<String> said = words(text.substring(phrase.start(), phrase.end()));
    if (said.isEmpty() || !KEEPING.contains(said.getFirst())) {
      return false;
    }
    List<String> after = words(text.substring(phrase.end(), end(text, phrase.end())));
    return isBare(text, phrase.start())
        && AT_HAND.stream().anyMatch(how -> begins(after, how))
        && after.stream().noneMatch(OTHERS::contains);
  }

  private static boolean begins(List<String> words, List<String> how) {
    return words.size() >= how.size() && words.subList(0, how.size()).equals(how);
  }

  /** Returns whether nobody is named from where a sentence begins to its verb. */
  private static boolean isBare(String text, int verb) {
    int least = Math.max(0, verb - MOST_BESIDE);
    int start = verb;
    while (start > least && !isEnd(text, start - 1)) {
      start--;
    }
    boolean begins = start > least || start == 0;
    return begins && BEFORE.containsAll(words(text.substring(start, verb)));
  }

  private static int end(String text, int from) {
    int end = from;
    while (end < text.length() && end < from + MOST_BESIDE && !isEnd(text, end)) {
      end++;
    }
    return end;
  }

  private static boolean isEnd(String text, int at) {
    return SENTENCE_ENDS.indexOf(text.charAt(at)) >= 0;
  }

  private static List<String> words(String text) {
    return Stream.of(NO_LETTERS.split(text.toLowerCase(Locale.ROOT)))
        .filter(word -> !word.isEmpty())
        .toList();
  }
}
