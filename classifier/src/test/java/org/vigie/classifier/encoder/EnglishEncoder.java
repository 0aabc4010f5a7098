package org.vigie.classifier.encoder;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** A real encoder for tests: all-MiniLM-L6-v2, quantised, English, as Maven Central has it. */
public final class EnglishEncoder {
  public static final int DIMENSION = 384;

  private EnglishEncoder() {}

  /** Writes the encoder's files into a folder, which is made. */
  public static Path in(Path folder, EncoderSheet sheet) throws IOException {
    Files.createDirectories(folder);
    copy("/all-minilm-l6-v2-q.onnx", folder.resolve(Encoders.MODEL));
    copy("/all-minilm-l6-v2-q-tokenizer.json", folder.resolve(Encoders.TOKENIZER));
    sheet.write(folder);
    return folder;
  }

  /** Returns what is said of it. */
  public static EncoderSheet sheet() {
    return new EncoderSheet(DIMENSION, 128, 60_000, List.of("en"));
  }

  private static void copy(String resource, Path file) throws IOException {
    try (InputStream in = EnglishEncoder.class.getResourceAsStream(resource)) {
      Files.copy(Objects.requireNonNull(in, resource), file);
    }
  }

  /**
   * Returns a head that moves log-odds by a text's likeness to another.
   *
   * @param like the other's vector
   * @param times by how much for each likeness
   * @param bounds where and how far
   * @param trial the vector of {@link EncoderHead#TRIAL}
   */
  public static EncoderHead head(
      float[] like, float times, EncoderHead.Bounds bounds, float[] trial) {
    float[] weights = like.clone();
    for (int i = 0; i < weights.length; i++) {
      weights[i] *= times;
    }
    return new EncoderHead(weights, 0, bounds, trial);
  }
}
