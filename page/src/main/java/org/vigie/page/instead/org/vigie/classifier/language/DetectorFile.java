package org.vigie.page.instead.org.vigie.classifier.language;

/** What the page needs of the language model is in its data. */
final class DetectorFile {
  private DetectorFile() {}

  static Object[] dataStructures() {
    throw new IllegalStateException("the page's data must have the weights of languages");
  }
}
