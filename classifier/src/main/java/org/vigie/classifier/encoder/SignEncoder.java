package org.vigie.classifier.encoder;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.LongAdder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.vigie.classifier.registry.Manifest;

/**
 * What an operator's encoder adds to the log-odds that a stretch of text says a sign. None is in
 * use unless the manifest of the models folder names one. Threads share it.
 *
 * <p>It is asked only where the models are unsure, and whatever it answers moves log-odds by a
 * bounded amount. A text for which it fails is read without it, and counted.
 */
public final class SignEncoder implements AutoCloseable {
  /** What the manifest calls the use of its model. */
  public static final String FORM = "encoder";

  private static final Logger LOG = LoggerFactory.getLogger(SignEncoder.class);

  /**
   * The vector of the trial may differ so much from when the weights were learnt: quantised models
   * answer a little differently on other processors.
   */
  private static final double LEAST_LIKENESS = 0.95;

  private final String name;
  private final MaskedEncoder encoder;
  private final EncoderHead head;
  private final LongAdder asked = new LongAdder();
  private final LongAdder failed = new LongAdder();

  private SignEncoder(String name, MaskedEncoder encoder, EncoderHead head) {
    this.name = name;
    this.encoder = encoder;
    this.head = head;
  }

  /**
   * Reads and tries the encoder in use of a models folder; nothing if none is.
   *
   * @throws IllegalArgumentException if its files are not the listed ones, say what they must not,
   *     or it does not encode as when its head was learnt; says what to do
   */
  public static Optional<SignEncoder> load(Path models) throws IOException {
    Manifest manifest = Manifest.readOrEmpty(models);
    String name = manifest.active().get(FORM);
    if (name == null) {
      return Optional.empty();
    }
    manifest.requireUnaltered(models, name);
    return Optional.of(open(models, name));
  }

  /**
   * Reads and tries an encoder of a models folder, be it in use or not.
   *
   * @throws IllegalArgumentException as {@link #load}
   */
  public static SignEncoder open(Path models, String name) throws IOException {
    Path folder = models.resolve(name);
    EncoderHead head = EncoderHead.read(folder);
    MaskedEncoder encoder = MaskedEncoder.open(folder, models);
    try {
      return of(name, encoder, head);
    } catch (IllegalArgumentException e) {
      encoder.close();
      throw e;
    }
  }

  /**
   * Returns what asks an encoder, after trying it.
   *
   * @throws IllegalArgumentException if it does not encode as when its head was learnt
   */
  public static SignEncoder of(String name, MaskedEncoder encoder, EncoderHead head) {
    try {
      requireSame(encoder, head);
      return new SignEncoder(name, encoder, head);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(
          "the encoder %s can't be used: %s; put that right, or type ./vigie models encoder off"
              .formatted(name, e.getMessage()),
          e);
    }
  }

  private static void requireSame(MaskedEncoder encoder, EncoderHead head) {
    if (encoder.sheet().dimension() != head.weights().length) {
      throw new IllegalArgumentException(
          "%s must have a weight for each of the %d numbers of a vector, but has %d"
              .formatted(EncoderHead.FILE, encoder.sheet().dimension(), head.weights().length));
    }
    double likeness = head.likeness(encoder.trial());
    if (!(likeness >= LEAST_LIKENESS)) {
      throw new IllegalArgumentException(
          "the trial sentence must be encoded as when %s was learnt, but is only %.2f like it"
              .formatted(EncoderHead.FILE, likeness));
    }
  }

  /**
   * Returns whether log-odds are so near those from which a sign is believed that it is asked.
   *
   * @param over by how much they are above those
   */
  public boolean isUnsure(double over) {
    return head.isUnsure(over);
  }

  /** Returns whether it is asked about texts that may be in any of some languages. */
  public boolean isFor(List<String> languages) {
    return encoder.sheet().isForAll() || languages.stream().anyMatch(encoder.sheet()::isFor);
  }

  /**
   * Returns the log-odds that a stretch of text says a sign: as given, moved by the encoder if it
   * answers.
   *
   * @param stretch the original text; words for protected attributes are masked here
   * @param says log-odds by the models
   */
  public double logOdds(String stretch, double says) {
    asked.increment();
    try {
      return says + head.move(encoder.vector(stretch));
    } catch (EncoderException e) {
      failed.increment();
      tell(failed.sum(), e);
      return says;
    }
  }

  /**
   * Tells of the first failure, the tenth, the hundredth: a broken encoder fails for every text.
   */
  private void tell(long failures, EncoderException e) {
    if (Math.pow(10, Math.floor(Math.log10(failures))) == failures) {
      LOG.warn(
          "the encoder {} failed for {} of {} stretches of text, which were read without it: {}",
          name,
          failures,
          asked.sum(),
          e.getMessage());
    }
  }

  /** Returns how often it was asked and failed since it was loaded. */
  public EncoderUse use() {
    return new EncoderUse(name, asked.sum(), failed.sum());
  }

  @Override
  public void close() {
    encoder.close();
  }
}
