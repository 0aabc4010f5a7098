package org.vigie.classifier.indicator;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.vigie.classifier.image.ImageIn;
import org.vigie.classifier.image.ImageOut;
import org.vigie.text.Deobfuscation;
import org.vigie.text.MeantLetters;
import org.vigie.text.NormalizedText;
import org.vigie.text.Trace;
import org.vigie.text.Word;

/**
 * Finds phrases that are written past machines: in leetspeak, with letters apart or repeated.
 *
 * <p>Looks only where a text has words that are written so, and then a phrase's length around them,
 * with an automaton whose words are in the form that disguised words are compared in. A phrase of
 * several words is found with its words run together, too, since letters set apart leave no gap
 * between words to be seen.
 */
public final class DisguisedPhrases {
  /** Shorter phrases are met by chance: "3pm" is no word. */
  private static final int SHORTEST = 4;

  private final PhraseAutomaton automaton;

  /** Number in the automaton → number of the phrase. */
  private final int[] phraseOf;

  private DisguisedPhrases(PhraseAutomaton automaton, int[] phraseOf) {
    this.automaton = automaton;
    this.phraseOf = phraseOf;
  }

  /** Takes the phrases that are long enough; a word that ends in {@code *} is a stem. */
  public static DisguisedPhrases of(List<String> phrases) {
    List<List<String>> words = new ArrayList<>();
    List<Integer> numbers = new ArrayList<>();
    for (int i = 0; i < phrases.size(); i++) {
      List<String> phrase = PhraseAutomaton.wordsOf(phrases.get(i));
      String together = String.join("", phrase).replace("*", "");
      if (together.length() >= SHORTEST) {
        words.add(phrase);
        numbers.add(i);
        words.add(List.of(phrase.getLast().endsWith("*") ? together + "*" : together));
        numbers.add(i);
      }
    }
    return new DisguisedPhrases(
        PhraseAutomaton.of(words, MeantLetters::form),
        numbers.stream().mapToInt(Integer::intValue).toArray());
  }

  /** Reads what {@link #write} wrote. */
  public static DisguisedPhrases read(ImageIn in) {
    return new DisguisedPhrases(PhraseAutomaton.read(in, MeantLetters::form), in.ints());
  }

  /** Writes what no phrase need be looked at for again. */
  public void write(ImageOut out) {
    automaton.write(out);
    out.ints(phraseOf);
  }

  /**
   * Returns where phrases stand that have a disguised word, by the words of the text as they stand:
   * one word of a phrase may be several of these.
   *
   * @param words the words of {@code text}
   */
  public List<PhraseAutomaton.Hit> find(NormalizedText text, List<Word> words) {
    return read(text, words)
        .map(reading ->
            reading.hits().stream().map(hit -> asItStands(hit, reading, words.size())).toList())
        .orElse(List.of());
  }

  private static PhraseAutomaton.Hit asItStands(
      PhraseAutomaton.Hit hit, WordReading reading, int words) {
    int next = hit.lastWord() + 1;
    int end = next < reading.words().size() ? reading.rawIndex(next) : words;
    return new PhraseAutomaton.Hit(hit.phrase(), reading.rawIndex(hit.firstWord()), end - 1);
  }

  /** Returns the reading of a text with its disguised words undone, if there are any. */
  Optional<WordReading> read(NormalizedText text, List<Word> words) {
    return Deobfuscation.of(text, words, automaton::wordsFrom).map(this::read);
  }

  private WordReading read(Deobfuscation undone) {
    List<PhraseAutomaton.Hit> hits = new ArrayList<>();
    int reach = automaton.longest() - 1;
    int at = 0;
    while (at < undone.words().size()) {
      int to = endOfStretch(undone, at, reach);
      if (to > at) {
        addHits(undone, Math.max(0, at - reach), at, to, hits);
      }
      at = Math.max(to, at + 1);
    }
    return new WordReading.Undone(undone, hits);
  }

  /** Adds the phrases of a stretch that end from its first undone word on. */
  private void addHits(
      Deobfuscation undone, int from, int firstUndone, int to, List<PhraseAutomaton.Hit> hits) {
    List<PhraseAutomaton.Hit> found = new ArrayList<>();
    automaton.find(undone.words(), from, to, found);
    for (PhraseAutomaton.Hit hit : found) {
      if (hit.lastWord() >= firstUndone && isUndone(undone, hit)) {
        hits.add(new PhraseAutomaton.Hit(phraseOf[hit.phrase()], hit.firstWord(), hit.lastWord()));
      }
    }
  }

  /** Returns the end of the words that a phrase with the undone word at a place may reach. */
  private static int endOfStretch(Deobfuscation undone, int at, int reach) {
    int size = undone.words().size();
    int end = at;
    for (int i = at; i < size && i <= Math.max(at, end - 1); i++) {
      if (undone.traces(i) != Trace.NONE) {
        end = Math.min(size, i + reach + 1);
      }
    }
    return end;
  }

  private static boolean isUndone(Deobfuscation undone, PhraseAutomaton.Hit hit) {
    for (int i = hit.firstWord(); i <= hit.lastWord(); i++) {
      if (undone.traces(i) != Trace.NONE) {
        return true;
      }
    }
    return false;
  }
}
