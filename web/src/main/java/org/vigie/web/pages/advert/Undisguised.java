package org.vigie.web.pages.advert;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.vigie.text.Deobfuscation;
import org.vigie.text.KnownWords;
import org.vigie.text.NormalizedText;
import org.vigie.text.Trace;
import org.vigie.text.Word;
import org.vigie.text.Words;

/** How a stretch of an advert's text reads once its disguise is undone, as the classifier does. */
final class Undisguised {
  private Undisguised() {}

  /** Returns the words that a stretch means; nothing if it wears no disguise. */
  static Optional<String> find(String stretch) {
    NormalizedText text = NormalizedText.of(stretch);
    List<Word> words = Words.of(text);
    Optional<Deobfuscation> undone = Deobfuscation.of(text, words, KnownWords.NONE);
    int traces = text.traces(0, text.length()) | undone.map(Undisguised::traces).orElse(Trace.NONE);
    return Trace.steps(traces) == 0
        ? Optional.empty()
        : Optional.of(
            undone.map(Deobfuscation::words).orElse(words).stream()
                .map(Word::text)
                .collect(Collectors.joining(" ")));
  }

  private static int traces(Deobfuscation undone) {
    return IntStream.range(0, undone.words().size())
        .map(undone::traces)
        .reduce(Trace.NONE, (one, other) -> one | other);
  }
}
