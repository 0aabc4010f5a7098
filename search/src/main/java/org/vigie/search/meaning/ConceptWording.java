package org.vigie.search.meaning;

import java.util.List;

/**
 * The word forms of one concept in one language.
 *
 * <p>{@code stem*} is a word that begins so, {@code *stem} one that ends so, {@code *stem*} one
 * that holds it; {@code a b} are words beside each other, {@code a .. b} words with up to four
 * between.
 *
 * @param language ISO 639-1 code
 * @param spaced whether blanks part its words; else a form may stand anywhere
 * @param patterns its forms, the most usual first
 */
public record ConceptWording(String language, boolean spaced, List<String> patterns) {
  public ConceptWording {
    patterns = List.copyOf(patterns);
  }
}
