package org.vigie.page.instead.java.text;

import org.teavm.jso.JSBody;

/** Normal forms as the browser knows them. */
public final class Normalizer {
  private Normalizer() {}

  /** The forms of UAX #15. */
  public enum Form {
    NFD,
    NFC,
    NFKD,
    NFKC
  }

  public static String normalize(CharSequence text, Form form) {
    return normal(text.toString(), form.name());
  }

  @JSBody(
      params = {"text", "form"},
      script = "return text.normalize(form);")
  private static native String normal(String text, String form);
}
