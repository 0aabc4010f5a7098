package org.vigie.classifier.sign;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import org.vigie.classifier.image.ModelImage;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/**
 * Reads texts for what categorisers weigh, the same way when they learn and when they are asked.
 * Never changed, so that threads share it.
 */
public final class SignSampler {
  private final Concepts concepts;
  private final Opposites opposites;
  private final Frames frames;
  private final SignFeatures features;

  private SignSampler(Concepts concepts, Frames frames) {
    this.concepts = concepts;
    this.opposites = new Opposites(concepts);
    this.frames = frames;
    this.features = new SignFeatures(concepts, opposites);
  }

  /**
   * Reads concepts and frames of a models folder.
   *
   * @throws IllegalArgumentException if a file says what it must not; names it
   */
  public static SignSampler load(Path models) throws IOException {
    return load(models, ModelImage.none());
  }

  /** Reads the same, by way of an image. */
  static SignSampler load(Path models, ModelImage image) throws IOException {
    Concepts concepts = Concepts.load(models, image);
    return new SignSampler(concepts, Frames.load(models, concepts));
  }

  /**
   * Returns whether signs are read by a file.
   *
   * @param path path under the models folder, with {@code /}
   */
  public static boolean isReadBy(String path) {
    return path.startsWith(ConceptFile.FOLDER + "/") || path.equals(Frames.FILE);
  }

  /**
   * What one sentence shows.
   *
   * @param all places of its features
   * @param hits its concepts
   * @param findings the frames it says
   */
  record Sentence(int[] all, List<ConceptHit> hits, List<Frames.Finding> findings) {}

  /**
   * What a text shows.
   *
   * @param reading its concepts
   * @param sentences its sentences
   * @param masked tokens by which nothing is told
   */
  record Read(ConceptReading reading, List<Sentence> sentences, BitSet masked) {
    /** Returns the languages it may be in, whatever is masked. */
    List<String> languages(Concepts concepts) {
      return reading.languages(concepts, masked);
    }
  }

  /**
   * What a categoriser learns from a text.
   *
   * @param places of the features of all its sentences, as often as these have them
   * @param steps the text as a sequence: the places of each of its {@link SignSteps}
   */
  public record Sample(int[] places, int[][] steps) {}

  /**
   * Returns what a categoriser learns from a text.
   *
   * @param masked indices of words for protected attributes, by which nothing is told
   */
  public Sample sample(NormalizedText text, List<Word> words, List<String> likely, BitSet masked) {
    Read read = read(text, words, likely, masked);
    int[] places =
        read.sentences().stream().flatMapToInt(sentence -> Arrays.stream(sentence.all())).toArray();
    return new Sample(places, steps(read, 0, read.sentences().size() - 1));
  }

  /** Returns some sentences of a text as a sequence, at least one step. */
  int[][] steps(Read read, int first, int last) {
    return SignSteps.of(read, first, last, features);
  }

  /** Reads a text; nothing is learnt from the words that {@code masked} names by their indices. */
  Read read(NormalizedText text, List<Word> words, List<String> likely, BitSet masked) {
    SignText signText = SignText.of(text, words, concepts.knownWords());
    ConceptReading reading = ConceptReading.of(signText, concepts, opposites, likely);
    BitSet maskedTokens = tokens(signText, words, masked);
    List<Sentence> sentences = new ArrayList<>(reading.bySentence().size());
    SignFeatures.Places places = new SignFeatures.Places(signText);
    for (int i = 0; i < reading.bySentence().size(); i++) {
      List<ConceptHit> hits = unmasked(reading.bySentence().get(i), maskedTokens);
      List<Frames.Finding> findings = frames.in(hits, features);
      int[] all = features.of(places, reading, i, hits, findings, maskedTokens);
      sentences.add(new Sentence(all, hits, findings));
    }
    return new Read(reading, sentences, maskedTokens);
  }

  /** Returns the tokens in which a masked word stands. */
  private static BitSet tokens(SignText text, List<Word> words, BitSet masked) {
    BitSet tokens = new BitSet();
    int token = 0;
    for (int word = masked.nextSetBit(0); word >= 0; word = masked.nextSetBit(word + 1)) {
      int start = words.get(word).start();
      while (token < text.tokens().size() && text.tokens().get(token).end() <= start) {
        token++;
      }
      if (token < text.tokens().size()
          && text.tokens().get(token).start() < words.get(word).end()) {
        tokens.set(token);
      }
    }
    return tokens;
  }

  /** What a protected attribute says is no concept either. */
  private static List<ConceptHit> unmasked(List<ConceptHit> hits, BitSet masked) {
    if (masked.isEmpty()) {
      return hits;
    }
    List<ConceptHit> unmasked = new ArrayList<>(hits.size());
    for (ConceptHit hit : hits) {
      int next = masked.nextSetBit(hit.first());
      if (next < 0 || next > hit.last()) {
        unmasked.add(hit);
      }
    }
    return unmasked;
  }

  /** Returns the concepts that are looked for. */
  public Concepts concepts() {
    return concepts;
  }
}
