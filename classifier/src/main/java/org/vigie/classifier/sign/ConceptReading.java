package org.vigie.classifier.sign;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.stream.IntStream;
import org.vigie.classifier.sign.SignReading.Explained;

/**
 * The concepts of a text in the languages it is written in: what other languages would mean by the
 * same letters is left out, and what a longer or a negative form says goes before what its parts
 * say.
 */
final class ConceptReading {
  /** No form takes more units than this, its gaps included. */
  private static final int LONGEST = 64;

  /** Words of so many letters are believed in any language: texts mix them. */
  private static final int SURE_IN_ANY = 6;

  /** English words of so many letters stand in texts of all languages. */
  private static final int SURE_IN_ENGLISH = 4;

  /** Another language counts beside the best one if it explains so much of what that one does. */
  private static final double SHARE_OF_BEST = 0.8;

  /** How much more a language counts that a text is declared or held to be in. */
  private static final double LIKELY = 1.25;

  private final SignText text;
  private final List<ConceptHit> all;
  private final List<List<ConceptHit>> bySentence;
  private final Explained explained;

  private ConceptReading(
      SignText text, List<ConceptHit> all, List<List<ConceptHit>> bySentence, Explained explained) {
    this.text = text;
    this.all = all;
    this.bySentence = bySentence;
    this.explained = explained;
  }

  /**
   * Reads a text.
   *
   * @param likely codes of the languages that it is declared or held to be in
   */
  static ConceptReading of(
      SignText text, Concepts concepts, Opposites opposites, List<String> likely) {
    List<ConceptHit> all = concepts.find(text);
    ExplainedLetters explained = new ExplainedLetters(all, concepts.languages().size());
    double[] letters = explained.all();
    int best = -1;
    for (int i = 0; i < letters.length; i++) {
      if (likely.contains(concepts.languages().get(i))) {
        letters[i] *= LIKELY;
      }
      if (letters[i] > 0 && (best < 0 || letters[i] > letters[best])) {
        best = i;
      }
    }
    long accepted = 0;
    for (String language : likely) {
      accepted |= concepts.bit(language);
    }
    for (int i = 0; best >= 0 && i < letters.length; i++) {
      if (letters[i] >= SHARE_OF_BEST * letters[best]) {
        accepted |= 1L << i;
      }
    }
    long english = concepts.bit("en");
    if (best >= 0
        && !likely.contains(concepts.languages().get(best))
        && explains(all, english) >= explains(all, 1L << best)) {
      // What others have from English is English.
      best = Long.numberOfTrailingZeros(english);
    }
    List<List<ConceptHit>> bySentence = new ArrayList<>();
    for (int i = 0; i < Math.max(1, text.sentences()); i++) {
      bySentence.add(List.of());
    }
    for (ConceptHit hit : withoutParts(all, accepted, english, opposites)) {
      int sentence = Math.min(hit.sentence(), bySentence.size() - 1);
      if (bySentence.get(sentence).isEmpty()) {
        bySentence.set(sentence, new ArrayList<>());
      }
      bySentence.get(sentence).add(hit);
    }
    return new ConceptReading(
        text,
        all,
        bySentence,
        new Explained(
            best < 0 ? "" : concepts.languages().get(best),
            best < 0 ? 0 : letters[best],
            explained.densest(),
            text.words()));
  }

  /**
   * Returns the languages that explain a text about as well as the best, whatever is masked in it
   * and in what language it is held to be.
   *
   * @param masked tokens by which nothing is told
   */
  List<String> languages(Concepts concepts, BitSet masked) {
    List<ConceptHit> told =
        all.stream().filter(hit -> masked.get(hit.first(), hit.last() + 1).isEmpty()).toList();
    double[] letters = new ExplainedLetters(told, concepts.languages().size()).all();
    double best = Arrays.stream(letters).max().orElse(0);
    return IntStream.range(0, letters.length)
        .filter(i -> letters[i] > 0 && letters[i] >= SHARE_OF_BEST * best)
        .mapToObj(concepts.languages()::get)
        .toList();
  }

