package org.vigie.classifier.risk;

import java.io.IOException;
import java.nio.file.Path;
import java.util.BitSet;
import java.util.List;
import org.vigie.classifier.indicator.PhraseAutomaton;
import org.vigie.classifier.text.Word;
import org.vigie.classifier.yaml.YamlMap;

/** The words that stand for protected attributes, which no feature is made of. */
final class MaskedWords {
  static final String FILE = "masked-words.yaml";

  private final PhraseAutomaton automaton;

  private MaskedWords(PhraseAutomaton automaton) {
    this.automaton = automaton;
  }

  static MaskedWords load(Path models) throws IOException {
    YamlMap yaml = YamlMap.read(models.resolve(FILE)).allowOnly("masked");
    return new MaskedWords(PhraseAutomaton.of(yaml.texts("masked")));
  }

  /** Returns the indices of the words to leave out. */
  BitSet in(List<Word> words) {
    BitSet masked = new BitSet(words.size());
    automaton.find(words).forEach(hit -> masked.set(hit.firstWord(), hit.lastWord() + 1));
    return masked;
  }
}
