package org.vigie.classifier.encoder;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Opens encoders from their folders. What runs them is no part of what is installed at first, since
 * it weighs more than most of Vigie: 74 MB.
 */
public final class Encoders {
  /** The network, as ONNX. */
  public static final String MODEL = "model.onnx";

  /** What parts texts into tokens, as Hugging Face's library writes it. */
  public static final String TOKENIZER = "tokenizer.json";

  /** So many bytes of a network are held in memory at most. */
  private static final long MOST_BYTES = 1L << 30;

  private Encoders() {}

  /**
   * Opens the encoder of a folder.
   *
   * @throws IllegalArgumentException if a file is missing, too large or broken, or what runs
   *     encoders is not installed; says what to do
   */
  public static SentenceEncoder open(Path folder, EncoderSheet sheet) throws IOException {
    for (String name : List.of(MODEL, TOKENIZER)) {
      Path file = folder.resolve(name);
      if (!Files.isRegularFile(file)) {
        throw new IllegalArgumentException(
            "%s must exist in an encoder's folder, but doesn't".formatted(file));
      }
      if (Files.size(file) > MOST_BYTES) {
        throw new IllegalArgumentException(
            "%s may have up to %d bytes, but has %d".formatted(file, MOST_BYTES, Files.size(file)));
      }
    }
    try {
      return OnnxEncoder.open(folder, sheet);
    } catch (LinkageError e) {
      throw new IllegalArgumentException(
          "an encoder needs the libraries onnxruntime and DJL's tokenizers, for this machine, but they are not installed (%s); see docs/how-to/models.md, or type ./vigie models encoder off"
              .formatted(e.getMessage()),
          e);
    }
  }
}
