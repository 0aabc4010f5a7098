package org.vigie.pipeline.together;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.vigie.advert.AssessedAdvert;
import org.vigie.advert.Contact;
import org.vigie.advert.Span;
import org.vigie.pipeline.neardup.Words;

/**
 * The text of one advert without its contacts, ready to be compared with others.
 *
 * @param advert id of the advert
 * @param text its text, each contact a space
 * @param words how many words it has
 * @param pairs its pairs of neighbouring words, each once
 */
record ComparedText(String advert, String text, int words, Set<String> pairs) {
  /** Texts that share less are of their own wording: clusters are joined from here on. */
  private static final double OWN_WORDING = 0.25;

  static ComparedText of(AssessedAdvert assessed) {
    String text = withoutContacts(assessed);
    List<String> words = Words.of(text);
    Set<String> pairs = new HashSet<>();
    for (int i = 1; i < words.size(); i++) {
      pairs.add(words.get(i - 1) + " " + words.get(i));
    }
    return new ComparedText(assessed.advert().id(), text, words.size(), pairs);
  }

  /**
   * Returns the first texts, at most so many, that are worded otherwise than all before them and
   * than some others.
   */
  static List<ComparedText> ofOwnWording(
      List<ComparedText> texts, List<ComparedText> others, int most) {
    List<ComparedText> own = new ArrayList<>();
    for (ComparedText text : texts) {
      if (own.size() < most
          && own.stream().allMatch(text::isWordedOtherwise)
          && others.stream().allMatch(text::isWordedOtherwise)) {
        own.add(text);
      }
    }
    return own;
  }

  private boolean isWordedOtherwise(ComparedText other) {
    boolean isSmaller = pairs.size() < other.pairs.size();
    Set<String> more = isSmaller ? other.pairs : pairs;
    long shared = (isSmaller ? pairs : other.pairs).stream().filter(more::contains).count();
    return shared < OWN_WORDING * (pairs.size() + other.pairs.size() - shared);
  }

  private static String withoutContacts(AssessedAdvert assessed) {
    StringBuilder text = new StringBuilder(assessed.advert().text());
    assessed.contacts().stream()
        .map(Contact::span)
        .sorted(Comparator.comparingInt(Span::start).reversed())
        .filter(span -> span.length() > 0 && span.end() <= text.length())
        .forEach(span -> text.replace(span.start(), span.end(), " "));
    return text.toString();
  }
}
