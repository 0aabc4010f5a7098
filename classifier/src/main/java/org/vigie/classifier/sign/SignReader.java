package org.vigie.classifier.sign;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.vigie.advert.Genre;
import org.vigie.classifier.encoder.EncoderUse;
import org.vigie.classifier.encoder.SignEncoder;
import org.vigie.classifier.image.ModelImage;
import org.vigie.classifier.registry.Manifest;
import org.vigie.text.NormalizedText;
import org.vigie.text.Word;

/**
 * Reads what a text says: signs with what it does with them, and what kind of text it is. Never
 * changed, so that threads share it.
 *
 * <p>A text is judged sentence by sentence, a short one as a whole, too.
 */
public final class SignReader {
  /** What the manifest calls the use of its model. */
  public static final String FORM = "signs";

  private final SignSampler sampler;
  private final @Nullable SignJudge judge;

  private SignReader(SignSampler sampler, @Nullable SignJudge judge) {
    this.sampler = sampler;
    this.judge = judge;
  }

  /**
   * Reads concepts, frames, the model in use of a models folder, and its encoder if one is in use.
   *
   * @throws IllegalArgumentException if a file says what it must not, or is not the listed one, or
   *     the encoder does not work
   */
  public static SignReader load(Path models) throws IOException {
    return load(models, ModelImage.none());
  }

  /** Reads the same, by way of an image. */
  public static SignReader load(Path models, ModelImage image) throws IOException {
    SignSampler sampler = SignSampler.load(models, image);
    Manifest manifest = Manifest.readOrEmpty(models);
    String name = manifest.active().get(FORM);
    if (name == null) {
      return new SignReader(sampler, null);
    }
    manifest.requireUnaltered(models, name);
    Path folder = models.resolve(name);
    for (String file : List.of(SequenceModel.FILE, StackedModel.FILE)) {
      if (!Files.exists(folder.resolve(file))) {
        throw new IllegalArgumentException(
            "the model %s was trained by an older version and lacks %s; type ./vigie train signs"
                .formatted(name, file));
      }
    }
    return of(sampler, folder, SignEncoder.load(models).orElse(null));
  }

  /**
   * Reads concepts and frames of a models folder, and a model, without an encoder.
   *
   * @param folder folder of the model
   */
  public static SignReader of(Path models, Path folder, ModelImage image) throws IOException {
    return of(SignSampler.load(models, image), folder, null);
  }

  private static SignReader of(SignSampler sampler, Path folder, @Nullable SignEncoder encoder)
      throws IOException {
    return of(
        sampler,
        SignModel.read(folder),
        SequenceModel.read(folder),
        StackedModel.read(folder),
        encoder);
  }

  /**
   * Reads the concepts of a models folder alone: a reader that tells of no sign.
   *
   * @throws IllegalArgumentException if a file says what it must not
   */
  public static SignReader ofConcepts(Path models) throws IOException {
    return new SignReader(SignSampler.load(models), null);
  }

  /** Returns a reader that asks models which stand in no folder yet. */
  public static SignReader of(
      SignSampler sampler, SignModel model, SequenceModel sequence, StackedModel stacked) {
    return of(sampler, model, sequence, stacked, null);
  }

  /** Returns the same, with an encoder that is asked where they are unsure. */
  public static SignReader of(
      SignSampler sampler,
      SignModel model,
      SequenceModel sequence,
      StackedModel stacked,
      @Nullable SignEncoder encoder) {
    return new SignReader(sampler, new SignJudge(sampler, model, sequence, stacked, encoder));
  }

  /** Returns how often the encoder in use was asked and failed; nothing if none is in use. */
  public Optional<EncoderUse> encoderUse() {
    return Optional.ofNullable(judge).map(SignJudge::encoder).map(SignEncoder::use);
  }

  /** Returns the codes of the languages that have concepts. */
  public List<String> languages() {
    return sampler.concepts().languages();
  }

  /**
   * Reads a text. Without a model, only its concepts are told.
   *
   * @param words the words of {@code text}
   * @param likely codes of the languages that it is declared or held to be in
   * @param masked indices of words for protected attributes, by which nothing is told
   */
  public SignReading read(
      NormalizedText text, List<Word> words, List<String> likely, BitSet masked) {
    SignSampler.Read read = sampler.read(text, words, likely, masked);
    Judged judged = judge == null ? Judged.NOTHING : judged(read, judge);
    ConceptReading reading = read.reading();
    return new SignReading(
        judged.found().signs(),
        judged.found().nearest(),
        judged.kind().genre(),
        judged.kind().sureness(),
        reading.explained(),
        concepts(read));
  }

  /** Returns what tells the kind of a text; nothing without a model. It reads the text anew. */
  public Optional<KindWeights> kindWeights(
      NormalizedText text, List<Word> words, List<String> likely, BitSet masked) {
    if (judge == null) {
      return Optional.empty();
    }
    SignSampler.Read read = sampler.read(text, words, likely, masked);
    Judged judged = judged(read, judge);
    return Optional.of(
        judge.kinds().weights(judged.sums(), SignUnit.whole(judged.sums()), judged.kind()));
  }

