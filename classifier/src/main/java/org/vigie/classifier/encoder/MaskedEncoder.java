package org.vigie.classifier.encoder;

import java.io.IOException;
import java.nio.file.Path;
import org.vigie.classifier.indicator.MaskedWords;

/**
 * An encoder that never reads which nationality, ethnicity or orientation a text names: the only
 * way to ask one, when it is learnt from as when it is used.
 */
public final class MaskedEncoder implements AutoCloseable {
  /** The first text takes longer than those behind it. */
  private static final int TRIALS = 3;

  private final SentenceEncoder encoder;
  private final EncoderSheet sheet;
  private final MaskedWords masked;

  /**
   * @param sheet what is said of the encoder
   * @param masked words that are left out
   */
  public MaskedEncoder(SentenceEncoder encoder, EncoderSheet sheet, MaskedWords masked) {
    this.encoder = encoder;
    this.sheet = sheet;
    this.masked = masked;
  }

  /**
   * Opens the encoder of a folder.
   *
   * @param models folder of the masked words
   * @throws IllegalArgumentException if a file is missing, broken or says what it must not, or what
   *     runs encoders is not installed
   */
  public static MaskedEncoder open(Path folder, Path models) throws IOException {
    EncoderSheet sheet = EncoderSheet.read(folder);
    MaskedWords masked = MaskedWords.load(models);
    return new MaskedEncoder(Encoders.open(folder, sheet), sheet, masked);
  }

  /** Returns what is said of the encoder. */
  public EncoderSheet sheet() {
    return sheet;
  }

  /**
   * Returns the vector of a stretch of text, of length 1.
   *
   * @param stretch the original text
   */
  public float[] vector(String stretch) throws EncoderException {
    return encoder.encode(EncoderText.of(stretch, masked, sheet.maxTokens()));
  }

  /**
   * Returns the vector of {@link EncoderHead#TRIAL}.
   *
   * @throws IllegalArgumentException if it fails or takes too long, three times over, or is not of
   *     the dimension that the encoder is said to have
   */
  public float[] trial() {
    for (int trial = 1; ; trial++) {
      try {
        float[] vector = vector(EncoderHead.TRIAL);
        if (vector.length != sheet.dimension()) {
          throw new IllegalArgumentException(
              "an encoder's vectors must have %d numbers, as %s says, but have %d"
                  .formatted(sheet.dimension(), EncoderSheet.FILE, vector.length));
        }
        return vector;
      } catch (EncoderException e) {
        if (trial == TRIALS) {
          throw new IllegalArgumentException(
              "an encoder must encode its trial sentence, but " + e.getMessage(), e);
        }
      }
    }
  }

  @Override
  public void close() {
    encoder.close();
  }
}
