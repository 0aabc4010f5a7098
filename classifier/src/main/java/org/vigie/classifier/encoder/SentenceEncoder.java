package org.vigie.classifier.encoder;

/** What turns a text into a vector: texts that mean the same have vectors that are alike. */
public interface SentenceEncoder extends AutoCloseable {
  /**
   * Returns the vector of a text, of length 1; of a long text, of its beginning. May be called by
   * several threads at once.
   *
   * @throws EncoderException if it fails, or takes too long
   */
  float[] encode(String text) throws EncoderException;

  @Override
  void close();
}