  /** Returns how many letters of a text some languages explain, whoever else does. */
  private static double explains(List<ConceptHit> hits, long languages) {
    double letters = 0;
    int token = -1;
    for (ConceptHit hit : hits) {
      if ((hit.languages() & languages) != 0 && hit.first() != token) {
        token = hit.first();
        letters += hit.letters();
      }
    }
    return letters;
  }

  private static List<ConceptHit> withoutParts(
      List<ConceptHit> all, long accepted, long english, Opposites opposites) {
    List<ConceptHit> kept = new ArrayList<>(all.size());
    BitSet covered = new BitSet();
    for (ConceptHit hit : all) {
      if (isBelieved(hit, accepted, english)) {
        kept.add(hit);
        if (hit.last() > hit.first()) {
          covered.set(hit.first(), hit.last() + 1);
        }
      }
    }
    List<ConceptHit> result = new ArrayList<>(kept.size());
    for (int i = 0; i < kept.size(); i++) {
      ConceptHit hit = kept.get(i);
      if (!isTwice(kept, i)
          && !(covered.get(hit.first()) && isPart(kept, i))
          && !isOpposed(kept, i, opposites)) {
        result.add(hit);
      }
    }
    return result;
  }

  private static boolean isBelieved(ConceptHit hit, long accepted, long english) {
    return (hit.languages() & accepted) != 0
        || hit.letters() >= SURE_IN_ANY
        || ((hit.languages() & english) != 0 && hit.letters() >= SURE_IN_ENGLISH);
  }

  private static boolean isTwice(List<ConceptHit> kept, int at) {
    ConceptHit hit = kept.get(at);
    for (int i = at - 1; i >= 0 && kept.get(i).from() >= hit.from() - 1; i--) {
      ConceptHit before = kept.get(i);
      if (before.concept() == hit.concept()
          && before.first() == hit.first()
          && before.last() == hit.last()) {
        return true;
      }
    }
    return false;
  }

  /** Returns whether a longer form, of several words, holds a word. */
  private static boolean isPart(List<ConceptHit> kept, int at) {
    ConceptHit part = kept.get(at);
    if (part.last() > part.first()) {
      return false;
    }
    for (ConceptHit whole : kept.subList(near(kept, at), kept.size())) {
      if (whole.first() > part.first()) {
        return false;
      }
      if (whole.last() > whole.first()
          && whole.last() - whole.first() <= 4
          && whole.first() <= part.first()
          && whole.last() >= part.last()
          && whole.letters() > part.letters()
          && isContiguous(whole)) {
        return true;
      }
    }
    return false;
  }

  /** A form with a gap does not hold what stands in the gap. */
  private static boolean isContiguous(ConceptHit whole) {
    return whole.to() - whole.from() <= 3;
  }

  /** Returns the index of the first hit that is near enough to one to hold it. */
  private static int near(List<ConceptHit> kept, int at) {
    int first = at;
    while (first > 0 && kept.get(first - 1).from() >= kept.get(at).from() - LONGEST) {
      first--;
    }
    return first;
  }

  private static boolean isOpposed(List<ConceptHit> kept, int at, Opposites opposites) {
    ConceptHit hit = kept.get(at);
    int negative = opposites.negativeOf(hit.concept());
    if (negative < 0) {
      return false;
    }
    for (ConceptHit other : kept.subList(near(kept, at), kept.size())) {
      if (other.from() > hit.to()) {
        return false;
      }
      if (other.concept() == negative
          && other.first() <= hit.first()
          && other.last() >= hit.first()) {
        return true;
      }
    }
    return false;
  }

  SignText text() {
    return text;
  }

  /** Returns the concepts of each sentence, in order of appearance. */
  List<List<ConceptHit>> bySentence() {
    return bySentence;
  }

  /** Returns how much of the text is explained. */
  Explained explained() {
    return explained;
  }
}
