package org.vigie.classifier.indicator;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.vigie.advert.Span;
import org.vigie.classifier.image.ModelImage;
import org.vigie.files.yaml.YamlMap;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/** The words that stand for protected attributes, which no feature is made of. */
public final class MaskedWords {
  public static final String FILE = "masked-words.yaml";

  /** Stands for each letter of a masked word where a text is looked at letter by letter. */
  public static final char BLANK = '\u0000';

  private final PhraseAutomaton automaton;

  private MaskedWords(PhraseAutomaton automaton) {
    this.automaton = automaton;
  }

  /**
   * Reads the words of a models folder.
   *
   * @throws IllegalArgumentException if they don't follow the rules
   */
  public static MaskedWords load(Path models) throws IOException {
    return load(models, ModelImage.none());
  }

  /** Returns the same, by way of an image. */
  public static MaskedWords load(Path models, ModelImage image) throws IOException {
    return new MaskedWords(
        image.part(FILE, PhraseAutomaton::write, PhraseAutomaton::read, () -> read(models)));
  }

  private static PhraseAutomaton read(Path models) throws IOException {
    YamlMap yaml = YamlMap.read(models.resolve(FILE)).allowOnly("masked");
    List<String> masked = yaml.texts("masked");
    try {
      return PhraseAutomaton.of(masked);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(yaml.place() + ": " + e.getMessage(), e);
    }
  }

  /** Returns the indices of the words to leave out. */
  public BitSet in(List<Word> words) {
    BitSet masked = new BitSet(words.size());
    automaton.find(words).forEach(hit -> masked.set(hit.firstWord(), hit.lastWord() + 1));
    return masked;
  }

  /** Returns the original text, as long as it is, with a blank for each letter of masked words. */
  public static String blanked(NormalizedText text, List<Word> words, BitSet masked) {
    if (masked.isEmpty()) {
      return text.original();
    }
    StringBuilder blanked = new StringBuilder(text.original());
    for (int i = masked.nextSetBit(0); i >= 0; i = masked.nextSetBit(i + 1)) {
      Span span = text.originalSpan(words.get(i).start(), words.get(i).end());
      for (int at = span.start(); at < span.end(); at++) {
        blanked.setCharAt(at, BLANK);
      }
    }
    return blanked.toString();
  }
}
