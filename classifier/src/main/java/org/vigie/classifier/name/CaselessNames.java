package org.vigie.classifier.name;

import java.util.BitSet;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Span;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/**
 * Judges names in letters that have no capitals, such as Arabic: many given names are words there
 * ("hope", "on", "excellent"), so these are believed if a word announces them or two listed names
 * stand together, and what isn't listed is no part of a name.
 */
final class CaselessNames {
  private static final String ALI = "\u0639\u0644\u064A";

  private final NormalizedText text;
  private final List<Word> words;
  private final ToIntFunction<String> kinds;
  private final NameCues cues;
  private final BitSet places;
  private final NotPersons notPersons;

  /**
   * A judge of one text's names.
   *
   * @param kinds what the list of names says of a word
   * @param places the words that are part of a town's name
   */
  CaselessNames(
      NormalizedText text,
      List<Word> words,
      ToIntFunction<String> kinds,
      NameCues cues,
      BitSet places,
      NotPersons notPersons) {
    this.text = text;
    this.words = words;
    this.kinds = kinds;
    this.cues = cues;
    this.places = places;
    this.notPersons = notPersons;
  }

  /** Returns whether a word is in letters that have no capitals. */
  boolean isCaseless(int word) {
    int first = original(word).codePointAt(0);
    return Character.isLetter(first)
        && !Character.isLowerCase(first)
        && !Character.isUpperCase(first)
        && !Character.isTitleCase(first);
  }

  /**
   * Returns the part of some words that is believed to be a name, or null.
   *
   * @param from the first word
   * @param to the one after the last
   */
  NameReader.@Nullable Run believed(int from, int to) {
    int first = from;
    while (first < to && !isListed(first, NameList.GIVEN)) {
      first++;
    }
    int last = first;
    while (last < to && isListed(last, NameList.GIVEN | NameList.FAMILY)) {
      last++;
    }
    if (last == first) {
      return null;
    }
    boolean announced = cues.before(words, first).isStrong();
    boolean word = notPersons.caseless().contains(words.get(first).text());
    return last - first >= 2 || announced || !word ? new NameReader.Run(first, last) : null;
  }

  private boolean isListed(int word, int kind) {
    int known = kinds.applyAsInt(words.get(word).text());
    return (known & kind) != 0
        && (known & NameList.COMMON) == 0
        && !places.get(word)
        && !isPreposition(word)
        && !isCue(word);
  }

  /** Arabic "on" is compared as Ali is, and differs from it in its last letter. */
  private boolean isPreposition(int word) {
    return words.get(word).text().equals(ALI) && original(word).endsWith("\u0649");
  }

  /** Returns whether a word announces what stands behind it, as "I am" and "Mr" do. */
  private boolean isCue(int word) {
    return word + 1 < words.size() && cues.before(words, word + 1).isStrong();
  }

  private String original(int word) {
    Span span = text.originalSpan(words.get(word).start(), words.get(word).end());
    return span.of(text.original());
  }
}