  private record Judged(List<int[]> sums, Found found, KindJudge.Kind kind) {
    static final Judged NOTHING =
        new Judged(List.of(), Found.NOTHING, new KindJudge.Kind(Genre.OTHER, 0.5));
  }

  private Judged judged(SignSampler.Read read, SignJudge judge) {
    List<int[]> sums = judge.sums(read);
    SignUnit whole = SignUnit.whole(sums);
    SequenceReading sequence = judge.reading(read);
    Found found = find(sequence, SignUnit.of(read, sums, whole), judge);
    return new Judged(sums, found, judge.kinds().kind(whole, sequence, found.tellsOfControl()));
  }

  /** The signs of a text, and the likeliest that is not believed, where none is. */
  private record Found(List<Sign> signs, @Nullable Sign nearest) {
    static final Found NOTHING = new Found(List.of(), null);

    boolean tellsOfControl() {
      return signs.stream()
          .anyMatch(sign -> sign.polarity() == Polarity.SAID && sign.family().isStrongControl());
    }
  }

  private Found find(SequenceReading sequence, List<SignUnit> units, SignJudge judge) {
    SignSampler.Read read = sequence.text();
    int count = Family.values().length;
    SignUnit[] best = new SignUnit[count];
    double[] most = new double[count];
    double[] odds = new double[count];
    for (SignUnit unit : units) {
      judge.families(unit, sequence, odds);
      for (int k = 0; k < count; k++) {
        if (odds[k] > Double.NEGATIVE_INFINITY && (best[k] == null || odds[k] > most[k])) {
          most[k] = odds[k];
          best[k] = unit;
        }
      }
    }
    Map<String, Sign> signs = new TreeMap<>();
    Set<Family> said = EnumSet.noneOf(Family.class);
    for (Family family : Family.values()) {
      int k = family.ordinal();
      if (best[k] != null && judge.isBelieved(family, most[k])) {
        add(signs, read, best[k], family, judge.right(most[k]));
        said.add(family);
      }
    }
    addNotSaid(signs, read, units, said, judge);
    return new Found(
        List.copyOf(signs.values()),
        said.isEmpty() ? nearest(read, best, most, signs.values(), judge) : null);
  }

  /**
   * Returns what is likeliest, but for a family of which the text tells that it isn't so; a child's
   * row is believed or not told.
   */
  private @Nullable Sign nearest(
      SignSampler.Read read,
      SignUnit[] best,
      double[] most,
      Collection<Sign> notSaid,
      SignJudge judge) {
    Set<Family> out = EnumSet.of(Family.CHILD);
    notSaid.forEach(sign -> out.add(sign.family()));
    Family nearest = null;
    for (Family family : Family.values()) {
      int k = family.ordinal();
      boolean counts = !out.contains(family) && best[k] != null;
      if (counts && (nearest == null || most[k] > most[nearest.ordinal()])) {
        nearest = family;
      }
    }
    if (nearest == null) {
      return null;
    }
    int k = nearest.ordinal();
    return Sign.of(read, best[k], nearest, sampler.concepts(), judge.nearly(most[k]));
  }

  /** What a frame finds and isn't believed is told with what the text does with it. */
  private void addNotSaid(
      Map<String, Sign> signs,
      SignSampler.Read read,
      List<SignUnit> units,
      Set<Family> said,
      SignJudge judge) {
    for (SignUnit unit : units) {
      for (Frames.Finding finding : unit.findings(read)) {
        String row = finding.frame().row();
        Optional<Family> family = Family.ofRow(row);
        if (family.isEmpty() || said.contains(family.get()) || signs.containsKey(row)) {
          continue;
        }
        Polarity polarity = finding.denied() ? Polarity.DENIED : judge.stance(unit);
        if (polarity != Polarity.SAID) {
          double odds = judge.byWeights(family.get(), unit);
          Sign found =
              Sign.of(read, finding, family.get(), sampler.concepts(), SignModel.probability(odds));
          signs.put(row, found.with(polarity));
        }
      }
    }
  }

  /** Adds the rows of a family that frames say in a stretch, or its main row. */
  private void add(
      Map<String, Sign> signs,
      SignSampler.Read read,
      SignUnit unit,
      Family family,
      double probability) {
    boolean any = false;
    for (Frames.Finding finding : unit.findings(read)) {
      String row = finding.frame().row();
      if (!finding.denied() && Family.ofRow(row).filter(of -> of == family).isPresent()) {
        any |= family.rows().contains(row);
        signs.put(row, Sign.of(read, finding, family, sampler.concepts(), probability));
      }
    }
    if (!any) {
      signs.put(family.mainRow(), Sign.of(read, unit, family, sampler.concepts(), probability));
    }
  }

  private List<SignReading.Concept> concepts(SignSampler.Read read) {
    List<SignReading.Concept> concepts = new ArrayList<>();
    for (List<ConceptHit> hits : read.reading().bySentence()) {
      for (ConceptHit hit : hits) {
        concepts.add(
            new SignReading.Concept(
                sampler.concepts().names().get(hit.concept()),
                read.reading().text().span(hit.first(), hit.last()),
                hit.sentence()));
      }
    }
    return concepts;
  }
}
