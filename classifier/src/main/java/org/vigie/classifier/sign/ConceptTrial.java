package org.vigie.classifier.sign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.vigie.advert.Span;
import org.vigie.classifier.indicator.MaskedWords;
import org.vigie.classifier.language.LanguageIdentifier;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;
import org.vigie.text.Words;

/**
 * A models folder's word forms beside the same with one language's file changed: which concepts and
 * frames a text shows with the one and not with the other. Categorisers are not asked, since they
 * were fitted to the former.
 */
public final class ConceptTrial {
  private final Side before;
  private final Side after;
  private final MaskedWords masked;
  private final LanguageIdentifier languages = new LanguageIdentifier();

  private ConceptTrial(Side before, Side after, MaskedWords masked) {
    this.before = before;
    this.after = after;
    this.masked = masked;
  }

  /** All that reads concepts and frames. */
  private record Side(
      Concepts concepts, Opposites opposites, Frames frames, SignFeatures features) {
    static Side of(Path models, List<Path> files) throws IOException {
      Concepts concepts = Concepts.read(files);
      Opposites opposites = new Opposites(concepts);
      return new Side(
          concepts,
          opposites,
          Frames.load(models, concepts),
          new SignFeatures(concepts, opposites));
    }
  }

  /**
   * Reads a models folder and a changed file, which stands in place of the file of its language.
   *
   * @throws IllegalArgumentException if a file says what it must not; names file and key
   */
  public static ConceptTrial of(Path models, Path changed) throws IOException {
    ConceptFile read = ConceptFile.read(changed);
    List<Path> files = ConceptFile.paths(models);
    List<Path> others = new ArrayList<>();
    Set<String> former = new HashSet<>();
    for (Path file : files) {
      ConceptFile other = ConceptFile.read(file);
      if (other.language().equals(read.language())) {
        other.patterns().forEach((concept, patterns) -> former.addAll(named(concept, patterns)));
      } else {
        others.add(file);
      }
    }
    requireOwnSigns(read, former, changed);
    others.add(changed);
    return new ConceptTrial(
        Side.of(models, files), Side.of(models, others), MaskedWords.load(models));
  }

  /** What is new must be read as it is meant. */
  private static void requireOwnSigns(ConceptFile read, Set<String> former, Path changed) {
    read.patterns()
        .forEach((concept, patterns) -> {
          for (String pattern : patterns) {
            if (!former.contains(named(concept, List.of(pattern)).getFirst())) {
              requireOwnSigns(pattern, "%s: concepts.%s: ".formatted(changed, concept));
            }
          }
        });
  }

  private static List<String> named(String concept, List<String> patterns) {
    return patterns.stream().map(pattern -> concept + " " + pattern).toList();
  }

  private static void requireOwnSigns(String pattern, String place) {
    try {
      ConceptPattern.requireOwnSigns(pattern);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(place + e.getMessage(), e);
    }
  }

  /**
   * Something that a text shows.
   *
   * @param name of the concept, or row and name of the frame
   * @param isFrame whether it is a frame
   * @param spans the words that it rests on
   * @param sentence the whole sentence that it stands in
   */
  public record Find(String name, boolean isFrame, List<Span> spans, Span sentence) {
    public Find {
      spans = List.copyOf(spans);
    }

    /** Returns whether it is a frame by which a child is concerned. */
    public boolean concernsChild() {
      return isFrame
          && Family.ofRow(name.substring(0, name.indexOf(' ')))
              .filter(family -> family == Family.CHILD)
              .isPresent();
    }
  }

  /**
   * What differs in a text.
   *
   * @param found what it shows with the changed file alone
   * @param lost what it shows with the former file alone
   */
  public record Difference(List<Find> found, List<Find> lost) {
    public Difference {
      found = List.copyOf(found);
      lost = List.copyOf(lost);
    }

    /** Returns whether the text is read the same. */
    public boolean isNone() {
      return found.isEmpty() && lost.isEmpty();
    }
  }

  /**
   * Reads a text with both.
   *
   * @param language tag of the language that it is declared to be in (RFC 5646), or empty
   */
  public Difference read(String text, String language) {
    String declared = language.toLowerCase(Locale.ROOT).split("[-_]", 2)[0];
    NormalizedText normalized = NormalizedText.of(text);
    List<Word> words = Words.of(normalized);
    String detected = languages.identify(normalized, declared);
    List<String> likely =
        declared.isEmpty() || declared.equals(detected)
            ? List.of(detected)
            : List.of(detected, declared);
    BitSet hidden = masked.in(words);
    List<Find> was = finds(before, normalized, words, likely, hidden);
    List<Find> is = finds(after, normalized, words, likely, hidden);
    return new Difference(without(is, was), without(was, is));
  }

  /** A find counts as the same where its words are: its sentence may be seen otherwise. */
  private static List<Find> without(List<Find> all, List<Find> others) {
    return all.stream()
        .filter(find ->
            others.stream()
                .noneMatch(other ->
                    other.name().equals(find.name())
                        && (find.isFrame()
                            ? other.sentence().equals(find.sentence())
                            : other.spans().equals(find.spans()))))
        .toList();
  }

  private static List<Find> finds(
      Side side, NormalizedText text, List<Word> words, List<String> likely, BitSet hidden) {
    SignText signText = SignText.of(text, words, side.concepts().knownWords());
    ConceptReading reading = ConceptReading.of(signText, side.concepts(), side.opposites(), likely);
    List<Find> finds = new ArrayList<>();
    for (int i = 0; i < reading.bySentence().size(); i++) {
      List<ConceptHit> hits =
          reading.bySentence().get(i).stream()
              .filter(hit -> !isHidden(signText, hit, words, hidden))
              .toList();
      if (hits.isEmpty()) {
        continue;
      }
      Span sentence = sentence(signText, i);
      for (ConceptHit hit : hits) {
        finds.add(
            new Find(
                side.concepts().names().get(hit.concept()),
                false,
                List.of(signText.span(hit.first(), hit.last())),
                sentence));
      }
      for (Frames.Finding finding : side.frames().in(hits, side.features())) {
        finds.add(
            new Find(
                finding.frame().row()
                    + ' '
                    + finding.frame().name()
                    + (finding.denied() ? " (denied)" : ""),
                true,
                finding.hits().stream().map(hit -> signText.span(hit.first(), hit.last())).toList(),
                sentence));
      }
    }
    return finds;
  }

  /** What a protected attribute says is no concept. */
  private static boolean isHidden(SignText text, ConceptHit hit, List<Word> words, BitSet hidden) {
    int start = text.tokens().get(hit.first()).start();
    int end = text.tokens().get(hit.last()).end();
    return hidden.stream()
        .anyMatch(word -> words.get(word).start() < end && words.get(word).end() > start);
  }

  private static Span sentence(SignText text, int sentence) {
    List<SignText.Token> tokens = text.tokens();
    int first = -1;
    int last = -1;
    for (int i = 0; i < tokens.size(); i++) {
      if (tokens.get(i).sentence() == sentence) {
        first = first < 0 ? i : first;
        last = i;
      }
    }
    return text.span(first, last);
  }
}
