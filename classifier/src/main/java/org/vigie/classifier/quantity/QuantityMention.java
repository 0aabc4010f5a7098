package org.vigie.classifier.quantity;

/**
 * A place where a listed phrase stands.
 *
 * @param meaning what it means
 * @param first index of its first word
 * @param last index of its last word
 */
record QuantityMention(Meaning meaning, int first, int last) {
  int length() {
    return last - first;
  }
}
