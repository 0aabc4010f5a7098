package org.vigie.exchange.bag;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** The page in a bag that says how to verify it without any software of ours. */
public final class VerifyText {
  private VerifyText() {}

  /** Returns the page in a language that there is one in. */
  public static String in(Locale language) {
    return resource("VERIFY." + language.getLanguage() + ".md")
        .replace("{{commands}}", resource("verify.sh"));
  }

  private static String resource(String name) {
    try (InputStream in = VerifyText.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the program must hold " + name + ", but doesn't");
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new IllegalStateException("the program must be readable: " + name, e);
    }
  }
}
