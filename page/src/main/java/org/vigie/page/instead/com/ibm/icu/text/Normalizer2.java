package org.vigie.page.instead.com.ibm.icu.text;

import org.jspecify.annotations.Nullable;
import org.teavm.jso.JSBody;
import org.vigie.page.Unicode;

/** Normal forms as the browser knows them, folded by the page's own table. */
public final class Normalizer2 {
  private final String form;
  private final boolean folds;

  private Normalizer2(String form, boolean folds) {
    this.form = form;
    this.folds = folds;
  }

  public static Normalizer2 getNFKCCasefoldInstance() {
    return new Normalizer2("NFC", true);
  }

  public static Normalizer2 getNFDInstance() {
    return new Normalizer2("NFD", false);
  }

  public String normalize(CharSequence text) {
    return normal(folds ? Unicode.folded(text) : text.toString(), form);
  }

  public boolean hasBoundaryBefore(int c) {
    return Unicode.hasBoundaryBefore(c);
  }

  public @Nullable String getDecomposition(int c) {
    String whole = new String(Character.toChars(c));
    String parts = normal(whole, form);
    return parts.equals(whole) ? null : parts;
  }

  @JSBody(
      params = {"text", "form"},
      script = "return text.normalize(form);")
  private static native String normal(String text, String form);
}
