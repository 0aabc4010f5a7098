package org.vigie.text;

import java.nio.charset.StandardCharsets;

/** Makes text of a fuzzer's bytes. */
public final class FuzzedText {
  private FuzzedText() {}

  /** Returns bytes read as UTF-8; what is none becomes lone surrogates, which a text may hold. */
  public static String of(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8).replace('\uFFFD', '\uD83D');
  }
}
